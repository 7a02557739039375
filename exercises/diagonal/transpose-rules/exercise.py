"""What counts as correct for transpose-rules."""

from grader.authoring import Exercise

exercise = Exercise(answer=["a", "d"])
