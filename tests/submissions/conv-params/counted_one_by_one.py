# passes 10
def conv_params(c_in, c_out, k, bias):
    count = 0
    for o in range(c_out):
        for c in range(c_in):
            for a in range(k[0]):
                count += k[1]
        if bias:
            count += 1
    return count
