"""
goal: never end, in Python
effect: time
"""

while True:
    pass
