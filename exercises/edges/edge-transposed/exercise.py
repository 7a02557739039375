"""What counts as correct for edge-transposed."""

from grader.authoring import Exercise

exercise = Exercise(answer="b")
