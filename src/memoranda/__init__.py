"""Memoranda: the shared memory of international cultural cooperation."""
