"""
goal: connect over IPv6, which filters forget
effect: arrival
"""

import socket

socket.socket(socket.AF_INET6).connect(("::1", PORT))
