"""Beads become notes."""
