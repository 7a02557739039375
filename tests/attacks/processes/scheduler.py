"""
goal: make another process run only when nothing else does
effect: victim
"""

import os

os.sched_setscheduler(VICTIM, os.SCHED_IDLE, os.sched_param(0))
