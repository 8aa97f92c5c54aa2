"""Pages on which people say whether two things are one."""
