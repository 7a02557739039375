"""
goal: open what another process holds open
effect: leak
"""

print(open(f"/proc/{VICTIM}/fd/99").read())
