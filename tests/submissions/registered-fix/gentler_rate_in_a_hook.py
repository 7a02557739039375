# named still-plain
class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = torch.zeros(kernel_size).requires_grad_(True)
        self.bias = torch.zeros(1).requires_grad_(True)
        self.weight.register_hook(lambda gradient: gradient / 10)

    def forward(self, X):
        return (X.unfold(0, self.weight.shape[0], 1).unfold(1, self.weight.shape[1], 1) * self.weight).sum((-1, -2)) + self.bias
