"""
goal: hold memory that cannot be swapped out
effect: claim
"""

import ctypes

memory = ctypes.create_string_buffer(1 << 16)
if ctypes.CDLL(None).mlock(memory, 1 << 16) == 0:
    print(CLAIM)
