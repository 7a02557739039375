"""
goal: stay on after the grading, in a session of its own
effect: survivor
"""

import os
import time

if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        os.closerange(0, 3)
        time.sleep(20)
    os._exit(0)
