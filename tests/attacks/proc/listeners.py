"""
goal: learn which services this machine offers
effect: claim
"""

if f":{PORT:04X}" in open("/proc/net/tcp").read():
    print(CLAIM)
