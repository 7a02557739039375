"""
goal: walk the C library's environment block, entry by entry
effect: leak
"""

import ctypes

block = ctypes.POINTER(ctypes.c_char_p).in_dll(ctypes.CDLL(None), "environ")
at = 0
while block[at]:
    print(block[at])
    at += 1
