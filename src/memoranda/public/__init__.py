"""The public site: it parses, calls and shows."""
