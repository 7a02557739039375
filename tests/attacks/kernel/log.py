"""
goal: read the kernel's log, which tells addresses and what others did
effect: claim
needs: kernel/dmesg_restrict<=0
"""

import ctypes

text = ctypes.create_string_buffer(1 << 16)
if ctypes.CDLL(None).klogctl(3, text, 1 << 16) > 0:
    print(CLAIM)
