"""
goal: wake another process that sleeps on a word of a file that both have mapped
effect: victim
needs: x86_64
"""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)
word = ctypes.cast(libc.getpid, ctypes.c_void_p).value & ~3
libc.syscall(202, ctypes.c_void_p(word), 1, 100, None, None, 0)
