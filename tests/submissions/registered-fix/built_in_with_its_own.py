# passes 10
class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        start = nn.Conv2d(1, 1, kernel_size)
        self.weight = nn.Parameter(start.weight.detach()[0, 0])
        self.bias = nn.Parameter(start.bias.detach())

    def forward(self, X):
        return F.conv2d(X[None, None], self.weight[None, None], self.bias)[0, 0]
