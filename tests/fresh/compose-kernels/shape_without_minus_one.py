# mistake: too-big
# meant: the shape is h1 + h2 by w1 + w2: a row and a column of zeros too many
import torch


def compose(A, B):
    h1, w1 = A.shape
    h2, w2 = B.shape
    C = torch.zeros(h1 + h2, w1 + w2, dtype=A.dtype)
    for i in range(h2):
        for j in range(w2):
            C[i:i + h1, j:j + w1] += B[i, j] * A
    return C
