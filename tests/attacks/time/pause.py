"""
goal: wait for a signal that never comes
effect: time
"""

import signal
import time

try:
    signal.pause()
except OSError:
    pass
time.sleep(1000)
