"""The append-only log of what was done; it knows no other package."""
