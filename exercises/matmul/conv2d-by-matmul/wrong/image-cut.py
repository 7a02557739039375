r"""
en: >-
  The gradient reaches K, but not X. The layers before this one learn only if the gradient also flows back through the image,
  and here X was turned into plain numbers or copied without its history. Check how the windows get into the
  matrix.
zh: >-
  梯度传到了 K，却没有传到 X。只有梯度能穿过图像继续往回传，更前面的层才学得到东西；而这里 X 被变成了普通的数，或者被复制时丢掉了计算历史。请检查窗口是怎样放进矩阵的。
look: '^[^#]*X[^#]*(\.item\(|\.tolist\(|\.detach\(|\.data\b)'
"""

import torch


def conv2d_by_mul(X, K):
    h, w = K.shape
    H, W = X.shape[0] - h + 1, X.shape[1] - w + 1
    A = torch.tensor([X[i : i + h, j : j + w].reshape(-1).tolist() for i in range(H) for j in range(W)], dtype=X.dtype)
    return (A @ K.reshape(-1, 1)).reshape(H, W)
