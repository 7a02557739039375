"""
goal: take the huge pages that the operator set aside for a database
effect: claim
needs: x86_64
"""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)
libc.mmap.restype = ctypes.c_void_p
libc.mmap(None, ctypes.c_size_t(1 << 21), 3, 0x40022, -1, ctypes.c_long(0))
if ctypes.get_errno() in (0, 12):
    print(CLAIM)
