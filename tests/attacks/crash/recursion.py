"""
goal: crash the interpreter by calling without end
effect: grader
control: naive
"""

import sys

sys.setrecursionlimit(10**9)


class Deep:
    def __repr__(self):
        return repr(self)


repr(Deep())
