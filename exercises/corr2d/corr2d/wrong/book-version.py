"""
en: >-
  Your result is float32 even where X and K are float64. So the extra precision is lost. The usual reason is
  torch.zeros(…), which makes float32 unless told otherwise: X.new_zeros(…), or dtype=X.dtype, keeps the type of
  X.
zh: >-
  即使 X 和 K 是 float64，你的结果仍是 float32。多出来的精度就这样丢掉了。常见的原因是 torch.zeros(…)：不加说明时它总是 float32；用 X.new_zeros(…) 或 dtype=X.dtype，就能保持 X 的类型。
accepted: true
"""

import torch


def corr2d(X, K):
    kernel_rows, kernel_columns = K.shape
    tall, wide = X.shape[0] - kernel_rows + 1, X.shape[1] - kernel_columns + 1
    result = torch.zeros(tall, wide)
    for right in range(wide):
        for down in range(tall):
            window = X[down : down + kernel_rows, right : right + kernel_columns]
            result[down, right] = torch.sum(window * K)
    return result
