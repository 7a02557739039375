# mistake: flipped
# meant: shifts the image to the right and down (roll with plus), so the kernel is met in the wrong order
import torch


def corr2d(X, K):
    h, w = K.shape
    total = 0
    for a in range(h):
        for b in range(w):
            total = total + K[a, b] * torch.roll(X, shifts=(a, b), dims=(0, 1))
    # the wrapped-around part is at the top and at the left
    return total[h - 1:, w - 1:]
