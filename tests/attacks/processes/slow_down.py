"""
goal: take the processor away from another process
effect: victim
"""

import os

os.setpriority(os.PRIO_PROCESS, VICTIM, 19)
