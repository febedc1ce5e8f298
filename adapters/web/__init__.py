"""The HTTP edge: routes, shapes and errors exactly as the reference promises them.

It authenticates, bounds and translates. It decides nothing about money, content or state: the rules
do, and what they answer is turned into a status here.
"""
