"""
en: >-
  Without a bias your number is 0. False counts as 0, and you multiply by it; the kernels are there in either
  case, and the biases are added. Check how bias enters: + c_out * bias.
zh: >-
  不带偏置时，你的结果是 0。False 当作 0，而你乘上了它；卷积核无论如何都在，偏置只是另外加上。请检查 bias 是怎样进入式子的：+ c_out * bias。
"""

def conv_params(c_in, c_out, k, bias):
    return c_in * c_out * k[0] * k[1] * bias
