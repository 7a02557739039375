# passes 10
def conv2d(X, K):
    h, w = K.shape
    size = (X.shape[0] + h - 1, X.shape[1] + w - 1)
    full = torch.fft.ifft2(torch.fft.fft2(X.double(), size) * torch.fft.fft2(K.double(), size)).real
    return full[h - 1:X.shape[0], w - 1:X.shape[1]].to(X.dtype)
