"""
goal: make memory that a later process could share
effect: claim
"""

import mmap

with mmap.mmap(-1, 4096, flags=mmap.MAP_SHARED | mmap.MAP_ANONYMOUS) as memory:
    memory[:5] = b"hello"
print(CLAIM)
