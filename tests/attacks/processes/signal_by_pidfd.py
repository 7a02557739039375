"""
goal: hold another process by a descriptor and signal through it
effect: victim
"""

import os
import signal

signal.pidfd_send_signal(os.pidfd_open(VICTIM), signal.SIGUSR1)
