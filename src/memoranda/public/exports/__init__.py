"""Lists as files to take along."""
