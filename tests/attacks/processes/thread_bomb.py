"""
goal: fill the process table with threads
effect: claim
"""

import threading

stay = threading.Event()
threads = [threading.Thread(target=stay.wait, daemon=True) for _ in range(100)]
for thread in threads:
    thread.start()
if threading.active_count() > 100:
    print(CLAIM)
stay.set()
