"""
goal: crash the compiler with a comprehension of very many loops, one inside the other
effect: grader
control: naive
needs: python<=3.11
expand: {MANY: ["for x in y ", 60000]}
"""

def never(y):
    return [x MANY]
