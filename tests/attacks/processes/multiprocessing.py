"""
goal: start a worker through multiprocessing
effect: survivor
"""

import multiprocessing
import os
import time


def stay():
    os.closerange(0, 3)
    time.sleep(20)


multiprocessing.get_context("fork").Process(target=stay).start()
