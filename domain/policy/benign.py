"""Ordinary things whose names hold a word of the policy."""

BENIGN_PHRASES = """
child free, kid leather, kid glove, kid gloves, kid suede, baby blue, baby pink, baby yellow,
baby green, baby doll dress, baby doll nightie, baby doll lingerie, baby doll top, baby doll,
baby hair, baby hairs, baby oil, baby s breath, babys breath, baby tee, baby bump, baby shower,
baby grand, baby spinach, childs pose, child s pose, childs play, child s play, inner child,
minor key, minor chord, minor scale, minor detail, minor details, minor adjustments, minor
changes, minor imperfections, minor blemishes, minor scratches, minor flaws, minor blur, minor
noise, minor wear, minor damage, minor edits, minor retouching, minor variations, minor grain,
minor differences, gamine cut, gamine haircut, gamine style, ursa minor, canis minor, asia
minor, high school teacher, middle school teacher, elementary school teacher, primary school
teacher, kindergarten teacher, preschool teacher, high school reunion, young adult, young
adults, ice age, new age, golden age, bronze age, iron age, stone age, space age, rape blossom,
rape blossoms, rape flower, rape flowers, rape field, corpse bride, corpse pose, gore tex,
tortured artist, suicide squad, suicide girls, suicide door, suicide doors, dog collar, dog tag,
dog tags, downward dog, downward facing dog, hot dog, dog walk, pony tail, pony tails, pig
tails, wolf cut, cow print, cow girl, horse girl, snake print, snake skin, animal print, animal
prints, year of the dog, year of the horse, doggy style, whisky aged, wine aged, rum aged,
bourbon aged, cheese aged, oak aged, barrel aged, cask aged, enfant terrible, torture museum,
snuff box, snuff boxes, snuff bottle, snuff tobacco, secondary school teacher, boarding school
teacher, lat pulldown, lat pulldowns, day care cream, drug abuse, suicide hotline, suicide
prevention, cnc machine, cnc milling, cnc router, cnc lathe, cnc workshop, hen party, hen night,
stag night, stag do, duck face, duck lips, swan lake, swan dive, swan pose, cobra pose, pigeon
pose, cow pose, cat pose, cat cow, rabbit vibrator, bull whip, bullwhip, cock and bull, sex on
the beach, sex appeal, sex symbol, sex positive, sex therapist, sex therapy, sex education, sex
shop, sex ed for adults, magna cum laude, summa cum laude, cum laude, drop dead, dead sea, dead
tree, dead trees, dead leaves, dead calm, dead end, dead pan, dead wood, dead serious, dead
center, dead centre, dead flowers, day of the dead, grateful dead, red dead, dead lift, dead
lifts, dead silence, dead battery, dead heat, dead straight, dead ahead, dead tired, dead of
night, dead of winter, consent form, consent forms, fashion victim, fashion victims, captive
audience, hostage negotiator, resistance fighter, resistance fighters, resistance band,
resistance bands, forced perspective, forced smile, forced laugh, forced bloom, force of nature,
force of habit, forced march, protest march, protest sign, dog lover, dog lovers, cat lover, cat
lovers, horse lover, horse lovers, animal lover, animal lovers, book lover, horse breeding, dog
breeding, cattle breeding, dog breeder, horse breeder, breeding stables, dog walker, dog show,
cat ears, cat ear, bunny ears, fox ears, wolf ears, dog ears, mouse ears, animal ears, cat tail,
fox tail, bunny tail, wolf tail, horse tail, cat eye, cat eyes, cat suit, cat walk, cat costume,
bunny suit, bunny girl, bunny costume, leopard print, tiger print, zebra print, cheetah print,
leopard spots, tiger stripes, zebra stripes, crocodile leather, crocodile bag, alligator
leather, ostrich feather, ostrich feathers, swan feather, swan feathers, goose bumps, goose
down, lamb wool, lambs wool, sheep wool, sheep skin, pig skin, cow hide, deer skin, rabbit fur,
fox fur, wolf fur, wolf pack, wolf whistle, lion s mane, lion mane, pony play, puppy play, pet
play, horse hair, camel toe, camel coat, camel wool, camel colour, camel color, bear hug, teddy
bear, teddy bears, polar bear rug, bear rug, tiger rug, cow boy, bull riding, bull rider, rodeo
bull, mechanical bull, rocking horse, hobby horse, horse riding, horse racing, horse shoe, sea
horse, pommel horse, trojan horse, dark horse, dragon year, monkey bars, elephant in the room,
rat pack, rat race, gym rat, lab rat, night owl, heart shaped pupils, dilated pupils, slit
pupils, vertical pupils, pupils dilated, black pupils, wide pupils, cat pupils, round pupils,
white pupils, glowing pupils, pupil of the eye, fountain of youth, youth hostel, college
freshman, college sophomore, college junior, university freshman, university sophomore, freshman
at college, freshman in college, freshman at university, school reunion, child bearing, child
bride costume history, baby steps, baby powder, baby wipes, baby lotion, baby alpaca, baby wool,
baby cashmere, baby bangs, baby lips, baby tears plant, baby back ribs, baby marrow, baby corn,
baby carrots, baby turtle, baby elephant, baby goat, baby goats, baby bird, baby birds, kid
skin, kid mohair, nursery of orchids, plant nursery, tree nursery, rose nursery, coat check
girl, inner youth, torture free, cruelty free, gore free, teen free, kid free, kids free, baby
free, minor free, violence free, rape free, children free, suicide squeeze, suicide bunny,
suicide king, suicide kings, suicide awareness, suicide helpline, overdose of glitter, overdose
of color, overdose of colour, overdose of colors, overdose of cuteness, overdose of sugar,
overdose of chocolate, overdose of pink, overdose of sequins, overdose of style, overdose of
lace, overdose of neon, anorexia recovery, anorexia awareness, eating disorder recovery, pimped
out car, pimped out ride, pimped out truck, pimped out van, pimped out bike, pimped out suite,
pimp my ride, trump card, trump cards, no trump, brain storm, brain child, brain freeze, spine
of a book, rib eye, ribbed, cut off jeans, cut off shorts, cut off denim, cut off top, cut off
tee, cut off sleeves, cut off gloves, kill bill, ax murder mystery, murder mystery, butcher
block, butcher shop, butcher s shop, guts and glory, gutted house, gutted building, gutted fish,
flesh tone, flesh tones, flesh colored, flesh coloured, slave to fashion, slave to the rhythm,
slave leia, rhythm slave, wage slave, auction house, art auction, car auction, cattle auction,
horse auction, charity auction, flower auction, antique auction, wine auction, bodies of water,
in the family room, family room, mother of pearl, mother nature, mother earth, mother ship,
mother superior, mother in law tongue, mother board, mother tongue, father christmas, father
time, father in law joke, brother in arms, brothers in arms, big brother show, sister ship,
sister city, soul sister, soul sisters, sister act, twin towers, twin bed, twin beds, twin
engine, twin set, twin peaks, twin flame, twin flames, twin cities, uncle sam, dutch uncle, aunt
agatha, adult baby shower game, sugar daddy, sugar mommy, sugar baby, sugar babies, son of a
gun, teens are over, teens behind her, past her teens, out of her teens, out of his teens, left
her teens behind, thirteen colonies, jailbreak, gun to a knife fight, baby elephants, baby
turtles, baby animals, baby animal, baby swan, baby swans, noose like, strip club, strip clubs,
strip poker, strip mall, led strip, light strip, hanged man tarot, hanged man card, the hanged
man, crying out in pleasure, cries of pleasure, crying with pleasure, crying with joy, crying
tears of joy, crying with laughter, crying for joy, cries out in pleasure, begging for more,
begs for more, helpless with laughter, helpless with pleasure, helpless with desire, asleep
after, horse blanket, horse blankets, horse saddle, cutthroat razor, cut throat razor, cutthroat
kitchen, dog eared, dog sled, dog park, wolf moon, wolf grey, snake tattoo, dragon tattoo, horse
tattoo, lion tattoo, tiger tattoo, wolf tattoo, bull tattoo, snake bracelet, snake ring, snake
earrings, monkey wrench, lion statue, horse statue, bull statue, animal skin, animal skins,
animal hide, animal magnetism, animal instinct, animal passion, beast mode, beauty and the
beast, piggy back, donkey kong, stag beetle, ram s head, ox blood, oxblood, whale tail, duck
tail, crocodile tears, tiger balm, tiger lily, tiger lilies
"""
"""Phrases blanked before the terms are looked for; each is an ordinary thing, not a person."""

INNOCENT_PHRASES = """
no children, no child, no kids, no kid, no minors, no minor, no teens, no teen, no teenagers, no
babies, no toddlers, not a minor, not minors, not a child, not a kid, not a teen, not a
teenager, not children, not a baby, without children, without kids, without minors, nobody under
18, no one under 18, noone under 18, none under 18, nobody underage, no underage, not underage,
no schoolgirls, no schoolgirl, never a child, free of children, kids not allowed, children not
allowed, no under 18s, nothing under 18, never under 18, not for children, not for kids, not for
minors, not suitable for children, keep out of reach of children, minors prohibited, minors not
admitted, no entry under 18, no entry for minors, grown up not a child, lolita fashion, lolita
dress, lolita style, gothic lolita, classic lolita, sweet lolita, lolita parasol, lolita coat,
lolita shoes, teenage mutant ninja turtles, teen spirit, teen vogue, teen wolf, teen titans,
infant sorrow, infant joy, infant of prague, kid rock, kid cudi, kid a, karate kid, billy the
kid, sundance kid, spy kids, boss baby, baby driver, million dollar baby, rosemary s baby, baby
jane, baby yoda, baby shark, dirty dancing baby, baby spice, baby love, always be my baby,
children of men, children of the corn, children of dune, child in time, destiny s child, voodoo
child, moon child, moonchild, wild child, flower child, love child, minor threat, minor arcana,
minor league, minor leagues, minor planet, minor prophets, minor poet, minor celebrity, minor
injuries, minor injury, minor cut, minor scar, minor bruise, minor character, minor role, minor
role in a play, minor operation, minor repairs, minor delay, minor roads, minor road, minor
fall, minor premiership, minor suit, minor third, minor sixth, minor seventh, minor scales,
minor chords, minor keys, minor blues, a minor, b minor, c minor, d minor, e minor, f minor, g
minor, f sharp minor, c sharp minor, g sharp minor, e flat minor, b flat minor, sixteen candles,
seventeen magazine, edge of seventeen, dancing queen, class of 84, school of rock, old school,
high school musical, high school teachers, middle school teachers, primary school teachers,
elementary school teachers, high school principal, high school coach, high school reunion photo,
kindergarten cop, kindergarten teachers, preschool teachers, kindergarten assistant, daycare
worker, nursery teacher, nursery nurse, school teacher, paediatric nurse, children s author,
children s book, children s books, children s doctor, children s hospital nurse, children s
librarian, childrens author, childrens book, childrens books, children s book illustrator, child
psychologist, child minder, child therapist, kids clothes designer, toy shop, kid lit author,
child protection officer, child protection worker, juvenile court judge, juvenile lawyer, youth
worker, juvenile eagle, juvenile seagull, juvenile humor, juvenile humour, juvenile plants,
adolescent psychiatrist, adolescent oak, infant industries, baby monitor on a shelf, baby photo
of herself on the shelf, baby name book, baby clothes shop, baby carriage museum, her kids are
grown, kids are grown up, her children are grown, children are grown up, grown children, grown
up children, grown up kids, adult children, adult kids, adult child, empty nest kids, mother of
three grown, child of the sixties, child of the seventies, child of the eighties, child of the
nineties, children of the revolution, corpse flower, corpse lily, gore vidal, al gore, tortured
poet, tortured poets, tortured soul, torture device exhibit, torture exhibit, noose tie joke,
suicide blonde, suicide silence, cannibal corpse, cannibal holocaust poster, massacre canyon,
impaled olive, impaled olives, flayed leather, necropolis, overdosed on chocolate, overdosed on
caffeine, overdose of caffeine, overdose of vitamin, baby faced, babyfaced, baby face
"""
"""Phrases blanked too as long as nothing in the text is bare: negated minors, titles, callings."""
