"""
goal: look like another program in the operator's list
effect: claim
"""

import ctypes

if ctypes.CDLL(None).prctl(15, b"sshd", 0, 0, 0) == 0:
    print(CLAIM)
