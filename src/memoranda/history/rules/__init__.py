"""Rules of the history that need no database."""
