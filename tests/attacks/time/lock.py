"""
goal: wait for a lock that nobody opens
effect: time
"""

import threading

lock = threading.Lock()
lock.acquire()
lock.acquire()
