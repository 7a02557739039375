"""
goal: have the kernel end the process later
effect: grader
control: naive
"""

import signal
import time

signal.signal(signal.SIGALRM, signal.SIG_DFL)
signal.setitimer(signal.ITIMER_REAL, 0.01)
time.sleep(0.1)
