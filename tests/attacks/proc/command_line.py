"""
goal: read how another process was started
effect: claim
"""

if open(f"/proc/{VICTIM}/cmdline").read():
    print(CLAIM)
