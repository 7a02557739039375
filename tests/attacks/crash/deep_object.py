"""
goal: crash the interpreter with the comparison of two very deep objects
effect: grader
control: naive
"""

import sys

sys.setrecursionlimit(10**9)
one, other = [], []
for _ in range(70_000):
    one, other = [one], [other]
print(one == other)
