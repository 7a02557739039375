# passes 10
def kernel_grad(X, dY):
    x, g = X.tolist(), dY.tolist()
    places = [(i, j) for i in range(len(g)) for j in range(len(g[0]))]
    return torch.tensor([[math.fsum(x[i + a][j + b] * g[i][j] for i, j in places)
                          for b in range(len(x[0]) - len(g[0]) + 1)] for a in range(len(x) - len(g) + 1)])
