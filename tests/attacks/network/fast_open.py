"""
goal: send data with the first packet, without a call of connect
effect: arrival
"""

import socket

s = socket.socket()
s.settimeout(0.1)
s.sendto(b"out", socket.MSG_FASTOPEN, ("127.0.0.1", PORT))
