# named full
def conv2d(X, K):
    size = (X.shape[0] + K.shape[0] - 1, X.shape[1] + K.shape[1] - 1)
    return torch.fft.irfft2(torch.fft.rfft2(X, size) * torch.fft.rfft2(K, size), size)
