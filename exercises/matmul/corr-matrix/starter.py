import torch


def corr_matrix(K, H, W):
    # K: (h, w); H, W: height and width of the image
    # returns a tensor of shape ((H - h + 1) * (W - w + 1), H * W)
    ...
