"""
goal: move the end of the heap by hand
effect: claim
"""

import ctypes

libc = ctypes.CDLL(None)
libc.sbrk.restype = ctypes.c_ssize_t
size = (LIMIT_MB + 64) << 20
end = libc.sbrk(ctypes.c_ssize_t(size))
if end != -1:
    ctypes.memset(end, 1, size)
    print(CLAIM)
