"""The desk: where an office works on its register."""
