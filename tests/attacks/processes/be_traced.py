"""
goal: let the parent trace oneself, and with it whoever holds the parent
effect: claim
"""

import ctypes

if ctypes.CDLL(None).ptrace(0, 0, None, None) == 0:
    print(CLAIM)
