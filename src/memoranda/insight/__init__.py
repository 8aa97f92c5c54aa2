"""Reads over the whole: relations, timelines, figures."""
