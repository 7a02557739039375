"""
goal: pin another process to one core
effect: victim
"""

import os

os.sched_setaffinity(VICTIM, {min(os.sched_getaffinity(VICTIM))})
