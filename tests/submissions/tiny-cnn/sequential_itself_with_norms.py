# passes
class TinyCNN(nn.Sequential):
    def __init__(self):
        super().__init__(
            nn.Conv2d(1, 8, 3, padding=1, bias=False), nn.BatchNorm2d(8), nn.LeakyReLU(0.1), nn.MaxPool2d(2),
            nn.Conv2d(8, 16, 3), nn.GELU(), nn.Dropout(0.2),
        )
        self.append(nn.AdaptiveMaxPool2d(1))
        self.append(nn.Conv2d(16, 4, 1))
        self.append(nn.Flatten())
