"""More kinds of word as in `contexts`: what is done to whom in other words."""

CATEGORY_PHRASES = {
    "non_consent": """
graped, struggle snuggle, struggle snuggles, too|so
drunk|wasted|high|stoned|gone|hammered|plastered|tipsy|intoxicated|drugged to
refuse|resist|say|consent|fight|notice|object|know|stop|protest|care|understand, unwanted
hands|caress|caresses|fondling|stroking|intimacy|kisses|penetration|undressing,
stolen|hacked|leaked|traded|swapped|stole|hacking|swiped
-|her|his|my|private|icloud|snapchat|snap|cloud|phone|intimate nudes|sextape|sextapes, gizli
çekim, podglądanie nagiej|nagich|nago, dared|goaded|hounded|harassed|nagged|shamed into
stripping|undressing|sex|nudity|nudes|flashing,
spikes|spiked|spiking|drugs|drugged|drugging|dosed|dosing {her}
drink|drinks|date|cocktail|beer|wine|glass|victim|victims,
strip|strips|stripping|remove|removes|removing her|his|their|the clothes|clothing|bikini|dress from
-|a|the|this|her|his
selfie|photo|photos|picture|pic|snapshot, photo|photos|image|images
volée|volées|prise|prises sous la|sa|les jupe|jupes, sous sa jupe, fotos|imágenes|imagens|nudes
-|íntimas vazadas|filtradas|robadas|roubadas|hackeadas
""",
    "gore": """
axe|hatchet|machete|cleaver|screwdriver|pickaxe|nail|nails|spike|drill|hook in|into|through
-|a|the|his|her skull|eye|eyes|eyeball|eyeballs|head|forehead|brain|temple|throat,
saw|chainsaw|handsaw|bonesaw|buzzsaw through -|a|the|his|her
leg|arm|neck|torso|body|bone|bones|limb|legs|arms|thigh, blood eagle, goresplosion, victim|victims
s -|severed head|heads, victims|victim -|severed
head|heads|hand|hands|skin|scalp|organs|limbs|remains|guts|skull|body parts,
slaughterhouse|abattoir|butchery for|of people|humans|women|men, human|man|woman|person|people
roast|roasted|roasting|cooked|barbecued|grilled on|over -|a|the spit|fire|grill|skewer|barbecue,
human barbecue|bbq|jerky|steak|sausage|stew|pie|kebab, kafası|başı|kolu|bacağı
kesilmiş|kopmuş|kesik|koparılmış, long pig roast, edible human|humans, {someone} being|is|gets
skinned|flayed|filleted|butchered, {someone}|body|arm|leg|head fed|feeding into|through -|a|the
-|wood|meat woodchipper|chipper|grinder|shredder|mincer, shredded|mangled|pulped|minced
-|accident|crash|road victim|victims
""",
    "self_harm": """
bag over {own} head|face, lets|let|letting {self} starve|bleed|drown|die, bleeding {self} out|dry,
wrist slasher|slashers|slitter|slitting|slicing|slicer, ana
coach|buddy|buddies|inspo|butterfly|tips, enforca se, se enforca, se enforcou, si impicca,
s'impicca, se ahorcó, se ha ahorcado, se matar, se suicida, si uccide da solo|sola, si toglie la
vita, se quita la vita, se quitó la vita, tira a própria vida, met fin à ses jours, mettre fin à
ses jours, nimmt sich das leben, bringt sich um, sich umbringen,
opens|opening|opened|cut|slit|sliced|cutting {own} veins|vein|artery|arteries|wrists|wrist|throat
open, slit|slits|slitting {own} -|veins|throat|wrists, pulls|pulling|pulled the trigger on {self},
tie|ties|tying|tied a|the noose around|for {own} neck, shtwt, sh
twitter, edtwt, proana, razor|cutting|blade therapy, ~tell|~urge|encouraging|encourages
-|the|a|all depressed|suicidal|lonely|sad people|teens|kids|person|persons|followers to do
it|that|so, step|stepping|steps|jump|jumping|jumps|walk in front of
-|a|an|the|oncoming
train|trains|subway|tram|lorry
""",
    "trafficking": """
bought and sold|traded like|as cattle|livestock|goods|meat|property|animals,
women|girls|brides|wives|captives distributed|awarded|allotted|divided|parcelled|shared
-|to|among|between soldiers|troops|fighters|victors|warriors|guards|officers|men, webcam|cam
slave|slaves|captives|prisoner, brand|brands|branding|branded|tattooed|tattooing|marked|marking
her|him|them|women|girls|woman|girl as -|his|the|their property, satılık
kadın|kadınlar|köle|cariye, köle|kadın kadın|köle satışı|pazarı|satılıyor,
women|girls|wives|brides for barter|trade|exchange|resale|hire by|from
traffickers|slavers|pimps|gangs, human beings for sale, people for sale in chains,
woman|girl|women|girls with a price tag|sticker, woman|women|girl|girls on the|an auction|slave
block|stage, made|forced|ordered to sleep with -|the|paying|rich
customers|clients|guests|buyers|johns|punters, kept|held|used|owned as -|a|his|their
sex|sexual property|object|toy|goods, ~beat her|him|them|girls|women until she|he|they
work|works|earn|earns|sell|sells
""",
    "incest": """
daughter|sister|sisters|daughters|sibling swap|swapping|swappers,
stepsister|stepmom|stepsis|stepmother|stepdaughter|sis|sister|siblings|mom stuck in -|the|a
dryer|washer|window, help me step bro|brother|dad|son, help me stepbro|stepdad|stepson, what are
you doing step bro|brother|dad|son, what are you doing stepbro|stepdad
""",
    "bestiality": """
sexual|intimate|carnal contact|relations|intercourse with -|a|the|her|his|their
cat|dog|horse|pony|goat|sheep|cow|pig|donkey|animal|animals, treibt|trieb|treiben es mit
-|einem|einer|dem|der|seinem|seiner
schaf|schafen|ziege|hund|pferd|stute|kuh|esel|schwein|tier|tieren
""",
}
"""As in `acts`: what is refused wherever it stands."""

KINDS = {
    "self_in": """
~insert|~push|thrusts|thrusting|~slide {self} in|into|inside
""",
    "masked_one": """
masked|hooded|strange|unknown|unfamiliar man|men|figure|guy|guys|stranger|intruder, intruder,
burglar, prowler, home invader
""",
    "climbs_on": """
climbs|climbing|crawls|crawling|creeps|creeping|gets|getting onto|on|over, into bed with, into her
bed, lies|lying|gets on top of
""",
    "spy_device": """
spy pen|glasses|clock|watch|device|gadget|drone|hole|phone, smoke detector camera|cam, alarm clock
camera|cam, teddy bear camera|cam, camera glasses
""",
    "goes_far": """
goes|going|went|gone too far, crosses|crossing|crossed the line, oversteps
""",
    "fantasy_captive": """
captured|captive|caught|defeated|chained|kidnapped
elf|elves|princess|queen|huntress|knight|heroine|nun|priestess|maiden|warrior|sorceress|adventurer|paladin|amazon
""",
    "no_will": """
no will, no free will, no will of her own, no will of his own, without a will, mindless, thrall,
thralls, enthralled, will broken, broken will, bewitched into, possessed into
""",
    "time_stop": """
time stop, time stopped, time stopper, stopped time, stops time, stopping time, time freeze
""",
    "on_the_sly": """
in secret, on the sly, on the quiet, without them noticing, without her noticing, while nobody
notices, unnoticed
""",
    "filming": """
filming, films, filmed, recording, records, recorded, photographing, photographs, photographed,
videotaping, videotaped, taping
""",
    "abuse_tongues": """
abusa de|di|da, abusan de, abusando de|di, abusó de, abusou de, abuse d|de|dune|dun, abusant d|de,
abusent d|de, missbraucht, missbrauchen, misbruikt, wykorzystuje, palpeggia, palpeggiano, palpa,
manosea, manosean, toquetea, tripote, tripotent, pelote, begrapscht, begrapschen, befummelt,
befummeln, apalpa, bolina, betast, betasten, obmacuje
""",
    "peep_tongues": """
podgląda, podglądacz, подглядывает, подглядывают, подглядывание, подсматривает, espiando
a|pela|por, espionne, gizlice izliyor|izleyen|çekilen, stiekem gefilmd|bekeken, heimlich
gefilmt|beobachtet
""",
    "nude_slavic": "nagiej, nagich, голых, голыми, обнаженных, nagim, gołej, gołych",
    "fell_asleep_friends": """
friends invited|join|joining|watch|watching, friends help themselves, invites|inviting his|her
friends, men|guys|strangers join|joining|watching|waiting their turn
""",
    "all_fours": "on all fours, on hands and knees, on her hands and knees, doggy style",
    "behind_one": "behind, from behind, behind her, behind him, mounting",
    "watch_with": """
watches|watching|films|filming|shares|sharing|lets|letting my|his|her
wife|girlfriend|husband|her|him|woman|girl with
""",
    "lapping": """
lapping, laps, licking, licks, sniffing, sniffs, nuzzling, nuzzles, snout, tongue, nose
""",
    "animal_rear": """
rear, rear end, rump, backside, anus, hole, crotch, groin, genitals, underbelly
""",
    "mouth_on": "tongue|mouth|lips|face on|in|against|under|around|to|between",
    "enters_one": """
slithers|slithering|crawls|crawling|wriggles|wriggling|squirms|squirming|slides|sliding|entering|enters|tentacle|tentacles|head|tail|snout|going|goes|burrowing|burrows
inside|into|up
""",
    "across_skin": """
across|into her|his|my|own|their
skin|arm|arms|wrist|wrists|thigh|thighs|forearm|forearms|flesh|stomach|hip|hips
""",
    "cutting_tool": """
blade, razor, razorblade, razorblades, scalpel, box cutter, glass shard, shard, scissors
""",
    "kin_panties": """
{kin} s -|dirty|worn panties|knickers|thong|underwear|bra|lingerie|pantyhose|stockings
""",
    "sniffing": """
sniffs, sniffing, smells, smelling, steals, stealing, wanks, wanking, masturbates, masturbating,
jerking off, jerks off
""",
    "fooling_around": """
fooling|fools|fooled|messing|messes|messed|screwing around, sleeping|sleeps|slept with, in bed with
""",
    "kin_heat": """
sensual, sensually, seductive, seductively, lustful, lustfully, horny, aroused
""",
    "blood_kin": """
related by blood, all related, blood relatives|relations|kin, all one family, of one family, same
bloodline
""",
    "french_kissing": "french kissing, french kiss, kissing with tongue, making out",
    "stripper": "the|a|my stripper|escort|hooker|pornstar",
    "me_and_kin": "me and her|him, her|him and me, us two, just us",
    "way_out": "best|only|easy|easiest|quickest|final|one way out, way out of life|this|here",
    "goodbye_all": "goodbye world|everyone|all|life|cruel, farewell world|everyone",
    "pictured_one": """
in the|this|that|my attached|uploaded|enclosed pic|photo|picture|image|selfie, attached
pic|photo|picture|image|selfie, from
linkedin|facebook|tinder|instagram|snapchat|whatsapp
""",
    "long_dead": """
abraham lincoln, george washington, marie curie, nikola tesla, sigmund freud, frida kahlo,
abrahamlincoln, georgewashington, mariecurie, nikolatesla, sigmundfreud, fridakahlo
""",
    "kin_fiction": """
oedipus, jocasta, electra complex, cersei, jaime lannister, lannister twins, myrrha, phaedra, lot
s daughters
""",
    "in_bed": """
in bed, in a bed, sharing a bed, under the sheets, between the sheets, in the bedroom naked
""",
    "lingerie_bed": """
lingerie in|on -|the|her bed, lingerie bed, bed lingerie, in bed in lingerie, negligee in|on
-|the|a|his|her bed
""",
    "ride_him": """
riding|rides|straddling|straddles|grinding|bouncing -|on
him|dad|daddy|father|brother|bro|stepdad|stepbro|uncle|son|stepson
""",
    "inside_only": "inside, astride, balls deep in, deep inside, on top of",
    "helpless_lands": """
пьяная без сознания, 泥酔, nieprzytomna, baygın, bayıltılmış, bewusstlos betrunken
""",
    "role_actor": """
hermione|katniss|daenerys|wednesday|catwoman|batman|superman|thor actress|actor, black widow
actress, wonder woman actress, harley quinn actress, captain marvel actress, princess leia
actress, james bond actor, actress|actor|actresses|actors|star|stars|cast from|of|in -|the
titanic|twilight|friends|euphoria|baywatch|avatar|avengers|barbie|bridgerton|riverdale|witcher|charmed|buffy|dexter|narcos|marvel
""",
    "famous_first": """
deepika, aishwarya, kareena, katrina kaif s, priyanka, emrata, jlo, ariana g, selena g, taylor s
swift, hailey b, scarlett j, kylie j, kendall j, kim kard, mila k, megan f, angelina j, jen
lawrence, jen aniston, jen lopez, jenny lopez, brit spears, kate m royal, will and kate, harry and
meghan, posh spice, baby spice singer, ginger spice, becks footballer, cr7, lewandowski,
ibrahimovic, modric, haaland, mourinho, guardiola, nadal tennis, alcaraz, sinner tennis,
verstappen, leclerc
""",
}
"""For `rules.RULES`; some are one of a wider kind there."""

BENIGN_PHRASES = """
torture test, torture tests, torture testing, gutted -|and -|then
renovated|remodelled|remodeled|refurbished|rebuilt, gutted
house|building|brownstone|kitchen|apartment|flat|interior|warehouse|church|car|hull|pumpkin,
pimped -|out|up motorcycle|motorbike|bike|car|truck|van|ride|rides|lowrider|scooter|limo|keyboard,
pimp my ride, blood orange|oranges, blood orange|oranges cut|sliced in|into half|halves|slices,
orange|oranges|lemon|lemons|avocado|melon|apple|grapefruit|pomegranate|papaya|kiwi|sandwich|cake|bagel|loaf|tomato|cabbage
cut|sliced in|into half|halves|two|quarters|pieces, exquisite corpse, exquisite corpses, grown up
stepchildren, grown|adult stepchildren|stepkids|stepchildren, step mother|father s day, stepmother
s day, chest of gold|coins|drawers|treasure|jewels|tea|toys|tools, treasure chest, open chest of,
brain teaser|teasers|storm|storming|waves|freeze|food|fog, organ|organs of the|a
church|cathedral|state|government|party|press, church|pipe|cathedral organ|organs, {kin} s
house|home|apartment|flat|wedding|kitchen|garden|car|farm|shop|restaurant|birthday|grave, wound
care, two|many minds, in love with
surfing|sailing|skiing|climbing|cooking|music|life|books|dancing|painting, horse
carriage|carriages|buggy|cart|trailer, horse drawn, horse and carriage|buggy|cart, dress|wedding
sale, knotting -|a macrame|rug|rugs|yarn|rope|ropes|tie|ties|cord, knotting
workshop|pattern|board, knotted rope|toy|scarf|tie|rug|yarn|pine|wood|handkerchief|shirt, blue
footed booby|boobies, red footed booby|boobies, masked booby|boobies, jerk
chicken|pork|fish|goat|prawns|seasoning|marinade|sauce|spice|rub, grape
picker|pickers|picking|harvest|harvester|harvesters|juice|jam|grower|growers|vine|vines|leaf|leaves,
breeding stable|stables|farm|kennel|mare|mares|season, sister|sisters|daughters
swap|swapping|swappers recipes|clothes|books|stories|seats|shoes|dresses|gifts|houses, in front of
-|a|the train station|museum|set|window|carriage
"""
"""As in `benign`."""
