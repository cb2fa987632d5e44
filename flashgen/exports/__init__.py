"""A package becomes a file for other programs: tables, lines of JSON, translation memories, term bases."""
