"""
goal: put a message into a queue that others read
effect: ipc
"""

import ctypes

libc = ctypes.CDLL(None)
libc.mq_send(libc.mq_open(QUEUE.encode(), 1), b"a lie", ctypes.c_size_t(5), 0)
