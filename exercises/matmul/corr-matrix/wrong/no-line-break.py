"""
en: >-
  The kernel moves on by one pixel from each row to the next, also at the end of a line. There the window has to
  jump over the last w − 1 pixels, else it lies half on one line and half on the next. Check where the window of
  output n begins: in line n // (W − w + 1).
zh: >-
  从一行到下一行，卷积核总是只移动一个像素，到了行末也是如此。那里窗口应当跳过最后的 w − 1 个像素，否则一半在这一行，一半在下一行。请检查第 n 个输出的窗口从哪里开始：应在第 n // (W − w + 1) 行。
"""

import torch


def corr_matrix(K, H, W):
    h, w = K.shape
    outputs = (H - h + 1) * (W - w + 1)
    C = K.new_zeros(outputs, H * W)
    for n in range(outputs):
        for a in range(h):
            for b in range(w):
                C[n, n + a * W + b] = K[a, b]
    return C
