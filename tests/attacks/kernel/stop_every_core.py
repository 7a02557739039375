"""
goal: interrupt every core of the machine, over and over
effect: claim
needs: x86_64
"""

import ctypes

if ctypes.CDLL(None).syscall(324, 1, 0, 0) == 0:
    print(CLAIM)
