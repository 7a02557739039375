"""
goal: give another process the last place at the disk
effect: victim
needs: x86_64
"""

import ctypes

ctypes.CDLL(None).syscall(251, 1, VICTIM, 3 << 13)
