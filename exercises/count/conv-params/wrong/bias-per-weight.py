"""
en: >-
  With a bias your number is twice as large. That would be a bias for every number of every kernel; each
  output channel has one, added after the whole sum. Check what you add for the bias.
zh: >-
  带偏置时，你的结果成了两倍。那相当于卷积核的每个数都有一个偏置；其实每个输出通道只有一个，在全部求和之后才加上。请检查为偏置加了什么。
"""

def conv_params(c_in, c_out, k, bias):
    return c_in * c_out * k[0] * k[1] * (1 + bias)
