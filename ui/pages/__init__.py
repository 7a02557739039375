"""One file a page, thin: read the request, call one use case, render."""
