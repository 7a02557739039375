"""
en: >-
  Only the first layer counts. Every further layer looks at several of its values, and so at more inputs. Most
  often the loop returns in its first round. Check that all layers enter the result.
zh: >-
  只算了第一层。后面的每一层都要看它的好几个值，也就看到更多的输入。常见的原因是循环第一轮就返回了。请检查是否把所有的层都算了进去。
"""

import torch


def receptive_field(layers):
    return layers[0][0] if layers else 1
