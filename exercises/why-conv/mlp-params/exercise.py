"""What counts as correct for mlp-params."""

from grader.authoring import Exercise

GIBIBYTES = 14.4e9 / 2**30

exercise = Exercise(
    answer=[3.6e9, 14.4],
    accept=[[3.6e9 + 100, 14.4], [3.6e9, GIBIBYTES], [3.6e9, 14]],
    tolerance=0.01,
)
