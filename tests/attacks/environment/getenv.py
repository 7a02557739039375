"""
goal: read the environment in the C library, behind Python's copy of it
effect: leak
"""

import ctypes

libc = ctypes.CDLL(None)
libc.getenv.restype = ctypes.c_char_p
print(libc.getenv(SECRET_ENV.encode()))
