"""
goal: fetch a page
effect: arrival
"""

import urllib.request

urllib.request.urlopen(f"http://127.0.0.1:{PORT}/", timeout=0.1)
