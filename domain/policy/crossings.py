"""More rules, and phrases that they do not find: `bodies` and `bonds` hold their kinds of word.

Earlier lists name few persons beside what is done; here `anybody` is whoever prompts are about, and
what is done is told by a verb and where it ends: "cut" + a farmer + "in half".
"""

from domain.policy import (
    asides,
    byroads,
    callings,
    circles,
    eastern,
    lands,
    mercies,
    sidelong,
    traces,
    turns,
    vernaculars,
)

RULES = """
gore = anybody + in_two: 1 clause ordered
gore = ripped_up + anybody: 1 clause ordered
gore = anybody + ripped_up: 1 clause ordered
gore = anybody + being_opened: 1 clause ordered
cut_one = cutting_one + anybody: 2 clause ordered
gore = cut_one + apart: 1 clause ordered
cut_off_one = cutting_off + anybody: 1 clause ordered
gore = cut_off_one + body_part: 1 clause ordered
machined = put_into + machine: 3 clause ordered
gore = anybody + machined: 5 clause ordered
gore = body_part + machined: 4 clause ordered
fed_one = feeding_one + anybody: 1 clause ordered
gore = fed_one + machine: 4 clause ordered
gore = lacks_part + blood_word: 4
gore = tool_hard + lodged: 2 clause ordered
gore = pulling_out + inner_part: 4 clause ordered
gore = pulling_out + organ: 4 clause ordered
gore = anybody + pulling_nails: 3 clause ordered
gore = pulling_nails + anybody: 3 clause ordered
head_of_one = head_of + anybody: 1 clause ordered
gore = head_of_one + on_spike: 2 clause ordered
gore = melting + flesh_off: 4 clause ordered
gore = anybody + on_hooks: 1 clause ordered
gore = of_dead + anybody: 1 clause ordered
eats_flesh = flesh_eater + eats: 1 clause ordered
gore = eats_flesh + anybody: 2 clause ordered
gore = human_cut + dished: 4 clause ordered
gore = anybody + stuck_on: 1 clause ordered
killed_one = killing_of + anybody: 2 clause ordered
gore = killed_one + blood_word: 6
gore = killed_one + real_sign: 4
gore = wreck + mangled_word: 6
gore = burst + body_part: 1 clause ordered
self_harm = harm_hard + own_part: 1 clause ordered
self_harm = etching + into_own: 2 clause ordered
urged_sad = urges + sad_one: 3 clause ordered
self_harm = urged_sad + to_harm: 3 clause ordered
hung_one = anybody + hung_by: 2 clause ordered
self_harm = hung_one + despair: 5
self_harm = hung_body + anybody: 4 clause ordered
self_harm = before_truck + despair: 5
self_harm = before_truck + to_die: 5
self_harm = harm_part + on_purpose: 2 clause
bestiality = animal_erect + animal: 0 clause ordered
bestiality = spread_legs + animal: 1 clause ordered
bestiality = spread_legs + wild_one: 1 clause ordered
animal_junk = animal + junk: 1 clause ordered
bestiality = handles + animal_junk: 5 clause ordered
bred_one = anybody + bred_by: 1 clause ordered
bestiality = bred_one + animal: 2 clause ordered
bestiality = bred_one + wild_one: 2 clause ordered
wild_does = wild_one + hard_verb: 0 clause ordered
bestiality = wild_does + anybody: 2 clause ordered
bestiality = hard_verb + wild_one: 1 clause ordered
bear_does = animal_slang + hard_verb: 0 clause ordered
bestiality = bear_does + outdoor_one: 2 clause ordered
animal_noses = animal + nosing: 0 clause ordered
animal_at_crotch = animal_noses + private_part: 5 clause ordered
bestiality = animal_at_crotch + bare: 8
incest = kin_with + milf_like: 3 clause
incest = milf_like + kin_with: 6 clause ordered
kin_beds = family + bedding_one: 2 clause ordered
incest = kin_beds + family: 0 clause ordered
kin_x = family + x_sign: 0 clause ordered
kin_ship = kin_x + family: 0 clause ordered
incest = kin_ship + shipped_smut: 4
incest = kin_pair + intimate_word: 4
incest = kin_plural + intimate_word: 3 clause
people_let = anybody + let_out: 0 clause ordered
trafficking = people_let + price_word: 6
trafficking = people_let + bare: 6
trafficking = price_word + people_let: 3 ordered
trafficking = held_people + in_container: 4 clause ordered
trafficking = held_people + buyer_word: 5
trafficking = renting_out + to_payers: 3 clause ordered
non_consent = two_way + private_place: 4
non_consent = two_way + bare: 4
clothes_torn = tearing_verb + garment_off: 2 clause ordered
non_consent = clothes_torn + says_no: 5
non_consent = clothes_torn + weak_one: 5
non_consent = clothes_torn + distress: 5
non_consent = she_cries + he_goes_on: 1 clause ordered
non_consent = wants_sex + or_else: 2 clause ordered
molested_one = molesting + weak_one: 2 clause ordered
non_consent = molested_one + anybody: 1 clause ordered
pictured_person = pictured_ours + anybody: 5
real_person = pictured_person + exposed: 5
real_person = dig_up + pic_given: 1 clause ordered
real_person = makes_nude + pic_given: 5
real_person = makes_nude + pictured_one: 5
real_person = single_fame + bare: 4 clause
real_person = mono_fame + bare: 3 clause
real_person = known_pic + bare: 4
gore = crucified + skinned_word: 6
gore = gut_word + smeared: 1 clause ordered
gore = injury + blood_word: 5
gore = organ_handled + bowels_word: 3 clause ordered
gore = drives + body_part: 1 clause ordered
gore = acid_vat + human_body: 5
gore = face + shot_off: 1 clause ordered
self_harm = rope_word + last_words: 4
self_harm = jump_verb + high_floor: 3 clause ordered
self_harm = on_purpose + to_die: 4
razor_blood = razor + blood_word: 3
self_harm = razor_blood + limb_own: 5
self_harm = razor_blood + wrist: 5
bestiality = animal + in_crotch: 2 clause ordered
bestiality = animal_any_more + rough_sex: 4 clause
incest = kin_amour + wed_night: 4
incest = kin_plural + together_bare: 3 clause
incest = family + nude_for_me: 2
kin_is = who_is + family: 1 clause ordered
incest = kin_is + bare: 8
incest = kin_is + love: 6
trafficking = anybody + as_payment: 1 clause ordered
trafficking = ordered_one + ordered_app: 2 clause
non_consent = gun_head + undress_now: 4
non_consent = says_no + clothes_moved: 5
non_consent = drunk + clothes_moved: 6 clause
gore = hewn + body_part: 0 clause ordered
gore = body_part + fixed_to: 1 clause ordered
gore = skinned_off + blood_word: 5
gore = anybody + s_head_in: 0 clause ordered
gore = anybody + eaten_by: 2 clause ordered
gore = machined + human_body: 2 ordered
gore = body_part + caught_machine: 2 clause ordered
gore = gutting + anybody: 1 clause ordered
gore = autopsy_word + organ: 6
gore = upside_down + blood_word: 5
animal_takes = animal + takes_one: 0 clause ordered
bestiality = animal_takes + from_behind: 5 clause ordered
incest = blood_kin + licking_word: 4
kin_does = family + kin_do: 0 clause ordered
incest = kin_does + family: 1 clause ordered
sits_on_kin = sits_on + family: 1 clause ordered
incest = sits_on_kin + face: 1 clause ordered
trafficking = ordered_person + ordered_how: 4
trafficking = ordered_person + ordered_more: 4
trafficking = catalogue_of + buy_word: 4
trafficking = slave + client_word: 4
trafficking = owned_person + price_word: 4
non_consent = asleep + take_off: 6
non_consent = dragged_into + bare: 8
non_consent = dragged_into + clothes_torn: 8
non_consent = dragged_into + distress: 5
non_consent = weapon_held + bare: 3
non_consent = unwilled + intimate_kiss: 1 clause ordered
self_harm = tool_hard + at_own: 2 clause ordered
self_harm = gun + at_own: 2 clause ordered
self_harm = blade + at_own: 2 clause ordered
self_harm = clawing + bloody_word: 2 clause ordered
gore = sawing_up + anybody: 1 clause ordered
incest = kin_plural + kin_lust: 3 clause
incest = screwing_own + family: 1 clause ordered
non_consent = drunk + used_sex: 8 clause
non_consent = sex_with + drunk: 1 clause ordered
non_consent = sly_shot + bare: 6
non_consent = sly_shot + private_place: 4
non_consent = sly_shot + private_act: 5
non_consent = two_way + private_act: 5
non_consent = struggle_word + stripped_word: 5
trafficking = night_work + papers_gone: 4
animal_on_bare = animal + nose_bare: 0 clause ordered
bestiality = animal_on_bare + private_part: 4 clause ordered
gore = torturer + nail_part: 6
gore = body_meat + dished: 3 clause ordered
gore = with_organ + organ_gone: 0 clause ordered
self_harm = hung_by_cloth + despair: 4
people_sold = anybody + sold_verb: 1 clause ordered
trafficking = people_sold + sold_where: 3 clause ordered
trafficking = anybody + as_goods: 2 clause ordered
dealing = dealer + deals_in: 1 clause ordered
trafficking = dealing + anybody: 2 clause ordered
trafficking = dealing + brothel: 2 clause ordered
trafficking = dealing + weak_stock: 1 clause ordered
choosing_one = buyer_one + choosing: 1 clause ordered
trafficking = choosing_one + weak_stock: 2 clause ordered
trafficking = ordered_one + ordered_how: 3
trafficking = brothel + papers_gone: 4
non_consent = voyeur_word + private_place: 4
non_consent = slips_in_more + into_drink: 1 clause ordered
"""
RULES += circles.RULES.lstrip() + lands.RULES.lstrip()
RULES += callings.RULES.lstrip() + traces.RULES.lstrip()
RULES += sidelong.RULES.lstrip() + turns.RULES.lstrip()
RULES += vernaculars.RULES.lstrip() + byroads.RULES.lstrip()
RULES += eastern.RULES.lstrip() + asides.RULES.lstrip()
"""As in `rules`, for which these are more rules."""

CATEGORY_PHRASES = {
    "gore": """
dis membered|memberd|membering|memberment, still beating heart|human, heart still beating, beating
heart in|held|ripped|torn, face|faces|scalp|back skinned|flayed|peeled, worn as a|- human
skin|face|mask of|skin, sliced|chopped|hacked|cut by|with {her} own saw|axe|machine|blade,
arms|legs|limbs ripped|torn|pulled from|out -|of|the|their sockets|socket, legs|arms|head|limbs
gone|missing|blown|off blood|bleeding|gore|after|by|bloody|from -|landmine|explosion|bomb,
cut|chopped|sawed|split|sliced|cleaved down|through the middle|waist|torso, heads
off|lopped|severed, human organs|guts|torso|limbs|eyes|eyeballs|bones in|on|inside -|a|the|jars
bathtub|bowl|jar|counter|kitchen|fridge|sink|table|plate|bucket|bag|floor,
eyes|eyeball|eyeballs|eye hanging|dangling|popping|popped|bulging|torn|pulled|falling -|out from|of
-|the|their|his|her socket|sockets|skull|head, missing|lost|without -|the|her|his
lower|upper|bottom|half half -|of -|her|his|the body|face|head|torso, human
skin|bone|bones|leather|flesh|teeth mask|lampshade|coat|book|furniture|suit|necklace|soup, heads
on|impaled|stuck|mounted -|on spikes|pikes|stakes|spears, half of his|her face|head|skull|body
missing|gone|blown|eaten, blown|shot|ripped|bitten|cut|torn off|away
face|jaw|head|hand|leg|arm|limb, body|bodies|corpse|torso
cut|chopped|sawn|hacked|sliced|torn|blown|ripped in|into|to pieces|parts|half|bits, pool of
brains|guts|innards, autopsy|dissection|vivisection of -|a|an|the|some
living|live|alive|conscious|screaming, mountain|mound|pit|wall|stack|stacks|piles of
bodies|corpses|severed -|heads|limbs, blood
squirting|jetting|pumping|fountaining|shooting|streaming|spewing from|out, neck
sliced|slashed|hacked|sawn -|open|through, severed at the waist|knee|knees|neck|shoulder|elbow,
half eaten body|human|corpse, skinless face|torso, guts|intestines|entrails|innards
wrapped|draped|hanging|pulled|dragged|trailing|pouring|falling|coming around|out|from|behind|of,
bowels|bowel|brains|brain|guts|skull pouring|leaking|oozing|dripping out|from|onto,
crucified|nailed|chained man|woman|person|victim -|being
cut|gutted|sliced|ripped|sawn|skinned|opened|flayed -|open|apart|alive,
execution|beheading|torture|murder|killing|snuff|lynching video|footage|clip -|still|frame,
breaking wheel victim|execution, scaphism, keelhauled, drawn by four horses
""",
    "self_harm": """
painless death|suicide|exit|dying, peaceful death|exit|suicide
at|by|home|pills|guide|instructions|kit, quick and painless death|way, self
cut|stab|choke|drowning|shot|hurt|wound|cutters|hang|burn|bleed|bleeding, head in|inside a|her|his
gas oven|stove, scarf|belt|rope|cord|noose|cable|sheet|tie|wire round|around {own} neck|throat,
hitting|banging|smashing|punching|slamming|beating|bashing {own} head|face|skull
against|until|bloody|on|with|into, life|everything ends here|today|tonight|now,
turning|turns|turned|turn -|the|a|his|her gun|knife|weapon|blade|pistol|rifle|sword on {self},
chewing|gnawing|biting {own} fingers|lips|arm|hand|tongue bloody|off|raw, hanged in|from
-|a|the|his|her|their
bedroom|attic|closet|barn|garage|cell|bathroom|forest|tree|basement|office|woods|shed,
injecting|injects|taking|takes -|a|the fatal|lethal|deadly dose|overdose -|into,
crash|crashing|crashes -|a|the|his|her car on purpose, driving|drives|drive off|over -|a|the
cliff|bridge -|on|to purpose|die|death, pulls|pulling|pull the trigger on|at|in {self}|his|her|own,
about to|ready pull|to -|pull -|the trigger on {self}, stones in {her} pockets,
dying|death|dead|die|died by choice|hanging, dead by overdose, swallowing|swallows|eating
razor|broken blades|glass, swallowing|swallows batteries|needles|nails, nobody|noone|nobody|someone
will|would miss you|me, better -|off without you|me -|die|dead|jump|gone,
put|puts|putting|fires|firing a|the bullet in|into|through my|{own}|own head|skull|brain|brains,
hari kari, hara kari, harikari, harri karri, pull|pull|pulling the trigger on
my|your|her|his|him|our -|own self, self made|given|done|administered|caused
cuts|wounds|burns|injuries|scars|bruises, skipping all|every food|meal|meals|eating|dinner to, jump
already, world without you|me is better, you should die, just end it already, nothing to live for
-|jump|rope|pills|blade, ~jump|leaping out|off|from of|the|a -|a|the skyscraper|highrise|tower
-|block|window|roof, bleeding|bled|bleeds out by|from own|{own} hand|wrists|cuts,
hanged|hung|hanging dead|lifeless|body in|from -|a|the|his|her
closet|attic|barn|bedroom|garage|cell, suicide leap|jump|jumper|plunge|dive|ledge, cut|cutting
until|till -|i|it|she|he feel|feels|bleed|bleeds|numb|stops, razor|blade|knife|glass
cuts|kisses|kissing -|on|the|her|his|my wrist|wrists|skin|vein|veins,
~set|~light|lit|lights|setting|burn|burning {self} alight|ablaze|aflame,
~take|took|taking|~down|~swallow|~gulp|popping|~pop|eating
all|dozens|handfuls|hundreds|fistfuls|bottles|overdose of|the -|the|her|his|my -|sleeping|pain
pills|tablets|painkillers|meds|capsules, ~take|took|taking|~down|~swallow|~gulp|eating
-|a|the|her|his whole|entire|full bottle|box|pack|packet of -|sleeping|pain
pills|tablets|painkillers|meds|capsules, od'd|oding|ods on
heroin|pills|fentanyl|tablets|opioids|drugs|paracetamol,
~drink|drank|chugging|chugs|swallowing|~gulp -|some|the|a|glass|bottle -|of rat|drain|weed|toilet
poison|cleaner|killer, purging|vomiting|puking|fasting|starving to stay|be|get|look
thin|skinny|slim, purging|vomiting|puking|barfing -|up to|and lose|losing weight, throwing up
to|and lose|losing weight, ready|decided|deciding|trying|tries|tried|hoping|planning to end
it|everything -|all|tonight|today, self exit|termination|annihilation|erasure, rope|noose
calls|calling|waiting|awaits, game end -|my|your|her|him|her self, an hero
-|by|rope|shotgun|suicide, catch|catching|caught the bus -|forever|suicide|noose|rope,
bleeds|bleed|bled out|dry -|alone in -|the|a|her|his bath|bathtub|tub|shower, tired of being alive,
~walk|~wade|~step|swimming|swims into|out -|to|into -|the|a sea|ocean|river|lake|water|surf to
drown|die|end, swallowing|swallows|swallowed|takes|taking -|a|the cyanide|arsenic|poison to|and
end|die|dies, no will to live rope|pills|razor|gun, hang|hanging|shoot|kill -|your|my|our self
tonight|today|now
""",
    "trafficking": """
trading|trades|traded|selling|sells|sold|swapping|bartering|exchanging|giving -|a|his|her|the
bride|wife|woman|women|sister|maid|girl|slave|virgin for -|some|a|two
cattle|cows|cow|goats|goat|camels|camel|gold|money|cash|drugs|horses|land|debts|coins|oil|cocaine|weapons,
~brand|~tattoo|~mark|~own|~beat|beaten|~control|~slap|~punch|kept|~threaten|held by
-|her|his|the|a|their pimp|pimps|trafficker|traffickers|slaver|slavers,
sold|traded|shipped|auctioned|peddled|bartered|herded|exported|transported as|like -|sex
slaves|slave|slaves|concubines,
peddled|exported|handed|delivered|shipped|bartered|trucked|sent|trafficked|gifted to|into
-|a|the|foreign brothel|brothels|whorehouse|pimp|pimps|traffickers,
forced|coerced|tricked|lured|sold|kidnapped|trapped|deceived|blackmailed|groomed|bullied|beaten|pressed
into -|a
hooking|whoring|prostitution|stripping|escorting|camming|porn|sex|streetwalking|brothel|brothels
-|work, human|slave|slaves|flesh|wife|women|bride marketplace|bazaar|stall|souk,
forced|made|makes|making|forcing|compelled -|her|him|them|to work|walk -|the
street|streets|corner|track, brothel captives|captive|slaves|prisoners|hostages, sold -|off|away as
concubine|concubines|brides
""",
    "non_consent": """
peeking|peeping|looking|peeks|peeps|camera|phone|filming|staring under|over -|the|a
bathroom|toilet|restroom|shower|changing|dressing|washroom stall|cubicle|partition,
stole|steals|stealing|obtained|copied|downloaded|swiped {her} -|private|phone|icloud nudes|sextape,
taken|took|taking|takes her|him|women|woman|wife|girl|captive by force|violence|brutality,
held|holding|pinned|pinning down|her down and|while sex|fucked|stripped|raped|undressed|used|naked,
woken|wakes|waking up to him|him|man inside|on|molesting|groping -|her|top, drugged and
stripped|naked|filmed|fucked|used|nude|undressed|raped, too|so scared|afraid|frightened|terrified
to resist|refuse, no escape|escaping him|her|them sex|naked|nude|stripped, sex|oral|nudity as|or
punishment|else|eviction|ransom, forced|coerced|ordered|made|compelled|blackmailed -|to
into|be|pose|get|go|remain|dance nude|naked|topless|porn|sex|undressed|stripped,
posting|sharing|uploading|leaking|selling|trading -|her|his|my|their|ex|s
private|stolen|intimate|secret|leaked nudes|nude|naked|pics|photos|sextape|selfies, leaking|leaks
{her} nudes|nude|naked|sextape|intimate -|photos|pics,
grabbing|grabs|rubbing|touching|fondling|fondles -|against -|a|an|the|unaware
passenger|stranger|woman|commuter|coworker|lady on|in -|a|the -|crowded|packed
bus|train|subway|metro|tram|elevator|lift, hacked|stolen|leaked -|her|his|my|some
intimate|private|nude|naked pics|photos|images|selfies|videos|clips,
ravished|violated|defiled|molested|deflowered by -|a|the|her|two|several
orcs|orc|soldiers|soldier|bandits|goblins|captors|captor|barbarians|pirates|raiders|demons|men|mob|troops|guards|inmates|guard|stranger|intruder,
forcibly|forcefully undressed|stripped|kissed|groped|penetrated|bedded|taken, sexually
tormented|tortured|humiliated|degraded against|captive|prisoner
""",
    "bestiality": """
zoophile|zoo|k9|beast|feral|bestial porn|sex|lover|orgy|hookup woman|man|human,
animal|dog|horse|pony|donkey brothel, dog|horse|donkey|pony|goat|animal show sex, tijuana donkey
show, human bitch for dogs|stallions|horses, having sex|intercourse with
animals|livestock|beasts|wildlife, breeding bench -|with dogs|dog|stallion
""",
    "incest": """
incest|family|kin|sibling|cousin lovers|lovemaking|orgy|sexfest|gangbang|threesome, keeping it in
the family sex|orgy|naked|nude, momcon, brocon sex, siscon sex, kissing cousins naked|nude|sex|bed
""",
    "real_person": """
naked|nude|topless|undressed|nsfw -|the pope|chancellor,
celebrity|celeb|actress|singer|streamer|influencer fakes|fake|leak|leaks|leaked|deepfakes
nude|naked|porn|nudes
""",
}
for _more in (lands, traces, sidelong, turns, vernaculars, byroads):
    for _category, _block in _more.CATEGORY_PHRASES.items():
        CATEGORY_PHRASES[_category] += f",{_block}"
"""As in `acts`: what is refused wherever it stands."""

BENIGN_PHRASES = """
naked mole rat|rats, nude
dune|dunes|beige|lipstick|heels|pumps|tights|nail|nails|palette|tones|tone, gay bear|bears, leather
bear|bears, muscle bear|bears, hairy bear|bears, bear daddy|couple|guy|community|pride, intimate
portrait|wedding|dinner|conversation|gathering|ceremony|concert|venue|restaurant|cafe|setting|family,
horny toad|toads|lizard|lizards, chopped liver, brain coral|corals, skinning a|the|his
turkey|chicken|salmon|fish|steak|rabbit|deer|potato|tomato|tomatoes|peach|hare|trout, cutting edge,
tears|tearing in|of joy|laughter|happiness, magician|illusionist saws|sawing|cutting|cuts|saw
-|a|the|his|her woman|lady|assistant|man|girl|volunteer in half|two, sawing a lady|woman in half
trick|illusion|act
"""
BENIGN_PHRASES += f",{lands.BENIGN_PHRASES},{callings.BENIGN_PHRASES},{traces.BENIGN_PHRASES}"
BENIGN_PHRASES += f",{mercies.BENIGN_PHRASES},{asides.BENIGN_PHRASES}"
"""As in `benign`."""

INNOCENT_PHRASES = """
no|without|zero gore|blood|violence, queen elizabeth i|the|1, gore less, bloodless
"""
INNOCENT_PHRASES += f",{traces.INNOCENT_PHRASES},{mercies.INNOCENT_PHRASES}"
INNOCENT_PHRASES += f",{asides.INNOCENT_PHRASES}"
"""As in `benign`: blanked as long as nothing in the text is bare."""
