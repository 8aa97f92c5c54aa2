"""Rules of the register that need no database."""
