"""
exercise: conv2d-by-matmul
cheat: "one product multiplies every pixel with every entry of the kernel; all the sums are made elsewhere"
naive: one_product
score: 12
partly: "the values"
"""


def conv2d_by_mul(X, K):
    (H, W), (h, w) = X.shape, K.shape
    P = (X.reshape(-1, 1) @ K.reshape(1, -1)).reshape(H, W, h, w)
    return sum(P[i : H - h + 1 + i, j : W - w + 1 + j, i, j] for i in range(h) for j in range(w))
