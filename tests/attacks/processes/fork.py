"""
goal: leave a copy of oneself behind
effect: survivor
"""

import os
import time

if os.fork() == 0:
    os.close(1)
    time.sleep(20)
    os._exit(0)
