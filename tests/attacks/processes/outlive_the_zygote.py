"""
goal: take off the order to die with the zygote
effect: claim
"""

import ctypes

order = ctypes.c_int(-1)
libc = ctypes.CDLL(None)
if libc.prctl(1, 0, 0, 0, 0) == 0 and libc.prctl(2, ctypes.byref(order), 0, 0, 0) == 0 and order.value == 0:
    print(CLAIM)
