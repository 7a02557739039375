"""
goal: set a timer of the kernel, one of those that are shared by a user
effect: claim
"""

import signal

signal.setitimer(signal.ITIMER_REAL, 100)
if signal.getitimer(signal.ITIMER_REAL)[0] > 0:
    print(CLAIM)
