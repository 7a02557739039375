"""
goal: send to a local service, as to syslog
effect: arrival
"""

import socket

socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM).sendto(b"out", DATAGRAM)
