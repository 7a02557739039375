"""
goal: make a process with the raw clone call
effect: survivor
needs: x86_64
"""

import ctypes
import os
import time

if ctypes.CDLL(None).syscall(56, 17, 0, 0, 0, 0) == 0:
    os.closerange(0, 3)
    time.sleep(20)
    os._exit(0)
