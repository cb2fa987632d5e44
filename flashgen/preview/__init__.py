"""A package becomes a page that shows its cards."""
