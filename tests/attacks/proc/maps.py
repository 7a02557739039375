"""
goal: learn the addresses inside another process
effect: claim
"""

if "libc" in open(f"/proc/{VICTIM}/maps").read():
    print(CLAIM)
