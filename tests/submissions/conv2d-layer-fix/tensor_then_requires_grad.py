# named plain-tensor
def corr2d(X, K):
    return (X.unfold(0, K.shape[0], 1).unfold(1, K.shape[1], 1) * K).sum((2, 3))


class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.bias = torch.randn(1).requires_grad_()
        self.weight = torch.randn(*kernel_size).requires_grad_()

    def forward(self, x):
        return corr2d(x, self.weight) + self.bias
