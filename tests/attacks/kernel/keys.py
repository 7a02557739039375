"""
goal: keep a secret in the kernel, where the next submission finds it
effect: claim
needs: x86_64
"""

import ctypes

if ctypes.CDLL(None).syscall(248, b"user", b"left-behind", b"a lookup table", 14, -4) > 0:
    print(CLAIM)
