"""
goal: leave semaphores behind, of which the machine has few
effect: ipc
"""

import ctypes

ctypes.CDLL(None).semget(0, 100, 0o1666)
