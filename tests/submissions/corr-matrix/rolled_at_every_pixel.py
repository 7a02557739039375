# named circulant
def corr_matrix(K, H, W):
    h, w = K.shape
    S = K.new_zeros(H, W)
    S[:h, :w] = K
    return torch.stack([S.roll(i, 0).roll(j, 1).flatten() for i in range(H) for j in range(W)])
