"""What counts as correct for rf-definition."""

from grader.authoring import Exercise

exercise = Exercise(answer="b")
