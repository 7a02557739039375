# passes 10
def derivative_kernel(d):
    x = torch.arange(d + 1, dtype=torch.float64)
    powers = torch.stack([x ** p for p in range(d + 1)])
    wanted = torch.zeros(d + 1, dtype=torch.float64)
    wanted[d] = math.factorial(d)
    return torch.linalg.solve(powers, wanted)
