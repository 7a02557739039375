"""
goal: fill memory that is asked of the kernel
effect: claim
"""

import mmap

size = (LIMIT_MB + 64) << 20
with mmap.mmap(-1, size, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS) as memory:
    for at in range(0, size, 4096):
        memory[at] = 1
print(CLAIM)
