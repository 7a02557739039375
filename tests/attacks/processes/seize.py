"""
goal: seize another process so that it dies with the cell
effect: victim
needs: kernel/yama/ptrace_scope<=1
"""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)
libc.ptrace(0x4206, VICTIM, None, ctypes.c_void_p(1 << 20))
