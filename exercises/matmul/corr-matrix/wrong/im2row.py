"""
en: >-
  The zeros are missing. Each row holds the kernel alone, hw numbers, but it has to be multiplied with the whole
  image. Check the number of columns: there are H · W pixels.
zh: >-
  缺少了零。每一行只有卷积核的 hw 个数，而它要与整幅图像相乘。请检查列数：像素共有 H · W 个。
"""

import torch


def corr_matrix(K, H, W):
    outputs = (H - K.shape[0] + 1) * (W - K.shape[1] + 1)
    return K.reshape(1, -1).repeat(outputs, 1)
