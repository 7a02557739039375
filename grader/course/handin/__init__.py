"""Files that cross the border: what learners upload, and the receipts that they take away."""
