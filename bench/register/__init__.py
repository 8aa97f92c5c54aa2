"""Figures of the register at the size of the World Treaty Index."""
