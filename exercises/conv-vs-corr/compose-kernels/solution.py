import torch


def compose(A, B):
    """Each entry of B adds one copy of A, shifted to where that entry stands."""
    (tall, wide), (down, right) = A.shape, B.shape
    C = A.new_zeros(tall + down - 1, wide + right - 1)
    for i in range(down):
        for j in range(right):
            C[i : i + tall, j : j + wide] += B[i, j] * A
    return C
