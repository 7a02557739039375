"""A made-up class that looks like a real one."""
