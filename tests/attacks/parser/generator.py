"""
goal: crash the compiler with a generator of very many loops
effect: grader
control: naive
needs: python<=3.11
expand: {MANY: ["for x in y ", 60000]}
"""

def never(y):
    return list(x MANY)
