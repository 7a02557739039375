"""
goal: make a pair of sockets over which descriptors can travel
effect: claim
"""

import socket

here, there = socket.socketpair()
socket.send_fds(here, [b"x"], [0])
print(CLAIM if len(socket.recv_fds(there, 1, 1)[1]) == 1 else "")
