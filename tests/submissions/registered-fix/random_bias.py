# passes 10
class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        for name, shape in {"weight": kernel_size, "bias": (1,)}.items():
            setattr(self, name, nn.Parameter(torch.randn(shape)))

    def forward(self, X):
        h, w = self.weight.shape
        H, W = X.shape[0] - h + 1, X.shape[1] - w + 1
        rows = [torch.stack([(X[i:i + h, j:j + w] * self.weight).sum() for j in range(W)]) for i in range(H)]
        return torch.stack(rows) + self.bias
