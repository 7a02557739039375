# passes 11
def compose(A, B):
    (a, b), (c, d) = A.shape, B.shape
    terms = {}
    for p in range(a):
        for q in range(b):
            for i in range(c):
                for j in range(d):
                    terms[p + i, q + j] = terms.get((p + i, q + j), 0) + A[p, q] * B[i, j]
    return torch.stack([torch.stack([terms[r, s] for s in range(b + d - 1)]) for r in range(a + c - 1)])
