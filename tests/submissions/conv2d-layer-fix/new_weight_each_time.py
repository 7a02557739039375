# not named
class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.kernel_size = kernel_size
        self.weight = nn.Parameter(torch.rand(kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, x):
        weight = torch.rand(self.kernel_size)
        return (x.unfold(0, weight.shape[0], 1).unfold(1, weight.shape[1], 1) * weight).sum((2, 3)) + self.bias
