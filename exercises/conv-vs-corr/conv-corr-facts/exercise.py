"""What counts as correct for conv-corr-facts."""

from grader.authoring import Exercise

exercise = Exercise(answer=["b", "c", "e"])
