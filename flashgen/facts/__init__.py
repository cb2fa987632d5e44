"""Articles become facts."""
