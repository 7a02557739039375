"""
goal: stop another process
effect: victim
"""

import os
import signal

os.kill(VICTIM, signal.SIGSTOP)
