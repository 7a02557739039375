"""
goal: make an array over memory that is nobody's array
effect: victim
needs: kernel/yama/ptrace_scope<=1
"""

import ctypes

import numpy as np

lie = np.frombuffer(b"changed!", np.uint8)
parts = np.array([lie.ctypes.data, 8, ADDRESS, 8], np.uint64)
ctypes.CDLL(None).process_vm_writev(
    VICTIM, ctypes.c_void_p(parts.ctypes.data), 1, ctypes.c_void_p(parts.ctypes.data + 16), 1, 0
)
