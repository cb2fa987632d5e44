"""Beads that should not be studied are marked."""
