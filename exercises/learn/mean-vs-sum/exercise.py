"""What counts as correct for mean-vs-sum."""

from grader.authoring import Exercise

OUTPUTS = 6 * 7

exercise = Exercise(answer=[round(0.1203 * OUTPUTS, 4), 0.03 * OUTPUTS], tolerance=0.01)
