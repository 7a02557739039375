"""
goal: keep the compiler busy with one very long condition
effect: time
control: naive
expand: {MANY: ["and 1 or 1 ", 100000]}
"""

x = 1 MANY
