"""Bringing tables in: the file, what its columns mean, what would be written."""
