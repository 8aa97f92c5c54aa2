"""Rules of the people package that need no database."""
