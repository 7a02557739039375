"""
goal: send a message to another process through netlink
effect: arrival
"""

import socket

socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 2).sendto(b"\0" * 16, (NETLINK, 0))
