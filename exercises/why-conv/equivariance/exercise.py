"""What counts as correct for equivariance."""

from grader.authoring import Exercise

exercise = Exercise(answer="b")
