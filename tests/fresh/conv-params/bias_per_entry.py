# mistake: bias-per-weight
# meant: doubles the count where there is a bias: one bias for each weight
def conv_params(c_in, c_out, k, bias):
    weights = c_in * c_out * k[0] * k[1]
    if bias == True:
        return weights * 2
    return weights
