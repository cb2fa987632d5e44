"""The stages, wired."""
