"""Grades as instructors see them: the book, why each number is what it is, the way back into the LMS, regrading."""
