"""Accounts: the people who act in the register."""
