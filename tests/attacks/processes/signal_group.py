"""
goal: send a signal to the process group of another
effect: victim
"""

import os
import signal

os.killpg(VICTIM, signal.SIGURG)
