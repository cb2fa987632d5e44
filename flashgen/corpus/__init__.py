"""Folders of Markdown become articles."""
