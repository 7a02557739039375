import torch


def corr2d(X, K):
    # X: float tensor (H, W), K: float tensor (h, w); return a tensor (H - h + 1, W - w + 1)
    # TODO: slide K over X; at each place multiply and sum
    ...
