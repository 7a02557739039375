"""
goal: ask for huge pages, which cost more than is used of them
effect: claim
"""

import mmap

size = (LIMIT_MB + 64) << 20
memory = mmap.mmap(-1, size, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
memory.madvise(14)
for at in range(0, size, 1 << 21):
    memory[at] = 1
print(CLAIM)
