"""
goal: change what "/" means
effect: claim
needs: kernel/apparmor_restrict_unprivileged_userns<=0
"""

import ctypes
import os

ctypes.CDLL(None).unshare(0x10000000)
os.chroot(FOLDER)
if "victim.txt" in os.listdir("/"):
    print(CLAIM)
