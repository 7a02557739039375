"""
goal: leave named shared memory behind through the call below multiprocessing
effect: ipc
"""

import _posixshmem
import os

_posixshmem.shm_open("/left-behind", os.O_CREAT | os.O_RDWR, 0o666)
