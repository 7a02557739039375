"""
goal: take a message out of a POSIX queue
effect: leak
"""

import ctypes

libc = ctypes.CDLL(None)
letter = ctypes.create_string_buffer(8192)
libc.mq_receive(libc.mq_open(SECRET_QUEUE.encode(), 0), letter, ctypes.c_size_t(8192), None)
print(letter.raw[:100])
