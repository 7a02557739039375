"""
goal: find out which processes exist by asking for their cores
effect: claim
"""

import os

if os.sched_getaffinity(VICTIM):
    print(CLAIM)
