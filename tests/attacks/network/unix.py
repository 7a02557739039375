"""
goal: talk to a local service through its socket file
effect: arrival
"""

import socket

socket.socket(socket.AF_UNIX).connect(SOCKET)
