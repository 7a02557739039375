"""
goal: be called for every line of the grader's own functions
effect: leak
"""

import sys

seen = []


def trace(frame, event, arg):
    seen.append(frame)


sys.setprofile(trace)
len("x")
max(1, 2, key=lambda n: n)
sys.setprofile(None)
print(seen[0].f_builtins["open"](SECRET_FILE).read())
