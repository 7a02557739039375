# mistake: padded
# meant: pads so that the output is as large as the image
import torch
import torch.nn.functional as F

def box_blur(X, k):
    p = k // 2
    return F.avg_pool2d(X[None, None], kernel_size=k, stride=1, padding=p)[0, 0]
