# mistake: sigma
# meant: forgets to square sigma
import torch

def gaussian_kernel(size, sigma):
    c = size // 2
    k = torch.zeros(size, size)
    for i in range(size):
        for j in range(size):
            k[i][j] = torch.exp(torch.tensor(-((i - c) ** 2 + (j - c) ** 2) / (2 * sigma)))
    k = k / k.sum()
    return k
