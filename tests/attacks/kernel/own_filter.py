"""
goal: put a filter of one's own over the system calls, so that they lie
effect: claim
"""

import ctypes
import struct

rules = ctypes.create_string_buffer(struct.pack("HBBI", 0x06, 0, 0, 0x7FFF0000))
program = struct.pack("HxxxxxxQ", 1, ctypes.addressof(rules))
if ctypes.CDLL(None).syscall(317, 1, 0, program) == 0:
    print(CLAIM)
