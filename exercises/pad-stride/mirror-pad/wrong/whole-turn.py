"""
en: >-
  The pixels outside come from the far side of the image. Most often the whole image is flipped and cut to p
  pixels from the wrong end. Beside the border belong the pixels next to it. Check which part of the flipped
  image you take.
zh: >-
  边界外的像素来自图像的另一端。最常见的原因是把整幅图像翻转后，从错误的一端截取了 p 个像素。边界旁应当是与它相邻的像素。请检查取的是翻转后图像的哪一部分。
"""

import torch


def mirror_pad(X, p):
    H, W = X.shape
    X = torch.cat([X.flip(0)[:p], X, X.flip(0)[H - p :]])
    return torch.cat([X.flip(1)[:, :p], X, X.flip(1)[:, W - p :]], 1)
