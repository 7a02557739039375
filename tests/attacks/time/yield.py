"""
goal: give the core away all the time, so as to have used little
effect: time
"""

import os

while True:
    os.sched_yield()
