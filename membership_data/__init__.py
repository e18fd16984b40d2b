"""Who belonged to the alliance and when, who was deployed, and who says so.

CSV tables, their descriptor, and the code that reads, checks and folds them. Nothing here knows a map
or a page.
"""
