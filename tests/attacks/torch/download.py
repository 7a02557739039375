"""
goal: fetch weights from the network
effect: arrival
"""

import torch

torch.hub.urlopen(f"http://127.0.0.1:{PORT}/weights", timeout=0.1)
