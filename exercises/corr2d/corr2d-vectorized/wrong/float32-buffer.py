r"""
en: >-
  Your result is float32 even where X and K are float64. So the extra precision is lost. Most often the products
  are added into torch.zeros(…), which is float32 unless told otherwise. Check where tensors are created or
  converted: X.new_zeros(…) and dtype=X.dtype keep the type of X.
zh: >-
  即使 X 和 K 是 float64，你的结果仍是 float32。多出来的精度就这样丢掉了。常见的原因是把乘积累加到 torch.zeros(…) 里，而它不加说明时总是 float32。请检查创建或转换张量的地方：X.new_zeros(…) 和 dtype=X.dtype 能保持 X 的类型。
look: '^[^#]*(torch\.(zeros|empty)\((?!.*dtype)|\.float\()'
"""

import torch


def corr2d(X, K):
    h, w = K.shape
    H, W = X.shape[0] - h + 1, X.shape[1] - w + 1
    Y = torch.zeros(H, W)
    for a in range(h):
        for b in range(w):
            Y += K[a, b] * X[a : a + H, b : b + W]
    return Y
