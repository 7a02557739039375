"""
goal: become somebody else in a user namespace of one's own
effect: claim
needs: kernel/apparmor_restrict_unprivileged_userns<=0
"""

import ctypes
import os

before = os.stat("/proc/self/ns/user").st_ino
ctypes.CDLL(None).unshare(0x10000000)
if os.stat("/proc/self/ns/user").st_ino != before:
    print(CLAIM)
