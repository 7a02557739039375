"""
goal: open the processor's event counters, the tool of side channels
effect: claim
needs: kernel/perf_event_paranoid<=2
"""

import ctypes
import struct

attributes = ctypes.create_string_buffer(struct.pack("IIQ", 1, 112, 1) + bytes(24) + struct.pack("Q", 0x60), 112)
if ctypes.CDLL(None).syscall(298, attributes, 0, -1, -1, 0) >= 0:
    print(CLAIM)
