"""
en: Write down only the loss, and let autograd differentiate it twice; no derivation by hand, at the cost of one backward pass for each weight.
zh: 只写出损失，让自动求导求两次导；不用手工推导，代价是每个权重要多一次反向传播。
"""

import torch
import torch.nn.functional as F
from torch.autograd.functional import hessian


def critical_lr(X, h, w, bias):
    def loss(weights):
        guess = F.conv2d(X.double()[None, None], weights[: h * w].reshape(1, 1, h, w))
        return (guess + weights[-1] if bias else guess).square().sum()

    curvature = hessian(loss, torch.zeros(h * w + bool(bias), dtype=torch.float64))
    return 2 / torch.linalg.eigvalsh(curvature)[-1].item()
