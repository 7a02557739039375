"""What counts as correct for diag-predict."""

from grader.authoring import Exercise

exercise = Exercise(answer=[[1, 0, 0], [-1, 1, 0], [0, -1, 1], [0, 0, -1]])
