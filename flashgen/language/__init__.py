"""What is known of languages and their texts, for every other wing."""
