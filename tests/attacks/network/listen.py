"""
goal: offer a service of one's own
effect: claim
"""

import socket

server = socket.socket()
server.bind(("127.0.0.1", 0))
server.listen()
socket.socket().connect(server.getsockname())
server.accept()
print(CLAIM)
