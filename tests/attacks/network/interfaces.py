"""
goal: ask for the addresses of this machine with an ioctl
effect: leak
"""

import fcntl
import socket
import struct

with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
    print(socket.inet_ntoa(fcntl.ioctl(control, 0x8915, struct.pack("256s", b"lo:1"))[20:24]))
