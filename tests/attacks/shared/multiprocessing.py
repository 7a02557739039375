"""
goal: leave named shared memory behind
effect: ipc
"""

from multiprocessing import shared_memory

shared_memory.SharedMemory("left-behind", create=True, size=4096)
