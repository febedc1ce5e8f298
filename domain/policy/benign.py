"""Ordinary things whose names hold a word of the policy."""

BENIGN_PHRASES = """
child free, kid leather, kid glove, kid gloves, kid suede, baby blue, baby pink, baby yellow,
baby green, baby doll dress, baby doll nightie, baby doll lingerie, baby doll top, baby doll,
baby hair, baby hairs, baby oil, baby s breath, babys breath, baby tee, baby bump, baby shower,
baby grand, baby spinach, childs pose, child s pose, childs play, child s play, inner child,
minor key, minor chord, minor scale, minor detail, minor details, minor adjustments,
minor changes, minor imperfections, minor blemishes, minor scratches, minor flaws, minor blur,
minor noise, minor wear, minor damage, minor edits, minor retouching, minor variations,
minor grain, minor differences, gamine cut, gamine haircut, gamine style, ursa minor,
canis minor, asia minor, high school teacher, middle school teacher, elementary school teacher,
primary school teacher, kindergarten teacher, preschool teacher, high school reunion,
young adult, young adults, ice age, new age, golden age, bronze age, iron age, stone age,
space age, rape blossom, rape blossoms, rape flower, rape flowers, rape field, corpse bride,
corpse pose, gore tex, tortured artist, suicide squad, suicide girls, suicide door,
suicide doors, dog collar, dog tag, dog tags, downward dog, downward facing dog, hot dog,
dog walk, pony tail, pony tails, pig tails, wolf cut, cow print, cow girl, horse girl,
snake print, snake skin, animal print, animal prints, year of the dog, year of the horse,
doggy style, whisky aged, wine aged, rum aged, bourbon aged, cheese aged, oak aged, barrel aged,
cask aged, enfant terrible, torture museum, baby faced, snuff box, snuff boxes, snuff bottle,
snuff tobacco, secondary school teacher, boarding school teacher, lat pulldown, lat pulldowns,
day care cream, drug abuse, suicide hotline, suicide prevention
"""
"""Phrases blanked before the terms are looked for; each is an ordinary thing, not a person."""
