"""What counts as correct for conv2d-autograd."""

from grader.authoring import Exercise

exercise = Exercise(answer=["a", "b", "d"])
