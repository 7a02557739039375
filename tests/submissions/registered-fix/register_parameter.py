# passes 10
def corr2d(X, K):
    return (X.unfold(0, K.shape[0], 1).unfold(1, K.shape[1], 1) * K).sum((-1, -2))

class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        nn.Module.__init__(self)
        self.register_parameter("weight", nn.Parameter(torch.zeros(kernel_size)))
        self.register_parameter("bias", nn.Parameter(torch.tensor(0.0)))

    def forward(self, x):
        return corr2d(x, self.weight) + self.bias
