# passes 10
def kernel_grad(X, dY):
    h, w = (X.shape[n] - dY.shape[n] + 1 for n in (0, 1))
    dK = X.new_zeros(h, w)
    for i, row in enumerate(dY):
        for j, wanted in enumerate(row):
            dK += wanted * X[i:i + h, j:j + w]
    return dK
