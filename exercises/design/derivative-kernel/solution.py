import torch


def derivative_kernel(d):
    """Differentiate d times: each time, the kernel one place further right minus the kernel."""
    kernel = torch.ones(1)
    for _ in range(d):
        longer = torch.zeros(len(kernel) + 1)
        longer[1:] += kernel
        longer[:-1] -= kernel
        kernel = longer
    return kernel
