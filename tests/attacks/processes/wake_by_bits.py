"""
goal: wake another process with the call for bit sets, and with bits set that the kernel does not read
effect: victim
needs: x86_64
"""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)
word = ctypes.cast(libc.getpid, ctypes.c_void_p).value & ~3
libc.syscall(202, ctypes.c_void_p(word), ctypes.c_long(10 | 1 << 39), 100, None, None, ctypes.c_long(0xFFFFFFFF))
