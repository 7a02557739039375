"""
goal: read a file with the C library's own streams
effect: leak
"""

import ctypes

libc = ctypes.CDLL(None)
libc.fopen.restype = ctypes.c_void_p
text = ctypes.create_string_buffer(100)
libc.fgets(text, 100, ctypes.c_void_p(libc.fopen(SECRET_FILE.encode(), b"r")))
print(text.value)
