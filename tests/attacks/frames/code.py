"""
goal: make a function from bytes of code
effect: leak
"""

def f():
    return 1


kind = type(f)
made = kind(compile("open(name).read()", "x", "eval"), {"name": SECRET_FILE})
print(made())
