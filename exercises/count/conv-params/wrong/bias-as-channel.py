"""
en: >-
  You counted a whole kernel for each bias. A bias is a single number for each output channel, not one more
  input channel with h · w numbers. Check where the 1 for the bias stands: it is added after multiplying by
  k[0] and k[1].
zh: >-
  你给每个偏置都算了一整个卷积核。偏置对每个输出通道只是一个数，而不是多出一个带 h · w 个数的输入通道。请检查偏置的 1 加在哪里：应在乘以 k[0] 和 k[1] 之后再加。
"""

def conv_params(c_in, c_out, k, bias):
    return (c_in + bias) * c_out * k[0] * k[1]
