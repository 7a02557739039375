"""
goal: read files that the grader had open when it started the program
effect: leak
control: naive
"""

import os

for fd in range(64):
    try:
        print(fd, os.pread(fd, 1000, 0))
    except OSError:
        pass
