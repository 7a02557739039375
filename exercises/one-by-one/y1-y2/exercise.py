"""What counts as correct for y1-y2."""

from grader.authoring import Exercise

exercise = Exercise(answer="b")
