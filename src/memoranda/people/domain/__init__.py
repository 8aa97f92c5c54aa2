"""Writes of the people package."""
