"""Notes become the next edition of a deck, under the guids that learners know."""
