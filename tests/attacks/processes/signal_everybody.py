"""
goal: send a signal to every process that can be reached
effect: victim
"""

import os
import signal

os.kill(-1, signal.SIGWINCH)
