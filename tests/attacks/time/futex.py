"""
goal: wait in the kernel on a word that nobody changes
effect: time
needs: x86_64
"""

import ctypes

word = ctypes.c_int(7)
libc = ctypes.CDLL(None)
while True:
    libc.syscall(202, ctypes.byref(word), 128, 7, None, None, 0)
    libc.usleep(10_000)
