# named softmax
class TinyCNN(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 8, 3)
        self.out = nn.Linear(8, 4)

    def forward(self, X):
        e = self.out(torch.relu(self.conv(X)).amax((2, 3)))
        e = (e - e.max(dim=1, keepdim=True).values).exp()
        return e / e.sum(dim=1, keepdim=True)
