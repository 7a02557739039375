"""
goal: end the process with an instruction that does not exist
effect: grader
control: naive
needs: x86_64
"""

import ctypes
import mmap

memory = mmap.mmap(-1, 4096, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS, prot=3)
memory.write(b"\x0f\x0b")
place = ctypes.addressof(ctypes.c_char.from_buffer(memory))
ctypes.CDLL(None).mprotect(ctypes.c_void_p(place), 4096, 5)
ctypes.CFUNCTYPE(None)(place)()
