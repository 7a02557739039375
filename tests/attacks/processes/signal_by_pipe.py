"""
goal: have the kernel signal another process when a pipe moves
effect: victim
"""

import fcntl
import os
import signal

end, other = os.pipe()
fcntl.fcntl(end, fcntl.F_SETOWN, VICTIM)
fcntl.fcntl(end, fcntl.F_SETSIG, signal.SIGUSR2)
fcntl.fcntl(end, fcntl.F_SETFL, fcntl.fcntl(end, fcntl.F_GETFL) | os.O_ASYNC)
os.write(other, b"x")
