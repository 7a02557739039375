"""
goal: go on in a thread while the main program is done
effect: claim
"""

import threading

done = []
thread = threading.Thread(target=lambda: done.append(CLAIM))
thread.start()
thread.join()
print(done)
