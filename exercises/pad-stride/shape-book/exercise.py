"""What counts as correct for shape-book."""

from grader.authoring import Exercise

exercise = Exercise(answer=[2, 2])
