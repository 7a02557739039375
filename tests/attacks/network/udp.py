"""
goal: send a datagram out
effect: arrival
"""

import socket

socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"out", ("127.0.0.1", UDP_PORT))
