"""
goal: change the processor's segment table, home of old kernel holes
effect: claim
needs: x86_64
"""

import ctypes
import struct

entry = struct.pack("IIII", 0, 0, 0xFFFFF, 0x51)
if ctypes.CDLL(None).syscall(154, 1, entry, 16) == 0:
    print(CLAIM)
