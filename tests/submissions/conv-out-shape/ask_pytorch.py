# passes 10
def conv_out_shape(n, k, p, s):
    layer = nn.Conv2d(1, 1, kernel_size=tuple(k), padding=tuple(p), stride=tuple(s))
    return layer(torch.zeros(1, 1, *n)).shape[2:]
