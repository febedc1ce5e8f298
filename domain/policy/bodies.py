"""More kinds of word as in `contexts`: whoever it is, and what is done to bodies."""

KINDS = {
    "anybody": """
woman, women, man, men, lady, ladies, guy, guys, dude, dudes, bloke, blokes, girl, girls, fella,
person, persons, people, human, humans, adult, adults, male, males, female, females, victim,
victims, prisoner, prisoners, inmate, inmates, soldier, soldiers, hiker, hikers, priest, priests,
cop, cops, policeman, policewoman, officer, clown, knight, knights, farmer, farmers, tourist,
tourists, stranger, strangers, chef, worker, workers, nun, nuns, biker, nurse, nurses, peasant,
peasants, captive, captives, businessman, businesswoman, businessmen, trucker, dancer, dancers,
swimmer, monk, monks, sailor, sailors, explorer, teacher, teachers, waitress, waiter, widow,
widower, pirate, pirates, thief, thieves, journalist, reporter, lawyer, samurai, ninja, warrior,
warriors, bride, brides, groom, blonde, brunette, redhead, camper, campers, lumberjack, couple,
couples, witch, witches, elf, elves, orc, orcs, gladiator, mechanic, jogger, tenant, wife, wives,
husband, girlfriend, boyfriend, doctor, patient, patients, civilian, civilians, hostage, hostages,
villager, villagers, passenger, passengers, driver, guard, guards, criminal, criminals, enemy,
enemies, opponent, neighbour, neighbor, roommate, colleague, coworker, boss, customer, shopkeeper,
baker, fisherman, hunter, surfer, diver, climber, skier, cyclist, motorcyclist, bather, sunbather,
kidnapper, stalker, masseuse, cleaner, busker, vendor, clerk, surgeon, runner, athlete, wrestler,
boxer, student, students, actor, actress, singer, scientist, engineer, pilot, firefighter,
paramedic, postman, plumber, builder, miner, miners, astronaut, cowboy, cowgirl, sheriff, king,
queen, prince, princess, viking, vikings, crusader, martyr, saint, heretic, heretics, rebel,
rebels, protester, protesters, spy, assassin, bystander, bystanders, pedestrian, commuter, beggar,
refugee, refugees, migrant, migrants, pilgrim, pilgrims, shepherd, maid, maids, butler, secretary,
employee, accountant, banker, politician, housewife, housewives, milf, virgin, virgins, maiden,
maidens, nanny, stewardess, barista, bartender, student, hitchhiker, backpacker, ranger, lifeguard,
athletes, models, lovers, survivor, intern, influencer, gymnast, cheerleader, mermaid, nannies,
hostesses, girlfriends, foreigners, foreigner, slaves, concubines, goddess, sorceress, vampire,
demoness, android, fighter, fighters, drifter, burglar, robber, elder
""",
    "ripped_up": """
butchered, slaughtered, massacred, mutilated, dismembered, maimed, eviscerated, quartered,
disembowelled, disemboweled, bludgeoned, mangled, disfigured, knifed, vivisected, garroted,
chainsawed, hacked|chopped|carved|sawn|sawed|cut|sliced up|apart, ripped|torn apart, torn|ripped to
pieces|shreds|bits
""",
    "in_two": """
cut|chopped|sawn|sawed|sliced|hacked|torn|ripped|cleaved|bitten|cleft in half|two|pieces,
cut|chopped|sawn|sliced|hacked|torn|ripped|blown|chewed to bits|pieces|shreds
""",
    "being_opened": """
being|getting|gets|was|were
cut|sliced|slit|ripped|torn|split|sawn|sawed|carved|chopped|hacked|pried open|apart|up,
being|getting|gets skinned|flayed|quartered|gutted|butchered|disembowelled|devoured,
cooked|roasted|boiled|grilled|fried|dissected|skinned|sawn alive
""",
    "cutting_one": """
cut|cuts|cutting|slice|slices|slicing|saw|saws|sawing|hack|hacks|hacking|chop|chops|chopping|cleaving|cleaves|splitting|ripping|rips|tearing|tears|biting|bites
""",
    "apart": """
in half|two|pieces|bits, to pieces|bits|shreds, apart, limb from limb, down the middle, to ribbons
""",
    "cutting_off": """
cutting|cuts|chopping|chops|lopping|hacking|slicing|sawing|ripping|tearing|biting off
""",
    "put_into": """
fed|thrown|pushed|dragged|pulled|sucked|dropped|shoved|tossed|stuffed|chewed|ground|mangled|shredded|falling|falls|fell|lowered|crushed|hurled|caught|minced|pulped
into|in|through|by|under|inside
""",
    "feeding_one": """
feeding|feeds|throwing|throws|pushing|pushes|dragging|drags|shoving|shoves|stuffing|stuffs|tossing|dropping|forcing|lowering
""",
    "machine": """
chipper, woodchipper, grinder, mincer, shredder, blender, compactor, crusher, hydraulic press,
sawmill, harvester, thresher, turbine, propeller, jet engine, mulcher, garbage truck, refuse truck,
lathe, wood chipper
""",
    "lacks_part": """
without|missing|lacking|minus -|a|his|her|both|any|its
head|heads|arms|legs|limbs|hands|feet|arm|leg|face, armless, legless, limbless
""",
    "tool_hard": """
axe, ax, hatchet, machete, cleaver, knife, dagger, sword, katana, spear, saw, hacksaw, drill,
screwdriver, scissors, hammer, sledgehammer, pickaxe, pitchfork, pliers, ice pick, chainsaw,
sickle, crowbar, rebar, harpoon, meat hook, scythe, shovel, spike, glass shard
""",
    "lodged": """
buried|stuck|embedded|lodged|plunged|driven|sunk|jammed|planted -|deep in|into|inside|through
-|a|the|his|her|its skull|head|face|forehead|eye|neck|throat|spine|chest|stomach|ribs
""",
    "pulling_out": """
pulling|pulls|ripping|rips|tearing|tears|gouging|gouges|poking|pokes|stabbing|stabs|plucking|plucks|prying|clawing|yanking|digging
out, ripped|torn|gouged|plucked|clawed out
""",
    "inner_part": """
eye, eyes, tongue, spine, veins, victim s heart, man s heart, woman s heart, his heart, her heart,
fingernails, toenails
""",
    "pulling_nails": """
pulling|ripping|tearing|prying|yanking -|out fingernails|toenails|nails -|out|off of|from,
pulling|ripping|tearing|prying|yanking -|out fingernails|toenails
""",
    "head_of": "head|heads of",
    "on_spike": "spike, spikes, pike, pikes, stake, stakes, pole, poles, platter",
    "melting": "melting|melts|burning|burns|dissolving|dissolves|boiling|eating|scalding|peeling",
    "flesh_off": "face|flesh|skin off|away, face|flesh|skin from -|the|his|her bone|bones|skull",
    "on_hooks": """
hanging|hangs|hung|dangling|strung|suspended from|on|by|off -|a|the|two
-|meat|butcher|rusty|iron|steel hook|hooks
""",
    "of_dead": """
pile|piles|stack|stacks|heap|heaps|mountain|mountains|pit|mound|row|rows|ditch|cart of
-|the|naked|bloody dead|murdered|slain|lifeless|slaughtered|butchered|executed|rotting
""",
    "flesh_eater": """
zombie, zombies, ghoul, ghouls, cannibal, cannibals, monster, monsters, ogre, ogres, werewolf,
demon, demons, savages, mutants, creature, undead, wendigo
""",
    "eats": """
eating|eats|ate|devouring|devours|chewing|chews|gnawing|gnaws|munching|feasting|feasts|feeding
-|on, tearing into, biting into, cooking, roasting, butchering
""",
    "human_cut": """
human leg|legs|arm|arms|heart|liver|meat|flesh|ribs|thigh|brain|hand, man|woman|person|people -|s
heart|liver|meat|flesh|brain
""",
    "dished": """
plate, platter, grill, spit, menu, skewer, skewers, barbecue, stew, soup, hooks, for
dinner|lunch|sale|supper, served, roasted, grilled, cooked, fried, barbecued
""",
    "stuck_on": """
impaled|skewered|spitted|run|pierced|stuck -|through on|by|with|upon -|a|an|the|his
spear|spike|spikes|stake|stakes|pole|lance|fence|trident|pike|harpoon|rebar|branch|pitchfork,
stabbed|speared|knifed|impaled|skewered|pierced|shot through -|the|his|her|their
chest|throat|eye|face|head|neck|stomach|gut|skull|mouth|belly
""",
    "killing_of": """
hanging|stoning|drowning|burning|murder|execution|slaughter|killing|lynching|torture of
""",
    "blood_word": """
blood, bloody, bleeding, gore, gory, graphic, guts, splatter, bloodied, screaming, snuff, brutal,
grisly
""",
    "mangled_word": """
mangled, torn apart, ripped apart, guts, brains, severed, dismembered, entrails, gory, gore,
decapitated, body parts
""",
    "wreck": """
shark|bear|lion|tiger|crocodile|alligator|wolf|dog|animal|hippo attack,
plane|train|car|bus|bike|motorcycle|traffic|truck crash|accident|wreck, explosion, landmine,
grenade, industrial accident, workplace accident
""",
    "burst": """
exploded|exploding|blown|pulverised|pulverized|caved|smashed|splattered|burst -|up|in|apart
""",
    "magic_half": """
in half|two, sawn in half|two, sawing|saws|saw|sawed|cut|cuts|cutting -|a|the|his|her
woman|lady|assistant|man|girl|volunteer in half|two
""",
    "magic": """
magician, magicians, illusionist, conjurer, magic, circus, trick, stage show, vaudeville
""",
    "harm_hard": """
slice|slices|slicing|slash|slashes|slashing|stab|stabs|stabbing|carve|carves|carving|cut|cuts|cutting|slit|slits|slitting|gash|gashes|gashing|brand|brands|branding|scald|scalds|scalding|burn|burns|burning|mutilate|mutilates|mutilating|break|breaks|breaking|smash|smashes|smashing
-|up|into|open
""",
    "own_part": """
{own} -|bare|left|right|inner
hand|hands|palm|palms|finger|fingers|face|chest|foot|feet|ear|tongue|eye|eyes|arm|arms|leg|legs|thigh|thighs|wrist|wrists|belly|stomach|throat|skin|forearm|forearms|knee|knees
""",
    "etching": """
carving|carves|carved|etching|etches|etched|engraving|scratching|scratches|scratched,
cutting|cuts|cut|slicing words|word|names|name|lines|line|letters|hearts|hate|a
""",
    "into_own": """
into|across|onto her|his|my|their|own -|own|inner|bare
skin|forearm|forearms|thigh|thighs|arm|arms|flesh|wrist|wrists
""",
    "urges": """
encouraging|encourages|telling|tells|urging|urges|inviting|persuading|persuades|daring|dares|pushing|convincing|asking|advising|begging|inspiring|helping|coaching|teaching
""",
    "sad_one": """
depressed, sad, lonely, suicidal, hopeless, vulnerable, desperate, heartbroken, broken, anxious,
unhappy, grieving
""",
    "to_harm": """
to cut|jump|die|end|starve|overdose|hang|bleed|slit|disappear|purge, to do it, to kill, to let go,
to give up, to go through with it, to swallow, to take pills, to take their, to burn, to step off
""",
    "hung_by": """
hanging|hangs|hanged|dangling|dangles|swinging|swings|hung|strung|lifeless|limp -|lifeless from|by
-|a|an|the|his|her -|wooden|leather|ceiling
rope|noose|beam|ceiling|fan|tree|rafters|rafter|belt|doorknob|pipe|branch|scarf|bedsheet|sheet|cable|cord|banister|chandelier
""",
    "despair": """
depressed, lonely, suicide, suicidal, lifeless, dead, sad, goodbye, note, farewell, empty chair,
kicked chair, tipped|kicked|fallen|overturned stool|chair, despair, hopeless, limp, blue face,
final moments
""",
    "hung_body": "hanging|hanged|dangling|swinging body|corpse of",
    "before_truck": """
jumping|jumps|leaping|leaps|stepping|steps|walking|walks|running|runs|diving in front of -|a|an|the
-|oncoming|moving|speeding bus|truck|car|lorry|traffic|train|tram
""",
    "on_purpose": """
on purpose, deliberately, intentionally, to feel something, to feel pain, for relief, to punish
""",
    "harm_part": """
slicing|slashing|stabbing|carving|cutting|slitting|burning|scalding|breaking|smashing|branding|scratching|biting
her|his|my|their -|own
hand|hands|palm|palms|finger|fingers|face|foot|arm|arms|leg|legs|thigh|thighs|wrist|wrists|skin|forearm|head|knuckles
""",
    "skinned_word": """
skinned, flayed, gutted, disembowelled, disemboweled, cut open, guts, nails through -|his|her|the
hands|feet|wrists|palms
""",
    "hewn": """
chopped, hacked, sawn, sawed, lopped, detached, mangled, gnawed, dismembered, amputated
""",
    "fixed_to": "nailed|stapled|screwed|bolted|spiked to|into|onto",
    "skinned_off": """
no|without skin, skin removed|missing|gone|off, exposed muscle|muscles, raw flesh
""",
    "s_head_in": """
s -|severed head|torso|hand|leg|arm|body|foot in|inside -|a|the|his|her
fridge|freezer|suitcase|bag|bucket|box|barrel|jar|trunk|oven|pot|sack
""",
    "eaten_by": """
eaten|devoured|mauled|chewed|ripped|gnawed|swallowed|killed|shredded -|alive|up|apart by
-|a|the|giant|hungry|wild
rats|rat|dogs|sharks|shark|wolves|zombies|zombie|pigs|hogs|bear|bears|lion|lions|crocodile|crocodiles|ants|insects|crows|piranhas|tiger|monster|beast|ghouls|cannibals,
fed|thrown|tossed to -|the|a|hungry
pigs|hogs|dogs|sharks|lions|crocodiles|wolves|rats|piranhas|beasts|alligators
""",
    "human_body": "human, humans, person, human body, body, corpse, live man, living man, alive",
    "caught_machine": """
caught|stuck|pulled|trapped|mangled|crushed|torn|ripped|shredded in|into|by|off by -|a|the
machine|machinery|gears|conveyor|lathe|propeller|lawnmower|mower|engine|press|thresher|harvester
""",
    "gutting": """
gutting, skinning, flaying, filleting, butchering, dismembering, quartering, scalping,
decapitating, mutilating, disembowelling, disemboweling, eviscerating, vivisecting, mauling,
castrating, garroting, bludgeoning, slaughtering, lynching, stoning, impaling
""",
    "upside_down": """
body|corpse|man|woman|victim|person hung|hanging|strung|suspended -|up upside down
""",
    "at_own": """
{own} -|bare
throat|neck|wrist|wrists|head|chest|temple|stomach|belly|heart|veins|skull|mouth|thigh, own
throat|neck|wrist|wrists|head|chest|temple|stomach|belly|heart|skull
""",
    "clawing": """
scratching|scratches|picking|biting|clawing|claws|peeling|gnawing|chewing|rubbing {her} -|own
fingers|nails|arms|arm|skin|wrists|wrist|legs|thighs|face|lips off|hands
""",
    "bloody_word": """
bloody, raw, until it bleeds, until bleeding, till it bleeds, open, to the bone, off
""",
    "injury": """
open|compound fracture, splintered|shattered|protruding|exposed|broken|snapped bone|bones,
lobotomy, ice pick, stump, stumps, amputation, amputated, gash, gashes, stab wounds, bullet holes,
skin shredded|peeled|torn|hanging|off, barbed wire, slit belly|stomach|open, scalp, scalping, teeth
knocked|pulled|ripped out, organs, guts, intestines, brains, torn flesh, missing
limb|limbs|arm|leg|hand|face, crushed hand|hands|foot|leg|legs|arm|body|head|chest,
drilled|sawed|sawn|hacked|chopped through|into|off|up, kneecap, kneecaps, dismember, maimed,
mutilation, eye socket, eye sockets, slashed face|body|chest|back, mauled, lacerated, lacerations,
burst open, ribcage open, skewered
""",
    "organ_handled": """
holding|holds|removing|removes|picking|grabbing|pulling|clutching|collecting|harvesting|scooping|exposing|spilling|dangling|tugging|showing|carrying|eating|pecking|juggling
-|at|on|up|out|in
""",
    "bowels_word": """
guts, intestines, entrails, innards, bowels, viscera, organs, brain matter, disembowelled
""",
    "drives": """
driven|hammered|drilled|nailed|rammed|stabbed|impaled|screwed|speared through|into
""",
    "acid_vat": "barrel|drum|vat|tub|bath|pit|pool|bathtub|tank of acid|lye",
    "shot_off": """
shot|blown|bitten|scraped|burned|burnt|melted|ripped|torn|eaten|hacked off|away, skinned, flayed
""",
    "rope_word": "rope, noose, hanging rope, belt, bedsheet",
    "last_words": """
last|final night|step|breath|hour|day|goodbye|moment|letter, ready to die|go, solution, only way
out, farewell, goodbye, stepping off, steps off, step off, the answer, kicked, tipped stool, life
ends, end of life
""",
    "jump_verb": "jump, jumps, jumping, leap, leaps, leaping, plunge, plunging, plunges",
    "high_floor": """
10th|20th|30th|40th|50th|5th|6th|7th|8th|9th|15th|12th|top floor|story|storey, skyscraper, high
rise, highrise, tower block, tenth|twentieth|fifth|sixth floor
""",
    "spoilt_more": """
decaying, putrefying, rotted, half rotten, worm eaten, maggot ridden, decomposed
""",
    "gut_word": """
brains, brain, guts, brain matter, skull fragments, entrails, viscera, flesh, intestines, bone
fragments, innards, organs
""",
    "smeared": """
sprayed|splattered|smeared|splashed|strewn|flung|dripping|pouring|spraying|leaking|oozing|scattered
-|all on|over|across|from|down|out|around|against
""",
    "sawing_up": "sawing|saws|cutting|cuts|chopping|chops|hacking|hacks|carving|carves|slicing up",
    "nailed_to": "nailed to -|a|the cross|wall|tree|door|board|floor|table",
    "torturer": """
torturer, torturers, inquisitor, inquisitors, interrogator, interrogators, sadist, executioner
""",
    "nail_part": "nails, fingernails, toenails, pliers, tongs, teeth",
    "body_meat": """
lawyer|farmer|priest|soldier|victim|nun|hiker|tourist|girl|guy|lady -|s
heart|liver|brain|flesh|kidneys
""",
    "with_organ": """
with|showing|holding his|her|their -|own
heart|eyes|organs|tongue|brain|liver|spleen|lungs|kidneys|guts|intestines|entrails|spine|bowels|innards
""",
    "organ_gone": """
removed|torn|ripped|gouged|carved|hanging|falling|spilling|pulled|hacked|scooped|exposed|dangling
""",
    "hung_by_cloth": """
hanging|hangs|hanged|swinging|dangling by|from|with a|his|her|the
belt|noose|bedsheet|cord|cable|necktie|tie|shoelace|rope
""",
    "gas_more": """
exhaust hose, car exhaust, hose from the exhaust, exhaust pipe, running engine garage
""",
    "rope_means": "rope, belt, chair, stool, hanging rope, cut wrists, bleach",
    "crime_photo": """
crime scene, police photo, forensic photo, war photo, police photos, leaked photo
""",
}
"""For `crossings.RULES`; some are one of a wider kind of `rules`."""
