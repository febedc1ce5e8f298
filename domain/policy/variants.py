"""More kinds of word as in `contexts`: other words for what is known, slang, further languages."""

CATEGORY_PHRASES = {
    "non_consent": """
grape scene|victim|fantasy|kink|play|porn, grape her|him|me, getting|being|gets|was grape, roofie
colada, takes turns on her, ~take|took turns on|with the|her
unconscious|drunk|sleeping|passed|limp, stealthing, stealthed,
removes|removed|removing|slips|slipped off|- the|his condom without|secretly, sexual slavery camp,
groped|fondled|felt up|groping on the|a|crowded bus|train|tram|metro|subway|underground|plane,
frottage on|in -|the|a|crowded|packed train|bus|subway|metro, non konsensual, unkonsensual, nc 17
rape, rapebait, raped up, creepshooting, creepshotting, creep pics|pic|shots, voyeur pics, voyeur
footage, candid upskirt, covert upskirt, sly|sneaky|stealth upskirt, изнасилована, изнасилованная,
изнасилованную, насилует, насилуют, насилуемая, насилуемую, износилование, износиловали, групповое
изнасилование, принуждение к сексу, секс без согласия, без её согласия, без ее согласия, против её
воли, против ее воли, против воли, скрытая камера, скрытой камерой, домогательство,
домогательства, сексуальное насилие, гвалт, зґвалтована, ґвалтує, gwałcona, gwałcą, gwałci,
zgwałcenie, zgwałcony, wbrew jej woli, bez jej zgody, ukryta kamera, ukrytą kamerą, molestowana,
molestuje, tecavüze uğrayan, tecavüze uğramış, rızası olmadan, zorla soyulan, zorla soyma, gizli
kamera, taciz edilen, cinsel saldırı, verkracht in, tegen haar zin, zonder haar toestemming,
verborgen camera, aangerand, cinsel istismar, mot hennes vilja, dold kamera, skjult kamera,
voldtaget, voldtatt, våldtagna, våldtar, raiskattu, znásilněná, znásilnil, megerőszakolt,
megerőszakolják, violată, βιάζεται, βιάζουν, diperkosa ramai, pemerkosaan, pelecehan seksual,
kamera tersembunyi, bị hiếp, cưỡng hiếp, cưỡng bức, quay lén, ginahasa, ginagahasa, panggagahasa,
مغتصبة, يغتصب, يغتصبها, كاميرا خفية, بدون موافقتها, اعتداء جنسي, दुष्कर्म, बलात्कारी, रेप, छिपा
हुआ कैमरा, छिपा कैमरा, उसकी मर्जी के बिना, تجاوز جنسی, عصمت دری
""",
    "bestiality": """
dog|k9|horse|canine|stallion|pig|goat|donkey
slut|sluts|whore|whores|fucker|fuckers|fucking|cumslut, dogslut, dogsluts, horseslut, k9slut,
dogwhore, dogfucker, dogfuckers, horsefucker, horsefuckers, goatfucker, sheepfucker, pigfucker,
animalfucker, dogfucked, dogfucking, horsefucking, dogsex, horsesex, animalsex, dogporn,
horseporn, animalporn, zooporn, zoosex, zoophil, zoophilic, zoophily, zoosadist, dogknot,
dogknotted, doggyknot, girl|woman|guy|man on dog|horse|beast|animal action|sex|porn, girl on girl
on dog|horse, animal on girl|woman|human action|sex|porn, зоофил, зоофилка, зоофилы, скотоложство,
секс с собакой, секс с конем, секс с животным|животными, zoofilia, zoofilie, zoofil, zoofilsk,
zoofilie, hayvanla ilişki, ihayvanseks, tierporno, sodomie mit tier|tieren, unzucht mit tieren,
dierenseks, seks met dieren|hond, sex med djur|hund|häst, tidelag, dyresex, seks z
psem|koniem|zwierzęciem, zooerastia, zooerasty, beastial sex, bestial sex, bestialsex, bestialism
""",
    "gore": """
gutz, guts everywhere, guts and brains, goresplatter, gorefest, gore splatter, splattergore,
redroom murder, brainmatter, brain matter, headless corpse|torso, limbless corpse|torso, corpse
pile, pile of corpses|bodies|limbs, heap of corpses|bodies|limbs, mass grave bodies, charred
corpse|corpses|body|bodies, rotting corpse|flesh|body, bloated corpse, maggots in|eating
-|the|his|her|a|dead flesh|eye|eyes|body|face|corpse|wound, расчленённая, расчленённый,
расчленёнка, расчлененка, расчленение, обезглавлена, обезглавленная, обезглавливание,
отрубленная|отрубленной|отрубленную голова|головой|голову|рука, отрезанная|отрезанной
голова|головой|рука, кишки, трупы, труп, выпотрошенный, выпотрошенная, вспоротый живот, пытки,
отрубили голову, odcięta głowa|ręka, obcięta głowa, ścięta głowa, wnętrzności, poćwiartowane,
poćwiartowany, rozczłonkowane, rozczłonkowany, zwłoki, bezgłowy, kesik baş|kafa, kopmuş baş|kafa,
parçalanmış ceset, cesetler, ceset, iç organları, bağırsakları, afgehakt hoofd, afgehakte
hand|arm|hoofd, onthoofd, onthoofding, ingewanden, avhugget huvud, halshuggen, inälvor, inälvorna,
styckad kropp, lemlestet, halshugget, katkaistu pää, suolet ulkona, uťatá hlava, levágott fej, cap
tăiat, κομμένο κεφάλι, πτώμα, kepala terpenggal, dipenggal, dimutilasi, usus terburai, chặt đầu,
xác chết, رأس مقطوع, رؤوس مقطوعة, جثة, جثث, أحشاء, कटा हुआ सिर, कटा सिर, लाशें, लाश, अंतड़ियां
""",
    "self_harm": """
unaliving, unalived|unalives|unalive {self}, unalive me, kys, kermit sewer slide, sewer slide,
sewerslide, suiciding, suicidal ideation, selfharming, selfharmer, self harmer, self harmers, self
mutilation, self mutilated, self mutilating, self injuring, styro cuts|cut, deep styro, beans cut,
cutting down to styro, sh cuts|scars fresh, self h4rm, slash|slashed|slashes {own}
wrists|wrist|veins|throat, tying {own} noose, ties {own} noose, catching the bus suicide,
~drink|drank|drunk bleach|antifreeze|cleaner|poison to die|end|kill|escape, thinspo,
thinspiration, bonespo, meanspo, fatspo, proana, pro ana, promia, pro mia, ana buddy, самоубийца,
самоубийца, самоповреждение, суицид, суицида, суицидница, селфхарм, порезы на руках, порезанные
вены|руки, порезала вены, порезал вены, режет вены|себя|руки, вскрывает вены, вскрыла вены,
повесилась, повесился, петля на шее, прыгает с крыши чтобы умереть, наглоталась таблеток,
samobójczyni, samobójca, tnie się, cięcie się, podcina żyły, podcięte żyły, powiesiła się,
powiesił się, pętla na szyi, samookaleczenie, samookalecza, kendini kesen, kendini kesiyor,
bileklerini kesen, bileklerini kesiyor, kendini asan, kendini asmış, kendini öldüren, intihar
eden, zelfmoord, zelfbeschadiging, zelfverminking, snijdt zichzelf, polsen doorgesneden, polsen
doorsnijden, självmord, självskada, självskadebeteende, skär sig, selvmord, selvskading,
selvskade, itsemurha, viiltely, viiltelee, sebevražda, sebepoškozování, öngyilkosság, öngyilkos,
sinucidere, se sinucide, αυτοκτονία, αυτοκτονεί, αυτοτραυματισμός, bunuh diri, gantung diri,
menyayat tangan, tự tử, tự sát, rạch tay, nagpakamatay, magpakamatay, pagpapakamatay, ينتحر,
تنتحر, إيذاء النفس, شنق نفسه|نفسها, خودکشی, फांसी लगाती|लगाता|लगाकर, खुदकुशी, कलाई
काटती|काटता|काटना, התאבדות, מתאבדת, פגיעה עצמית
""",
    "trafficking": """
tratta delle|di donne|persone|schiave|ragazze, sex trade captive|captives|victim|victims, flesh
trade, skin trade victims, white slavery, white slave trade, ~buy|bought her|him|them from
-|her|his father|parents|family|uncle|husband|village|captors, buys|bought|buying -|a
wife|bride|girl|woman from -|a trafficker|broker|slaver|pimp, sells|selling|sold her|him|them
to|into -|a|the brothel|pimp|slaver|slavers|warlord|cartel|slavery|prostitution, mail order
bride|wife|girl|girls -|delivered|shipped|arrives|packed in a|the crate|box|cage|container,
женщина|женщины|девушка|девушки|рабыня|рабыни на продажу|продажу|аукционе|цепи,
рабыня|рабыни|рабынь продажа|продают|продаётся|аукцион|рынок, невольничий рынок, рынок рабынь,
рабский рынок, секс рабыни, секс рабство, сексуальное рабство, сексуальная рабыня, торговля
женщинами, принудили к проституции, принуждение к проституции, принудительная проституция,
работорговля, handel ludźmi, handlarz ludźmi, niewolnica seksualna, niewolnice seksualne, targ
niewolnic, zmuszana do prostytucji, przymusowa prostytucja, insan ticareti, kadın ticareti, köle
pazarı, cariye pazarı, fuhşa zorlanan, zorla fuhuş, mensenhandel, vrouwenhandel, seksslavin,
seksslaaf, gedwongen prostitutie, slavenmarkt, människohandel, sexslav, sexslavinna, slavmarknad,
menneskehandel, sexslavinne, tvangsprostitution, ihmiskauppa, seksiorja, obchod s lidmi, sexuální
otrokyně, emberkereskedelem, szexrabszolga, trafic de femei, sclavă sexuală, εμπορία ανθρώπων,
σκλάβα του σεξ, perdagangan manusia, perdagangan wanita, budak seks, buôn người, buôn bán phụ nữ,
nô lệ tình dục, اتجار بالبشر, الاتجار بالبشر, جارية للبيع, سبايا, سوق النخاسة, عبدة جنس, मानव
तस्करी, देह व्यापार, यौन दासी, סחר בבני אדם, סחר בנשים, שפחת מין
""",
    "incest": """
ensest ilişki, kazirodcze, kazirodczy, kazirodcza, инцеста, инцестом, кровосмешение, мама и сын
секс, папа и дочь секс, sifkin, sifkin ro, bloedschande, incestueus, incestueuze, blodskam,
sukurutsa, insesti, incestní, vérfertőzés, αιμομιξία, hubungan sedarah, sedarah seks, loạn luân,
زنا المحارم, نكاح المحارم, कौटुम्बिक व्यभिचार, סקס במשפחה, גילוי עריות, fauxcest, stepcest,
momcest, sibcest, brocest, sonmom sex, momson sex
""",
    "real_person": """
fappening, the fappening, celebgate, tswift, jlaw, j law, billie eyelash, taylor swiff, taylor
swfit, scarlett johanssen, scarlet johanssen, scarlett johannsen, kim kardashiann, kim kartrashian
""",
}
"""As in `acts`: what is refused wherever it stands."""

KINDS = {
    "slips_in": """
~slip|puts|putting|dropped|drops|pours|poured|mixes|mixed
something|pill|pills|drugs|sedative|sedatives|ghb
""",
    "into_drink": "in|into {her} drink|drinks|wine|beer|glass|cocktail|champagne",
    "device_hacked": """
doorbell|webcam|cctv|security|monitor|laptop|phone|camera|cam|icloud|cloud|router
hack|hacks|hacked|hacking|hacker|breach|breached, hacked|hacking|hacks|breached into -|her|his|the
doorbell|webcam|cctv|laptop|phone|camera|cam|icloud|cloud|account
""",
    "grudge_more": """
get even, getting even, payback, punish her, punish him, humiliate her, humiliate him, shame her,
shame him, to destroy her, out of spite, cheated on me, dumped me, left me, for revenge, as
revenge
""",
    "submit_now": """
kneel, kneels, on her knees, on his knees, get on your knees, blow him, service him, please him,
sleep with him, sleep with her boss, spread
""",
    "casting": "casting couch, audition couch, producer s couch",
    "held_taken": "held|pinned|forced|pushed|wrestled down and taken|used|had|entered",
    "taking_turns": """
take|takes|taking|took turns, taking it in turns, one after another, line up, lining up, queue up
""",
    "wed_night": """
wedding night, bridal night, marriage bed, bridal bed, nuptial bed, consummate, consummated
""",
    "freezing": """
freezes, freezes up, froze, frozen in fear|terror|shock, goes stiff|limp|numb, went limp, gone
limp, lies still crying, stares at the ceiling, too shocked to move
""",
    "cry_more": "her|his tears, through tears|tear, despite tears",
    "sexual_slang": """
gang bang, gang bangs, gang banged, sextape, sextapes, sex tapes, smash her, smashing her, railing
her, rails her, plowing her, plows her, ploughing her, pounding her, pounds her, nailing her,
bones her, rawdogging, rawdogs, dicking, dicked down, seggs, seggsual, fucc, fuk, fukd, fuking,
fukked, phuk, secks, coochie, sexytimes, sexy times, hanky panky, doing the deed, hooking up with,
hooks up with, hooked up with, gets off on, getting off on, get it on with, sexed up, porking,
boffing, boff, ravishing her, knocking boots, pumping her, pumps her, smashes her
""",
    "nude_slang": """
nakey, nekked, nekid, neked, nakd, nakked, naken, nudie, nudies, nudey, nudez, newd, newds, noodz,
nudz, starkers, buck|butt|bare|stark ass|arse|naked, bare naked, buff naked, in the altogether, in
the nuddy, nuddy, clothless, clotheless, unclothd, undresed, stripd, tittes, titties, titty,
boobies, boobie, booba, boobz, bewbs, tiddies, tiddy, bazongas, knockers out, tits out, boobs out,
pussy out, cooch, bare boobs, bareass, topless pic, naughty bits out, no bra no panties, en
pelotas, en cueros, en bolas, encuerada, empelotada, à poil, seins nus, seins à l'air, oben ohne,
splitterfasernackt, nackig, nackerte, nackedei, pelada, pelado, peladona, nuinha, tette al vento,
naturista nuda, нагая, нагую, нагой, нагишом, ню, голышом, обнажённую, обнажённой, обнаженную,
обнаженной, голая грудь, goła, gołe, gołą, nagą, nagiego, roznegliżowana, rozebrane, çırılçıplak,
üstsüz, poedelnaakt, topløs, barbröstad, alasti, meztelenül, goale, γυμνές, γυμνός, نودز, عارية
تماما, عريانة, عريان, नंगा, नंगे, निर्वस्त्र, ערום, telanjang bulat, ở truồng, trần truồng, hubad
""",
    "drunk_slavic": """
пьяная, пьяную, пьяной, пьяна, пьяных, спящая, спящую, спящей, спящих, pijana, pijaną, pijanej,
pijane, nieprzytomną, śpiącej, śpiącą, sarhoş, dronken, berusad
""",
    "undressed_by_slavic": """
раздевают, раздевает, раздели, раздел, трогают, трогает, лапают, лапает, щупает, щупают, трахают,
насилуют, rozbierają, rozbiera, rozebrali, obmacują, obmacuje, dotyka, dotykają, soyuyorlar,
soyuyor, soyan, taciz ediyor, uitkleden, uitgekleed, betasten, betast, kläs av, avklädd av
""",
    "knot_word": """
knotting, knotted, knot in her|him|me, knot inside her|him|me, his knot, swollen knot, knots her,
knots him
""",
    "animal_part": "sheath, knot, doghood, horsehood, cloaca, prepuce",
    "autopsy_word": "autopsy, autopsied, post mortem, postmortem",
    "cutter_arms": """
-|with bleeding|bloody|bloodied|bandaged|scarred|sliced|slashed|cut|gashed|raw -|up
arms|forearms|wrists|thighs|legs|arm|forearm|wrist|thigh
""",
    "captured_ones": """
captured|captive|seized|looted|stolen|enslaved|kidnapped|abducted|raided|conquered
women|girls|wives|maidens|females|brides|ladies|virgins|villagers
""",
    "captor_place": """
harem, warlord, warlord s, war booty, booty, spoils, spoils of war, war prize, war prizes,
trophies, as trophy, concubines, as concubines, slavers, slave caravan, slave ship, slave pen,
slave pens, camp brothel, rebel camp, rebels camp
""",
    "rented_one": """
rent|rents|rented|renting|hire|hires|hiring|pimps|lends|loans -|out his|her|my|the
wife|girlfriend|sister|maid|slave
""",
    "first_time": """
first time with, first time together, loses her virginity to, loses his virginity to, lost her
virginity to, takes her virginity, took her virginity, takes his virginity, virginity, deflowers,
deflowered by
""",
    "single_fame": """
ronaldo, aoc, eminem, gaga, dicaprio, aniston, johansson, clooney, kardashians, jenner, jenners,
hadid, zendeya, chalamet, bieber, biebs, scarjo, rihana, riri, shakria, beyonsay, beyonse, kanye,
drake rapper, melania, ivanka, kamala, kate and william, the pope, scarlett jo, delevingne,
ratajkowski, emrata, daddario, knightley, paltrow, theron, winslet, hathaway, gadot, cumberbatch,
hiddleston, pattinson, hemsworth, cavill, momoa, schwarzenegger, stallone, kournikova, sharapova,
djokovic, federer, neymar jr
""",
}
"""For `rules.RULES`; some are one of a wider kind there."""

SIGN_WORDS = {
    "🍇d": " raped ",
    "🍇ed": " raped ",
    "🍇'd": " raped ",
    "🍇ing": " raping ",
    "🍇ist": " rapist ",
    "🌽hub": " porn ",
    "🧠💥": " brains blown out ",
}
"""Emoji that begin a word and mean something else in it than alone."""

MASKING_SIGNS = "🍇🍑🍒🍌"
"""Emoji that also stand in place of a letter, as those do that mean nothing by themselves."""
