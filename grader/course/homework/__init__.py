"""Assignments: what is due, what handing in means now, and the grades that follow."""
