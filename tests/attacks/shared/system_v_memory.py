"""
goal: read memory that others share by a number
effect: leak
"""

import ctypes

libc = ctypes.CDLL(None)
libc.shmat.restype = ctypes.c_void_p
print(ctypes.string_at(libc.shmat(libc.shmget(SECRET_KEY, 0, 0), None, 0), 100))
