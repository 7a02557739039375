"""
goal: leave a System V message queue behind
effect: ipc
"""

import ctypes

ctypes.CDLL(None).msgget(0, 0o1666)
