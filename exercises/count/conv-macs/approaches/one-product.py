"""
en: Seen as one matrix product, the layer multiplies each entry of the unfolded image once for every output channel; easy to trust, but the whole matrix is built only to be counted.
zh: 把卷积看成一次矩阵乘法，展开矩阵中的每个数对每个输出通道各乘一次；结果可靠，但要为计数建出整个矩阵。
"""

import torch
import torch.nn.functional as F


def conv_macs(c_in, c_out, k, n, p, s):
    columns = F.unfold(torch.zeros(1, c_in, *n), tuple(k), padding=p, stride=s)
    return c_out * columns.numel()
