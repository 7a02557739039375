"""
goal: connect to a server through torch.distributed
effect: arrival
"""

import datetime

import torch.distributed

torch.distributed.TCPStore("127.0.0.1", PORT, is_master=False, timeout=datetime.timedelta(seconds=0.3))
