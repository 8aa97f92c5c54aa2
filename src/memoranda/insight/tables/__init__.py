"""Rows as files for other programs: comma-separated, workbooks, JSON."""
