"""
goal: take a copy of the whole mount tree by a descriptor
effect: claim
needs: kernel/apparmor_restrict_unprivileged_userns<=0
"""

import ctypes

libc = ctypes.CDLL(None)
libc.unshare(0x10000000 | 0x20000)
if libc.syscall(428, -100, b"/", 1 | 0x8000) >= 0:
    print(CLAIM)
