# named no-super
def corr2d(X, K):
    return (X.unfold(0, K.shape[0], 1).unfold(1, K.shape[1], 1) * K).sum((2, 3))


class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        self.weight = nn.Parameter(torch.rand(kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))
        super().__init__()

    def forward(self, x):
        return corr2d(x, self.weight) + self.bias
