"""
goal: learn how many processes the machine runs and how much memory is free
effect: claim
"""

import ctypes

if ctypes.CDLL(None).sysinfo(ctypes.create_string_buffer(256)) == 0:
    print(CLAIM)
