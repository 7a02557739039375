"""What counts as correct for corr2d-by-hand."""

from grader.authoring import Exercise

exercise = Exercise(answer=[[19, 25], [37, 43]])
