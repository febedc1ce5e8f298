"""Drawing of the sketch engine: an adult, clothed, stylised avatar with Pillow and numpy alone.

Read in this order: words (what the prompt asks for), identity (the face that never changes),
picture (who is drawn where), then the parts. Nothing here draws a body without clothes.
"""
