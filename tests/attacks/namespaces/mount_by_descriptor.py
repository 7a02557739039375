"""
goal: make a file system with the new mount calls, which old filters do not know
effect: claim
needs: kernel/apparmor_restrict_unprivileged_userns<=0
"""

import ctypes

libc = ctypes.CDLL(None)
libc.unshare(0x10000000 | 0x20000)
if libc.syscall(430, b"tmpfs", 0) >= 0:
    print(CLAIM)
