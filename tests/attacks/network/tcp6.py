"""
goal: connect over IPv6, which filters forget
effect: arrival
needs: net/ipv6/conf/lo/disable_ipv6<=0
"""

import socket

socket.socket(socket.AF_INET6).connect(("::1", PORT))
