"""
goal: write into the own memory that is read-only
effect: claim
control: naive
"""

import ctypes
import os

libc = ctypes.CDLL(None)
place = ctypes.cast(libc.getpid, ctypes.c_void_p).value
fd = os.open("/proc/self/mem", os.O_RDWR)
if os.pwrite(fd, b"\xc3", place) == 1 and ctypes.string_at(place, 1) == b"\xc3":
    print(CLAIM)
