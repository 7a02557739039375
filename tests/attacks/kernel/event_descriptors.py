"""
goal: make descriptors that are no pipes
effect: claim
"""

import ctypes

libc = ctypes.CDLL(None)
if min(libc.eventfd(0, 0), libc.timerfd_create(1, 0), libc.epoll_create1(0)) >= 0:
    print(CLAIM)
