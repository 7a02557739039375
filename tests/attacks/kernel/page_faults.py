"""
goal: handle the kernel's own page faults, as past attacks did to win races
effect: claim
needs: x86_64
"""

import ctypes

if ctypes.CDLL(None).syscall(323, 1) >= 0:
    print(CLAIM)
