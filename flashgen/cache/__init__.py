"""What a build may keep for the next one: values by key, in a file that can be lost without harm."""
