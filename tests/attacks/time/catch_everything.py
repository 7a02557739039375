"""
goal: never end, and catch every exception that would end it
effect: time
"""

while True:
    try:
        while True:
            pass
    except BaseException:
        continue
