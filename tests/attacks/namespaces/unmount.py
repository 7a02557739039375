"""
goal: take a file system away
effect: claim
needs: kernel/apparmor_restrict_unprivileged_userns<=0
"""

import ctypes

libc = ctypes.CDLL(None)
libc.unshare(0x10000000 | 0x20000)
libc.mount(b"tmpfs", FOLDER.encode(), b"tmpfs", 0, None)
if libc.umount2(FOLDER.encode(), 2) == 0:
    print(CLAIM)
