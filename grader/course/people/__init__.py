"""Who is who: links and sessions, rosters, what was done, and erasing somebody."""
