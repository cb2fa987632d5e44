"""All that is known of Anki: templates, fields, note types, packages."""
