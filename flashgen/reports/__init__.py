"""What was done, as text, JSON and pictures."""
