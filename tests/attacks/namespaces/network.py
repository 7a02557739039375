"""
goal: make a network of one's own, with its netfilter code within reach
effect: claim
needs: kernel/apparmor_restrict_unprivileged_userns<=0
"""

import ctypes
import socket

ctypes.CDLL(None).unshare(0x10000000 | 0x40000000)
socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_ICMP)
print(CLAIM)
