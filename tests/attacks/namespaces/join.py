"""
goal: join the namespaces of another process
effect: claim
needs: kernel/apparmor_restrict_unprivileged_userns<=0
"""

import ctypes
import os

libc = ctypes.CDLL(None)
libc.unshare(0x10000000 | 0x40000000)
if libc.setns(os.open("/proc/self/ns/net", os.O_RDONLY), 0x40000000) == 0:
    print(CLAIM)
