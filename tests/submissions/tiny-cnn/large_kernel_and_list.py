# passes
class TinyCNN(nn.Module):
    def __init__(self):
        nn.Module.__init__(self)
        self.convs = nn.ModuleList([nn.Conv2d(1, 6, 5, padding=2), nn.Conv2d(6, 12, 3, padding=1)])
        self.head = nn.Parameter(0.2 * torch.randn(12, 4))

    def forward(self, X):
        for conv in self.convs:
            X = torch.relu(conv(X))
        return X.amax(dim=(2, 3)) @ self.head
