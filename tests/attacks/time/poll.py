"""
goal: wait in the kernel for nothing
effect: time
"""

import select

select.poll().poll()
