"""
goal: be root of a user namespace, with every right inside it
effect: claim
needs: kernel/apparmor_restrict_unprivileged_userns<=0
"""

import ctypes
import os

uid = os.getuid()
libc = ctypes.CDLL(None)
libc.prctl(4, 1, 0, 0, 0)
libc.unshare(0x10000000)
with open("/proc/self/uid_map", "w") as file:
    file.write(f"0 {uid} 1")
if os.geteuid() == 0:
    print(CLAIM)
