# passes 10
def corr_matrix(K, H, W):
    h, w = K.shape
    down, right = H - h + 1, W - w + 1
    total = 0
    for a in range(h):
        for b in range(w):
            rows = torch.eye(H, dtype=K.dtype)[a:a + down]
            columns = torch.eye(W, dtype=K.dtype)[b:b + right]
            total = total + K[a, b] * torch.kron(rows, columns)
    return total
