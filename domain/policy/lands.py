"""More kinds of word as in `contexts`, in ten languages: bodies, self-harm, trade, force, kin."""

RULES = """
gore = body_tongues + halved_tongues: 3 clause
gore = belly_tongues + slit_tongues: 2 clause
gore = guts_tongues + slit_tongues: 4
gore = guts_tongues + blood_tongues: 4
gore = accident + split_body: 4
gore = wreck + split_body: 4
gore = split_body + blood_word: 4
self_harm = limb_cuts + sad_mood: 3
self_harm = limb_cuts + blade: 3
trafficking = slave + auction_tongues: 4
trafficking = slaves_bare + auction_tongues: 5
non_consent = drunk + stripped_passive: 3 clause
non_consent = asleep + garment_lifted: 6
non_consent = drunk + garment_lifted: 6
non_consent = drunk_more + undressed_by_slavic: 3
animal_for = by_tongues + animal: 0 clause ordered
bestiality = animal_for + lets_take: 2 clause
incest = kin_pair + bed_slavic: 4
gore = crushed_body + blood_word: 5
trafficking = people_let + pimp: 8
trafficking = in_container + held_people: 4
filmed_asleep = filming + asleep: 3
filmed_asleep = filming_tongues + asleep: 4
non_consent = filmed_asleep + nude: 5
gore = part_gone + blood_word: 4
half_of_one = half_of + anybody: 1 clause ordered
gore = half_of_one + under_wheels: 4
gore = body_bits + rails_tongues: 4
gore = body_bits + blood_tongues: 4
blade_vent = blade + vent_word: 3
self_harm = blade_vent + blood_word: 4
wrist_vent = wrist + vent_word: 3
self_harm = wrist_vent + blood_word: 4
self_harm = head_hitting + blood_word: 4
self_harm = steps_off + last_word: 6
trafficking = caged_one + priced: 6
trafficking = anybody + to_buyers: 3 clause ordered
trafficking = lure + brothel_place: 9
caged_tongues = people_tongues + cage_tongues: 1 clause
trafficking = caged_tongues + auction_tongues: 4
trafficking = trafficker_tongues + people_tongues: 3
non_consent = touches_weak + anybody: 1 clause ordered
non_consent = blackmail_word + submit_now: 4
peered_in = through_gap + filming_now: 6
non_consent = peered_in + bare: 6
non_consent = forces_tongues + undress_inf: 6
non_consent = forces_tongues + cry_tongues: 4
"""
"""As in `rules`, for which these are more rules."""

CATEGORY_PHRASES = {
    "gore": """
headless|decapitated|beheaded|faceless driver|rider|passenger|biker|motorcyclist|cyclist|pilot,
eye|eyeball|eyes being|is|gets|getting pierced|stabbed|punctured|cut|sliced|gouged|popped|burst,
cut|cuts|slice|slices|rip|rips|tear|tears|slit|slits him|her|them open,
guts|bowels|entrails|insides|intestines
fell|fall|falling|spill|spilled|spilling|pour|poured|tumble|tumbling|hang|hung -|right out,
split|halved|bisected|cloven|riven torso|torsos|corpse|corpses|pelvis|ribcage, torso|corpse|corpses
split|halved|bisected|cloven, torso|body|bodies|corpse|corpses|rider|driver|biker|victim|trunk in
two|three|several|many|separate parts|pieces|halves|chunks, bisected|halved
body|man|woman|person|victim|cyclist|rider, dismembered|disjointed|quartered
tourist|hiker|hitchhiker|body in|inside
""",
    "self_harm": """
how many pills|tablets|capsules until|till|to -|it|i|she|he end|ends|die|dies|kill, se
cuelga|cuelgan de -|una|un|la viga|árbol|soga|techo, see|want|picture|imagine|draw|show myself|me
dead|hanged|dying|hanging, ~set|~light|lit|lighting {self} on fire, si butta|getta|buttarsi|gettarsi
dal|da|giù -|un|dal ponte|balcone|tetto|viadotto, se tira|arroja|lanza del|de|desde -|un|una|el|la
puente|balcón|azotea|tejado, se jette|saute du|d -|un|une pont|toit|balcon|falaise pour|et -|en
mourir|meurt|finir, tags|tag|hashtags|hashtag|keywords -|sad|sh|selfharm|depression|depressed|vent
cutting|cuts|cutter|blades|razor|razors|razorblade|noose|overdose
sad|depressed|depression|scars|suicide|suicidal|lonely|numb|alone|tears|pain|goodbye|death|selfhate|vent|hopeless,
cutting|cutter|cuts
sad|depressed|depression|depressing|scars|suicide|suicidal|selfhate|selfhatred|blades|hopeless|selfharm,
depression|depressed|suicidal|suicide|selfhate|selfharm
cutting|cuts|blades|razor|razors|overdose|noose, snijdt|snijden|sneed in haar|zijn|de|eigen -|eigen
arm|armen|pols|polsen|benen, hangt|verhangt|ophangt zichzelf|zich, man|vrouw die zich
ophangt|verhangt, wirft|stürzt|werfen|stürzen|legt sich vor|auf den|einen|die zug|bahn|u|lkw|gleise,
sich vor den|einen zug|lkw werfen|wirft|stürzt|geworfen, se jette|jeter|jetant sous|devant un|le|les
train|métro|rails|camion, se tira|arroja|lanza|tirarse|arrojarse al|bajo tren|metro|el, si
butta|getta|buttarsi|gettarsi sotto un|il|al treno, se joga|atira|jogar|atirar na|no|debaixo|embaixo
-|do frente|trem|comboio, tnie|kaleczy|podcina sobie -|ręce|ręka|żyły|nadgarstki|uda|przedramię,
wiesza|powiesił|powiesiła się, rzuca|skacze się|- pod pociąg,
kollarını|kolunu|bileğini|bileklerini|damarlarını kesen|kesiyor|kesmiş|jiletleyen|jiletliyor|kesmek,
kendini asmak|kesmek|öldürmek|vurmak|yakan|jiletleyen,
прыгает|бросается|бросился|бросилась|прыгнул|прыгнула под поезд|метро, режу|резать себя|вены|руки,
режет|резала|резал себе вены|руки|руку, хочет|хочу|решил|решила умереть|повеситься|отравиться
""",
    "trafficking": """
loue|prête|vend sa femme|copine|compagne à|aux, alquila|presta|vende a su mujer|esposa|novia a,
affitta|presta|vende -|la|sua moglie|fidanzata a|ai, aluga|vende sua|a mulher|esposa|namorada
para|a|aos, vermietet|verleiht|verkauft seine frau|freundin an, verhuurt|verkoopt zijn
vrouw|vriendin aan, заставили|заставляют|принуждают|вынуждена|заставляет -|её|ее|их заниматься
проституцией, zmuszona|zmuszana|zmuszone do nierządu|prostytucji|prostytuowania, esclaves|esclave
-|sexuelles|sexuelle|nues|nue aux enchères, esclavas|esclava -|sexuales|desnudas|desnuda en
subasta|venta, schiave|schiava -|sessuali|nude|nuda all|in asta|vendita, escravas|escrava
-|sexuais|nuas|nua em|à leilão|venda
""",
}
"""As in `acts`: what is refused wherever it stands."""

KINDS = {
    "in_two_more": "sheared|snapped|halved|bisected|severed|guillotined|crushed in half|two|halves",
    "crushed_body": """
squashed|crushed|flattened|mashed|pulped|squished
body|bodies|man|woman|person|people|head|skull|torso|worker|driver|pedestrian
""",
    "part_gone": """
finger|fingers|hand|hands|arm|leg|legs|foot|ear|nose|jaw|scalp|thumb -|is|are
gone|missing|lost|sliced|chopped
""",
    "half_of": "one|other|upper|lower|top|bottom half of",
    "under_wheels": """
under|below|beneath -|the|a train|tram|bus|lorry|truck|wheels|subway|metro, on the
rails|tracks|motorway
""",
    "body_bits": """
trozos|pedazos|restos de -|un|los cuerpo|cuerpos|cadáver, pedaços|restos de -|um corpo|corpos,
lichaamsdelen, części|kawałki ciała|ciał, части|куски тела|тел, ceset|vücut parçaları, körperteile,
leichenteile, morceaux|parties de corps|cadavre, pezzi|resti di corpo|cadavere
""",
    "rails_tongues": """
en las vías, en la carretera, nos trilhos, na estrada, sui binari, sulla strada, auf den gleisen,
auf der straße, sur les rails, sur la route, op het spoor, op de weg, na torach, na ulicy, на
рельсах, на дороге, raylarda, yolda
""",
    "vent_word": """
vent, ventart, sad, depressed, numb, self hate, selfhate, suicidal, worthless, i hate myself
""",
    "head_hitting": """
hitting|banging|smashing|slamming|bashing|beating|hits|bangs|slams|smashes her|his|my|their -|own
head|forehead|face|fists against|on|into -|a|the|- wall|floor|mirror|table
""",
    "steps_off": """
steps|step|stepping|stepped|jumps|leaps|lets off|go -|the|a|of
ledge|roof|chair|stool|railing|parapet|bridge
""",
    "last_word": "last, final, goodbye, farewell, end of it all, no more",
    "pills_ten": """
pilules, pillen, slaappillen, tabletki, tabletek, tabletkami, haplar, hap, ilaçlar, таблетки,
таблеток, снотворное
""",
    "die_ten": """
umrzeć, ölmek, умереть, sterven, doodgaan, dood te gaan, en finir, schlafen für immer
""",
    "leap_ten": """
pour en finir, para acabar con todo, per farla finita, para acabar com tudo, om te sterven, żeby
umrzeć, чтобы умереть, ölmek için
""",
    "priced": "price list|lists|tag|tags|board, priced, prices, price",
    "to_buyers": """
to|for|before -|the|rich|his|her|their|waiting|new
buyers|bidders|traffickers|slavers|pimps|pimp|bidder
""",
    "people_tongues": """
frau, frauen, sklavinnen, femme, femmes, mujer, mujeres, chicas, donna, donne, ragazze, mulher,
mulheres, vrouw, vrouwen, kobieta, kobiety, kobiet, kadın, kadınlar, женщина, женщины, женщин
""",
    "cage_tongues": """
enchaînée, encadenada, acorrentada, incatenata, im käfig, in käfigen, in ketten, en cage, en cages,
enchaînées, enjauladas, en jaulas, en jaula, encadenadas, in gabbia, in catene, incatenate, em
jaulas, acorrentadas, in kooien, in een kooi, geketend, w klatkach, w klatce, w łańcuchach,
kafeslerde, kafeste, zincirli, zincirlenmiş, в клетках, в клетке, в цепях
""",
    "trafficker_tongues": """
menschenhändler, frauenhändler, mädchenhändler, trafiquant|trafiquants de femmes, trafiquants,
proxénète, proxénètes, tratante, tratantes, proxeneta, proxenetas, trafficanti, sfruttatore,
cafetão, mensenhandelaar, mensenhandelaars, handlarz, handlarze, sutener, kadın taciri, kadın
tacirleri, сутенёр, сутенер, торговец, торговцы
""",
    "touches_weak": """
touching|touches|fondles|fondling|strokes|stroking|undresses|undressing|kisses|kissing|strips|stripping|caresses|caressing
-|a|an|the|his|her
sedated|unconscious|drugged|drunk|comatose|anaesthetised|anesthetized|paralysed|paralyzed|incapacitated
""",
    "blackmail_word": "blackmailed, blackmails, blackmailing, coerced, extorted, threatened",
    "no_idea": """
has no idea, have no idea, no idea she|he is, unaware of it, does not notice, doesn t notice,
slipped|slips|slipping her|him|them something|a|the|some
""",
    "filming_tongues": """
filmt, fotografiert, filme, photographie, graba, filma, fotografía, fotografa, filmuje, снимает,
фотографирует, çekiyor
""",
    "asleep_ten": "duerme, dort, dorme, slaapt, śpi, uyurken, uyuyor, спит",
    "snoring": "snores, snoring, dozes, dozed off, dead to the world, out like a light",
    "through_gap": "through -|the|a|her blinds|keyhole|hedge|fence|crack|vent|peephole|slats|gap",
    "filming_now": """
films, filming, records, recording, watches, watching, peeks, peeking, spies, photographs
""",
    "forces_tongues": """
zwingt, zwingen, erpresst, nötigt, force, forcent, oblige, obligent, menace, obliga, obligan,
fuerza, chantajea, amenaza, costringe, costringono, obbliga, ricatta, minaccia, obriga, obrigam,
força, chantageia, dwingt, dwingen, chanteert, zmusza, zmuszają, szantażuje, zorluyor, zorluyorlar,
zorlayan, şantaj, заставляет, заставляют, принуждает, шантажирует
""",
    "undress_inf": """
auszuziehen, zieht sich aus, sich auszieht, se déshabiller, se dénuder, desnudarse, quitarse la
ropa, spogliarsi, denudarsi, tirar a|sua roupa, se despir, despir se, uit te kleden, uitkleden,
rozebrania, rozebrać, rozbierać, soyunmaya, soyunması, раздеться, раздеваться
""",
    "cry_tongues": """
pleure, weint, llora, piange, chora, huilt, płacze, ağlıyor, плачет, schreit, crie, grita, urla,
krzyczy
""",
    "body_tongues": """
körper, leiche, leichen, torso, rumpf, leichnam, corps, cadavre, cuerpo, cuerpos, cadáver, corpo,
corpi, cadavere, cadaveri, corpos, lichaam, lijk, ciało, ciała, trup, trupy, zwłoki, ceset, beden,
vücut, тело, тела, труп, туловище, mann, frau, mensch, opfer, fahrer, homme, femme, soldat, motard,
hombre, mujer, soldado, uomo, donna, vittima, homem, mulher, vítima, víctima, vrouw, slachtoffer,
mężczyzna, kobieta, ofiara, adam, kadın, мужчина, женщина, человек, жертва
""",
    "halved_tongues": """
zerteilt, zerteilter, zerteilte, zerteilten, zerstückelt, zerstückelter, zerrissen, zerrissener,
zerfetzt, zerfetzter, in zwei teile|hälften|stücke, halbiert, halbierter, in twee stukken|delen, in
zwei stücke|hälften, en deux morceaux, in due pezzi, em dois pedaços, en dos pedazos, на две части,
entzwei|durchgeschnitten, coupé|coupée|sectionné|sectionnée|tranché|tranchée|déchiqueté|déchiquetée
-|en -|deux|morceaux|par, déchiqueté, déchiquetée,
partido|partida|cortado|cortada|seccionado|seccionada en|por|ao|a|al -|la
dos|mitad|meio|metade|medio, partido por la mitad, cortado por la mitad, despedazado, despedazada,
descuartizado, descuartizada, tagliato|tagliata|spezzato|spezzata|segato|diviso a|in metà|due|pezzi,
dilaniato, dilaniata, smembrato, smembrata, esquartejado, esquartejada, despedaçado, despedaçada,
cortado|partido ao meio, in tweeën, doormidden, in stukken, aan stukken, uiteengereten, na pół, na
kawałki, na dwie części, rozerwane, rozszarpane, rozszarpany, rozerwany, przepołowione, ikiye
bölünmüş|ayrılmış|kesilmiş|biçilmiş, parçalanmış, paramparça, пополам, надвое, на куски, на части,
разорвано, разорван, разорванное, расчленено
""",
    "belly_tongues": """
bauch, unterleib, brustkorb, ventre, abdomen, vientre, barriga, estómago, panza, pancia, addome,
buik, brzuch, brzuchem, karnı, karın, göğsü, живот, животом, брюхо
""",
    "slit_tongues": """
aufgeschlitzt, aufgeschlitzter, aufgeschlitzten, aufgerissen, aufgerissener, aufgeschnitten,
herausquellend, quellen heraus, hängen heraus, éventré, éventrée, éviscéré, éviscérée, sortent,
sortant, à l'air, rajado, rajada, abierto en canal, abierta en canal, destripado, destripada, fuera,
salen, saliendo, squarciato, squarciata, sventrato, sventrata, aperto, fuori, rasgado, rasgada,
estripado, estripada, para fora, expostas, expuestas, aberto, aberta, opengesneden, opengereten,
opengesperd, hangen eruit, rozpruty, rozprute, rozcięty, wypruty, wyprute, na wierzchu, deşilmiş,
yarılmış, dışarıda, dışarı, распоротым, вспоротым, rozprutym, rozciętym, распоротый, распорот,
вспоротый, вспорот, разрезанный, наружу, вываливаются
""",
    "guts_tongues": """
gedärme, gedärm, eingeweide, innereien, tripes, boyaux, entrailles, viscères, tripas, entrañas,
vísceras, intestinos, budella, viscere, intestini, intestins, darmen, ingewanden, jelita,
wnętrzności, flaki, trzewia, bağırsakları, bağırsaklar, bağırsak, кишки, внутренности, потроха
""",
    "blood_tongues": """
blut, blutig, sang, sanglant, sangre, sangriento, sangue, sanguinante, bloed, bloederig, krew, krwi,
kanlı, кровь, кровью, кровавый
""",
    "split_body": """
torso of -|a|the driver|man|woman|victim|soldier|rider|passenger|cyclist,
split|halved|severed|bisected|crushed|opened|burst
torso|torsos|skull|body|chest|head|pelvis|spine|abdomen, torso|torsos|trunk|lower|upper -|half
in|on|across|beside|lying|crushed|under -|the -|two|pieces|parts|tracks|rails|asphalt|road|wheels,
body|bodies in pieces|parts|bits|halves
""",
    "limb_cuts": "arm|wrist|thigh|leg|forearm|hip|ankle cuts|slits|slashes|gashes|slices",
    "sad_mood": """
sad, sadness, alone, lonely, depressed, depression, blade, blades, razor, tears, crying, numb,
hopeless, suicidal, goodbye, self hate, vent, despair, dark thoughts
""",
    "auction_tongues": """
zu verkaufen, vendue, vendues, aux enchères, enchères, vente, à vendre, marché, en subasta, subasta,
en venta, mercado, à venda, asta, all'asta, in vendita, mercato, leilão, em leilão, veiling, te
koop, markt, auktion, versteigerung, versteigert, zum verkauf, na aukcji, aukcja, aukcji, na
sprzedaż, targu, açık artırmada, açık artırma, müzayede, müzayedede, pazarı, pazarında, satılık, на
аукционе, аукцион, на продажу, рынке, на рынке, skauktion
""",
    "slaves_bare": """
slavinnen, naakte slavinnen, niewolnice, niewolnic, köle kadınlar, köleler, cariye, cariyeler,
рабыни, рабынь, рабынями, невольницы, невольниц
""",
    "sold_slavic": """
verkocht, verkochte, sprzedane, sprzedana, sprzedawane, sprzedawana, sprzedany, satılan, satılmış,
satılıyor, продают, проданы, продана, проданных, продали, vendus, vendido, vendidos, venduti,
verkaufte, verkauften
""",
    "brothel_tongues": """
bordeel, bordelen, burdelu, burdel, burdeli, genelev, geneleve, genelevde, бордель, борделя,
борделе, притон, bordello, bordelli, bordéis, prostíbulo, prostíbulos, puff, freudenhaus, maison
close, casa de citas
""",
    "stripped_passive": """
stripped, unclothed, disrobed, undressed, stripped down|off|bare, undressed by, being
stripped|undressed|disrobed, gets|getting|got stripped|undressed|disrobed
""",
    "garment_lifted": """
lift|lifts|lifting|lifted|raise|raises|raising|raised|hike|hiking|hikes -|up her|his|the
skirt|dress|nightgown|nightie|shirt|top|blouse|robe|blanket|sheet|towel|kilt,
skirt|dress|nightgown|shirt|top|blouse|blanket -|being|is lifted|raised|hiked|pulled
""",
    "undressed_passive_tongues": """
rozbierana, rozbierany, rozbierane, rozbieraną, obmacywana, dotykana, soyuluyor, soyulan, soyuldu,
soyulmuş, elleniyor, ellenen, раздевают, раздета, раздевали, wordt uitgekleed, uitgekleed door,
betast door
""",
    "lets_take": """
nehmen, genommen, besteigen, bestiegen, decken, gedeckt, begatten, begattet, lecken, geleckt,
ficken, gefickt, befriedigen, befriedigt, beglücken
""",
    "sex_slavic": """
transa, sevişiyor, sevişen, sevişmek, sevişirken, sevişti, seks yapan, seks yapıyor, ilişkiye giren,
uprawia|uprawiają seks|miłość, kocha|kochają się z, współżyje, współżyją,
занимается|занимаются|заниматься сексом|любовью, совокупляется, совокупляются, спаривается,
heeft|hebben|hebbend seks|gemeenschap, vrijt, vrijen met, bedrijft|bedrijven de liefde
""",
    "nude_ten": """
nacktbild, nacktbilder, nacktfoto, nacktfotos, naaktfoto, голом, bez ubrania, sans vêtements, nago,
nadzy, nagimi, naguska, golutka, roznegliżowany, çıplaklar, soyunuk, anadan üryan, naakten,
ontkleed, ontklede, poedelnaakt, nackert, hüllenlos, hüllenlose, unbekleidete, en tenue d'adam, à
demi nue, en cuerve, голышом, нагие, нагими, обнаженными, обнажёнными, раздетая, раздетый, раздетые,
despidos, svestiti, svestite
""",
    "kin_pair_ten": """
oom en nicht|neef, tante en neef, wujek i siostrzenica|bratanica, ciotka|ciocia i
siostrzeniec|bratanek, amca|dayı ve|ile yeğen|yeğeni, teyze|hala ve|ile yeğen|yeğeni, anne ve|ile
-|yetişkin|öz oğlu|oğul|kızı|kız, baba ve|ile -|yetişkin|öz kızı|kız|oğlu, anne oğul, baba kız, abi
kardeş, abla kardeş, ağabey ve|ile kız|kardeşi, brat i siostra, siostra i brat, matka i|z
syn|synem|dorosły|dorosłym, ojciec i|z córka|córką|dorosła|dorosłą, брат и сестра, сестра и брат,
мать и|с сын|сыном|взрослый|взрослым, отец и|с дочь|дочерью|взрослая|взрослой, broer en zus, zus en
broer, moeder en -|haar|volwassen zoon, vader en -|zijn|volwassen dochter, moeder met zoon, mutter
und -|ihr|erwachsener sohn, vater und -|seine|erwachsene tochter
""",
    "bed_slavic": """
w łóżku, yatakta, aynı yatakta, в постели, в кровати, в одной постели, in bed samen, samen in bed
""",
}
"""For `RULES`; some are one of a wider kind of `rules`."""

BENIGN_PHRASES = """
subasta|subastas de|benéfica|- arte|benéfica|antigüedades|coches|vinos|cuadros|ganado, subasta
benéfica, leilão de arte|carros|vinhos, asta di beneficenza|arte|vini|quadri, vente aux enchères
d'art|caritative, hidden camera trap, camera trap, wrist watch|watches, wristwatch|wristwatches,
watch cut open, cut open watch|clock|engine|fruit|avocado|cable|to|show
"""
"""As in `benign`."""
