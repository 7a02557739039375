"""
goal: keep the compiler busy with a number that it works out itself
effect: time
control: naive
expand: {MANY: ["x = (2 ** 127 * 3 ** 80) * (7 ** 43) ** 1\n", 40000]}
"""

MANY
