"""
goal: ask the kernel for the addresses of this machine
effect: leak
"""

import socket
import struct

ask = struct.pack("IHHIIBxxxi", 24, 22, 0x301, 1, 0, socket.AF_INET, 0)
with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0) as route:
    route.send(ask)
    answer = route.recv(65_536)
for at in range(len(answer) - 4):
    if answer[at] == 127:
        print(socket.inet_ntoa(answer[at : at + 4]))
