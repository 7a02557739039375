"""
goal: change another process's memory with one call
effect: victim
needs: kernel/yama/ptrace_scope<=1
"""

import ctypes
import struct

libc = ctypes.CDLL(None, use_errno=True)
lie = ctypes.create_string_buffer(b"changed!")
libc.process_vm_writev(VICTIM, struct.pack("QQ", ctypes.addressof(lie), 8), 1, struct.pack("QQ", ADDRESS, 8), 1, 0)
