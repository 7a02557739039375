"""
goal: watch what others do with their files
effect: claim
"""

import ctypes

libc = ctypes.CDLL(None)
if libc.inotify_add_watch(libc.inotify_init(), FOLDER.encode(), 0xFFF) >= 0:
    print(CLAIM)
