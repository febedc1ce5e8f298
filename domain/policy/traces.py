"""What is told by what is left or just before it: bodies afterwards, last moments, people as stock.

Animals that are told to mount are here too, in the same ten languages.
"""

KINDS_TOGETHER = """
animal: counted_animal
animal_any_more: counted_animal
animal: animal_lands
anybody: anybody_more
person_class: milkmaids
somebody: milkmaids
anybody: milkmaids
helpless: helpless_ten
done_to: violated_ten
cause: cause_ten
people_tongues: people_more_ten
"""
"""As in `rules`, for which these are more."""

RULES = """
animal_posed = animal + sex_position: 3
bestiality = animal_posed + bare: 8
bestiality = animal_posed + smut_scene: 8
animal_tied = animal + knot_plain: 1 clause ordered
bestiality = animal_tied + bare: 6
bestiality = animal_tied + smut_scene: 6
animal_way = animal + way_with_one: 2 clause ordered
animal_does_one = animal + does_one: 0 clause ordered
bestiality = animal_does_one + closing: 0 clause ordered
bestiality = animal_does_one + bare: 8
bestiality = animal_way + bare: 8
bestiality = animal_way + smut_scene: 8
has_way = animal + has_its_way: 1 clause ordered
bestiality = has_way + anybody: 3 clause ordered
bestiality = has_way + somebody: 3 clause ordered
animal_told = animal + told_to_mount: 3 clause ordered
bestiality = animal_told + anybody: 4 clause ordered
bestiality = animal_told + somebody: 3 clause ordered
told_animal = tells_it + animal: 3 clause ordered
told_animal_mounts = told_animal + mount_plain: 2 clause ordered
bestiality = told_animal_mounts + anybody: 4 clause ordered
bestiality = told_animal_mounts + somebody: 3 clause ordered
bestiality = animal + dirty_way: 6 clause
animal_just_mounts = animal + mounts_plain: 0 clause ordered
bestiality = animal_just_mounts + bent_one: 8
bestiality = puts_self_in + animal: 2 clause ordered
bestiality = puts_self_in + wild_one: 2 clause ordered
animal_and_nude = animal + nude: 3 clause
bestiality = animal_and_nude + union_word: 8
animal_takes_one = animal_takes + anybody: 2 clause ordered
bestiality = animal_takes_one + bare: 8
beast_mounts = animal + mount_ten: 5 clause ordered
bestiality = beast_mounts + nude: 4 clause ordered
bestiality = beast_mounts + bare: 3 clause
beast_mounts_slang = animal_slang + mount_ten: 1 clause ordered
bestiality = beast_mounts_slang + nude: 4 clause
beast_then_nude = animal + nude: 3 clause ordered
bestiality = beast_then_nude + mount_ten: 4 clause ordered
bestiality = beast_then_nude + atop_tr: 3 clause ordered
left_of_one = left_of + anybody: 2 clause
left_of_one = left_of + somebody: 1 clause
left_of_one = left_of + spoilt_body: 3 clause
left_of_one = left_of + body_part: 3 clause
gore = left_of_one + ender: 10
gore = left_of_one + seen_inside: 8
body_after = spoilt_body + look_after: 4
body_after = body_part + look_after: 4
gore = body_after + ender: 8
gore = body_after + seen_inside: 10
gore = spoilt_body + after_hit: 2 clause ordered
gore = body_part + after_hit: 2 clause ordered
gore = victim + after_beast: 2 clause ordered
cut_pron = cutting_one + victim: 0 clause ordered
gore = cut_pron + into_pieces: 0 clause ordered
gore = rib_part + pried_open: 1 clause ordered
gore = pried_open + rib_part: 1 clause ordered
inside_one = insides_of + anybody: 1 clause ordered
gore = inside_one + spilt: 8
gore = spoilt_body + to_pulp: 2 clause
gore = body_part + to_pulp: 2 clause
gore = face_ten + pulped_ten: 3 clause
gore = bones_out_ten + pulped_ten: 6
gore = bones_out_ten + blood_tongues: 6
gore = bone_seen + to_pulp: 8
non_consent = held_down + sexual: 4
non_consent = held_down + fear_word: 3
not_consent = neg_prompt + consent_word: 1 ordered
non_consent = not_consent + bare: 12
non_consent = violated_ten + helpless: 5
last_moment = last_shot + before_end: 8
last_moment = last_shot + roof_edge: 5
self_harm = last_moment + toes_over: 8
self_harm = last_moment + high_place: 6
self_harm = last_shot + ends_it_all: 4
self_harm = toes_over + left_behind: 8
self_harm = last_shot + trigger: 6
self_harm = last_shot + hang_place: 6
self_harm = gun + under_chin: 3 clause ordered
self_harm = whole_lot + no_waking: 6
self_harm = no_waking + whole_lot: 6
self_harm = cutting_praise + arm_mark: 10
self_harm = feet_leave + rope_word: 5
self_harm = moment_before + on_rails: 6
last_ten = last_shot_ten + before_jump_ten: 4
self_harm = last_ten + roof_ten: 5
self_harm = last_shot_ten + swallow_ten: 5
people_stock = stock_word + person_plain: 3
trafficking = people_stock + unfree_sign: 9
trafficking = people_stock + unfree: 6
goods_bare = goods_show + naked_people: 4
trafficking = goods_bare + broker_word: 8
swap_one = swap_verb + owned_women: 2 clause ordered
trafficking = swap_one + for_thing: 4 clause ordered
trafficking = swap_one + for_thing: 6 ordered
really_serve = really + serve_rooms: 3 ordered
trafficking = fake_job + serve_rooms: 9
trafficking = job_abroad + really_serve: 6
stock_ten_people = stock_ten + people_tongues: 4
trafficking = stock_ten_people + unfree_ten: 8
"""
"""As in `rules`, for which these are more rules."""

CATEGORY_PHRASES = {
    "gore": """
chop|chops|chopping|hack|hacks|hacking|saw|sawing|slice|slices|slicing|dice|carve|carves|carving
him|her|someone|somebody up, hanging|dangling|held|attached by|from|on a|one|some -|single|thin
strip|thread|shred|flap|sliver|string|strand of skin|flesh|sinew|muscle|tendon|meat
""",
    "non_consent": """
viola|violan|violando|violó a|una|su mujer|chica|mujer|esposa|vecina|joven|señora|novia|empleada,
violenta|stupra|violentano|stuprano|stuprando una|la|sua donna|ragazza|moglie|vicina|signora,
estupra|estupram|estuprando -|a|uma|sua mulher|moça|vizinha|esposa|senhora, viole|violent|violant
une|la|sa femme|fille|voisine|dame, tecavüz ediyor|eden|ediyorlar|etti|edilen, gwałci, gwałcą,
gwałcona, verkracht, verkrachten, verkrachting, насилует, насилуют, изнасилование
""",
    "self_harm": """
barrel|muzzle|gun|pistol|revolver|rifle|shotgun -|held|pressed|placed|shoved
under|beneath|against|to|below -|his|her|the|my|own|their chin|jaw
""",
}
"""As in `acts`: what is refused wherever it stands."""

KINDS = {
    "counted_animal": """
1dog, 1horse, 1goat, 1pony, 1wolf, 1pig, 1donkey, 1stallion, 1bull, 1k9, 2dogs, 2horses, 3dogs,
1animal, 1beast, 1hound, 1ram, 1sheep, k9s, 1cow, 1boar, 1feral, 1canine, 1equine
""",
    "animal_lands": """
кобель, кобеля, кобелю, жеребец, жеребца, жеребцу, хряк, ogier, ogiera, psa, psu, byk, byka, byku,
kozioł, baran, tryk, knur, aygır, aygıra, boğa, koç, teke, reu, ruin, dekhengst, semental, garañón,
rüde, zuchthengst, zuchtbulle, schäferhundrüde, cane|pastore lupo|maremmano, dekreu, köpeği,
köpeğe, köpeğini, köpeğiyle, eşekle, atla, boğayla, domuzla
""",
    "anybody_more": """
rider, equestrian, jockey, horsewoman, rancher, groomsman, naked rider, princess, zookeeper, amazon
""",
    "sex_position": """
missionary, doggystyle, doggy style|position|literally, mating press, prone bone, reverse cowgirl,
full nelson, spread eagle
""",
    "knot_plain": "knot, knots, knotted, tied together, locked together, stuck together, knot tied",
    "way_with_one": """
finishes|finished|pleases|uses|breeds|knots|tops|services|pounds her|him|me|them
""",
    "has_its_way": """
has|have|having|had|get|gets|take|takes -|its|his|their|her way with -|a|the|his|her, goes to town
on, goes wild on
""",
    "told_to_mount": """
told|ordered|commanded|trained|taught|encouraged|made|allowed|supposed|lured|coaxed|urged|asked|directed|meant|brought|going|ready|eager|about
in|- to|for -|mount|mounting
mount|breed|hump|fuck|knot|penetrate|impregnate|inseminate|screw|ravish|mounting|breeding,
must|should|will|can|shall|may|might|wants|want -|to
mount|breed|hump|fuck|knot|penetrate|impregnate|inseminate|screw|pleasure|ravish, as|to|on|for -|her
command|order|cue ~mount
""",
    "tells_it": """
let|lets|tell|tells|telling|make|makes|making|order|orders|command|commands|train|trains|allow|allows
the|her|his|a|my|your
""",
    "mount_plain": """
mount|breed|hump|fuck|knot|penetrate|impregnate|inseminate|screw|ravish
""",
    "mounts_plain": """
mounts, mounted, mounting, humps, climbs on, climbs up, gets on top, is on top
""",
    "bent_one": """
bent over, on all fours, skirt up, legs apart
""",
    "dirty_way": """
the|in|a|that dirty|naughty|filthy|sexual|obscene|carnal way|manner|fashion, in every way a wife, as
a husband would, like a husband, like a wife, the way lovers do, as lovers do
""",
    "puts_self_in": """
inserting|inserts|insert|putting|puts|pushing|pushes|thrusting|thrusts|shoving|sliding|easing|burying|buries|forcing
{self} -|deep in|into|inside,
inserting|inserts|insert|putting|puts|pushing|pushes|thrusting|thrusts|shoving|sliding|easing|burying|buries|forcing
his|her|a -|own member|penis|dick|cock|rod|manhood -|deep in|into|inside|up
""",
    "union_word": """
consummation, consummates, consummate, union, becoming one, joined, joining, mating|rutting|breeding
season|time|ritual|rite, wedding night, marriage bed, offspring, seed, litter, heat, in heat, stud
service, breeding mare|bitch
""",
    "mount_ten": """
besteigen, besteigt, bespringen, bespringt, bespringe, decken, deckt, begatten, begattet, rammelt,
rammeln, aufreiten, reitet auf, monter, monte, saillir, saillit, couvre, couvrir, chevauche,
grimpe, montar, monta, montan, montando, cubre, cubrir, cubriendo, montare, montano, coprire, copre,
cobrir, cobre, cobrindo, dekken, dekt, bespringt, bestijgt, berijdt, kryć, kryje, pokryć, pokrywa,
wskakuje, wchodzi na, dosiada, bierze, çiftleşmek, çiftleşiyor, çiftleşen, çiftleştir, biniyor,
binsin, aşıyor, покрывает, покрыть, покрыл, кроет, взбирается, взобрался, вяжет, залезает
""",
    "atop_tr": """
üstüne çıkıyor|çıkan|çıksın|biniyor|atlıyor, üzerine çıkıyor|çıkan|çıksın|biniyor|atlıyor, üstünde
""",
    "left_of": """
what|whats -|is|was left|remains|remained of -|a|an|the|his|her, what|whats -|is|was left|remains,
-|the|all leftovers|leavings of -|a|an|the
""",
    "ender": """
wood chipper, woodchipper, chipper, lawnmower, lawn mower, mower, shotgun, grenade, landmine, land
mine, chainsaw, meat grinder, grinder, mincer, propeller, freight train, express train, train hit,
hit by -|a|the train|truck|lorry|bus, sledgehammer, steamroller, combine harvester, harvester,
thresher, hydraulic press, falling|fall|fell|dropped|thrown|jumped from -|a|the, elevator shaft, jet
engine, crushed, run over, crocodile, crocodiles, shark, sharks, hyenas, wolves had, bear attack,
explosion, bomb, blast, buzzsaw, industrial shredder, shredder, guillotine, acid bath, acid, drawn
and quartered, the firing squad, airbag, crash, point blank, hatchet, axe murderer
""",
    "seen_inside": """
all the meat, all the guts, the inside, insides, innards, close up of the inside, ribs out, show all
of it, show everything inside, with -|the guts|meat|bone|bones|blood, no censoring, uncensored gore,
exposed bone|bones, bones out|showing|visible, brains, entrails, gore, bloody, opened up
""",
    "look_after": """
look|looks|looking -|like -|right|straight|just|directly after|afterwards, as it|he|she|they
looks|look|looked after
""",
    "after_hit": """
after -|a|an|the|being|getting -|close|point|blank|range
shotgun|grenade|chainsaw|woodchipper|landmine|lawnmower|propeller|bandsaw|sledgehammer|steamroller|guillotine,
after -|the|a|being wood|meat|shark|bear|crocodile|run|chainsaw|lion|wolf
chipper|grinder|attack|over|massacre|mauling
""",
    "after_beast": """
after -|a|the|his|her
bear|bears|shark|sharks|dogs|wolves|crocodile|tiger|lion|lions|pigs|hyenas|rats was|were|got|are|is
-|all done|finished|through|full|fed
""",
    "rib_part": """
ribcage, rib cage, ribcages, ribs, skull, skulls, sternum, breastbone, torso, abdomen, belly,
stomach, chest cavity, his chest, her chest, victim s chest, man s chest, s chest, cranium
""",
    "pried_open": """
-|being|gets|is|was|getting
pried|prised|prized|wrenched|sawn|sawed|ripped|forced|torn|cranked|spread|cracked open|apart,
pry|pries|prying|cracking|cracks|wrenching|cranking|spreading open|apart -|a|the|his|her
""",
    "insides_of": """
insides|innards|guts|bowels|entrails|intestines|brains of -|a|an|the|some
""",
    "spilt": """
hit by, everywhere, all over, on the floor|wall|ground|road|tracks, splattered, exploded, actually,
in truth, pulled out, scattered
""",
    "to_pulp": """
~smash|beaten|beat|pounded|bashed|hammered|kicked|crushed|punched|turned|mashed|stomped|reduced
to|into -|a|bloody pulp|mush|paste|mash|jelly|mince|porridge|soup|meat, caved|bashed|staved|stove in
-|with|by, ~smash|beaten|bashed|stomped|stamped|kicked in with|by|until, beyond recognition
""",
    "bone_seen": """
teeth and bone|bones, bone|bones|skull|teeth and teeth|bone|brain visible|showing, bone|bones|brain
visible|showing|exposed
""",
    "face_ten": """
gesicht, kopf, schädel, kiefer, visage, tête, crâne, mâchoire, cara, rostro, cráneo, cabeza,
mandíbula, faccia, viso, volto, cranio, testa, mascella, rosto, crânio, cabeça, gezicht, schedel,
hoofd, kaak, twarz, czaszka, czaszkę, głowa, głowę, szczęka, yüz, yüzü, yüzünü, kafatası, kafası,
kafasını, лицо, череп, голова, голову, челюсть
""",
    "pulped_ten": """
zu brei, zu matsch, zertrümmert, zertrümmerter, eingeschlagen, eingeschlagener, zerschmettert,
zermatscht, zerquetscht, en bouillie, défoncé, défoncée, écrasé|écrasée à|au|par, fracassé,
fracassée, broyé, broyée, éclatée, destrozada a, destrozado a, machacada, machacado, reventada,
reventado, hecha|hecho papilla, aplastada, aplastado, a martillazos, a hachazos, maciullata,
maciullato, spappolata, spappolato, sfondata, sfondato, fracassata, fracassato, a martellate,
esmagado, esmagada, esmigalhado, esmigalhada, a marteladas, a machadadas, tot pulp|moes|brij,
ingeslagen, verbrijzeld, verbrijzelde, zmiażdżona, zmiażdżoną, zmiażdżony, roztrzaskana,
roztrzaskaną, roztrzaskany, rozbita młotkiem, na miazgę, çekiçle, baltayla, ezilmiş, parçalanmış,
dağılmış, paramparça, в кашу, всмятку, размозжён, размозжена, размозжённый, размозжено, раздроблен,
раздроблена, раздробленный, разбито молотком, проломлен, проломлена, в фарш, à coups de
marteau|hache
""",
    "bones_out_ten": """
knochen|zähne|hirn -|und|knochen sichtbar|freigelegt|liegen, os -|et|dents visibles|apparents|à|nus,
huesos -|y|dientes a la vista, huesos|dientes -|y|huesos a|expuestos|visibles|fuera, ossa|denti
-|e|ossa esposte|esposti|visibili|scoperte, ossos|dentes -|e|ossos à|expostos|visíveis,
botten|tanden -|en|botten zichtbaar|bloot, kości -|i|zęby na|widoczne|wystają|odsłonięte,
kemikler|kemikleri|dişler -|ve görünüyor|görünen|dışarıda|ortada, видны|торчат|наружу
кости|зубы|мозги, кости|зубы видны|торчат|наружу
""",
    "fear_word": "fear, terror, terrified, scared, tears, crying, frightened, dread, panic",
    "neg_prompt": "negative, negative prompt, exclude, avoid, minus, not, remove",
    "helpless_ten": """
svenuta, svenuto, desacordada, desacordado, baygın, bayılmış, nieprzytomną, nieprzytomnej,
bewusteloze, inconsciente, inconsciente en, inconsciente na, ohnmächtige, bewusstlose, bewusstlosen,
femme|homme inconsciente|inconscient, narcotizzata, sedata, dopada, drogada, sarhoş, pijaną,
nieprzytomna, без чувств, в отключке, пьяную, uyuşturulmuş, ilaçlanmış
""",
    "violated_ten": """
la viola, lo viola, la violan, la violent, la violenta, la stupra, le viol, abusa de|di|da
-|ella|lei|dela|una|uma, se aprovecha de, ne profite, profite d|de elle|la, vergeht sich, macht sich
über|an sie|ihr|ihm, zich aan haar vergrijpt, wykorzystuje ją, ją wykorzystuje, faydalanıyor,
пользуется ею|ей, овладевает
""",
    "last_shot": """
last|final|goodbye|farewell|parting
selfie|photo|picture|pic|post|livestream|stream|broadcast|video|message|text|tweet|call|story|update|snap|voicemail|status|words|view|stop|look
-|sent|posted|before, last thing {someone}|she|he|i sees|see|saw
""",
    "before_end": """
before -|i|he|she|they|it|the|my|his|her|their
jump|jumps|jumping|leap|leaps|leaping|fall|falls|falling|go|goes|step|steps|stepping|drop|drops|letting|hang|hangs|pull|pulls,
before -|i|he|she|they -|do|does|end|ends it|everything, before the end, before letting go
""",
    "roof_edge": """
roof|rooftop|building|bridge|balcony|tower|platform|parapet edge|ledge|rim|railing, edge of
-|a|the|her|his roof|rooftop|building|bridge|balcony|tower|platform|parapet|skyscraper|viaduct,
ledge, parapet
""",
    "high_place": """
rooftop, roof, ledge, bridge, parapet, viaduct, overpass, skyscraper, tower block, balcony, railing,
tracks, train tracks, platform edge, window sill, windowsill, 20th floor, multi storey, car park
""",
    "toes_over": """
toes over|past|off|beyond|hanging -|off|over -|a|the edge|ledge|rail|railing|parapet|rim|roof, toes
over, feet over nothing, one foot|leg over the railing|ledge|parapet, weight tipping forward, no way
back
""",
    "left_behind": """
phone|shoes|bag|wallet|ring|glasses|coat|note|letter|purse|handbag|watch|id|keys -|is|are|were
left|beside|behind|neatly|placed|folded|next|on, shoes off, barefoot, note under, goodbye, note
""",
    "trigger": """
trigger, barrel, muzzle, under chin, finger squeezing, finger tightening, gun to, pistol to, noose
""",
    "under_chin": "under chin, under the chin, under his|her|my chin, beneath the|his|her chin",
    "hang_place": """
belt|rope|scarf|cord|sheet|tie|cable|noose|bedsheet|wire
on|over|round|around|from|tied|at|is|and|to -|to|the|a|on|around|over
-|the|a door|doorknob|handle|beam|hook|rafter|fan|pipe|neck|ready|branch|bannister|banister, chair
and rope|belt|cord|noose, rope and chair|stool
""",
    "whole_lot": """
whole|entire|full|empty|all|every -|of -|the|her|his|my -|the
bottle|packet|box|strip|blister|jar|pack|lot|handful|tub|prescription|stash|blisters|packets|boxes|bottles,
everything in the medicine|bathroom cabinet|cupboard, three|four|five|six|two|several
packets|boxes|strips|bottles|packs, thirty|forty|fifty|sixty|hundred of them|the
""",
    "no_waking": """
never|wont|without -|to|ever waking|wake|wakes|woken -|up, so|that|and she|he|i|they never|wont
wake|wakes, to be gone by morning, gone by morning, sleep for ever|good, sleep that does not end,
the sleep that lasts, to end the pain
""",
    "cutting_praise": """
cutting|selfharm|razors|bleeding|blades|relapse|relapsing|slicing is|are|feels|looks
-|so|really cool|beautiful|art|pretty|aesthetic|fun|good|relief|freedom|power|calming|goals|heaven,
self harm|harming is -|so cool|beautiful|art|pretty|aesthetic|fun|good
""",
    "arm_mark": """
-|showing|shows|show|flaunting|lifting|her|his|my|proud
bloody|bleeding|striped|lined|marked|scarred|sliced|bandaged
arm|arms|wrist|wrists|thigh|thighs|forearm|forearms|skin, red|fresh|new lines|stripes|cuts,
showing|shows|flaunting|displaying|proud -|off|of -|her|his|my|the
arm|arms|wrist|wrists|thigh|thighs|scars|cuts|marks|forearm
""",
    "feet_leave": """
feet|toes|foot leave|leaves|leaving|left|off|slip|slips|slipping|lift|dangle|dangling
-|off|from|away|of -|the|a chair|stool|bucket|ladder|box|crate, chair|stool|bucket|ladder
tips|tipping|tipped|falls|falling|kicked|topples|slides|wobbles -|over|away|aside|from,
kicks|kicking|kick -|away the|a|her|his chair|stool|bucket|crate|box -|away
""",
    "moment_before": """
second|seconds|moment|moments|instant|minute|metres|meters before|until|from|to -|the|a
-|express|freight|last|oncoming|next
train|lorry|truck|tram|impact|fall|jump|leap|bang|shot|metro|tube, train|lights
coming|comes|approaches|approaching
""",
    "on_rails": """
on|between|across the -|train|rail|railway|railroad|tram|metro rails|rail|tracks,
stands|standing|lies|lying|sits|sitting|kneeling|kneels on|onto|across|between the
rail|rails|tracks, arms wide|spread, neck on the rail
""",
    "last_shot_ten": """
letztes|letzte|letzter selfie|foto|bild|video|nachricht|stream|gruß|blick, abschiedsfoto,
abschiedsvideo, dernier|dernière|ultime selfie|photo|vidéo|message|live|stream|regard, último|última
selfie|foto|vídeo|video|mensaje|mensagem|directo|live|mirada|post, ultimo|ultima
selfie|foto|video|messaggio|diretta|sguardo|post, laatste selfie|foto|video|bericht|livestream|blik,
ostatnie|ostatni|ostatnia selfie|zdjęcie|film|wiadomość|stream|wpis, son
selfie|selfisi|fotoğraf|fotoğrafı|video|mesaj|mesajı|yayın|bakış, последнее|последний|последняя
селфи|фото|видео|сообщение|стрим|пост|взгляд
""",
    "before_jump_ten": """
vor dem sprung|absprung|fall, bevor ich|er|sie|es springe|springt|fällt|falle|endet, avant de|le
sauter|saut|tomber|partir|chute|tout, avant qu|que il|elle saute, antes de|del|do|da
saltar|tirarme|tirarse|salto|caer|caída|acabar|pular|pulo|queda|cair|pular, antes de se|me
jogar|atirar, prima di|del|della|che buttarsi|buttarmi|saltare|salto|cadere|caduta|salti|lanciarsi,
voor de|ik|hij|zij|ze|het sprong|spring|springt|val|einde, voordat ik|hij|zij|ze spring|springt,
przed skokiem|skoczeniem|upadkiem|końcem, zanim skoczę|skoczy|skoczyła, atlamadan|atlayış
önce|öncesi, düşmeden önce, перед прыжком|падением|концом, прежде чем прыгнуть|прыгну|прыгнет
""",
    "roof_ten": """
dachkante, dach, dachrand, brüstung, hochhaus, brücke, brückengeländer, gleise, gleisen, toit, pont,
parapet, balcon, rails, voie ferrée, azotea, puente, cornisa, barandilla, tejado, balcón, vías,
tetto, ponte, cornicione, parapetto, balcone, binari, telhado, terraço, parapeito, viaduto, trilhos,
sacada, prédio, dakrand, dak, brug, reling, spoor, rails, dachu, dach, krawędź, most, mostu,
barierka, torach, tory, çatı, çatıda, köprü, köprüde, korkuluk, raylar, raylarda, крыша, крыши,
крыше, мост, моста, мосту, карниз, перила, рельсы, рельсах, bord du, borde, bordo, beira, kenarı,
rand
""",
    "swallow_ten": """
tabletten, schlaftabletten, pillen, comprimés, somnifères, cachets, pastillas, somníferos,
pastiglie, sonniferi, barbiturici, comprimidos, remédios, slaappillen, tabletki, haplar, hapları,
uyku hapı, pillen, таблетки, снотворное
""",
    "stock_word": """
fresh|new|latest|incoming
stock|arrivals|arrival|batch|delivery|shipment|load|goods|merchandise|supply|meat|ones, just in, new
stock arrived, inventory, inventory sheet|list, stock list, clearance, special offer|offers|price,
bulk, bulk price|order|buy, wholesale, two|three|buy|get for|one one|get|two, discount, best
price|prices, order now|today|yours, place your order, in stock, per kilo|piece|head|unit, export
quality, price list, spec|product sheet|page|listing, catalogue page, item, items, sku, goods, ad
flyer, flyer, while stocks last, sell by, shipment
""",
    "unfree_sign": """
obedient, docile, submissive and trained, cant|cannot|wont run|leave|escape|flee, never
leave|leaves|refuse, no passports|passport|papers, passports kept|held|with, keeps|keep|holds|has
-|the|their|all passports|passport|papers, owner keeps|holds|has, untouched, broken in, house
trained, well trained, fully trained, trained to obey, chained, caged, wont run, tame, compliant,
obey, obeys, do|does as told, returns accepted, ship|shipped worldwide, worldwide shipping,
undocumented, nobody|noone will miss|look|ask, no one will miss|look|ask, sterilised, sterilized,
owner s property
""",
    "goods_show": """
merchandise, goods, stock, inventory, wares, products, assortment, selection, collection, lineup,
line up, new arrivals, catalogue, catalog, offer, range
""",
    "broker_word": """
broker, brokers, dealer, dealers, buyer, buyers, agent, numbered, numbers, number tags, tags, madam,
pimp, bidder, bidders, client picks, client chooses, customer picks, trader, price tags, prices
""",
    "swap_verb": """
trades, trade, trading, traded, swaps, swap, swapping, swapped, exchanges, exchange, exchanging,
barters, bartering, bets, betting, wagers, pawns, pawning, sells, selling
""",
    "owned_women": """
-|one|two|three|four|five|some|six of her|his|their|the women|girls|ladies|wives|dancers|workers,
her|his|their -|own|two|three|four|best|other|newest|prettiest|second
women|ladies|girls|wives|wife|girlfriend|maid|maids|girl|woman, two|three|four|five|six
women|ladies|girls|wives|slaves
""",
    "for_thing": """
for|against -|exchange|return|for -|a|an|the|some|his|two|three|ten|her|used|new
car|motorbike|motorcycle|truck|van|camel|camels|horse|horses|boat|gun|guns|rifle|rifles|phone|debt|debts|land|drugs|cash|cattle|cows|goats|pickup|jeep|tractor|laptop|cocaine|heroin|gold|weapons|kilo|house,
in exchange|return for -|a|an|the|some|his
car|motorbike|motorcycle|truck|van|camel|camels|horse|horses|boat|gun|guns|rifle|rifles|phone|debt|debts|land|drugs|cash|cattle|pickup|jeep|tractor|gold|weapons|house
""",
    "really": """
really, actually, then they, instead, in truth, in fact, end up, once there, on arrival
""",
    "serve_rooms": """
work|works|working|service|services|servicing|serve|serves|serving|entertain|entertains|entertaining
the|all|our|every|- -|upstairs|back|hotel rooms|room|floors|guests|clients|men|customers|beds,
locked in -|a|the, passports taken, on their backs, twenty|ten|thirty men a|per day|night
""",
    "fake_job": """
fake|bogus|sham|phony|phoney|false|pretend|made up
-|modelling|modeling|waitress|nanny|dancer|au|hostess|film|hotel|cleaning|acting
job|jobs|contract|offer|offers|agency|casting|audition|pair|advert|ad
""",
    "job_abroad": """
job|jobs|work|contract|position -|offer abroad|overseas|in -|dubai,
waitress|nanny|modelling|modeling|hostess|dancer|cleaning|hotel job|jobs|work|contract|gig
-|abroad|overseas|in, recruitment banner|flyer|ad|poster
""",
    "stock_ten": """
neue|frische ware|lieferung, ware eingetroffen, frischware, ware, großhandel, sonderangebot, auf
lager, mengenrabatt, nouvel arrivage, arrivage, prix de gros, en gros, marchandise, livraison,
promotion, lot de, nueva|fresca mercancía|remesa, mercancía, al por mayor, oferta, género fresco,
recién llegadas, nuova|fresca merce|partita, merce, ingrosso, all ingrosso, appena arrivate,
mercadoria, atacado, nova remessa|leva, recém chegadas, nieuwe|verse voorraad|waar|lading|partij,
groothandel, koopwaar, nowy|świeży towar, towar, hurt, hurtowo, nowa|świeża dostawa, yeni
mal|mallar, mal geldi, toptan, toptan satış, stokta, новый|свежий товар, товар, оптом, новая партия,
партия, поставка
""",
    "unfree_ten": """
gehorsam, gehorsame, zahm, zahme, gefügig, gefügige, fügsam, willig, willige, ohne
pass|papiere|pässe, unberührt, dociles, docile, soumises, soumise, obéissantes, sans
passeport|papiers, passeports, obedientes, obediente, dóciles, sumisas, sin
pasaporte|papeles|documentos, docili, obbedienti, ubbidienti, sottomesse, senza
passaporto|documenti, submissas, sem passaporte|documentos, dóceis, gehoorzaam, gehoorzame,
volgzaam, onderdanig, onderdanige, gewillig, zonder paspoort|papieren, posłuszne, uległe, potulne,
bez paszportu|dokumentów|paszportów, itaatkar, itaatkâr, uysal, pasaportsuz, kimliksiz, послушные,
послушных, покорные, покорных, без паспорта|документов|паспортов
""",
    "cause_ten": """
campaña, contra la, lucha contra, prevención, prevenção, prevenir, luta contra, combate, setembro
amarelo, septiembre amarillo, prävention, vorbeugung, aufklärung, beratungsstelle, hilfe bei,
prévention, prévenir, lutte contre, ligne d écoute, prevenzione, lotta contro, numero verde,
preventie, hulplijn, zapobieganie, zapobiegania, przeciwdziałanie, telefon zaufania, önleme,
önlenmesi, ile mücadele, yardım hattı, профилактика, профилактики, предотвращение, борьба с, línea
de ayuda, línea de la vida, teléfono de la esperanza, disque 188, disque 100, cartaz contra,
cartel contra, plakat gegen, affiche contre, manifesto contro, poster tegen, know|spot|see|learn the
signs, signs of, poster against, warning signs, leaflet, infographic, public service announcement,
awareness poster|campaign|month
""",
    "does_one": """
does|do|doing her|him|me|them
""",
    "ends_it_all": """
before -|i|he|she|they end|ends|ending it|everything, before the end, before i|he|she|they die|dies
""",
    "jump_sport": """
bungee, parachute, skydive, skydiver, skydivers, skydiving, base jumper|jumpers|jump, ski, skis,
pool, diving board, springboard, trampoline, diver, divers, diving, stunt, stuntman, stuntwoman,
parkour, zipline, high jump, long jump, hurdles, snowboard, halfpipe, wingsuit, paraglider,
paragliding, abseil, abseiling, climber, fundraiser, gymnast, gymnastics, tandem, swimmer, swimmers,
paracaídas, paracaidista, fallschirm, parachutiste, paracadute, paraquedas
""",
    "milkmaids": """
shepherdess, milkmaid, milkmaids, farmhand, farmgirl, huntress, stablehand, cowhand, dairymaid,
peasant girl, shepherd girl
""",
    "naked_people": """
naked|nude|undressed|topless|stripped|bare
women|ladies|girls|woman|men|brides|wives|models|females|slaves|maids
""",
    "into_pieces": """
into -|small|tiny|little|many|two|three|four
pieces|bits|chunks|parts|cubes|slices|strips|mince|halves, limb by limb, piece by piece, bit by bit
""",
    "smut_scene": """
nsfw, adult|adults only, xxx, 18 only, x rated, uncensored, milf, amateur flash, amateur
shot|photo|video, mature lady|woman, horny
""",
    "people_more_ten": """
mädels, damen, weiber, filles, dames, señoritas, femmine, moças, garotas, meiden, dziewczyny,
kızlar, девушки, девушек, девки
""",
}
"""For `RULES`; some are one of a wider kind of `rules`."""

BENIGN_PHRASES = """
knot tying|garden|gardens, bowknot, mount|mounts|mounting|mounted a|the
podium|stage|ramp|kerb|stairs|steps|trailer|platform|scale|throne|hill, rack|racks of ribs|lamb,
stag|stags|elk|moose|buck|bucks|deer in -|the -|autumn rutting|mating season,
paper|glass|gem|diamond|wood|hair|cookie|stone|metal|laser|cake|ribbon|grass|pattern|film cutting
"""
"""As in `benign`."""

INNOCENT_PHRASES = """
diagram|chart|scheme of -|the|human|a -|human intestines|organs|intestine|bowels|viscera,
medical|anatomical|anatomy illustration|drawing|model|poster|diagram|chart of -|the|human|a -|human
intestines|organs|intestine|bowels|viscera|entrails, -|human intestines|intestine|bowels|viscera
-|anatomy|anatomical|medical diagram|chart|scan|xray|scheme|anatomy, grown|adult -|up grandchildren,
singer of a|an|the fictional|imaginary|invented band|group, signs of -|human|labour|labor|sex
trafficking, contra|stop|alto -|a|o|à -|la|el trata|tráfico|trafico -|de
personas|seres|pessoas|mulheres|mujeres, prevención|prevenção|prevenir -|del|do|de|o|el
suicidio|suicídio, suicidio|suicídio prevención|prevenção|prevenir, contra o|el suicidio|suicídio,
suizidprävention, selbstmord prävention, prévention du suicide, prevenzione del suicidio,
zelfmoordpreventie, zapobieganie|zapobiegania|przeciw samobójstwo|samobójstwom, intihar|intiharı
önleme|önlenmesi|önlemek, профилактика|предотвращение|профилактики самоубийств|суицида|суицидов,
stop mensenhandel, gegen menschenhandel, contre la traite, contro la tratta, przeciw handlowi
ludźmi, insan ticaretine hayır|karşı|son, против торговли людьми
"""
"""As in `benign`: blanked as long as nothing in the text is bare."""
