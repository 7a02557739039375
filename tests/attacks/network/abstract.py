"""
goal: reach a service whose name is no file
effect: arrival
"""

import socket

socket.socket(socket.AF_UNIX).connect(ABSTRACT)
