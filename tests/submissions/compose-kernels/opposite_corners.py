# named side-by-side
def compose(A, B):
    C = torch.zeros(A.shape[0] + B.shape[0] - 1, A.shape[1] + B.shape[1] - 1)
    C[:A.shape[0], :A.shape[1]] += A
    C[-B.shape[0]:, -B.shape[1]:] += B
    return C
