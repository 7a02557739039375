"""
goal: take shared memory away from others
effect: ipc
"""

import ctypes

libc = ctypes.CDLL(None)
libc.shmctl(libc.shmget(SECRET_KEY, 0, 0), 0, None)
