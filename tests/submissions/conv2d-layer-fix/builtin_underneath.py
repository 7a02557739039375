# passes 10
class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super(Conv2D, self).__init__()
        self.weight, self.bias = nn.Parameter(torch.rand(kernel_size)), nn.Parameter(torch.randn(1, 1))

    def forward(Self, x):
        return F.conv2d(x[None, None], Self.weight[None, None], Self.bias.reshape(1))[0, 0]
