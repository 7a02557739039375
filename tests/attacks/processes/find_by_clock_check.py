"""
goal: find out which processes exist by asking how exact their clocks are, with bits set that the kernel does not read
effect: claim
needs: x86_64
"""

import ctypes

pair = (ctypes.c_long * 2)()
clock = (((~VICTIM << 3) | 2) & 0xFFFFFFFF) | (5 << 32)
if ctypes.CDLL(None).syscall(229, ctypes.c_long(clock), pair) == 0:
    print(CLAIM)
