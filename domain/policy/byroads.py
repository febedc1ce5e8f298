"""English by other roads: who is out of it, whose hands, whose photo, what a means does to oneself.

More kinds of word as in `contexts` and more rules as in `rules`.
"""

KINDS_TOGETHER = """
asleep: dozed_more
drunk: drunk_english
out_of_it: dozed_more, knocked_more
helpless: knocked_more
says_no: refuses_more
given_photo: photo_behind
unclothe_ask: clothes_filter
spy_device: spy_hole
tool_hard: hot_iron
sexual: sex_idiom
bare: sex_idiom
"""
"""As in `rules`, for which these are more."""

RULES = """
her_garment = strip_verb_en + garment_her: 1 clause ordered
her_garment_torn = tear_verb_en + garment_her: 1 clause ordered
non_consent = asleep + her_garment: 8
non_consent = helpless + her_garment: 8
off_her = other_one + her_garment: 2 clause ordered
non_consent = drunk + off_her: 8
non_consent = asleep + feels_up: 6
non_consent = helpless + feels_up: 6
non_consent = drunk + feels_up: 8
non_consent = refuses_more + keeps_at: 6
non_consent = refuses_more + bare: 6
power_orders = power_one + makes_do: 2 clause ordered
strip_ordered = power_orders + strips_now: 4 clause ordered
non_consent = strip_ordered + or_else_more: 6
intruder_ties = intruder + ties_up: 2 clause ordered
non_consent = intruder_ties + her_garment_torn: 8
non_consent = intruder + her_garment_torn: 6
non_consent = spy_hole + private_act: 6
non_consent = spy_hole + private_place: 4
non_consent = no_clue + private_act: 6
non_consent = no_clue + filmed_passive: 6
incest = kin_plural + each_deed: 5
incest = kin_pair + each_deed: 5
incest = kin_pair + bath_shared: 4 clause
undoes_bra = strip_verb_en + lingerie_word: 4 clause ordered
incest = kin_pair + undoes_bra: 6 clause
incest = family + makes_baby: 2 clause
kin_seed = family + seed_of: 0 clause ordered
incest = kin_seed + pregnant: 6
kin_mouth = family + s_mouth_on: 1 clause ordered
incest = kin_mouth + family: 2 clause ordered
kin_rides = family + rides_one: 0 clause ordered
incest = kin_rides + family: 1 clause ordered
taught_bare = family + teaches_one: 0 clause ordered
incest = taught_bare + nude: 6
numbered_people = anybody + number_on: 8
trafficking = numbered_people + brothel: 8
trafficking = numbered_people + in_container: 5
priced_people = brides_from + price_on: 8
trafficking = priced_people + obeys_goods: 8
trafficking = brides_from + obeys_goods: 3
bought_for = bought_at + harem_word: 5
trafficking = bought_for + price_on: 6
trafficking = harem_word + price_on: 4
trafficking = organ_sold + organ_broker: 4
trafficking = organ_broker + captive_one: 8
fed_one_in = anybody + fed_alive: 2 clause ordered
gore = fed_one_in + machine: 3 clause ordered
gore = fed_living + machine: 3 clause ordered
gore = squashed_in + insides_out: 6
gore = squashed_in + spilt: 6
gore = part_torn + blood_word: 8
gore = part_torn + anybody: 6
gore = sawn_parts + hung_torso: 5
self_harm = hot_iron + own_part: 3 clause
self_harm = ligature + ceiling_fan: 4
self_harm = outer_railing + farewell: 8
self_harm = outer_railing + note_word: 6
self_harm = how_much + no_waking: 5
self_harm = how_much + lethal_word: 4
the_role = nation_the + role_known: 1 clause ordered
real_person = the_role + exposed: 5
real_person = the_role + bare: 4 clause
real_person = the_role + intimate: 3
real_person = photo_behind + bare: 8
real_person = clothes_filter + private_one: 8
real_person = clothes_filter + photo_word: 6
place_person = anybody + of_place: 1 clause ordered
real_person = place_person + bare: 5
my_private = my_word + private_person: 2 clause ordered
real_person = my_private + bare: 5 clause
real_person = my_private + exposed: 4
real_person = clothes_filter + my_private: 8
non_consent = feels_up + frozen_one: 8
kin_passive = family + passive_by: 1 clause ordered
incest = kin_passive + family: 1 clause ordered
incest = kin_and_me + bare: 5
catalog_people = person_sold + catalog_word: 2 clause ordered
trafficking = catalog_people + obeys_goods: 6
trafficking = catalog_people + price_word: 3
gore = eyeball_on + real_sign: 4
gore = skin_off + burnt_one: 4
real_person = brand_boss + exposed: 5
real_person = brand_boss + bare: 4
real_person = social_pic + bare: 8
real_person = social_pic + no_garment: 8
real_person = clothes_away + this_photo: 6
real_person = clothes_away + pictured_word: 6
bestiality = animal + pants_off: 5
real_person = name_alike + skimpy: 3 clause
moaned_kin = family + moans_under: 1 clause ordered
incest = moaned_kin + family: 3 clause ordered
bent_kin = family + bends_over: 1 clause ordered
incest = bent_kin + family: 3 clause ordered
incest = kin_plural + each_other_off: 3 clause
trafficking = barcode_worn + buyer_word: 6
gore = tool_face + blood_word: 4
gore = dissolves + bone_word: 3 clause
gore = acid_word + dissolves: 5
self_harm = swallows_all + last_message: 5
self_harm = hose_car + eyes_note: 8
self_harm = steps_before + fast_train: 2 clause ordered
non_consent = works_on + says_no: 5
non_consent = spies_on + private_act: 4
bestiality = eats_out + animal: 2 clause ordered
real_person = from_outlet + nothing_but: 6
real_person = from_outlet + bare: 6
real_person = strips_item_off + my_upload: 6
real_person = social_pic + skimpy: 8
real_person = true_photo + skimpy_ten: 6
real_person = local_place + bare: 4
"""
"""As in `rules`, for which these are more rules."""

CATEGORY_PHRASES = {
    "self_harm": """
wrong|far|other|outer|outside side of the -|bridge railing|rail|parapet|barrier|guardrail|balustrade
about|ready|to jump|let|lets|die|end, how much|many
paracetamol|tylenol|aspirin|ibuprofen|insulin|morphine|fentanyl|xanax|valium|pills|tablets|tylenols|meds|alcohol|bleach
to not|never|die|kill|overdose|od|end,
opening|opens|opened|slits|slitting|slashes|slashing|cuts|cutting {her}|own -|own
veins|arteries|wrists, opened veins
""",
    "gore": """
arm|arms|leg|legs|jaw|head|face|limb|limbs|hand|hands|foot|feet|ear|ears|nose|tongue|scalp|fingers|finger|lips|breast|breasts|penis|genitals|spine
-|is|are|being|was|were|completely|half
torn|ripped|sawn|sawed|hacked|chopped|hewn|bitten|blown|wrenched|lopped|gnawed|chewed|yanked
off|away|out|apart|loose, limbs|arms|legs|torso|torsos|heads|corpse|bodies
sawn|sawed|hacked|chainsawed|butchered
""",
}
"""As in `acts`: what is refused wherever it stands."""

KINDS = {
    "dozed_more": """
zonked -|out, nodded off, nodding off, dozes off, dozed, dozing off, snoozing, snoozes, snooze,
naps, nap, conked out, crashed out on, drifted off, half asleep, sleepy drunk, in deep sleep, under
the covers asleep, deep sleeper
""",
    "knocked_more": """
out cold, k o d, ko d, unresponsive, limp and unaware, fainted, faints, in a faint, knocked
unconscious, under sedation, sedated, roofied, roofies, spiked, drugged up, doped, doped up, too
drunk to stand|walk|move|consent|notice|resist|speak, blackout drunk, dead drunk, passed out drunk,
cannot|cant move|wake|resist|fight|consent, slumped unconscious, out of it, chloroformed,
anesthetised, in a coma, coma patient, paralytic, zoned out drugged, blacked out, catatonic,
tranquillised, not conscious, semi conscious, barely conscious, barely awake
""",
    "drunk_english": """
hammered, plastered, sloshed, blitzed, smashed off, pissed drunk, tipsy, legless, sozzled,
shitfaced, trashed girl|woman, stoned, high on, hammered girl|woman, boozed up, tanked up, drunken,
inebriated
""",
    "other_one": """
guy|guys|man|men|he|they|friend|friends|boyfriend|stranger|strangers|boss|colleague|colleagues|coworker|uncle|roommate|roommates|bouncer|driver|cop|teammates|frat|brothers|buddies|somebody|someone|creep|dude|dudes|husband|doctor|nurse
-|is|are|s|slowly|secretly|quietly
""",
    "feels_up": """
feels|feeling|felt|feel {her} up, feels|feeling up, cops|copping a feel, hand|hands|fingers
up|under|down|inside|in|between|on {her} -|bare|own|inner
skirt|dress|shirt|blouse|top|panties|bra|thigh|thighs|legs|breasts|breast|tits|crotch|pants|jeans|underwear|ass|butt|groin,
~grope|~fondle|~molest|~finger|~lick|~kiss|~touch|~squeeze {her} -|bare
breasts|breast|tits|boobs|ass|butt|crotch|thighs|pussy|nipples|body|groin|neck, ~rub|~grind|~press
{self} against|on|over, has|having his|their way, helps|helping {self} to,
snaps|takes|taking|shoots|shooting nudes|photos|pics|pictures|video up|of her|under|while|of
""",
    "refuses_more": """
not into it, isnt into it, taps out, tapped out, tapping out, unwanted, pushes his|her|their
hand|hands away|off, pushed his|her hand|hands away, slaps his hand away, turns him|them down,
turned him down, never said yes, never agreed, has not agreed, hasnt agreed, refuses but, she
declined, rejects his advances, says not now, told him not to, asks him to leave, says she is not
ready, does not want this, doesnt want this, didnt want this, not willing, unwelcome, protesting,
protests against, screaming stop, crying no, crying stop, uses the safeword, used the safeword,
safeword ignored, ignoring|ignores|ignored the|her|his safeword, shakes her head no
""",
    "keeps_at": """
~keep|kept|~continue|still|carries|carrying|wont|doesnt|does|goes|doesn -|not|on -|stop
thrusting|choking|fucking|going|pushing|raping|pounding|groping|touching|undressing|stripping|filming|at|stop|stopping|on|anyway|until,
regardless, anyway, does not stop, doesnt stop, wont stop
""",
    "power_one": """
cop|cops|officer|guard|guards|warden|boss|landlord|judge|sheriff|sergeant|commander|soldier|soldiers|teacher|professor|coach|doctor|director|producer|manager|customs|border|bailiff|detective|headmaster|supervisor|foreman|captain|policeman|policemen|photographer|priest|pastor|guru|loan
""",
    "makes_do": """
makes|making|made|forces|forcing|forced|orders|ordering|ordered|tells|telling|told|demands|demanding|commands|commanding|compels|compelling|pressures|pressuring|blackmails|blackmailing|has|instructs|coerces|threatens
""",
    "strips_now": """
strip, undress, disrobe, get naked, take it all off, take off {her} clothes, strip naked, show {her}
breasts, blow him, suck him, kneel naked, pose nude, stripping, get undressed, spread {her} legs,
bend over
""",
    "or_else_more": """
or go|goes|lose|loses|be|face|get|gets|fail|she|he -|to -|jail|fired|deported|arrested, to avoid
-|a|the|being|going ticket|arrest|jail|deportation|fine|fired|eviction|charges|prison|failing, for
-|a|the|her|good
visa|grade|grades|rent|papers|job|promotion|freedom|release|parole|part|role|passport, or else,
instead of|for jail|fine|rent|ticket, at gunpoint, under threat, gun drawn, knife, threatens
""",
    "intruder": """
burglar|burglars|intruder|intruders|robber|robbers|kidnapper|kidnappers|home invader|home
invaders|masked man|masked men|home
invasion|stalker|attacker|attackers|abductor|mugger|gang|thug|thugs|assailant|raider|raiders|hijacker|hijackers|pirates|bandits,
masked intruder
""",
    "ties_up": """
ties|tied|tying|binds|bound|binding|gags|gagged|gagging|tapes|taped|cuffs|cuffed|overpowers|overpowering|grabs|grabbing|pins|pinning|holds|subdues|ropes|chains
""",
    "spy_hole": """
peephole, peep hole, keyhole, hole in the|a -|bathroom|shower|fence|hotel|changing
wall|door|ceiling|fence|room, nanny cam, nannycam, vent cam, spy cam, spycam, spy pen, camera pen,
smoke detector cam, clock camera, hidden lens, webcam hack, hacked webcam|camera|baby, drone at
the|her window, binoculars at her|the window, through the -|bathroom|bedroom|her
blinds|keyhole|curtain|curtains|vent
""",
    "no_clue": """
has no clue|idea, have no clue|idea, no clue she|he, without a clue, doesnt know she|he|shes|hes,
does not know she|he, unaware that, not knowing she|he|that, never knew she|he, thinks she|he is|s
alone, believes she is alone, thinks no|nobody -|one is|s watching
""",
    "filmed_passive": """
filmed, recorded, being filmed, being recorded, on camera, watched, being watched, streamed,
livestreamed, photographed, caught on
""",
    "each_deed": """
eating|eat|eats|licking|lick|fingering|finger|tasting|taste|tastes|pleasuring|pleasure|sucking|suck|riding|ride|grinding|scissoring|spreading|fisting|tonguing|groping|fondling|humping|fucking|screwing|undressing|servicing|worshipping
each|one other|another -|out|off|s
""",
    "makes_baby": """
s seed|cum|semen|cock|dick|load|creampie|sperm|baby inside, pregnant by|from|with|for,
impregnated|knocked|inseminated|bred up|by, makes|making a baby|babies with, carrying his|her
child|baby incest, secret lover|affair|mistress, bedded by, in love physically
""",
    "die_now": """
die|dying|dead tonight|today|now|alone, i|we want|wish to die, want|wants|wanted|ready|wish|wishes
to die, wanna die, kill myself, end it all|tonight|now|today, goodbye cruel|forever world|-, hate my
life, no reason to live, better off dead, want to be dead
""",
    "seed_of": "s seed|cum|semen|sperm|child|baby, seed, semen",
    "pregnant": """
pregnant, impregnated, inside her, breeding, bred, knocked up, filling her, in her
""",
    "s_mouth_on": """
s mouth|lips|tongue|hand|hands|fingers on|around|over|inside|in|down|all|between, mouth|lips|tongue
on|around|over|inside
""",
    "rides_one": """
rides, riding, straddles, straddling, mounts, mounting, pegs, pegging, creampies, blows, nails,
plows, breeds, breeding, bones, boning, does, services, pleasures, fists, spitroasts, rims, tops,
sucks off, jerks off, goes down on, makes out with, sleeps with, beds, bedding, deflowers, seduces,
tongues
""",
    "number_on": """
numbered|tagged|barcoded|branded|stamped|labelled|tattooed
wrist|wrists|necks|neck|foreheads|forehead|ears|arms|backs,
number|numbers|barcode|barcodes|price|prices|tag|tags|tattoo|brand|brands|stamp on|round|around
-|their|her|the|each
wrist|wrists|neck|necks|foreheads|forehead|ears|ear|arms|skin|collar|collars|backs
""",
    "brides_from": """
bride|brides|wife|wives|maid|maids|girl|girls|women|woman|concubine|concubines|nanny|nannies|servants|workers
-|imported|shipped|ordered from|out -|of -|the
abroad|overseas|poor|villages|village|orphanages|east|asia|ukraine|africa|philippines|vietnam|moldova|thailand|refugee|container|catalog|catalogue,
imported|foreign|ordered|shipped|mail brides|wives|women|maids|order
""",
    "price_on": """
price|prices|tag|barcode -|tag on|around|round|at|hanging|per -|her|their|the|from
neck|necks|collar|head|wrist|forehead|ear|chest|each, collar with price|number|tag, price collar,
price per head
""",
    "obeys_goods": """
obedient, docile, submissive guaranteed, guaranteed obedient|virgin|docile, delivered, delivery
included, refund, warranty, return policy, broken in, wont run, cannot leave, no passport, passports
kept, trained, untouched, never says no, satisfaction guaranteed, sold as seen, money back
""",
    "bought_at": "bought, purchased, won, acquired, sold, traded, auctioned, ransomed, gifted",
    "harem_word": """
harem, seraglio, sheikhs, sultan s collection, his collection, his stable, his household slave,
private dungeon
""",
    "organ_sold": """
buys|buying|sells|selling|harvests|harvesting|removes|removing|steals|stealing|takes|taking|trades|trading|orders
-|a|the|his|her|their -|migrant|refugee|prisoner|prisoners|migrants|captive|womans -|s
kidney|kidneys|liver|cornea|corneas|heart|organ|organs|lung|lungs
""",
    "organ_broker": """
organ|kidney|body|flesh|cornea
broker|brokers|trader|traders|dealer|dealers|buyer|harvesting|harvest|market|trade|parts, black
market, ice bath, bathtub of ice
""",
    "captive_one": """
kept prisoner, prisoner, held captive, locked up, captive, chained, kidnapped migrant, abducted,
drugged, in a cage, against her will, against his will, trafficked
""",
    "fed_alive": """
fed|pushed|lowered|shoved|dropped|thrown|pulled|sucked|dragged|forced
-|alive|slowly|screaming|feet|head|legs|arm|arms|hands -|first into|through, going|goes
-|feet|head|legs -|first into|through
""",
    "fed_living": """
fed|pushed|lowered|shoved|dropped|thrown|pulled|sucked|dragged|forced|going|goes -|slowly
alive|screaming|feet|head|legs|arm|arms|hands -|first into|through
""",
    "squashed_in": """
crushed|squashed|squished|flattened|pressed|mangled|pulped|caught|pulled
over|under|by|in|beneath|between|into|inside -|a|an|the
-|hydraulic|industrial|freight|garbage|steel|jet|rolling
press|roller|train|truck|tank|compactor|machine|lorry|tram|elevator|engine|gears|rollers|conveyor|escalator|shredder|presses
""",
    "insides_out": """
insides out|outside|everywhere|spilling|spilled|bursting, guts, innards, organs out, pulp, red
paste, brains out, torso flat, gore, blood spray, bursting, body burst
""",
    "part_torn": """
jaw|face|arm|leg|scalp|hand|foot|head|ear|nose|ribs|spine|shoulder|torso|skull|cheek|throat
-|is|was|being|half torn|ripped|sheared|bitten|blown|sliced|hacked|wrenched|gnawed|clawed -|wide
off|away|out|apart|open
""",
    "sawn_parts": "limbs, arms and legs, body parts, head and limbs, legs and arms, limbless",
    "hung_torso": """
torso on|hung|hanging, torso, on a hook, on hooks, meat hook, sawn, hacked, stacked, crate, freezer,
tarp
""",
    "hot_iron": """
hot|heated|glowing|burning|red iron|poker|knife|spoon|metal|coal|fork|curling,
cigarette|cigar|lighter|flame|candle|match|soldering iron|- -|pressed|stubbed|held|put -|out
against|on|to|into|out, hot iron, clothes iron pressed
""",
    "ligature": """
cable|belt|rope|sheet|sheets|bedsheet|cord|scarf|necktie|wire|hose|noose|chain|lead|shoelace|stocking|extension|bathrobe,
tying|ties|tied a|the cable|belt|rope|sheet|cord|scarf
""",
    "ceiling_fan": """
ceiling fan, ceiling hook, curtain rail and chair, doorknob goodbye, beam goodbye, banister goodbye,
rafters goodbye, rafter and chair, pull up bar goodbye, light fixture
""",
    "outer_railing": """
wrong|far|other|outer|outside side of -|the|a -|bridge|balcony|roof
railing|rail|rails|parapet|barrier|guardrail|fence|balustrade, over|past|beyond|outside the
-|bridge|balcony|safety railing|rail|parapet|guardrail|barrier, standing|stands|sits on|over|outside
the ledge|parapet
""",
    "note_word": """
farewell text|message|letter|note|post|voice, goodbye text|message|letter|note|post|voicemail, last
text|message|letter|call|post|words, note, suicide, tears, to die, ending, end it
""",
    "how_much": """
how much|many, what dose|amount|dosage, which pills|dose|drug|drugs, dose of, enough
pills|tablets|paracetamol|insulin
""",
    "lethal_word": """
lethal, fatal, deadly, to die, kill me|myself|yourself|her|him|you, to overdose, to end it, not
wake, never wake, painless death
""",
    "photo_behind": """
photo|picture|pic|image|selfie|screenshot|snapshot|photos|pictures|pics|selfies -|is|are
attached|uploaded|enclosed|below|provided|included|linked|supplied, see
attached|attachment|upload|photo|picture, use|using|based on|from the|this|my
attached|uploaded|provided -|photo|picture|pic|image|selfie, reference photo|picture|pic|image
attached|of my|of her|of him, with her|his|their real|actual face
""",
    "clothes_filter": """
x ray -|vision|filter|mode|app|scan|view|specs|glasses|goggles -|clothes|clothing
-|off|away|removed|remover, xray -|vision|filter|mode|app|scan|view|clothes -|clothes|off,
clothes|clothing|outfit|dress|garment|bikini remover|eraser|remove|removal|erase|erased|eliminator,
nudify, nudifier, undress|undressing|unclothe|clothoff|clothes app|ai|filter|bot|mode|tool, see
through her|his|their -|clothes|clothing|dress|shirt, peek through her|his clothes|clothing, nude
filter, naked filter
""",
    "sex_idiom": """
balls deep, doing it doggy, getting railed, gets railed, railing her|him, pounding her|him, getting
plowed, getting pounded, taking it up, taking it from behind, riding his|her cock|dick|face, getting
bred, gets bred, being bred, spit roasted, spitroast, gangraped, gangrape, giving head, sucking off,
jerks him off, jerking him off, eating her pussy, rubs one out, blows him, blowing him
""",
    "strip_verb_en": """
~remove, ~unzip, ~unbutton, ~unhook, ~unclasp, undoes, undoing, undid, ~pull, ~yank, ~tug, ~peel,
~slide, ~slip, ~lift, ~hike, ~roll, ~take, took, taking, ~strip, ~cut, ~tear, tore, ~rip, ~push,
~raise, ~lower, ~drag, ~undress
""",
    "tear_verb_en": """
~rip, ~tear, tore, torn, ~shred, ~slice, ~cut, ~yank, ~strip
""",
    "garment_her": """
her|his|their|the|s|womans|girls|wifes|victims|patients|roommates|someones|your|my
-|sleeping|unconscious|drunk -|own
panties|pants|bra|dress|skirt|blouse|shirt|top|jeans|trousers|underwear|knickers|clothes|clothing|thong|nightie|nightgown|pyjamas|pajamas|shorts|leggings|bikini|swimsuit|gown|robe|uniform|stockings|tights|boxers|zip|buttons|blanket|sheet|covers
""",
    "lingerie_word": """
bra, panties, underwear, knickers, lingerie, thong, nightie
""",
    "nation_the": """
the|that|this -|young|new|famous|hot|blonde|former
swedish|norwegian|danish|finnish|dutch|belgian|german|french|spanish|italian|portuguese|polish|turkish|russian|ukrainian|hungarian|british|english|scottish|irish|american|canadian|australian|zealand|kiwi|japanese|korean|chinese|indian|brazilian|argentinian|mexican|colombian|czech|austrian|swiss|greek|israeli|us|uk|hollywood|bollywood
""",
    "role_known": """
activist, minister, president, chancellor, princess, prince, queen, king, premier, pm, senator,
superstar, popstar, singer, champion, congresswoman, congressman, first lady, monarch, duchess, mp,
skier, gymnast, youtuber, billionaire, ambassador, politician, royal, rapper, star, leader
""",
    "my_word": """
my, our
""",
    "private_person": """
professor, teacher, tutor, lecturer, trainer, coach, instructor, boss, manager, supervisor,
colleague, coworker, classmate, neighbour, neighbor, landlady, landlord, tenant, receptionist,
dentist, therapist, physio, hairdresser, barista, cashier, roommate, flatmate, housemate, lodger,
acquaintance, client, customer, intern, employee, pastor, librarian, stepsister, mailman, plumber,
electrician, crush, sister in law, brother in law, mother in law, daughter in law, ex
""",
    "of_place": """
from|at|of|in my|our -|old|local|former|last|primary|high
school|office|work|gym|job|street|building|village|town|college|university|uni|church|company|bank|supermarket|pharmacy|cafe|class|team|department|floor|block,
from work|hr|accounting|next|downstairs|upstairs -|door, from|in
apartment|flat|unit|room|number|house|building|floor|dorm
""",
    "frozen_one": """
freezes, froze, frozen, cornering, cornered, stiffens, uncomfortable, trembling, in tears, crying,
pushes, shocked, terrified, scared, unwanted, unwilling, resisting, turns away, backs away,
protests, unable to move, shaking, pleading
""",
    "passive_by": """
-|getting|gets|being|is|was|got
nailed|railed|fucked|banged|bred|licked|eaten|fingered|pounded|screwed|plowed|ridden|filled|mounted|undressed|stripped|seduced|groped|penetrated|creampied|pegged|deflowered|impregnated|kissed|bedded
-|out|hard by
""",
    "catalog_word": """
catalog, catalogue, menu, price list, pricelist, brochure, listing, listings, shop, store,
inventory, marketplace, vending, app, delivery
""",
    "eyeball_on": """
eyeball|eyeballs|eye|eyes|tongue|finger|fingers|ear|ears on|in|stuck|speared -|on -|a|the
fork|spoon|skewer|toothpick|knife|plate|martini|cocktail|jar
""",
    "skin_off": """
skin|flesh|face
falling|peeling|sliding|melting|dripping|hanging|coming|sloughing|burned|burnt|charred -|off|away
""",
    "burnt_one": """
burn victim, burning alive, screaming, scream, on fire, acid, burned alive, napalm, burning
man|woman|person, third degree, exposed bone, muscle
""",
    "brand_boss": """
tesla|amazon|apple|meta|facebook|microsoft|google|twitter|spacex|openai|virgin|nvidia|tiktok|netflix|instagram|x
-|s boss|ceo|owner|founder|guy|chief|man|billionaire, boss|ceo|owner|founder|head of
tesla|amazon|apple|meta|facebook|microsoft|google|twitter|spacex|openai|virgin|nvidia|tiktok|netflix|x
""",
    "social_pic": """
her|his|their|this|that|from -|a|her|his|the|own
insta|ig|instagram|fb|facebook|tiktok|snap|snapchat|linkedin|tinder|bumble|hinge|whatsapp|myspace|vk|weibo|kakaotalk
-|profile photo|pic|picture|pics|photos|story|feed|profile|selfie|post, from her|his|their
insta|ig|instagram|fb|facebook|tiktok|snap|snapchat|linkedin|tinder|bumble|hinge|onlyfans|profile|website|page|story|feed|whatsapp
""",
    "clothes_away": """
take|get|wipe|edit|make|photoshop|delete|erase|remove|brush {her}|the|all -|all
clothes|dress|top|shirt|blouse|bra|skirt|bikini|outfit|underwear -|go|vanish|be
away|off|out|gone|disappear|vanish|invisible|transparent, lose her|his|their|the
clothes|dress|top|shirt|bra|skirt|bikini|outfit, without her|his|their|the|a|any
clothes|bikini|dress|top|bra|shirt|underwear|outfit|swimsuit
""",
    "pictured_word": """
this picture, this photo, this pic, this image, this selfie, uploaded, attached, the photo i, the
picture i, my photo, the person in, the woman in the, the girl in the
""",
    "pants_off": """
pants|trousers|jeans|breeches|shorts|overalls off|dropped|unbuttoned|lowered
""",
    "skimpy": """
in -|a|his|her thong|lingerie|underwear|gstring|jockstrap|bikini|stockings, topless, shirtless in
bed, bulge
""",
    "moans_under": """
moaning, moans, orgasming, orgasms, climaxes, squirming, on her knees for, kneeling before naked
""",
    "bends_over": """
bends, bending, bent over, pins, pinning, ties, tying, spanks naked, pounds, pounding, throws onto
the bed, strips, stripping, undresses, undressing
""",
    "each_other_off": """
jerking|jerk|jerks|wanking|wank|stroking|stroke|getting|sucking|suck|rubbing|rub|fingering|touching|eating
each|one other|another off, each other off
""",
    "barcode_worn": """
barcode|barcodes|number|price|tag -|tattoo|tattooed|tag on|round|at|- -|her|his|their
neck|skin|arm|back|wrist|forehead|chest, barcode tattoo, branded with a number
""",
    "tool_face": """
nailgun|gun|chainsaw|drill|axe|machete|hammer|sledgehammer|saw|crowbar|hatchet|cleaver|screwdriver|pick|grinder
to|into|in|through -|the|a|his|her|its
face|skull|head|eye|eyes|throat|mouth|belly|stomach|chest|groin|kneecap|knee|hand
""",
    "dissolves": """
dissolving, dissolves, dissolved, melting, melts, melted, eaten away, burned away, corroding,
bubbling
""",
    "bone_word": """
to -|the|white bone|bones|skull, skull showing, flesh, skin, face
""",
    "acid_word": """
acid, acid attack, acid thrown, lye, quicklime, caustic
""",
    "swallows_all": """
swallows|swallowing|swallowed|takes|taking|took|downs|downing all|every|whole|entire|lots -|of
-|her|his|my|the meds|pills|tablets|medication|medicine|sedatives|antidepressants|painkillers
""",
    "last_message": """
final|last|goodbye|farewell message|text|note|letter|words|call|post|selfie|tweet|voicemail, no
return, never wake, alone, goodbye, note
""",
    "hose_car": """
car -|running in -|a|the -|closed|sealed garage, hose from the exhaust, hose in the window, exhaust
hose, garage full of fumes
""",
    "eyes_note": """
eyes closed, note, last, goodbye, letter, asleep for ever, suicide, pale
""",
    "steps_before": """
~step, ~jump, ~leap, throws herself|himself|myself, throwing herself|himself|myself, lies down,
lying
""",
    "fast_train": """
in front of -|the|a|an -|express|oncoming|freight|subway|metro|night|high
train|express|tram|truck|lorry|traffic|metro|subway|bus|speed|freight
""",
    "works_on": """
~finger|~touch|~grope|~fondle|~lick|~kiss|~massage
client|patient|her|him|customer|girl|woman|wife|student|employee|guest|passenger
""",
    "spies_on": """
spies|spying|peeks|peeking|peeps|peeping|perving|leers|leering|ogles on|at|through|in,
watches|watching -|her|his|the secretly|unseen|hidden|sneakily, secretly|sneakily
watches|watching|films|filming
""",
    "eats_out": """
eats|eating|ate|goes|going|going out|down on|-, eats out, eating out, licks out, sucks off, jerks
off, gets off on, makes out with, french kisses naked
""",
    "from_outlet": """
reporter|anchor|presenter|host|newsreader|weathergirl|weatherman|journalist|correspondent|newscaster
from|of|on|at -|the -|local|our
channel|tv|news|radio|station|evening|morning|cnn|bbc|fox|sky|msnbc|abc|nbc|rtl|zdf|ard|tf1|rai|tve
""",
    "nothing_but": """
nothing but|except|besides, in only|just heels|socks|a hat|boots|stockings, only heels|socks|boots,
lingerie, thong, underwear, topless, bikini
""",
    "strips_item_off": """
~strip|~take|~peel|~pull|~get|~rip -|the|her|his|their|all|every
bikini|dress|top|shirt|bra|clothes|panties|skirt|outfit|swimsuit|underwear|clothing|jeans off|away
""",
    "my_upload": """
in|of|from my|the|this|that upload|attachment|file|link|reference, my upload, the upload
""",
    "skimpy_ten": """
in|en|im
lingerie|tanga|string|unterwäsche|dessous|reizwäsche|bragas|mutande|calcinha|biquíni|bikini|bieliźnie|ondergoed|iç,
в белье|купальнике|стрингах|трусах
""",
    "local_place": """
at|from|of|in my|our -|local -|starbucks
starbucks|mcdonalds|gym|bakery|pub|bar|cafe|supermarket|bank|pharmacy|library|church|salon|clinic|restaurant|coffee|tesco|walmart|aldi|lidl
""",
}
"""For `RULES`; some are one of a wider kind of `rules`."""
