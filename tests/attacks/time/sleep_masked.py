"""
goal: sleep with every signal masked
effect: time
"""

import signal
import time

signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))
time.sleep(1000)
