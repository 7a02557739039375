"""
goal: take a better place at the processor
effect: claim
"""

import os

os.sched_setscheduler(0, os.SCHED_BATCH, os.sched_param(0))
if os.sched_getscheduler(0) == os.SCHED_BATCH:
    print(CLAIM)
