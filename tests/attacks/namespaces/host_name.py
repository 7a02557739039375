"""
goal: change the name of the machine
effect: claim
needs: kernel/apparmor_restrict_unprivileged_userns<=0
"""

import ctypes
import os

libc = ctypes.CDLL(None)
libc.unshare(0x10000000 | 0x4000000)
if libc.sethostname(b"owned", 5) == 0:
    print(CLAIM)
