# named valid
def compose(A, B):
    (a, b), (c, d) = A.shape, B.shape
    C = torch.zeros(a - c + 1, b - d + 1)
    for i in range(a - c + 1):
        for j in range(b - d + 1):
            C[i, j] = (A[i:i+c, j:j+d] * B).sum()
    return C
