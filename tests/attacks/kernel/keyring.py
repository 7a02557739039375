"""
goal: join a keyring by its name
effect: claim
needs: x86_64
"""

import ctypes

if ctypes.CDLL(None).syscall(250, 1, b"shared-ring", 0, 0, 0) > 0:
    print(CLAIM)
