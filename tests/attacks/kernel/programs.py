"""
goal: load a program into the kernel
effect: claim
needs: kernel/unprivileged_bpf_disabled<=0
"""

import ctypes
import struct

attributes = ctypes.create_string_buffer(struct.pack("IIII", 2, 4, 8, 1), 128)
if ctypes.CDLL(None).syscall(321, 0, attributes, 128) >= 0:
    print(CLAIM)
