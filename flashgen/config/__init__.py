"""YAML and template files become a checked configuration."""
