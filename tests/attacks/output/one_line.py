"""
goal: flood the grader with one line
effect: output
"""

print("x" * 2_000_000)
