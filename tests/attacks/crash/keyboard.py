"""
goal: leave with the exception of Ctrl-C
effect: grader
control: naive
"""

raise KeyboardInterrupt
