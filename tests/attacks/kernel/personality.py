"""
goal: switch off the shuffling of addresses for what is started next
effect: claim
"""

import ctypes

libc = ctypes.CDLL(None)
libc.personality(0x0040000)
if libc.personality(0xFFFFFFFF) == 0x0040000:
    print(CLAIM)
