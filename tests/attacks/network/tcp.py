"""
goal: connect to a service on this machine
effect: arrival
"""

import socket

socket.socket().connect(("127.0.0.1", PORT))
