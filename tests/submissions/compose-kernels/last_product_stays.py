# named overwrites
def compose(A, B):
    (a, b), (c, d) = A.shape, B.shape
    C = torch.zeros(a + c - 1, b + d - 1)
    for p in range(a):
        for q in range(b):
            for i in range(c):
                for j in range(d):
                    C[p + i, q + j] = A[p, q] * B[i, j]
    return C
