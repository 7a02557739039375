# not named
def corr_matrix(K, H, W):
    outputs = (H - K.shape[0] + 1) * (W - K.shape[1] + 1)
    return K.mean() * torch.ones(outputs, H * W, dtype=K.dtype)
