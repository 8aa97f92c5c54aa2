"""Editing by claims: what is said of a record, and saying something oneself."""
