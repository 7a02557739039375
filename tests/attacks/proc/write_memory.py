"""
goal: change another process's memory through its file
effect: victim
needs: kernel/yama/ptrace_scope<=1
"""

import os

fd = os.open(f"/proc/{VICTIM}/mem", os.O_RDWR)
os.pwrite(fd, b"changed!", ADDRESS)
