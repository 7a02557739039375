"""
en: Your kernel is [[1, −1]] before the first step. It does not come from the data; another image with another kernel is tried as well. Start from random numbers and let the gradient find it.
zh: 还没走第一步，你的卷积核就已经是 [[1, −1]] 了。它不是从数据中学来的，而我们还会用另一幅图像和另一个核来检验。请从随机数出发，让梯度去找到它。
"""
import torch


def learn_kernel(X, Y, h, w, lr, steps):
    return torch.tensor([[1.0, -1.0]]), [1.0 / (step + 1) for step in range(steps)]
