"""
goal: fill the machine with processes
effect: survivor
"""

import os
import time

started = 0
while started < 50:
    if os.fork() == 0:
        os.closerange(0, 3)
        time.sleep(20)
        os._exit(0)
    started += 1
