"""
goal: crash the process by overwriting its stack
effect: grader
control: naive
"""

import ctypes

here = ctypes.c_int(0)
ctypes.memset(ctypes.addressof(here) & ~0xFFF, 0x41, 1 << 30)
