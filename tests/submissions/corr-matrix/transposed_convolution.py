# named transposed
def corr_matrix(K, H, W):
    h, w = K.shape
    n = (H - h + 1) * (W - w + 1)
    one = torch.eye(n, dtype=K.dtype).reshape(n, 1, H - h + 1, W - w + 1)
    return F.conv_transpose2d(one, K[None, None]).reshape(n, -1).T
