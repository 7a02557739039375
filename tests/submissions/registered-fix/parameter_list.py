# named other-names
def corr2d(X, K):
    return (X.unfold(0, K.shape[0], 1).unfold(1, K.shape[1], 1) * K).sum((-1, -2))

class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.both = nn.ParameterList([torch.rand(kernel_size), torch.zeros(1)])

    def forward(self, X):
        return corr2d(X, self.both[0]) + self.both[1]
