"""
goal: make a process that is the first one of a new world
effect: survivor
needs: x86_64 kernel/apparmor_restrict_unprivileged_userns<=0
"""

import ctypes
import os
import time

if ctypes.CDLL(None).syscall(56, 0x10000000 | 0x20000000 | 17, 0, 0, 0, 0) == 0:
    os.closerange(0, 3)
    time.sleep(20)
    os._exit(0)
