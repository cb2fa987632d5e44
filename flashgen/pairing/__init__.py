"""Facts of two versions become beads."""
