"""
goal: connect through an event loop
effect: arrival
"""

import asyncio


async def connect():
    await asyncio.open_connection("127.0.0.1", PORT)


asyncio.run(connect())
