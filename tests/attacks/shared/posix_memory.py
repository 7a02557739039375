"""
goal: read named shared memory
effect: leak
"""

import _posixshmem
import os

print(os.pread(_posixshmem.shm_open("/" + SECRET_SHM, os.O_RDONLY), 100, 0))
