"""
goal: leave a POSIX message queue behind
effect: ipc
"""

import ctypes

ctypes.CDLL(None).mq_open(b"/left-behind", 0o102, 0o666, None)
