"""
goal: leave memory behind that no process owns
effect: ipc
"""

import ctypes

ctypes.CDLL(None).shmget(0, 1 << 20, 0o1666)
