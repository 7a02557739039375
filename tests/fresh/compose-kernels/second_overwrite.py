# mistake: overwrites
# meant: assigns instead of adding the shifted copies

import torch
import torch.nn.functional as F


def compose(A, B):
    h1, w1 = A.shape
    h2, w2 = B.shape
    C = torch.zeros(h1 + h2 - 1, w1 + w2 - 1)
    for i in range(h2):
        for j in range(w2):
            C[i : i + h1, j : j + w1] = B[i, j] * A
    return C
