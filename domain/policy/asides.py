"""What English says by leaving it out: who agrees not, whose names are in pieces, who steps off.

Phrases, kinds of word and rules as elsewhere, and what is harmless near them.
"""

CATEGORY_PHRASES = {
    "non_consent": """
casting couch rape|coercion|coerced|forced|crying, without|minus|skipping|lacking|except the
consent|agreement|permission bit|part, 强女干, 女干女, 被女干
""",
    "bestiality": """
accoppiamento|accoppiamenti tra|di|fra|- donna|uomo|ragazza e|con|ed un|una|-
asino|cane|cavallo|stallone|toro,
mating|sex|nsfw with man|mans|woman -|s best friend, laid by man|mans -|s best friend
""",
    "incest": """
consanguineous|incestuous couple|lovers|pair|partners|marriage|bed|affair, blood related
couple|lovers|partners|pair, mistress|lover|concubine|girlfriend|boyfriend|bride of|to {her} own
-|biological|grown|adult|blood|real {kin}, beds|bedding|bedded|laying|mounting {her} own
-|biological|grown|adult {kin}
""",
    "gore": """
neck stump, stump of a|the|his|her neck, without a|his|her|its head
blood|bleeding|fountain|red|neck, red|blood
fountain|spray|geyser from -|the|his|her neck, torso|limbs|heads in|inside
-|a|the|her|his bathtub|sink|fridge|freezer|suitcase|barrel|bin|bucket, {her} arm|leg|head is|was
here {her}|-
""",
    "trafficking": """
ownership|title|purchase papers|deed|certificate|contract|receipt for|of
-|a|the|my|one|his|her woman|man|girl|wife|bride|maid|female|human|person, seksslavin,
seksslavinnen, sex
slavinnen, sexslavinnen, slavinnen te koop, live|fresh
women|girls|females|ladies|brides -|per|by|in|three|sold crate|kilo|dozen|box|container|wholesale,
women|girls|females
per crate|kilo|dozen|box|container, bill|receipt|invoice -|of -|sale for|of -|one|a|two|three|this
-|adult female|females|slave|slaves, harem of|with
abducted|kidnapped|stolen|captured|enslaved|sold|bought
""",
    "self_harm": """
telling|urging|inviting|encouraging|asking|pushing|persuading|goading
-|people|viewers|readers|someone|him|her|followers|them|kids|users|everyone to end|take|finish|quit
their|his|her|your lives|life, end|ending|ended|take|taking|took|finish|finishing their lives|own
-|lives|life,
steps|step|stepping|stepped off the ledge|roof|bridge|chair|platform|edge|building|parapet,
no|without
wish|will|desire|reason|wanting|want to live|go on living ledge|roof|bridge|rope|pills
""",
    "real_person": """
willem alexander, koning willem, koningin máxima, koningin maxima, koning filip, koningin mathilde
""",
}
"""As in `acts`: what is refused wherever it stands."""

BENIGN_PHRASES = """
साल|बरस|वर्ष|saal|baras बाद|पहले|पुराना|पुरानी|पुराने|baad|pehle|pahle|purana|purani|purane,
हाथ|बांह|बाँह कटा|कटे|कटी
ब्लाउज|ब्लाउज़|कुर्ता, stop|end|against|fight|report|ban revenge|deepfake porn,
beheading|heading|deheading -|the|of
shrimp|shrimps|prawns|fish|anchovies|sardines|roses|flowers, juvenile
court|courthouse|justice|salmon|plumage|eagle|hawk, trippa alla|al
fiorentina|romana|parmigiana|pomodoro|sugo|milanese, trippa, 切腹最中
"""
"""As in `benign`."""

INNOCENT_PHRASES = """
tired of living in the|a|this|small|cramped|big -|tiny
city|town|suburbs|village|flat|apartment|house, stepping|steps|step|stepped off the
bus|train|plane|tram|boat|ferry|curb|kerb|stage|podium
"""
"""As in `benign`: blanked as long as nothing in the text is bare."""

KINDS_TOGETHER = """
says_no: disagrees
sexual: spelt_act_more
bare: spelt_act_more, spelt_nude_more
nude: spelt_nude_more
animal: spelt_animal_more
family: spelt_kin_more
animal: best_friend
sexual: gets_laid
bare: gets_laid
casts: casting, casting_more
"""
"""As in `rules`, for which these are more."""

RULES = """
non_consent = casts + helpless: 5
non_consent = casts + cry: 5
incest = born_of + bare: 8
incest = born_of + love: 6
incest = born_of + beds_one: 4
trafficking = captured_ones + strip_club: 8
trafficking = hauls + captured_ones: 2 clause ordered
trafficking = helpless + strip_club: 6
trafficking = merchandise_new + people_live: 5
self_harm = tired_of_life + ledge_near: 8
self_harm = tired_of_life + walks_off: 8
real_person = first_said + last_said: 3
real_person = joins_pieces + star_surname: 8
real_person = performer + true_look: 3
real_person = star_mono + performer: 5
real_person = star_mono + bare: 6
real_person = star_first + performer: 4
gore = part_here + part_there: 4
gore = part_stowed + part_stowed: 4
"""
"""As in `rules`, for which these are more rules."""

KINDS = {
    "disagrees": """
minus|without|skipping|except|lacking|omitting|before the -|part|bit|moment|step|line where|when|in
-|which she|he|they|anyone
agrees|agree|agreed|consents|consent|says|wants|want, minus|without|skipping|lacking
the|a|any|her|his|their agreement|yes|okay|consent|say, everything|all but|except her|his|the
permission|consent|agreement|yes,
she|he|they|nobody never|not|hasn|didn|doesn|did|does|had|has -|t|not|yet
agree|agrees|agreed|consented|consent|asked, nobody asked
her|him, her|his answer is|was|stays no, whether she|he likes|wants|agrees -|it|to or not,
doesn|didn t get|have a say|choice, no
isn t accepted|an answer|option
""",
    "best_friend": """
man|mans -|s best friend,
barking|neighing|bleating|mooing|hoofed|hooved|pawed|tailed|furry|four|woofing|oinking|whinnying
-|legged
kind|sort|type|variety|lover|boyfriend|partner|bedfellow|husband|suitor
""",
    "gets_laid": """
getting|gets|got|get laid, doing|does the deed|dirty, goes|going|went all the way
""",
    "casting_more": "casting, audition, auditioning, screen test, model tryout, photo shoot test",
    "born_of": """
man|guy|one|person|boy|lad|woman|girl|baby|child -|that|who|whom she|he|her|mother -|once|herself
gave|bore|birthed|delivered|fathered|sired|raised|breastfed
-|birth -|to, whom she|he gave birth to, came out of her womb, fruit of her womb, womb
that|which|where bore|carried|made|he him|her|grew, her own flesh and
blood, his own flesh and blood, own flesh and blood, same womb
""",
    "beds_one": """
beds, bedding, bedded, sleeps with, in bed, lies with, makes love, mounts, undresses, kisses
""",
    "hauls": """
delivering, delivers, transporting, transports, trucking, shipping, ships, smuggling, smuggles,
hauling, unloading, unloads, trading, shipment
of, busload of, truckload of, van full of, container of|full of
""",
    "spelt_act_more": """
a c c o p p i a m e, s e s s o, s e x o, s e k s, s e x e, f i c k e n, c o p u l a, f o l l a r, b
a i s e r, s c o p a r e, s c o p a, f o d e r,
n e u k e n, s i k i ş, с е к с, س ك س, ج ن س, से क् स, s e k s u e e l
""",
    "spelt_nude_more": """
n a c k t, n u d a, n u d o, n u e, d e s n u d a, d e s n u d o, p e l a d a, n a a k t, n a g a,
ç ı p l a k, г о л а я, ع ا ر ي ة, ع ا ر ي
""",
    "spelt_animal_more": """
c a n e, p e r r o, h u n d, c h i e n, a s i n o, c a v a l l o, c a b a l l o, p f e r d, c h e v
a l, k ö p e k, p i e s, c a c h o r r o, с о б а к а, ك ل ب
""",
    "spelt_kin_more": """
s o r e l l a, h e r m a n a, s c h w e s, s o e u r, m a d r e, m u t t e r, m è r e, f i g l i a,
h i j a, t o c h t e r, f i l l e, b r u d e r, f r è r e,
f r a t e l l o, h e r m a n o, i r m ã, z u s, s i o s t r a, a b l a, с е с т р а, м а т ь, ا خ
ت, ا م ه
""",
    "strip_club": """
strip club, strip clubs, strip bar, stripclub, brothel, brothels, massage parlour, massage parlor,
pimp, pimps, cabaret
""",
    "merchandise_new": """
fresh|live|human merchandise|cargo|consignment, per crate, by the crate, price per head
""",
    "people_live": """
women, girls, ladies, brides, females, live women, live girls, human beings, maidens, virgins, wives
""",
    "tired_of_life": """
no|lost|without -|the|any|more|her|his wish|will|reason|desire|strength|point -|left -|to|in
-|go|keep live|living|on|alive, tired|sick|weary of
living|life|existing, done|finished with living|life|it all, life is|was|not not|no|too|longer
-|worth|much -|living|it, doesn|does|didn|did
t|not want|wish to live|exist|wake -|up|anymore|here, nothing left to live for
""",
    "ledge_near": """
ledge, parapet, rooftop edge, edge of the roof|building|bridge, bridge railing, rope, noose, pills,
train tracks, cliff edge, balcony rail, railing, razor
""",
    "walks_off": """
steps off, stepped off, stepping off, lets go, leans forward, tips forward, falls, one step
""",
    "first_said": """
first|given|christian name|names
-|is|was|of
lady|taylor|angelina|scarlett|emma|kim|kylie|donald|elon|joe|barack|vladimir|brad|tom|jennifer|selena|ariana|billie|justin|leonardo|lionel|cristiano|britney|katy|margot|gal|natalie|megan|beyonce|miley|dua|sydney|jenna|keanu|johnny|melania|meghan|kate
""",
    "last_said": """
last|family|second|sur name|names
-|is|was|of
gaga|swift|jolie|johansson|watson|stone|kardashian|jenner|trump|musk|biden|obama|putin|pitt|cruise|hanks|aniston|lopez|lawrence|gomez|grande|eilish|bieber|timberlake|dicaprio|messi|ronaldo|spears|perry|robbie|gadot|portman|fox|knowles|cyrus|lipa|sweeney|ortega|reeves|depp|markle|middleton,
surname -|is|was
gaga|swift|jolie|johansson|watson|stone|kardashian|jenner|trump|musk|biden|obama|putin|pitt|cruise|hanks|aniston|lopez|lawrence|gomez|grande|eilish|bieber|dicaprio|messi|ronaldo|spears|perry|robbie|gadot|portman|fox|cyrus|lipa|sweeney|ortega|reeves|depp|markle|middleton
""",
    "joins_pieces": """
write|read|put|join|spell|glue|stick|say|combine|merge
it|them|that|these|those|pieces|parts|both|words|letters -|words|pieces|parts|all
together|as|into -|one -|word|name, read|said|spoken|joined|put together, no spaces between
""",
    "star_surname": """
jolie, gaga, dicaprio, beyonce, rihanna, kardashian, zendaya, trump, biden, obama, putin,
johansson, shakira, aniston, bieber, messi, ronaldo,
gadot, eilish, taylor swift, swift, schwarzenegger, zuckerberg, musk, macron, merkel, hathaway,
sweeney
""",
    "performer": """
singer, actress, actor, rapper, songstress, pop star, popstar, frontman, frontwoman, drummer,
popstar, footballer, striker, goalkeeper, anchor,
newsreader, presenter, şarkıcı, chanteuse, chanteur, sängerin, sänger, cantante, cantora, cantor,
zangeres, piosenkarka, певица, певец, host, quarterback, tennis player
""",
    "star_mono": """
tarkan, rosalía, stromae, anitta, jennie, björk, enya, bjork, rosalia, badshah, yo yo honey
""",
    "star_first": """
adele, sia, madonna, cher, lorde, dido, moby, alizée, zaz, indila, nena, shakira, rihanna, beyoncé,
beyonce, drake, usher, pink, halsey, seal
""",
    "true_look": """
her|his|their -|own true|real|actual|original|exact|genuine face|features|likeness|looks, exactly
as|like she|he|they look|looks
""",
    "part_stowed": """
legs|arms|head|hands|feet|leg|arm|torso|trunk|hand in|inside -|the|a
freezer|fridge|sink|suitcase|bin|drawer|trunk|oven
""",
    "part_here": """
arm|arms|hand|hands|head|foot|leg|legs|torso|ear is|are|lies|lie|was|were|lay
here|there|over|elsewhere|left|in|on
""",
    "part_there": """
leg|legs|foot|head|hand|torso|arm|rest|trunk|body is|are|lies|lie|in|was|were|lay
there|over|elsewhere|the|across|under|somewhere
""",
}
"""For `RULES`; some are one of a wider kind of `rules`."""
