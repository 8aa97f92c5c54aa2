"""Reads of the people package."""
