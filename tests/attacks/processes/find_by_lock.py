"""
goal: find out which processes exist by naming them as the owner of a lock
effect: claim
needs: x86_64
"""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def ask(pid):
    long_ago = (ctypes.c_long * 2)(1, 0)
    libc.syscall(202, ctypes.byref(ctypes.c_uint(pid)), 6 | 128, 0, long_ago, None, 0)
    return ctypes.get_errno()


if ask(VICTIM) != ask(0x3FFFFFFE):
    print(CLAIM)
