# named bias-ignored
def conv_params(c_in, c_out, k, bias):
    return torch.empty(c_out, c_in, *k).numel()
