"""
goal: work out a number that is too large
effect: time
"""

x = 9**9**8
