# named seeded
def corr2d(X, K):
    return (X.unfold(0, K.shape[0], 1).unfold(1, K.shape[1], 1) * K).sum((2, 3))


class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        h, w = kernel_size
        self.weight = nn.Parameter(torch.linspace(-1, 1, h * w).reshape(h, w))
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, x):
        return corr2d(x, self.weight) + self.bias
