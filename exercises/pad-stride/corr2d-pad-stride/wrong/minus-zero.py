r"""
en: >-
  Your code fails where the padding is 0. Most often a slice [p : −p] is behind it: it is empty then, since −0 is
  0, the beginning and not the end. Check how X is put into the larger image: [p : p + H] works for every p.
zh: >-
  填充为 0 时你的代码会失败。多半是写了切片 [p : −p]：这时它是空的，因为 −0 就是 0，指的是开头而不是末尾。请检查 X 是怎样放进大图像的：[p : p + H] 对任何 p 都成立。
look: '^[^#]*:\s*-\s*p'
"""

import torch


def corr2d_ps(X, K, p, s):
    h, w = K.shape
    P = X.new_zeros(X.shape[0] + 2 * p[0], X.shape[1] + 2 * p[1])
    P[p[0] : -p[0], p[1] : -p[1]] = X
    Y = X.new_zeros((P.shape[0] - h) // s[0] + 1, (P.shape[1] - w) // s[1] + 1)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (P[i * s[0] : i * s[0] + h, j * s[1] : j * s[1] + w] * K).sum()
    return Y
