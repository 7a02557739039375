# mistake: rounded-up
# meant: rounds the number of windows up
import math

def conv_macs(c_in, c_out, k, n, p, s):
    places = 1
    for size, kernel in zip(n, k):
        places *= math.ceil((size + 2 * p - kernel) / s) + 1
    return places * c_in * c_out * k[0] * k[1]
