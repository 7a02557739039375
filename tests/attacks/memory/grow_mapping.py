"""
goal: let a mapping grow past the limit
effect: claim
"""

import ctypes

libc = ctypes.CDLL(None)
libc.mmap.restype = libc.mremap.restype = ctypes.c_ssize_t
size = ctypes.c_size_t((LIMIT_MB + 64) << 20)
small = libc.mmap(None, ctypes.c_size_t(4096), 3, 0x22, -1, ctypes.c_long(0))
large = libc.mremap(ctypes.c_void_p(small), ctypes.c_size_t(4096), size, 1)
if large != -1:
    ctypes.memset(large, 1, size.value)
    print(CLAIM)
