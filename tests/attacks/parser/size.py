"""
goal: keep the compiler busy with a very long file
effect: time
control: naive
expand: {MANY: ["[(1, x, {2: x}), x.y, f(x, *x)],", 60000]}
"""

def f(x):
    return [MANY]
