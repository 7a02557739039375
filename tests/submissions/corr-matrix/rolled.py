# passes 10
def corr_matrix(K, H, W):
    h, w = K.shape
    sheet = F.pad(K, (0, W - w, 0, H - h)).flatten()
    return torch.stack([torch.roll(sheet, i * W + j) for i in range(H - h + 1) for j in range(W - w + 1)])
