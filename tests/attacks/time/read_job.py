"""
goal: wait for more of the job than there is
effect: time
"""

import os

while True:
    if not os.read(0, 1):
        os.close(0)
        import time

        time.sleep(1000)
