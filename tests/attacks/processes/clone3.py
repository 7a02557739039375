"""
goal: make a process with the newest clone call, which filters may not know
effect: survivor
"""

import ctypes
import os
import struct
import time

libc = ctypes.CDLL(None, use_errno=True)
how = ctypes.create_string_buffer(struct.pack("8Q", 0, 0, 0, 0, 17, 0, 0, 0))
if libc.syscall(435, how, 64) == 0:
    os.closerange(0, 3)
    time.sleep(20)
    os._exit(0)
