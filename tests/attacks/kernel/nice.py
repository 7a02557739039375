"""
goal: change the own place in the queue for the processor
effect: claim
"""

import os

if os.nice(1) == os.getpriority(os.PRIO_PROCESS, 0):
    print(CLAIM)
