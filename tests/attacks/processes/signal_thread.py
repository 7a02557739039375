"""
goal: send a signal to a thread of another process by the call that threads use
effect: victim
needs: x86_64
"""

import ctypes

ctypes.CDLL(None).syscall(234, VICTIM, VICTIM, 10)
