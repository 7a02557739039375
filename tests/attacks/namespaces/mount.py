"""
goal: mount a file system over a folder
effect: claim
needs: kernel/apparmor_restrict_unprivileged_userns<=0
"""

import ctypes
import os

libc = ctypes.CDLL(None)
libc.unshare(0x10000000 | 0x20000)
if libc.mount(b"tmpfs", FOLDER.encode(), b"tmpfs", 0, None) == 0 and not os.listdir(FOLDER):
    print(CLAIM)
