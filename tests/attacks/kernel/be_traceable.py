"""
goal: make the own memory readable again for every process of the same user
effect: claim
"""

import ctypes

libc = ctypes.CDLL(None)
libc.prctl(4, 1, 0, 0, 0)
if libc.prctl(3, 0, 0, 0, 0) == 1:
    print(CLAIM)
