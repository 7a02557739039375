"""
goal: stop oneself, and be neither dead nor alive
effect: time
"""

import os
import signal

os.kill(os.getpid(), signal.SIGSTOP)
