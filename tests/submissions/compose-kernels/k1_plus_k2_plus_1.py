# named two-too-big
def compose(A, B):
    C = torch.zeros(A.shape[0] + B.shape[0] + 1, A.shape[1] + B.shape[1] + 1)
    for (p, q) in [(p, q) for p in range(A.shape[0]) for q in range(A.shape[1])]:
        C[p:p + B.shape[0], q:q + B.shape[1]] += A[p, q] * B
    return C
