"""
en: No flip at all, the indices run backwards as in the formula; the larger a and b are, the further up and left the shifted image begins.
zh: 完全不翻转，而是像公式那样让下标反着走；a、b 越大，平移后的图像起点就越靠左上。
"""

import torch


def conv2d(X, K):
    (H, W), (h, w) = X.shape, K.shape
    places = [(a, b) for a in range(h) for b in range(w)]
    return sum(K[a, b] * X[h - 1 - a : H - a, w - 1 - b : W - b] for a, b in places)
