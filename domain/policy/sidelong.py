"""What is told sidelong: by a garment that is down, a stool, a rate card, a spouse's office.

More kinds of word as in `contexts` and more rules as in `rules`, in ten languages.
"""

KINDS_TOGETHER = """
sexual: r18_word
bare: r18_word
parent: law_parent
offspring: law_child
says_no: says_enough
goes_on: goes_further
red_water: pink_water
note_last: note_ten
animal: animal_cases
"""
"""As in `rules`, for which these are more."""

RULES = """
bestiality = animal + trousers_down: 5
animal_top = animal + on_top_plain: 0 clause ordered
bestiality = animal_top + sexual: 8
shared_one = anybody + shared_to: 2 clause ordered
bestiality = shared_one + animal: 2 clause ordered
given_ten = person_class + gives_ten: 1 clause ordered
bestiality = given_ten + animal: 2 clause ordered
given_to_animal = gives_ten + animal: 2 clause
bestiality = given_to_animal + bare: 5
below_beast = below_ten + animal: 1 clause ordered
bestiality = below_beast + nude: 4
bestiality = fours_for_ten + animal: 2 clause ordered
fours_with = fours_ten + animal: 4 clause
bestiality = fours_with + nude: 5
bestiality = pleases_ten + animal: 2 clause ordered
peanut = peanut_butter + animal: 5
bestiality = peanut + nude: 8
beast_ship = x_sign + animal: 1 clause ordered
bestiality = beast_ship + sexual: 5
gore = cut_awake + awake_word: 5
machine_had = machine + body_part: 6
machine_had = machine_part + body_part: 6
gore = machine_had + aftermath: 6
opened_along = opened_like + from_to: 1 clause
gore = opened_along + anybody: 6
gore = opened_like + blood_word: 6
gore = dished + human_cut: 3 clause ordered
gore = once_person + heap_word: 6
gore = upper_gone + red_mist: 8
gore = upper_gone + blood_word: 8
gore = drag_mile + vehicle: 4
gore = wears_face + closing: 0 clause ordered
gore = wears_face + as_mask: 1 clause ordered
gore = wears_skin + anybody: 8
gore = crushed_skull + under_wheel: 3 clause
gore = head_bag + violent_one: 5
gore = no_skin_ten + body_tongues: 2 clause
caught_in_ten = caught_ten + machine_ten: 4 clause
gore = caught_in_ten + remains_ten: 8
taught_kin = teaches_one + family: 2 clause ordered
incest = taught_kin + in_bed: 5
incest = kin_gathering + sexual: 5
incest = same_kin + bare: 8
kin_undies = family + undies: 1 clause ordered
incest = kin_undies + me_on_top: 6
kin_lingerie = kin_pair + kin_intimacy: 4
incest = kin_lingerie + bed_word: 4
incest = birthday_kin + bare: 8
non_consent = asleep + hand_under: 8
non_consent = drunk + hand_under: 6
non_consent = helpless + hand_under: 8
gown_open = gown_lifted + helpless: 5
non_consent = gown_open + bare: 6
non_consent = gown_open + private_part: 6
non_consent = thinks_off + bare: 6
non_consent = superior + strips_crying: 8
non_consent = lord_word + strips_crying: 8
non_consent = ambushed + shorts_down: 5
non_consent = stranger + shorts_down: 5
non_consent = drunk + shorts_down: 5
drunk_moved = drunk + clothes_moved: 5
non_consent = drunk_moved + driver_word: 8
filmed_there = filming_tongues + changing_ten: 4 clause
non_consent = filmed_there + sneak_ten: 3
filmed_below = filming_tongues + sneak_ten: 3
non_consent = filmed_below + changing_ten: 3
real_person = reads_news + exposed: 5
real_person = sports_one + exposed: 6
from_band = band_one + band_name: 0 clause ordered
real_person = from_band + exposed: 6
real_person = that_politician + bare: 5
real_person = that_politician + intimate: 4
real_person = rich_one + exposed: 5
real_person = role_of + exposed: 4
real_person = best_winner + exposed: 4
real_person = given_photo + what_she_wears: 6
real_person = given_photo + see_through: 10
real_person = spouse_of + exposed: 5
real_person = spouse_of + bare: 5 clause
real_person = given_ten_photo + bare: 6
self_harm = stool_word + hangs_still: 8
self_harm = hose_in + engine_on: 6
self_harm = pills_counted + letter_near: 6
self_harm = knot_tied + eyes_beam: 4
self_harm = scar_rows + limb_own: 4
self_harm = scar_rows + wrist: 4
self_harm = waits_train + one_step: 5
waits_blind = waits_train + eyes_closed: 3
self_harm = waits_blind + any_step: 5
gun_letter = gun_lies + letter_word: 4
self_harm = gun_letter + empty_eyes: 6
self_harm = proud_hungry + thin_goal: 6
self_harm = note_last + cord_ten: 4
self_harm = cord_ten + stool_ten: 1
trafficking = rates + no_say: 12
trafficking = branded_on + person_plain: 3 clause
trafficking = new_ones + branded_on: 2 clause ordered
trafficking = cost_one + bill_word: 6, parted by costs_nothing
trafficking = passport_away + body_for: 6
trafficking = glass_case + live_women: 4
trafficking = used_wife + sale: 6
trafficking = no_wages + bed_duty: 12
catalog_of_ten = catalog_ten + people_tongues: 2
trafficking = catalog_of_ten + unfree_ten: 8
"""
"""As in `rules`, for which these are more rules."""

CATEGORY_PHRASES = {
    "bestiality": """
milk|milks|milking a|the|his|her stallion|bull|boar|ram|hound|dog, milked|milks the
stallion|boar|dog by, laat|laten zich nemen|dekken|bestijgen door
""",
    "gore": """
holding|holds|clutching|clutches|gathering|carrying|pushing|stuffing his|her|their|my -|own
insides|guts|bowels|intestines|innards|entrails
""",
}
"""As in `acts`: what is refused wherever it stands."""

KINDS = {
    "r18_word": "r18, r 18, rule 34, rule34, r18g, nsfw18, 18 plus content",
    "animal_cases": """
köpeğin, atın, eşeğin, psu, psem, псу, псом, жеребцу, жеребцом, кобелю, кобелем, коню
""",
    "trousers_down": """
trousers|pants|jeans|breeches|shorts|overalls -|all -|are|pulled down|undone|unzipped, zipper|fly
down|open, trousers|pants|jeans|breeches|overalls at|round|around {her} -|ankles|knees, fly open,
hose|hosen unten|runter|offen, pantalon baissé, pantalones bajados|abajo, pantaloni
abbassati|calati|giù, calças arriadas|baixadas|abaixadas, broek omlaag|naar, spodnie opuszczone,
opuszczone spodnie, pantolonu inik, спущенные штаны, без штанов
""",
    "shared_to": """
shared with, given|offered|handed|lent|loaned|presented|served|left|promised to, left for, ready for
""",
    "gives_ten": """
offerte, livrée, entregada, ofrecida, offerta, data, entregue, oferecida, angeboten, überlassen,
hingegeben, gibt|geben sich, gibt sich hin, gegeven aan, aangeboden, oddaje|oddana się|psu, oddana,
отдаётся, отдается, отдана, отдалась, sunuluyor, sunulan, veriliyor, s offre|donne, se
donne|offre|entrega|dá|dà, si dà|dona|offre
""",
    "below_ten": "sotto, unter, sous, debajo, embaixo, debaixo, onder, pod, под, unterm",
    "fours_for_ten": """
de quatro para|pro, à quatre pattes pour, a cuatro patas para, a quattro zampe per, auf allen vieren
für, op handen en knieën voor, na czworakach dla, на четвереньках перед|для
""",
    "fours_ten": """
de quatro, à quatre pattes, a cuatro patas, a quattro zampe, carponi, auf allen vieren, op handen en
knieën, na czworakach, на четвереньках, dört ayak üstünde
""",
    "pleases_ten": """
befriedigt, befriedigen, masturbiert, masturbe, masturban, masturba, satisfait, satisface, soddisfa,
satisfaz, bevredigt, zaspokaja, masturbuje, tatmin, мастурбирует, удовлетворяет
""",
    "peanut_butter": "peanut butter, honey on, whipped cream, butter trick",
    "cut_awake": """
autopsy, vivisection, dissection, amputation, disembowelment, organ harvest, organ harvesting
""",
    "awake_word": """
awake, still awake, conscious, alive, without anaesthetic|anesthetic|anaesthesia|anesthesia,
screaming, no anaesthetic|anesthesia|anaesthesia
""",
    "machine_part": """
press, hydraulic press, baler, mower, fan blade, rotor, saw blade, escalator, conveyor, food
processor
""",
    "aftermath": """
aftermath, after, afterwards, the rest, what came out, came out, result, the remains
""",
    "opened_like": """
opened|split|slit|gutted|unzipped|sliced like -|a|an
book|zip|zipper|fish|pig|melon|sack|letter|purse
""",
    "from_to": """
from -|the|his|her throat|neck|chin|collarbone|sternum|groin|crotch|head|chest to -|the|his|her
navel|groin|belly|crotch|waist|chin|pelvis|hips|hip|stomach
""",
    "once_person": """
used to be a|an|the|-|his|her person|man|woman|face|head|human|people|leg, was|were once a|an|the
person|man|woman|face|head|human, once|had was|been a|an|the person|man|woman|face|head|human
""",
    "heap_word": """
pile, heap, pulp, smear, puddle, mush, lump, mound, goo, slush
""",
    "upper_gone": "upper|top|lower|left|right part|half|body|torso -|is gone|missing|vanished",
    "red_mist": """
red mist|spray|fog, legs still standing, legs still
""",
    "drag_mile": """
dragged|drags|dragging him|her|them|-|man|woman|cyclist for -|a|one|two|three|several|half -|a
mile|miles|kilometre|kilometer|km|metres|meters|blocks
""",
    "vehicle": """
bus, lorry, train, tram, truck, metro, subway, motorcycle, horses
""",
    "wears_face": """
wears|wearing|wore her|his|someones|victims|another -|persons|mans|womans|s face|scalp, puts|putting
on her|his|someones|victims -|s face|scalp
""",
    "as_mask": "as a mask|hood|hat, like a mask|glove|coat, over his own, cut off, peeled, sewn",
    "wears_skin": """
wears|wearing|wore her|his|their|someones|victims|human skin|scalp, wears|wearing the skin of
""",
    "crushed_skull": """
flattened|crushed|squashed|burst|popped|pulped skull|head|heads|face|torso|body
""",
    "under_wheel": """
under|beneath|by -|a|the -|truck|bus|car|tractor|tank|train|lorry
wheel|wheels|tyre|tyres|tire|tires|tracks|roller
""",
    "head_bag": """
bag|bags|sack|sacks|crate|box|bucket|cooler|basket|trunk|wheelbarrow|cart|row|pile of|with|full -|of
-|severed|human|mens|cut heads|hands|ears|feet|limbs|torsos
""",
    "violent_one": """
cartel, gang, executioner, warlord, killer, bandits, narco, militia, soldiers, murderer, isis, mafia
""",
    "no_skin_ten": """
ohne haut, sans peau, sin piel, senza pelle, sem pele, zonder huid, bez skóry, derisiz, derisi
yüzülmüş, без кожи, gehäutet, gehäuteter, gehäutete, écorché vif, desollado, desollada, scuoiato,
scuoiata, esfolado, esfolada, gevild, gevilde, obdarty ze skóry, освежёван, освежеванный
""",
    "caught_ten": """
schiacciato, schiacciata, triturato, triturata, triturado, triturada, moído, moída, esmagado,
esmagada, aplastado, aplastada, broyé, broyée, écrasé, écrasée, happé, happée, coupé, coupée,
zermalmt, zerquetscht, zerquetschter, zerstückelt, gezogen, überrollt, vermalen, verpletterd,
gegrepen, overreden, wciągnięty, wciągnięta, zmiażdżony, zmielony, przejechany, kapılmış, kapılan,
ezilmiş, ezilen, öğütülmüş, попавший, попавшая, попал, раздавленный, раздавлен, перемолотый,
затянутый, затянуло, partido, partida, door de
""",
    "machine_ten": """
presse, pressa, máquina, maschine, machine, macchina, maaimachine, maszynę, maszyna, prasę, prasa,
makine, makineye, prese, pres, поезд, пресс, станок, мясорубку, комбайн, zug, train, tren, treno,
trein, pociąg, trem, comboio, sierra, sega, serra, säge, scie, häcksler, broyeur, trituradora,
tritacarne, gehaktmolen, prensa, mähdrescher, moissonneuse, cosechadora, mietitrebbia
""",
    "remains_ten": """
überreste, reste, stücke, fleischstücke, morceaux, restes, trozos, pedazos, pezzi, resti, pedaços,
restos, stukken, resten, resztki, kawałki, szczątki, parçalar, parçaları, kalıntılar, останки,
куски, кусками, фарш, gehirn, hirn, cerveau, cerebro, cervello, cérebro, hersenen, mózg, beyin,
beyni, мозги, tripas, gedärme, boyaux, tripes, budella, darmen, jelita, bağırsaklar, кишки, on voit
tout, alles zu sehen, sangre, blut, sang, sangue, bloed, krew, kan, кровь
""",
    "teaches_one": "teaches, teaching, initiates, initiating, shows, instructs, tutoring, trains",
    "kin_gathering": """
family
reunion|dinner|gathering|party|holiday|christmas|sleepover|vacation|night|weekend|trip|portrait|affair
""",
    "same_kin": "same surname|parents|mother|father|bloodline|grandmother|womb, same family name",
    "undies": """
s bra|panties|underwear|knickers|thong
""",
    "me_on_top": """
me|i|him|he|her|she|us on|in|inside top|her|him|it, me on top, unhooked
""",
    "bed_word": """
bed, bedroom, on the bed, in bed
""",
    "birthday_kin": """
mom|mum|mother|dad|father|aunt|uncle|sister|brother|grandma -|s birthday|anniversary|christmas
gift|present|surprise|treat, moms|mums|mothers|dads|fathers|aunts|sisters|brothers
birthday|anniversary|christmas gift|present|surprise|treat
""",
    "law_parent": """
schoonmoeder, schoonvader, teściowa, teściową, teść, teściem, kayınvalide, kayınvalidesi,
kayınpeder, тёща, теща, тёщей, тещей, тесть, свекровь, свёкор, свекор, macocha, macochą, ojczym,
stiefmoeder, stiefvader, üvey anne|baba, мачеха, отчим
""",
    "law_child": """
schoonzoon, schoondochter, zięć, zięciem, synowa, synową, damat, damadı, зять, зятем, невестка,
сноха, pasierb, pasierbem, pasierbica, pasierbicą, stiefzoon, stiefdochter, üvey oğul|oğlu|kız|kızı,
пасынок, пасынком, падчерица, падчерицей, nuora, genero, gendre, bru, yerno, nuera
""",
    "hand_under": """
hand|hands|fingers under|up|inside|down|beneath her|his|the
dress|skirt|shirt|blanket|blouse|top|nightgown|panties|covers|gown|bra
""",
    "gown_lifted": """
lift|lifts|lifting|lifted|opens|opening|unties|untying|removes|raises her|his|the|a
-|hospital|surgical gown|sheet|blanket|robe
""",
    "thinks_off": """
thinks|believes|assumes|convinced -|the|that|her|- -|web camera|webcam|cam|stream|recording|phone
is|was|s off|stopped|over, unaware|oblivious -|that -|the|her camera|webcam|cam|stream is|was|s
on|running|rolling|live, forgot|forgets the|her|- camera|webcam|cam|stream is|was on|running
""",
    "strips_crying": """
undresses|undressing|strips|stripping|disrobes|disrobing -|while|and|still
crying|weeping|sobbing|trembling|shaking|pleading, crying|weeping|sobbing as|while she|he
undresses|strips|disrobes
""",
    "lord_word": """
landlord, slumlord, rent, rent due, loan shark, officer, sheriff, director, producer, warden, guards
""",
    "ambushed": "ambushed, attacked, grabbed, cornered, overpowered, jumped, pinned, chased",
    "shorts_down": """
shorts|leggings|trousers|pants|tights|skirt|panties|bikini|knickers|jeans
pulled|yanked|dragged|ripped|torn|tugged|pushed down|off|aside
""",
    "driver_word": """
driver, taxi, uber, bouncer, stranger, security, bus driver, cab, colleagues
""",
    "says_enough": """
says|said|saying -|that|thats|this|its -|is enough, asks|asked him|her|them to leave|quit|go, wants
to go home, tells him|her enough
""",
    "goes_further": "goes|went further|farther, does not|wont listen, doesnt listen, keeps pushing",
    "changing_ten": """
umkleidekabine, umkleide, umkleiden, umkleideraum, toilette, toiletten, toilettenkabine, dusche,
cabine, cabines, vestiaire, vestiaires, toilettes, douche, probador, probadores, vestuario,
vestuarios, ducha, baño, camerino, spogliatoio, spogliatoi, doccia, bagno, provador, vestiário,
chuveiro, banheiro, kleedhokje, kleedkamer, pashokje, douchehokje, wc, przebieralni, przebieralnią,
przymierzalni, szatni, toalecie, pod prysznicem, kabininin, kabini, kabinin, soyunma, tuvaletin,
duşta, раздевалка, раздевалке, примерочной, кабинкой, туалете, душе
""",
    "sneak_ten": """
unter der|die, unterm, von unten, heimlich, durch, sous la|le, par dessous, en cachette, à travers,
debajo del|de, por debajo, a escondidas, sotto il|la|al, di nascosto, da sotto, por baixo,
escondido, às escondidas, onder het|de|een, stiekem, pod, ukradkiem, spod, altından, gizlice, под,
тайком, исподтишка
""",
    "reads_news": """
who|that reads|read|presents|does|delivers the
-|8|eight|six|nine|ten|evening|morning|late|nightly|daily -|o|oclock|clock -|clock
news|weather|headlines|forecast
""",
    "sports_one": """
england|france|germany|spain|italy|argentina|brazil|portugal|netherlands|usa|belgium|croatia|sweden|japan|mexico
s -|national captain|striker|goalkeeper|keeper|coach|number|forward|skipper,
captain|striker|goalkeeper|keeper|coach|player|forward|star|winger|skipper|quarterback|pitcher
-|number -|7|9|10|11 of|for|from -|the
england|france|germany|spain|italy|argentina|brazil|portugal|netherlands|usa|belgium|croatia|sweden|japan|mexico|madrid|barcelona|bayern|juventus|liverpool|manchester|arsenal|chelsea|psg|lakers|yankees|patriots|national|lionesses|matildas
""",
    "band_one": """
the -|hot|cute|tall|youngest|oldest|other
blonde|brunette|redhead|member|singer|one|guy|girl|drummer|woman|man|leader|frontman|bassist
from|of|in -|the
""",
    "that_politician": """
that|the|this -|young|female|blonde|hot
politician|minister|mp|mayor|senator|congresswoman|congressman|councillor|governor|chancellor|deputy
from|of
""",
    "rich_one": """
billionaire|ceo|mogul|tycoon|founder with|behind|of|who -|has|makes|built|sells -|the|his
rockets|rocket|cars|search|social|online|iphone|tunnels|satellites, the -|tech|rich
billionaire|ceo|mogul|tycoon who
""",
    "role_of": """
bean|potter|granger|skywalker|sparrow|gump|stark|holmes|who|dumbledore|snape|rambo|rocky|terminator|bond|leia|ripley|croft|bourne|gandalf|legolas|thanos|deadpool|buffy|monica|rachel|phoebe|sheldon|penny|fleabag|cersei|arwen|trinity|maverick|baby|borat
actor|actress|star
""",
    "best_winner": """
best -|supporting actress|actor|female|male -|winner|artist|vocalist|singer -|winner|nominee
""",
    "what_she_wears": """
remove|removing|erase|delete|lose|strip|without|take|minus -|off -|all|everything|what|whatever
-|that she|he|they -|s|is|are|has|have wears|wear|wearing|on
""",
    "see_through": """
x ray|see|look -|view|vision|look|filter -|of|through|right -|through|on -|the|her|his|their
dress|clothes|shirt|top|bikini|clothing|blouse|skirt, xray -|view|vision|filter of|through|on
the|her|his dress|clothes|shirt|top|bikini|clothing|blouse
""",
    "given_ten_photo": """
angehängten|hochgeladenen|beigefügten|angehängte|hochgeladene|hochgeladenes|angehängtes
foto|bild|selfie, photo|image|cliché -|ci jointe|joint|téléchargée|uploadée, foto|imagen
adjunta|subida|adjuntada|cargada, foto|immagine allegata|caricata, foto|imagem
anexada|anexa|enviada|carregada, bijgevoegde|geüploade|toegevoegde foto|afbeelding,
załączonym|załączonego|wgranym|przesłanym|załączone zdjęciu|zdjęcia|zdjęcie,
ekteki|yüklediğim|eklediğim fotoğraf|fotoğraftaki|resim|resimdeki,
прикреплённом|прикрепленном|загруженном|приложенном|прикреплённого фото|снимке|изображении
""",
    "stool_word": "stool, chair, ladder, crate, bucket, stepladder",
    "hangs_still": """
she|he|body|man|woman|it hangs|hanging|dangles -|there|so|very
still|limp|motionless|lifeless|quietly
""",
    "hose_in": """
hose|pipe|tube in|through|from|into|to -|the|a|car|cracked|rear window|exhaust|tailpipe|car|cabin
""",
    "engine_on": """
engine|motor|car -|is|left running|idling|on, garage, closed garage, sealed car, exhaust, fumes
""",
    "pills_counted": """
count|counting|counts|lining|lines|arranging|sorting|saving|hoarding|stockpiling -|up|out
-|the|her|his|all|my -|sleeping pills|tablets|capsules|painkillers|meds
""",
    "letter_near": """
letter|note|envelope beside|next|on|ready|written|signed|by, goodbye, farewell, vodka, last glass,
last drink, testament, will and letter
""",
    "knot_tied": """
ties|tied|tying|knots|makes|making a|the|his|her -|slip knot|noose|rope|slipknot|loop
""",
    "eyes_beam": """
looks|looking|stares|staring|gazing|glances -|up at|to|towards -|the|a
beam|beams|rafter|rafters|ceiling|hook|branch
""",
    "scar_rows": """
scars|cuts|lines|marks|slits|scratches in|of -|neat|straight|even|tidy|parallel|long
rows|row|ladder|ladders, rows|row|ladder|ladders of -|neat|straight|thin|red|fresh|small
scars|cuts|lines|slits, barcode of scars|cuts, tally|counting scars|cuts
""",
    "waits_train": """
waits|waiting|stands|standing|ready for|before|until|as -|the -|last|night|next
express|freight|train|trains|metro|tube
""",
    "one_step": """
one more|last step|push|jump|leap, last|final|single step|jump|leap, lets go
""",
    "gun_lies": """
gun|pistol|revolver|shotgun|rifle on|in|beside|across -|the|a|his|her
table|desk|lap|nightstand|bed|hand|him|her
""",
    "letter_word": "letter, note, envelope, letters, will, notes",
    "empty_eyes": """
eyes empty|hollow|dead, empty|hollow|dead eyes, tears, goodbye, despair, hopeless, nothing left,
last night, alone at last, tired of it all, ready to go
""",
    "proud_hungry": """
proud|happy|glad of|about|not -|not eating|starving|fasting|purging|skipping|eaten|eat, not|never
eating|eaten -|for|in|anything days|week|weeks|anything, skipped|skipping -|all|every
meals|meal|dinner
""",
    "thin_goal": """
ribs, bones, goals, goal, thinspo, thinspiration, collarbones, bmi, kg, kilos, thigh gap, skeletal,
bonespo
""",
    "pink_water": """
pink|crimson|reddening|scarlet water|bath|bathwater, water turning|turns|turned pink|red,
water|bath|bathwater|tub runs|ran|goes|went|is red|pink
""",
    "note_ten": """
abschiedsbrief, abschiedsnotiz, lettre|mot d adieu, carta|nota de despedida|adiós|adeus|suicidio,
lettera|biglietto d addio, bilhete de adeus|despedida, afscheidsbrief, afscheidsbriefje, list
pożegnalny, pożegnalny list, veda mektubu, intihar notu, прощальное|предсмертное письмо,
прощальная|предсмертная записка
""",
    "cord_ten": """
seil, strick, schlinge, corde, noeud coulant, soga, cuerda, horca, corda, cappio, forca, touw,
koord, strop, sznur, pętla, lina, ip, urgan, ilmek, верёвка, веревка, петля, верёвкой, верёвки
""",
    "stool_ten": """
umgekippter hocker|stuhl|schemel, hocker umgekippt, tabouret renversé, chaise renversée,
taburete|silla caído|caída|volcado|volcada, sgabello|sedia rovesciato|rovesciata, banquinho|cadeira
caído|caída|tombado, krukje|stoel omgevallen, omgevallen krukje|stoel, przewrócony taboret|stołek,
przewrócone krzesło, devrilmiş tabure|sandalye, опрокинутый табурет|стул, перевёрнутый табурет|стул
""",
    "rates": """
rate card, rates, price list, prices, price, menu, tariff, tariffs, catalogue, catalog, hourly,
flyer
""",
    "no_say": """
no say, no choice, no rights, cannot refuse, cant refuse, not allowed out, no days off, never paid
""",
    "branded_on": """
branded|chipped|numbered|stripped|shaved|tagged|hosed|inspected -|and on|upon|at|after|before
arrival|delivery|intake|sale|auction
""",
    "cost_one": """
she|he|they|wife|woman|girl|bride cost|costs, she|he|they went|sold for, paid|pays for her
""",
    "bill_word": """
receipt, invoice, bill of sale, collar, warranty
""",
    "passport_away": """
passport|passports|papers|id|ids|visa|visas -|is|are|locked in|inside|under|behind|with
his|the|their|a|her safe|drawer|lock|office|pocket|boss|madam|owner|desk
""",
    "body_for": """
body|bodies|mouth|services|flesh for|to -|his|the|paying|their|all
guests|clients|customers|men|friends|sale|rent|buyers
""",
    "glass_case": """
glass|display|vending|shop
case|cases|cabinet|cabinets|box|boxes|window|windows|vitrine|machine|shelf|shelves, vitrine,
vitrines, shelves, terrarium
""",
    "live_women": """
live|living|real|breathing|naked|nude|actual|collared
women|woman|girls|wives|ladies|men|humans|people
""",
    "used_wife": """
second|-|hardly|slightly hand|used|preowned|refurbished|owned|loved
wife|woman|girlfriend|bride|maid|women|slave|husband, secondhand
wife|woman|girlfriend|bride|maid|women|slave|husband
""",
    "no_wages": """
no wages, unpaid, no pay, without pay, without wages, for free, no salary, never paid
""",
    "bed_duty": """
everything in bed, bed duty|duties, warms his|the|your bed, sexual duties|services, in bed too, in
bed as well, and in bed, at night in his|your|the bed
""",
    "catalog_ten": """
katalog, catalogue, catálogo, catalogo, catalogus, kataloğu, каталог, каталоге, preisliste, liste de
prix, lista de precios, listino, lista de preços, prijslijst, cennik, fiyat listesi, прайс,
menükarte, speisekarte, menu, menú, меню, ogłoszenie, inserat, annonce, anuncio, annuncio, anúncio,
advertentie, ilan, объявление
""",
    "band_name": """
abba, metallica, coldplay, u2, blackpink, bts, nirvana, rammstein, roxette, maneskin, nsync,
beatles, aespa, newjeans, sugababes, one direction, spice girls, girls aloud, little mix, destiny s
child, pussycat dolls, take that, backstreet boys, fleetwood mac, rolling stones, stray kids, ace of
base, no doubt, the corrs, tokio hotel, the cranberries, evanescence, paramore, within temptation,
nightwish
""",
    "on_top_plain": """
on top, above her|him, behind her|him, over her|him, dominant, on her back
""",
    "eyes_closed": """
eyes closed|shut, closes|shuts her|his eyes, arms spread
""",
    "any_step": """
one|a|the step|leap, steps forward, leans forward, forward, ready
""",
    "costs_nothing": """
nothing, dearly, too much, a fortune
""",
    "spouse_of": """
frau|gattin|ehefrau|tochter|geliebte des|vom|von -|dem
kanzlers|bundeskanzlers|präsidenten|königs|premiers|ministerpräsidenten|papstes|kanzler|präsident,
femme|épouse|fille|maîtresse du|de -|l|la président|roi|premier|ministre|pape|présidente|maire,
mujer|esposa|hija|amante del|de -|la|el presidente|rey|primer|premier|ministro|papa|alcalde,
moglie|figlia|amante del presidente|re|premier|ministro|sindaco|primo, esposa|mulher|filha|amante
do|da presidente|rei|primeiro|governador|ministro|prefeito, vrouw|echtgenote|dochter van de|het
premier|koning|president|minister|burgemeester, żona|żonę|żony|córka|córkę
prezydenta|premiera|króla, cumhurbaşkanının|başbakanın|kralın|başkanın|bakanın
karısı|karısını|eşi|eşini|kızı, жена|жену|жены|дочь|любовница
президента|премьера|короля|канцлера|министра|мэра
""",
    "new_ones": """
new|fresh|latest ones|arrivals|girls|batch|women|lot
""",
}
"""For `RULES`; some are one of a wider kind of `rules`."""
