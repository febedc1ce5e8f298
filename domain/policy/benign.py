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
force of habit, forced march, protest march, protest sign, cat lover, cat lovers, book lover,
horse|dog|cattle breeding
farm|farms|stable|stables|estate|ranch|show|fair|book|magazine|business|centre|center|association|expert|catalogue|history|programme|at|in|on,
mounted on a|her|his horse|steed|stallion|camel|pony,
finger gun|guns, unwilling|reluctant to get|wake|stand up, unwilling|reluctant to leave
-|the|her|his bed|house|sofa, dog breeder, horse breeder, breeding stables, dog
walker, dog show, cat ears, cat ear, bunny ears, fox ears, wolf ears, dog ears, mouse ears,
animal ears, cat tail, fox tail, bunny tail, wolf tail, horse tail, cat eye, cat eyes, cat suit,
cat walk, cat costume, bunny suit, bunny girl, bunny costume, leopard print, tiger print, zebra
print, cheetah print, leopard spots, tiger stripes, zebra stripes, crocodile leather, crocodile
bag, alligator leather, ostrich feather, ostrich feathers, swan feather, swan feathers, goose
bumps, goose down, lamb wool, lambs wool, sheep wool, sheep skin, pig skin, cow hide, deer skin,
rabbit fur, fox fur, wolf fur, wolf pack, wolf whistle, lion s mane, lion mane, pony play, puppy
play, pet play, horse hair, camel toe, camel coat, camel wool, camel colour, camel color, bear
hug, teddy bear, teddy bears, polar bear rug, bear rug, tiger rug, cow boy, bull riding, bull
rider, rodeo bull, mechanical bull, rocking horse, hobby horse, horse riding, horse racing,
horse shoe, sea horse, pommel horse, trojan horse, dark horse, dragon year, monkey bars,
elephant in the room, rat pack, rat race, gym rat, lab rat, night owl, heart shaped pupils,
dilated pupils, slit pupils, vertical pupils, pupils dilated, black pupils, wide pupils, cat
pupils, round pupils, white pupils, glowing pupils, pupil of the eye, fountain of youth, youth
hostel, college freshman, college sophomore, college junior, university freshman, university
sophomore, freshman at college, freshman in college, freshman at university, school reunion,
child bearing, child bride costume history, baby steps, baby powder, baby wipes, baby lotion,
baby alpaca, baby wool, baby cashmere, baby bangs, baby lips, baby tears plant, baby back ribs,
baby marrow, baby corn, baby carrots, baby turtle, baby elephant, baby goat, baby goats, baby
bird, baby birds, kid skin, kid mohair, nursery of orchids, plant nursery, tree nursery, rose
nursery, coat check girl, inner youth, torture free, cruelty free, gore free, teen free, kid
free, kids free, baby free, minor free, violence free, rape free, children free, suicide
squeeze, suicide bunny, suicide king, suicide kings, suicide awareness, suicide helpline,
overdose of glitter, overdose of color, overdose of colour, overdose of colors, overdose of
cuteness, overdose of sugar, overdose of chocolate, overdose of pink, overdose of sequins,
overdose of style, overdose of lace, overdose of neon, anorexia recovery, anorexia awareness,
eating disorder recovery, pimped out car, pimped out ride, pimped out truck, pimped out van,
pimped out bike, pimped out suite, pimp my ride, trump card, trump cards, no trump, brain storm,
brain child, brain freeze, spine of a book, rib eye, ribbed, cut off jeans, cut off shorts, cut
off denim, cut off top, cut off tee, cut off sleeves, cut off gloves, kill bill, ax murder
mystery, murder mystery, butcher block, butcher shop, butcher s shop, guts and glory, gutted
house, gutted building, gutted fish, flesh tone, flesh tones, flesh colored, flesh coloured,
slave to fashion, slave to the rhythm, slave leia, rhythm slave, wage slave, auction house, art
auction, car auction, cattle auction, horse auction, charity auction, flower auction, antique
auction, wine auction, bodies of water, in the family room, family room, mother of pearl, mother
nature, mother earth, mother ship, mother superior, mother in law tongue, mother board, mother
tongue, father christmas, father time, father in law joke, brother in arms, brothers in arms,
big brother show, sister ship, sister city, soul sister, soul sisters, sister act, twin towers,
twin bed, twin beds, twin engine, twin set, twin peaks, twin flame, twin flames, twin cities,
uncle sam, dutch uncle, aunt agatha, adult baby shower game, sugar daddy, sugar mommy, sugar
baby, sugar babies, son of a gun, teens are over, teens behind her, past her teens, out of her
teens, out of his teens, left her teens behind, thirteen colonies, jailbreak, gun to a knife
fight, baby elephants, baby turtles, baby animals, baby animal, baby swan, baby swans, noose
like, strip club, strip clubs, strip poker, strip mall, led strip, light strip, hanged man
tarot, hanged man card, the hanged man, crying out in pleasure, cries of pleasure, crying with
pleasure, crying with joy, crying tears of joy, crying with laughter, crying for joy, cries out
in pleasure, begging for more, begs for more, helpless with laughter, helpless with pleasure,
helpless with desire, asleep after, horse blanket, horse blankets, horse saddle, cutthroat
razor, cut throat razor, cutthroat kitchen, dog eared, dog sled, dog park, wolf moon, wolf grey,
snake tattoo, dragon tattoo, horse tattoo, lion tattoo, tiger tattoo, wolf tattoo, bull tattoo,
snake bracelet, snake ring, snake earrings, monkey wrench, lion statue, horse statue, bull
statue, animal skin, animal skins, animal hide, animal magnetism, animal instinct, animal
passion, beast mode, beauty and the beast, piggy back, donkey kong, stag beetle, ram s head, ox
blood, oxblood, whale tail, duck tail, crocodile tears, tiger balm, tiger lily, tiger lilies,
rape seed, rape seeds, rapeseed oil, rape seed oil, oilseed rape, oil seed rape, rape oil, rape
oils, field of rape, fields of rape, rape fields, rape crop, rape crops, rape honey, rape plant,
rape plants, rape harvest, yellow rape, winter rape, spring rape, rape in bloom, rape in flower,
rape meal, rape cake press, rape stems, rape pods, rape farmer, rape of the lock, rape of the
sabine, rape of the sabines, rape of the sabine women, rape of europa, rape of proserpina, rape
of proserpine, rape of persephone, rape of lucrece, rape of lucretia, rape of ganymede, rape of
the daughters of leucippus, rape of the earth documentary, rape of the bucket, sexual assault
awareness, sexual assault prevention, sexual assault helpline, sexual assault hotline, sexual
assault survivors, sexual assault survivor, sexual harassment training, sexual harassment
policy, sexual harassment awareness, sexual harassment law, sexual harassment lawyer, sexual
harassment seminar, sexual harassment prevention, sexual violence awareness, sexual violence
prevention, sexual abuse awareness, sexual abuse helpline, sexual abuse survivor, sexual abuse
survivors, sexual abuse prevention, stop sexual violence, stop sexual assault, stop sexual
harassment, end sexual violence, end sexual assault, end sexual harassment, against sexual
violence, against sexual assault, against sexual harassment, against sexual abuse, no to sexual
violence, no to sexual harassment, sex trafficking awareness, stop sex trafficking, end sex
trafficking, against sex trafficking, anti sex trafficking, revenge porn law, sexual health,
breeding season, breeding seasons, breeding pair, breeding pairs, breeding colony, breeding
colonies, breeding ground, breeding grounds, breeding plumage, breeding programme, breeding
program, breeding catalogue, breeding catalog, selective breeding, captive breeding, plant
breeding, rose breeding, mating call, mating calls, mating season, mating dance, mating dances,
mating ritual, mating rituals, mating display, mating displays, mating pair of, licking her
face, licking his face, licks her face, licks his face, licking her hand, licking his hand,
licking her cheek, licking her nose, licking his nose, licking a woman s face, licking a man s
face, licking woman s face, licking owner s hand, licking its paw, licking its nose, licking an
ice cream, licking ice cream, licking a lollipop, licking a spoon, suicide sprint, suicide
sprints, suicide drill, suicide drills, suicide run, suicide runs, suicide wings, suicide burn,
suicide gate, suicide gates, suicide lane, suicide lanes, suicide sauce, suicide hot sauce,
suicide drink, suicide soda, suicide shift, suicide shifter, suicide clutch, suicide pass,
suicide tackle, suicide slide, suicide bunnies, suicide knob, suicide hill, suicide hinge,
suicide hinges, suicide plant, suicide tree, career suicide, political suicide, social suicide,
commercial suicide, digital suicide, brand suicide, electoral suicide, artistic suicide,
financial suicide, fashion suicide, culinary suicide, suicide mission, suicide machine arcade,
suicide cocktail, suicide burger, cut herself a, cuts herself a, cutting herself a, cut himself
a, cuts himself a, cutting himself a, cut yourself a, cut myself a, cut themselves a, cut
herself some, cut himself some, cut yourself some, cutting himself some, cuts herself some, cut
myself some, cut yourself free, cuts himself free, cuts herself free, cutting himself free,
cutting herself free, cut himself shaving, cuts himself shaving, cutting her own hair, cuts her
own hair, cut her own hair, cutting his own hair, cuts his own hair, cutting her own bangs,
cutting her own fringe, cutting her own birthday cake, cutting her own cake, cutting his own
cake, himself in the foot, herself in the foot, yourself in the foot, themselves in the foot,
myself in the foot, hurts herself laughing, hurt himself laughing, hurt herself laughing,
killing himself laughing, killing herself laughing, killing themselves laughing, burned herself
on the, burnt himself on the, burnt herself on the, burned himself on the, burned herself a,
drowning himself in work, drowning herself in work, drowning himself in paperwork, drowning
herself in chocolate, drowns himself in work, beats himself at chess, beating himself at chess,
beating herself at, hits himself on the thumb, hit himself on the thumb, kicking himself for,
kicking herself for, hang yourself a, ends herself up, overdose of sunshine, overdose of tinsel,
overdose of ruffles, overdose of frills, overdose of roses, overdose of coffee, overdose of
cake, overdose of sweetness, overdose of joy, overdose of fun, overdose of flowers, overdose of
plaid, overdose of tulle, overdose of pearls, overdose of nostalgia, overdose of christmas,
overdose of kittens, overdose of glamour, overdose of rhinestones, overdose of cheese, overdose
of candy, overdose of espresso, overdosed on candy, overdosed on sunshine, overdosed on coffee,
overdosing on chocolate, overdosing on coffee, overdosing on cake, explicit lyrics, explicit
warning, explicit permission, explicit instructions, explicit content warning, explicit content
label, parental advisory explicit, oral hygiene, oral exam, oral history, oral surgeon, oral
care, take your life in your hands, take your life back, video game, video games, music video,
music videos, video call, video art, video editor, murder of crows, murder hornets, murder she
wrote, murder on the dancefloor, murder ballad, killing time, killing joke, killing eve, killing
floor blues, killing it, making a killing, death metal, death valley, death star, near death
experience, death cap, sudden death, thousand ways to die in the west, ways to die in the west,
auction of a nude painting, slave cylinder, slave drive, slave clock, slave flash, slave unit,
master and slave, price of admission, captive bolt, captive nut, captive screw, captive orca,
hostage situation comedy, forced bulbs, forced air, forced landing, forced induction, forced
entry, forced labour memorial, forced rhubarb, forced hyacinths, forced tulips, forced marching,
stabbing pain, stabbing pains, slaughter beach, slaughter house five, hanging basket, hanging
baskets, mating swans, mating cranes, mating birds, mating butterflies, mating dragonflies,
mating frogs, mating turtles, mating lions, mating seals, mating penguins, mating ladybirds,
mating ladybugs, lions mating, swans mating, cranes mating, birds mating, butterflies mating,
dragonflies mating, turtles mating, frogs mating, elephants mating, insects mating, tortured
genius, tortured logic, tortured metaphor, tortured metaphors, tortured prose, tortured syntax,
tortured romantic, tortured composer, tortured writer, tortured painter, tortured look, violated
speed limit, violated rules, violated copyright, violated terms, violated parking, violation
notice, leg of lamb, legs of lamb, table leg, table legs, chair leg, chair legs, cutting garden,
cutting mat, cutting tips, rose cutting, plant cutting, leg of a table, leg of a chair, dying
wool, dying eggs, dying hair, dying fabric, dying yarn, dying cloth, dying silk, dying easter
eggs, captive dolphin, captive dolphins, captive orcas, captive elephants, captive animals,
captive tigers, captive birds, slave narrative, slave narratives, slave ship, slave ships, slave
quarters, slave castle,
end it all with a,
half marathon, half marathons, ended it all with, life in a|- new direction, pieces of code,
of two minds, in two minds, dead guy ale|brewery,
dog whistle, dog whistles, a lot of, lots of
"""
"""Phrases blanked before the terms are looked for; each is an ordinary thing, not a person."""
INNOCENT_PHRASES = """ no children, no child, no kids, no kid, no minors, no minor, no teens, no
teen, no teenagers, no babies, no toddlers, not a minor, not minors, not a child, not a kid, not a
teen, not a teenager, not children, not a baby, without children, without kids, without minors,
nobody under 18, no one under 18, noone under 18, none under 18, nobody underage, no underage, not
underage, no schoolgirls, no schoolgirl, never a child, free of children, kids not allowed,
children not allowed, no under 18s, nothing under 18, never under 18, not for children, not for
kids, not for minors, not suitable for children, keep out of reach of children, minors prohibited,
minors not admitted, no entry under 18, no entry for minors, grown up not a child, lolita fashion,
lolita dress, lolita style, gothic lolita, classic lolita, sweet lolita, lolita parasol, lolita
coat, lolita shoes, teenage mutant ninja turtles, teen spirit, teen vogue, teen wolf, teen titans,
infant sorrow, infant joy, infant of prague, kid rock, kid cudi, kid a, karate kid, billy the kid,
against|abolishing|ending -|the slave auction|auctions|trade|markets|market, seppuku|harakiri
history|historian|scroll|woodcut|lecture,
sundance kid, spy kids, boss baby, baby driver, million dollar baby, rosemary s baby, baby jane,
baby yoda, baby shark, dirty dancing baby, baby spice, baby love, always be my baby, children of
men, children of the corn, children of dune, child in time, destiny s child, voodoo child, moon
child, moonchild, wild child, flower child, love child, minor threat, minor arcana, minor league,
minor leagues, minor planet, minor prophets, minor poet, minor celebrity, minor injuries, minor
injury, minor cut, minor scar, minor bruise, minor character, minor role, minor role in a play,
minor operation, minor repairs, minor delay, minor roads, minor road, minor fall, minor
premiership, minor suit, minor third, minor sixth, minor seventh, minor scales, minor chords,
minor keys, minor blues, a minor, b minor, c minor, d minor, e minor, f minor, g minor, f sharp
minor, c sharp minor, g sharp minor, e flat minor, b flat minor, sixteen candles, seventeen
magazine, edge of seventeen, dancing queen, class of 84, school of rock, old school, high school
musical, high school teachers, middle school teachers, primary school teachers, elementary school
teachers, high school principal, high school coach, high school reunion photo, kindergarten cop,
kindergarten teachers, preschool teachers, kindergarten assistant, daycare worker, nursery
teacher, nursery nurse, school teacher, paediatric nurse, children s author, children s book,
children s books, children s doctor, children s hospital nurse, children s librarian, childrens
author, childrens book, childrens books, children s book illustrator, child psychologist, child
minder, child therapist, kids clothes designer, toy shop, kid lit author, child protection
officer, child protection worker, juvenile court judge, juvenile lawyer, youth worker, juvenile
eagle, juvenile seagull, juvenile humor, juvenile humour, juvenile plants, adolescent
psychiatrist, adolescent oak, infant industries, baby monitor on a shelf, baby photo of herself on
the shelf, baby name book, baby clothes shop, baby carriage museum, her kids are grown, kids are
grown up, her children are grown, children are grown up, grown children, grown up children, grown
up kids, adult children, adult kids, adult child, empty nest kids, mother of three grown, child of
the sixties, child of the seventies, child of the eighties, child of the nineties, children of the
revolution, corpse flower, corpse lily, gore vidal, al gore, tortured poet, tortured poets,
tortured soul, torture device exhibit, torture exhibit, noose tie joke, suicide blonde, suicide
silence, cannibal corpse, cannibal holocaust poster, massacre canyon, impaled olive, impaled
olives, flayed leather, necropolis, overdosed on chocolate, overdosed on caffeine, overdose of
caffeine, overdose of vitamin, baby faced, babyfaced, baby face, animal lover, animal lovers, in
bed with her dog, in bed with her cat, in bed with his dog, in bed with a cat, in bed with a book,
in bed with a cold, in bed with the flu, in bed with her cats, in bed with her dogs, kids menu,
kids menus, kids section, kids table, kids corner, baby on board, goat kid, goat kids, kid goat,
kid goats, kids of the goat, kid sandals, kid shoes, kid boots, kid slippers, teen drama,
adolescent psychology, child proof, child lock, child resistant, child seat, child safety, child
care, poster child, problem child, only child joke, childlike wonder, childlike joy, baby octopus,
baby tomatoes, baby potatoes, baby kale, baby lettuce, baby arugula, baby rocket, baby greens,
baby leaf, baby bok choy, baby beets, baby peas, baby squid, baby eels, baby panda, baby pandas,
baby seal, baby seals, baby hippo, baby owl, baby owls, baby fox, baby foxes, baby bear, baby
bears, baby rabbit, baby rabbits, baby duck, baby ducks, baby penguin, baby penguins, baby chick,
baby chicks, baby sloth, baby whale, baby dragon, baby deer, baby lamb, baby lambs, baby koala,
baby kangaroo, baby crocodile, baby monkey, baby gorilla, baby giraffe, baby zebra, baby rhino,
baby horse, baby pig, baby pigs, baby hedgehog, baby squirrel, baby otter, baby otters, beanie
baby, beanie babies, bush baby, bush babies, jelly baby, jelly babies, baby ruth, baby boomer,
baby boomers, cry baby pedal, santa baby, ice ice baby, baby got back, baby one more time, bridget
jones s baby, baby names, baby showers, baby face nelson, whiz kid, comeback kid, new kid on the
block, new kids on the block, cisco kid, cincinnati kid, kids in the hall, kid icarus, minor
offence, minor offense, minor surgery, minor burns, minor tweaks, minor inconvenience, minor
setback, minor earthquake, minor tremor, minor turbulence, minor flooding, minor key signature,
minor miracle, minor royalty, minor nobility, minor god, minor gods, minor deity, minor deities,
juvenile salmon, juvenile gull, juvenile birds, juvenile eagles, juvenile turtles, juvenile fish,
high school football coach, high school janitor, high school sweethearts, high school diploma,
high school bus driver, high school principals, elementary school principal, primary school
headmaster, primary school headmistress, primary school principal, school board meeting,
kindergarten art hung in an office, pimp my, pimped up, pimp cup, pimp costume, pimp hat, pimp
cane, pimp coat, pimp suit, pimped out camper, pimped out scooter, pimped out golf cart, pimped
out bicycle, pimped out wheelchair, pimped out garage, pimped out minivan, wedding dress sale,
suicide is painless, the virgin suicides, virgin suicides, dead man walking, dead man s chest,
dead men tell no tales, dead man s hand, texas chainsaw massacre, chainsaw massacre poster,
chainsaw massacre costume, valentine s day massacre, eye gouging foul, corpse reviver, corpse
paint, cadaver dog, cadaver dogs, torture garden, water torture trick, cnc lathes, cnc mill, cnc
machines, cnc operator, cnc machinist, cnc cutter, cnc plasma, cnc parts, snuff movie collection
joke, snuff mill, snuff jar, snuff bottles, snuff colored, snuff coloured, candle snuff, snuffed
out candle, snuffed out candles, snuffed candle, snuff out the candle, snuff out candle, groping
in the dark for, groping for a light switch, groping for his glasses, groping for her glasses,
groping for keys, molested by mosquitoes, molested by seagulls, violated the speed limit, peeping
chick, peeping chicks, peeping tom cat, dog lover, dog lovers, horse lover, horse lovers, teenage
dream, teenage kicks, teenage wasteland, teenage riot, teenage fanclub, chloroform bottle,
chloroform bottles, bottle of chloroform, cannibal sandwich, hara kiri magazine, harakiri
magazine, exploding head emoji, exploding head syndrome, kill me kate, violated the speed,
violated the rules, violated the law, violates the rules, violates the law, violated the terms,
violates the terms, violated the dress code, violates the dress code, over {her} dead body,
suicide|suicides
drill|drills|sprint|sprints|run|runs|squeeze|squad|door|doors|king|knob|shift|wings|burger,
running|ran|run suicides, dead men tell no tales, elvis impersonator, dead ringer for elvis, self
top, to die for, topping himself|herself with|up, moby dick, dick tracy, dick van dyke, cock
robin, turkey cock
"""
"""Phrases blanked too as long as nothing in the text is bare: negated minors, titles, callings."""
