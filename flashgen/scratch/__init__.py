"""What is held in files as long as a process needs it: notes by the thousand weigh more than memory should."""
