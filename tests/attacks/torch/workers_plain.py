"""
goal: start processes through a DataLoader, in words that the language policy knows
effect: claim
"""

from torch.utils.data import DataLoader, Dataset


class Numbers(Dataset):
    def __init__(self):
        self.asked = 0

    def __len__(self):
        return 2

    def __getitem__(self, at):
        self.asked += 1
        return at


numbers = Numbers()
if len(list(DataLoader(numbers, num_workers=1))) == 2 and numbers.asked == 0:
    print(CLAIM)
