"""Turns of phrase: what a tool did, who may not leave before she has paid, one more line on an arm.

More kinds of word as in `contexts` and more rules as in `rules`, in ten languages.
"""

KINDS_TOGETHER = """
helpless: not_asked
says_no: says_no_ten
brothel: brothel_cases
clothes_torn: women_torn
"""
"""As in `rules`, for which these are more."""

RULES = """
bestiality = animal + mount_inf: 4
licks_there = animal + licks_all: 3 clause ordered
licks_there = animal_slang + licks_all: 1 clause ordered
bestiality = licks_there + legs_ten: 4
licked_part = lick_inf + genital_ten: 3 clause ordered
bestiality = licked_part + animal: 4 clause ordered
bestiality = animal + they_do_it: 2 ordered
gets_wanted = animal + gets_wants: 2 clause ordered
bestiality = gets_wanted + anybody: 2 clause ordered
bestiality = gets_wanted + somebody: 2 clause ordered
bestiality = feral_tag + knot_tag: 5
animal_spouse = animal + is_spouse: 1 clause ordered
bestiality = animal_spouse + bare: 8
bestiality = animal_spouse + union_word: 8
bestiality = animal_spouse + wed_night: 8
animal_inside = animal + limb_inside: 0 clause ordered
bestiality = animal_inside + nude: 3 clause ordered
tool_did = tool_hard + did_to: 1 clause ordered
tool_did = machine + did_to: 1 clause ordered
gore = tool_did + body_part: 1 clause ordered
gore = tool_did + limb_own: 1 clause ordered
gore = tool_did + anybody: 1 clause ordered
gore = is_cut + from_to: 1 clause ordered
gore = abattoir + but_people: 4
gore = prepares_one + kitchen_word: 5
gore = prepares_one + dished: 5
gore = parts_in_bowl + plier: 6
gore = upside_in + anybody: 2 clause
incest = kin_plural + tongue_to: 6
incest = kin_plural + finally_do: 4 clause
incest = kin_and_me + we_touch: 10
incest = sleeps_ten + kin_own_ten: 2
non_consent = peered_in + private_act: 6
non_consent = cry + he_undresses: 5
non_consent = blocks_door + clothes_torn: 8
interview_strip = interview_word + she_strips: 8
non_consent = interview_strip + blocks_door: 8
non_consent = pill_in_glass + bare: 12
non_consent = wakes_naked + no_memory: 8
non_consent = raiders + women_torn: 6
non_consent = says_no_ten + bare: 8
real_person = hinted_one + exposed: 8
real_person = hinted_one + bare: 6
known_lead = film_title + lead_word: 2 clause ordered
real_person = known_lead + exposed: 5
real_person = superlative_one + exposed: 5
real_person = source_page + exposed: 4
real_person = this_face + bare: 5
real_person = face_mine_ten + bare: 6
self_harm = had_enough + razor: 5
self_harm = had_enough + rope_word: 5
self_harm = letter_word + red_water: 8
self_harm = more_lines + bad_day: 6
self_harm = bridge_rail + lets_go: 8
self_harm = puts_rope + lonely_word: 8
self_harm = empty_packs + cold_hand: 5
self_harm = harm_part + relief_word: 6
self_harm = harm_part + cigarette: 3
self_harm = swallow_ten + no_waking_ten: 8
trafficking = brothel + debt_ten: 10
held_till_paid = cannot_home + until_paid: 4
trafficking = person_plain + held_till_paid: 5 ordered
trafficking = swipe_buy + closing: 0 clause ordered
trafficking = overseer_picks + caged: 8
trafficking = kept_in + shows_off: 10
trafficking = person_plain + numbered_box: 1 clause ordered
trafficking = papers_destroyed + used_by_men: 6
trafficking = min_order + unfree_sign: 6
trafficking = trade_in_one + for_new: 3
"""
"""As in `rules`, for which these are more rules."""

CATEGORY_PHRASES = {
    "gore": """
inside out man|woman|person|human|head|face|torso, man|woman|person|human|victim turned inside out,
glass|nails|shards|splinters|needles|screws in|into|through -|the|his|her|their|both
eye|eyes|eyeballs|eyeball, woman|man|body|person|victim|wife|husband in
two|three|four|five|several|many -|black|plastic|garbage|bin
bags|suitcases|barrels|buckets|jars|sacks, trophy wall|case|room|collection|shelf of -|human
faces|scalps|ears|tongues|fingers, necklace|belt|garland|string of -|human|severed
ears|scalps|tongues|fingers|eyes, remove|removing|saw|sawing|lift|lifting|cut|cutting|slice -|off
the top of his|her|the|their|someones skull|head, kneecap|kneecaps
drilled|smashed|shattered|shot|sawn|broken|removed|crushed, levend gevild|gevilde,
obdzierany|obdzierana|obdarty|obdarta żywcem, żywcem obdzierany|obdarty|obdarta, obdzierany|obdarty
ze skóry, derisi|derisini yüzülen|yüzülüyor|yüzülmüş|yüzen, diri diri derisi, заживо
сдирают|содрали|сняли кожу, сдирают|содрали|снимают кожу заживо|живьём|живьем|с, живьём сдирают
кожу, lebendig gehäutet, écorché|écorchée vif|vive
""",
    "self_harm": """
toe|toes on the trigger, starve|starves|starving|fasting|fasts -|herself|himself|myself until|till
-|i|she|he|they|there|only -|is|am|are
vanish|vanishes|disappear|disappears|die|dies|nothing|bones|gone
""",
    "trafficking": """
debt bride|brides|wife|wives|woman|women|girl|slave|slaves, bride|wife|woman|maid as
repayment|collateral|payment|settlement, bride|wife|maid given|handed|delivered to the|a|her|his
lender|creditor|moneylender
""",
}
"""As in `acts`: what is refused wherever it stands."""

KINDS = {
    "mount_inf": """
zu besteigen|bespringen|decken|begatten, à la|le monter|saillir|couvrir, para
montarla|cubrirla|montarlo, a montarla|coprirla, para montá|cobri la, te
dekken|bespringen|bestijgen, żeby ją pokrył|krył, aby ją pokrył, onu çiftleştirmesi, чтобы
он|пёс|кобель покрыл|взобрался, la monte|couvre par derrière
""",
    "legs_ten": """
entre las piernas, tra le gambe, entre as pernas, tussen haar|de|zijn benen, między nogami,
bacaklarının arasını|arası|arasında, между ног, ей между, zwischen den|ihren|seinen beinen, entre
les|ses|ces jambes|cuisses, entre los muslos, tra le cosce, entre as coxas
""",
    "lick_inf": """
lécher, léchée, lèche, lamer, lamida, leccare, leccata, lamber, lambida, lecken, geleckt, likken,
gelikt, lizać, lizana, yalatmak, yalatıyor, вылизать, лизать, licked, lick
""",
    "genital_ten": """
chatte, minou, coño, figa, fica, buceta, xoxota, muschi, möse, fotze, kut, kutje, poes, cipkę,
cipka, amını, amı, пизду, киску, pussy, vulva, vagina, schwanz, bite, polla, cazzo, pau, lul,
kutasa, член
""",
    "they_do_it": "they|we|both do|did|are -|doing it -|like",
    "gets_wants": "gets|takes|has|take what he|it|she wants|likes|needs from|off|out",
    "feral_tag": """
feral male|female|males|boar|wolf|dog|stallion|on, on feral, human on feral, anthro and feral
""",
    "knot_tag": """
knot, knotted, knotting, stuck, bulge, stomach bulge, belly bulge, breeding, human female, sheath
""",
    "is_spouse": """
is|becomes|as|was|now|made -|now her|his|my|their
wife|husband|bride|groom|lover|boyfriend|girlfriend|spouse|mate
""",
    "limb_inside": """
arm|arms|tongue|snout|tail|paw|hoof|tentacle|tentacles|trunk|nose -|is|are|deep inside|into|in
-|a|an|the|her|his
""",
    "did_to": "did|does|has|can -|done|do to -|a|an|the|his|her|their|my|your",
    "is_cut": """
she|he|man|woman|victim|body|soldier|him|her -|is|was|being|gets|lies
cut|opened|slit|split|sliced|carved|sawn|sawed|ripped|unzipped|hacked -|open
""",
    "abattoir": """
slaughterhouse, abattoir, butcher shop, butchers, butcher s window, meat counter, meat market, meat
display, butchery
""",
    "but_people": """
but -|with|its|all|only people|humans|human|women|men, human meat|carcasses|bodies|torsos|limbs,
instead of pigs|cows|animals|meat|cattle|beef|pork, people on|hanging|as, humans on|hanging|as,
people not animals
""",
    "prepares_one": """
preparing|prepares|carving|seasoning|roasting|roasts|basting|marinating|cooks|cooking|butchering|plating|grilling|filleting|stuffing
a|an|the -|whole|living|live|dead man|woman|human|person|tourist|backpacker|hiker
""",
    "kitchen_word": """
chef, butcher, step by step, recipe, cannibal
""",
    "parts_in_bowl": """
finger|fingers|toe|toes|teeth|ears|ear|eyes|nails -|are|cut -|off -|one -|by -|one in|into a|the|his
bowl|jar|bucket|bag|box|dish|tray|glass
""",
    "plier": """
pliers, bolt cutter, bolt cutters, cleaver, hatchet, axe, shears, torture, ransom
""",
    "upside_in": "skin on the inside, organs on the outside, turned inside out",
    "tongue_to": """
tongue to tongue, tongues touching|touch|meeting|together|entwined, sharing tongue|spit, mouth to
mouth nude
""",
    "finally_do": "finally|secretly|really|actually|drunkenly do|did|done|doing it",
    "kin_and_me": """
dad|mom|mum|mother|father|sister|brother|aunt|uncle|son|daughter|grandma|stepmom|stepdad and me|i,
me|i and my -|own|big|little|older
dad|mom|mum|mother|father|sister|brother|aunt|uncle|son|daughter|stepmom|stepdad
""",
    "we_touch": """
we touch|fuck|undress|strip|cross|sin|grind, touch each other, we kiss with|deeply|passionately, we
make love|out, we are naked|nude, we get|go naked|nude|further, hard for me|him|her
""",
    "sleeps_ten": """
schläft, schlafen, couche, couchent, baise, se acuesta, se acuestan, folla, va a letto, scopa,
transa, deita, dorme, slaapt, vrijt, neukt, sypia, śpi, kocha się, yatıyor, yatan, sevişiyor, спит,
спят, трахается
""",
    "kin_own_ten": """
mit ihrem|seiner|meinem|meiner eigenen|leiblichen bruder|schwester|mutter|vater|sohn|tochter|onkel,
avec son|sa|mon|ma propre frère|soeur|père|mère|fils|fille, con su|mi propio|propia
hermano|hermana|padre|madre|hijo|hija, con il|la|suo|sua -|proprio|propria|suo
fratello|sorella|padre|madre|figlio|figlia, com o|a|seu|sua próprio|própria
irmão|irmã|pai|mãe|filho|filha, met haar|zijn|mijn eigen broer|zus|vader|moeder|zoon|dochter, z|ze
własnym|własną|rodzonym|rodzoną bratem|siostrą|ojcem|matką|synem|córką, öz
abisiyle|ablasıyla|kardeşiyle|babasıyla|annesiyle|oğluyla|kızıyla, с|со
родным|родной|собственным|собственной братом|сестрой|отцом|матерью|сыном|дочерью
""",
    "not_asked": """
did not|didnt ask|want|agree|consent to be, not asked to be, never asked to be, did not sign up for
this
""",
    "he_undresses": """
he|they|man|men|guard|boss|intruder|stranger -|slowly|roughly
undresses|strips|unbuttons|disrobes|undress|strip her|him
""",
    "blocks_door": """
blocks|blocking|bars|bolts|locks|locked|locking|guards -|the|- door|exit|way|doors
""",
    "interview_word": """
interview, job interview, casting, audition, exam, visa interview, visa office, promotion talk,
performance review
""",
    "she_strips": """
she -|slowly|has|must|nervously -|to
unbuttons|undresses|strips|unbutton|undress|strip|disrobes|undressed
""",
    "pill_in_glass": """
pill|powder|drops|something|drug|capsule|roofie -|is
dissolving|dissolves|fizzing|melting|dropped|slipped|stirred|hidden in|into her|his -|wine
glass|drink|wine|cocktail|champagne|beer
""",
    "wakes_naked": "wakes|woke|waking|awakes -|up naked|nude|undressed|topless|without|half",
    "no_memory": """
remembers nothing, no memory, does not remember, doesnt remember, cannot remember, bruises, bruised,
drugged, blackout
""",
    "raiders": """
soldiers, troops, raiders, invaders, vikings, mob, gang, captors, bandits, pirates, conquerors,
looters, barbarians, occupiers
""",
    "women_torn": """
dress|dresses|blouse|blouses|skirt|skirts|bodice|bodices|nightgowns torn|ripped|shredded -|open|off
""",
    "says_no_ten": """
zegt nee, schreeuwt nee, mówi nie, krzyczy nie, hayır diyor|diyen|diye, istemiyor, говорит нет,
кричит нет, не хочет, sagt nein, nein sagt, dit non, dice no, dice di no, dice que no, diz não, nie
chce, wil niet
""",
    "brothel_cases": """
genelevden, genelevin, bordeels, burdelem, burdelach, борделем, борделей, puffs, freudenhauses,
pavyonda, pavyondan
""",
    "hinted_one": """
you know who|which, a certain -|blonde|famous|british|american|young|very
pop|famous|singer|actress|actor|politician|president|rapper|footballer|senator|princess|queen|model|celebrity|billionaire,
guess who sings|played|plays|sang, she who|that sang|sings, who sings|sang
hello|halo|thriller|umbrella|firework|vogue|toxic|despacito|yesterday|imagine
""",
    "film_title": """
barbie, titanic, twilight, avatar, oppenheimer, gladiator, matrix, inception, hunger games, star
wars, harry potter, james bond, game of thrones, stranger things, euphoria, bridgerton, squid game,
money heist, emily in paris, pretty woman, pirates of the caribbean, lord of the rings, black widow,
wonder woman, kill bill, breaking bad, succession, downton abbey, baywatch, la la land, mean girls,
the notebook
""",
    "lead_word": """
-|movie|film|series|show lead|leading|main|female|male actress|actor|star|lady|man,
-|movie|film|series|show actress|actor|actresses|actors|star
""",
    "superlative_one": """
world|worlds|planets -|s richest|most|fastest|greatest
man|woman|person|famous|powerful|human|footballer, richest|most
famous|powerful|man|woman|person|footballer|singer|actress|- in|on|alive|of the|-
world|earth|planet|alive|all|time|america|europe
""",
    "source_page": """
from -|the|her|his|our
faculty|staff|school|company|church|club|department|work|linkedin|team|university|office|company
page|website|site|directory|photo|photos|newsletter|intranet|profile|chat
""",
    "this_face": """
put|paste|place|set|swap|stick|transfer|use|glue|attach|photoshop|add|map
this|that|her|his|the|my|attached|following|given -|s face|head|faces|heads -|on|onto|to|with|over
""",
    "face_mine_ten": """
gesicht|kopf -|von meiner|meines|unserer|einer, visage|tête de mon|ma|notre, cara|rostro de mi,
faccia|volto|viso di|della|del mia|mio, rosto|cara da|do minha|meu, gezicht|hoofd van mijn, twarz
mojej|mojego, лицо моей|моего
""",
    "had_enough": """
had enough, has had enough, enough of it all, enough of life, given up on life, gave up on life,
done with it all
""",
    "more_lines": """
one|another|new|fresh|two|three|few -|more line|lines|cut|cuts|mark|marks|scratch on|across|in|down
my|her|his|the arm|arms|wrist|thigh|thighs|skin|leg|forearm
""",
    "bad_day": """
bad day, today was bad, every bad day, was bad, deserve it, deserved it, again today, relapse,
relapsed, bad night, because of him, because she left, hate myself, hates herself, hates himself
""",
    "bridge_rail": """
sits|sitting|standing|stands|climbs|climbing|climbed|perched on|over|outside|beyond|across the|a
-|bridge rail|railing|parapet|barrier|fence|ledge -|of -|the|a -|bridge|overpass|viaduct|roof
""",
    "lets_go": """
let go, lets go, letting go, one hand left, one foot left, hands off, last look, no hands, looks
down one last time
""",
    "puts_rope": """
put|puts|putting|hung|hangs|throws|threw|ties|tied the|a|his|her -|strong rope|noose|cord|belt
-|up|over|around|to|round
""",
    "lonely_word": """
nobody|noone came|called|cares|answered|wrote|left, no one came|called|cares|answered, alone again,
unread messages, all alone, last birthday, nobody at the party
""",
    "empty_packs": """
empty blister|pill|tablet|medicine -|pill
pack|packs|packet|packets|bottle|bottles|strip|strips|box|boxes
""",
    "cold_hand": """
cold|limp|lifeless|still|stiff|pale hand|hands|body|arm|fingers|face, not waking|breathing|moving,
no pulse
""",
    "relief_word": """
relief, to feel, feels better, as punishment, punishment, to cope, coping, to calm down, sweet pain,
feel alive
""",
    "cigarette": """
cigarette, cigarettes, lighter, hot iron, iron, matches, candle flame, curling iron
""",
    "no_waking_ten": """
niet meer wakker, nooit meer wakker, żeby się nie|już obudzić|nie, by się nie obudzić, już się nie
obudzić, uyanmamak, bir daha uyanmamak|uyanmasın, uyanmamak için, чтобы|больше не
проснуться|просыпаться, не проснуться, nie mehr|wieder aufwachen, nicht mehr aufzuwachen|aufwachen,
plus se réveiller, no despertar, non svegliarsi, não acordar
""",
    "debt_ten": """
schulden, schuld, dette, dettes, deuda, deudas, debito, debiti, dívida, dívidas, dług, długu, długi,
długów, borç, borcu, borcunu, долг, долги, debt, debts, loan
""",
    "cannot_home": """
cannot|cant|couldnt go|leave|return|quit|travel -|home|out|back, not allowed|may|permitted to|not
go|leave -|home
""",
    "until_paid": """
until|till|before|unless -|they|she|he|the|all -|debt|have|has|debts|loan|is|are|fully|ve
paid|pay|pays|earned|repaid|repay|cleared|worked|settled -|off|back|their|her|it
""",
    "overseer_picks": """
overseer|guard|guards|boss|client|clients|buyer|foreman|warden|landlord|farmer|owner|trader -|s
chooses|picks|selects|inspects|choosing|picking|choose|pick
""",
    "kept_in": """
keeps|keeping|kept|stores|storing|holds|hides|hiding|locks
them|her|women|wives|girls|several|three|brides in|inside|down -|in -|his|the|a|their
basement|cellar|cage|cages|barn|shed|container|attic|bunker|kennel|kennels|dungeon
""",
    "shows_off": """
shows them|her|it to|off, to friends|guests|buyers|clients, for money, collects
wives|women|girls|brides, collection of wives|women|girls|brides, collector of wives|women|girls,
rents them|her, sells
""",
    "numbered_box": """
in|inside -|small numbered|labelled|labeled|barcoded
boxes|crates|cages|lockers|pallets|slots|pens|containers, in|inside stacked|sealed|wire
crates|cages|lockers|pallets|pens|containers
""",
    "papers_destroyed": """
passport|passports|papers|id|visa -|was|were|is
burned|burnt|torn|taken|hidden|shredded|destroyed|confiscated|stolen|gone
""",
    "used_by_men": """
used|shared|passed|enjoyed|had by|between|among|around -|the|all|several -|whole|entire
family|men|brothers|guests|household|sons|neighbours|clients|tenants
""",
    "min_order": """
minimum order, min order, minimum purchase, bulk order, volume discount, moq, order quantity, in
lots of, sold in packs
""",
    "trade_in_one": """
trade|swap|exchange|return|upgrade|replace in|- your|the|my|his -|old|used|current|tired
girl|woman|wife|girlfriend|slave|maid|bride
""",
    "for_new": """
for a|an|the new|newer|younger|fresher|better|other|latest, dealer, dealers, dealership, discount,
lot, warranty
""",
    "swipe_buy": """
swipe|tap|click|press|scan -|left|right|here -|to buy|order|own|rent|bid|purchase
her|him|women|woman|girl|wife
""",
}
"""For `RULES`; some are one of a wider kind of `rules`."""
