# passes
def TinyCNN():
    return nn.Sequential(
        nn.Conv2d(1, 10, 4), nn.ReLU(), nn.MaxPool2d(3), nn.Flatten(), nn.Linear(90, 20), nn.ReLU(), nn.Linear(20, 4)
    )
