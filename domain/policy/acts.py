"""Words for what is never drawn of anybody, and the words that mean it only together."""

CATEGORY_PHRASES = {
    "non_consent": """
unwilling, unwillingly, forcibly, nonconsenting, non consenting, assaulted, forced upon, forced
onto, rape, raped, rapes, raping, rapist, noncon, non con, nonconsensual, non consensual,
nonconsent, non consent, dubcon, forced sex, forced oral, forced intercourse, forced
penetration, forced stripping, forced to strip, forced to undress, forced herself, forced
himself, against her will, against his will, against their will, without consent, without her
consent, without his consent, without their consent, molest, molested, molesting, molestation,
molester, sexual assault, sexually assaulted, sexual abuse, sexually abused, date rape, gang
rape, gangrape, sleep sex, somnophilia, roofied, upskirt, creepshot, creepshots, spycam, revenge
porn, violacion, violada, violée, vergewaltigung, vergewaltigt, estupro, stupro, stuprata,
изнасилование, no consent, lack of consent, consent ignored, ignoring consent, saying no to him,
begging him to stop, begs him to stop, begging to stop, does not want to, does not want it,
doesnt want it, taken by force, forced upon her, forced on her, forced to have sex, forced to
perform, forced nudity, forced nude, forced orgasm, violated, sexually violated, sexual
violence, sexual harassment, sexually harassed, sexual coercion, sexual blackmail, sextortion,
groped, groping, gropes, groper, chikan, fondled against, hidden camera, hidden cameras, hidden
cam, hidden cams, spy cam, spy cams, spy camera, secretly filmed, secretly recorded, secretly
photographed, secret recording, filmed secretly, filmed without, recorded without, photographed
without, unaware of the camera, she does not know, she doesnt know, unaware that she, peeping
tom, up skirt, upskirts, down blouse, downblouse, creep shot, nonconsensually, drugged drink,
date rape drug, rohypnol, chloroformed, chloroform, passed out drunk, passed out naked, passed
out nude, mind control sex, nude against, stripped against, undressed against, gangraped, gang
raped, prison rape, raper, rapey, rap3, sleep assault, sleep rape, sleeping assault, unconscious
woman, unconscious girl, incapacitated, revenge nudes, leaked nudes, violar, violaron, violador,
violacion grupal, abuso sexual, agresion sexual, sexo forzado, forzada a, sin su consentimiento,
viol, viols, violer, viol collectif, abus sexuel, agression sexuelle, sans son consentement,
forcée à, sans consentement, vergewaltigen, vergewaltiger, gruppenvergewaltigung, sexueller
missbrauch, sexuell missbraucht, sexuelle nötigung, gegen ihren willen, estuprada, estuprador,
estuprar, contra a vontade, contra su voluntad, contre son gre, contro la sua volonta, stupri,
stupratore, violentata, violenza sessuale, sesso forzato, verkrachting, verkracht, verkrachten,
tegen haar wil, aanranding, gwałt, gwałcie, zgwałcona, gwałciciel, изнасилована, изнасиловали,
изнасиловал, насилуют, насильник, насилие над, tecavüz, tecavüze, اغتصاب, تحرش جنسي, बलात्कार,
våldtäkt, våldtagen, voldtekt, voldtægt, perkosaan, diperkosa, hiếp dâm, znásilnění, znásilněna,
raiskaus, nemi erőszak, viol în grup, βιασμός, אונס, зґвалтування, forced her to, forced him to,
forces her to, forces him to, forcing her to, forcing him to, doesn t consent, doesnt consent,
does not consent, didn t consent, did not consent, unconsenting, ignores her protests, ignoring
her protests, despite her protests, protests ignored, against her wishes, raped and, mind break,
mindbreak, mind broken, cnc, consensual non consent, reluctance kink, free use unaware, sleep
fucking, sleep fuck, sleepfuck, sleeprape, sexsomnia, somno, somnophile, forced breeding, forced
impregnation, forced kiss, forced kissing, forced undressing, forced striptease, forced
threesome, forced gangbang, forced fellatio, forced blowjob, forced handjob, forced anal, forced
facesitting, forced submission, forced cunnilingus, forced marriage, forcible sex, forcible
undressing, forced to have, forced to suck, forced to kneel naked, forced to pose, forced to
watch, forced to masturbate, forced to fuck, forced to orgasm, forced to bed, sex by force, sex
against, sex under threat, sex at gunpoint, unconsented, uninvited touching, unwanted sex,
unwanted sexual, unwanted touching, unwanted touch, unwanted advances, unwanted kiss, unwanted
groping, without agreement, without asking her, without her agreement, without her knowledge
nude, without any consent, without giving consent, without their knowledge, absence of consent,
consent absent, consent withdrawn, withdrawn consent, consent revoked, revoked consent, consent
refused, consent denied, consent not given, not given consent, never consented, never gave
consent, has not consented, hasn t consented, not consenting, nonconsent fantasy, no safe word
no consent, cannot consent, can t consent, cant consent, unable to consent, incapable of
consent, incapable of consenting, too drunk to consent, too drunk to say, too drunk to resist,
too drugged to, cannot say no, can t say no, unable to say no, didn t want it, didnt want it,
did not want it, didn t want to, did not want to, never wanted it, not wanting it, she didn t
agree, does not agree, against consent, taken without, used while asleep, used while
unconscious, used while drunk, fucked while asleep, sex while asleep, sex while unconscious,
touched while asleep, undressed while asleep, undressed in her sleep, touched in her sleep,
fucked in her sleep, drug rape, drugged sex, drugged and used, drugged woman, drugged girl,
hypnosis sex, hypno sex, hypnotized sex, hypnotised sex, mind controlled sex, hypnotized and,
hypnotised and, blackmail sex, blackmailed for sex, blackmailed into, coerced into, coerced sex,
coercive sex, sexual exploitation, sexually exploited, sexual predator, sexual abuser, sexual
violation, sexual molestation, sexually coerced, sexually harassing, sexual battery, sex
offender, statutory rape, marital rape, corrective rape, raped at, gang raping, gang bang rape,
rape fantasy, rape play, rape kink, rapeplay, ravishment, ravished against, defiled, defiling,
defilement, despoiled, violate her, violates her, violating her, violated her, violate him,
violating him, takes her by force, took her by force, has his way with, had his way with,
frotteur, frotteurism, train molester, train molestation, molests, molest her, fondles a
stranger, gropes a stranger, flashing strangers, flasher in park, exhibitionist ambush,
upskirting, upskirted, creeping photo, creep cam, toilet cam, toilet camera, shower cam, locker
room cam, changing room cam, hotel cam, bathroom cam, nanny cam, voyeur cam, hidden lens, hidden
phone, hidden filming, hidden recording, hidden video, covert camera, covert recording, covertly
filmed, covertly recorded, secret camera, secret cam, secret filming, secretly filming, secretly
films, secretly recording, secretly photographing, secretly watched, secretly watching, filmed
unaware, filmed unknowingly, filmed without consent, taped without, taped secretly, spied on in,
spying on her, peeping at, peeping on, peeping through, voyeur peeping, leaked nude, leaked sex
tape, leaked sextape, leaked private, stolen nude, stolen nudes, stolen sex tape, revenge nude,
revenge sextape, stealthing, stealthed, cyberflashing, sexploitation, sextorted, casting couch
coercion, date raped, date raping, spiked drink, spiked her drink, roofie, roofies, roofieing,
ruffied, ghb in her, kidnapped and used, kidnap rape, abducted for sex, captive sex, hostage
sex, prisoner sex, prisoner raped, captor and captive, stockholm syndrome sex, sex captive, sex
prisoner, sex hostage, rape victim, rape victims, assault victim, abuse victim, violaciones,
violarla, violándola, abusada, abusando, abusan, abuso de, manoseada, manoseo, tocamientos, sin
consentimiento, sin su permiso, no consentido, no consentida, contra su consentimiento, relación
forzada, forzada sexualmente, obligada a desnudarse, obligada a tener, drogada y, agredida
sexualmente, cámara oculta, cámara espía, grabada en secreto, grabada sin, porno venganza,
attouchements, attouchement, agressée sexuellement, rapport forcé, sexe forcé, forcée de,
obligée de, contre sa volonté, sans son accord, sans son autorisation, non consentante, non
consenti, à son insu, à leur insu, caméra cachée, filmée en cachette, filmée à son insu, droguée
et, vergewaltige, vergewaltigte, vergewaltigten, sexuelle gewalt, sexueller übergriff, sexuell
genötigt, nötigung, zum sex gezwungen, gezwungen zum, erzwungener sex, erzwungen, ohne ihr
einverständnis, ohne einverständnis, ohne einwilligung, ohne zustimmung, ohne ihre zustimmung,
gegen den willen, gegen seinen willen, nicht einvernehmlich, begrapscht, betatscht, versteckte
kamera, heimlich gefilmt, heimlich fotografiert, k o tropfen, ko tropfen, stuprare, stuprate,
stupro di gruppo, violentare, violentate, violentato, abusata, abusi sessuali, abuso sessuale,
molestata, molestie sessuali, palpeggiata, senza consenso, senza il suo consenso, senza il
consenso, contro la volontà, contro il suo volere, non consensuale, costretta a, telecamera
nascosta, filmata di nascosto, estuprando, estupros, estupro coletivo, abusada sexualmente,
assédio sexual, sexo à força, à força, sem consentimento, sem o consentimento, sem permissão,
contra sua vontade, contra a sua vontade, não consensual, não consentido, câmera escondida,
câmera oculta, apalpada, groepsverkrachting, verkrachter, seksueel misbruik, seksueel misbruikt,
seksueel geweld, aangerand, zonder toestemming, zonder haar toestemming, tegen de wil, gedwongen
seks, gedwongen tot, verborgen camera, stiekem gefilmd, betast, zgwałcić, zgwałcony, zgwałcone,
gwałcona, gwałci, gwałciciele, gwałt zbiorowy, molestowana, molestowanie, wykorzystana
seksualnie, wykorzystywana seksualnie, bez zgody, bez jej zgody, wbrew woli, wbrew jej woli,
zmuszona do, ukryta kamera, изнасилованная, изнасиловать, изнасилованы, групповое изнасилование,
насилует, насиловать, сексуальное домогательство, домогательства, домогается, лапает, без
согласия, без её согласия, против воли, против её воли, против ее воли, принуждение к,
принуждение, скрытая камера, скрытой камерой, подглядывает, tecavüzcü, tecavüz etti, tecavüze
uğrayan, taciz, taciz edilen, cinsel saldırı, cinsel istismar, rızası olmadan, rıza dışı, zorla
seks, gizli kamera, zorla soyulan, مغتصبة, مغتصب, اغتصبها, يغتصب, بدون موافقتها, بدون رضاها,
رغما عنها, ضد إرادتها, اعتداء جنسي, कैमरा छुपा, बलात्कारी, बलात्कार किया, बिना सहमति, यौन
उत्पीड़न, यौन शोषण, जबरन, छेड़छाड़, våldtagits, våldtagna, gruppvåldtäkt, sexuellt övergrepp,
mot hennes vilja, utan samtycke, dold kamera, voldtatt, voldtaget, overgreb, seksuelt overgreb,
mod hendes vilje, uten samtykke, uden samtykke, memerkosa, pemerkosaan, pelecehan, pelecehan
seksual, tanpa persetujuan, kamera tersembunyi, cưỡng hiếp, cưỡng bức, quấy rối tình dục, không
đồng ý, quay lén, znásilněný, znásilnil, proti její vůli, bez souhlasu, skrytá kamera, raiskata,
raiskattu, seksuaalinen väkivalta, ilman suostumusta, megerőszakolt, megerőszakolva,
beleegyezése nélkül, akarata ellenére, violată, violul, fără consimțământ, împotriva voinței,
abuz sexual, βιάστηκε, χωρίς συναίνεση, παρά τη θέλησή, אונסים, נאנסה, בלי הסכמה, ללא הסכמה, נגד
רצונה, зґвалтована, без згоди, проти волі
""",
    "bestiality": """
dog mounting, dog mounts, mounted by a dog, mounted by a horse, zoo porn, k9 sex, bestiality,
beastiality, zoophilia, zoophile, zoophilic, zoosadism, animal sex, dog sex, horse sex,
zoofilia, zoophilie, зоофилия, bestial sex, bestialidad, bestialité, bestialismo, bestialismus,
zoofil, zoophil, zooerotica, zoosexual, zoosexuality, zoofile, sex with animals, sex with an
animal, sex with her dog, sex with his dog, sex with a dog, sex with a horse, sex with a wolf,
dog penis, horse penis, dog cock, horse cock, canine penis, equine penis, animal penis, dog
knot, donkey show, donkey sex, canine sex, equine sex, pig sex, goat sex, k9 porn, animal porn,
dog porn, horse porn, animal lover sex, mating with a dog, mating with a horse, mates with a
wolf, bred by a dog, bred by a horse, intercourse with an animal, intercourse with a dog,
tiersex, sodomie mit tieren, sodomie mit hund, sexo con animales, sexo com animais, sexe avec
animaux, sesso con animali, seks met dieren, зоофил, скотоложство, zoofilie, hayvan seksi,
beastial, bestialist, zoophiles, zoophiliac, zoophilist, zoosex, zoo sex, zoo fetish, zoophilic
sex, animal lover porn, animal fucker, animal fucking, animal intercourse, dogfucker, dog
fucker, horsefucker, horse fucker, dog fucking, horse fucking, fucking a dog, fucks a dog,
fucked by a dog, fucked by a horse, fucked by an animal, pet sex, pet fucking, k9 breeding,
canine breeding her, knotted by a dog, knotted by a wolf, dog knotting, knotting dog, doggy
knot, animal cock, animal dick, wolf cock, pig cock, bull cock, donkey cock, dog dick, horse
dick, horsecock, dogcock, animal semen, horse semen, dog semen, horse cum, dog cum, animal cum,
animal genitals, mounted by an animal, mounted by a stallion, mounted by a wolf, mounted by a
pig, mounted by a bull, mounted by a pony, mounted by a donkey, mounted by a hound, mounted by
her dog, mounted by his dog, mounted by the dog, bred by an animal, bred by a stallion, bred by
a wolf, bred by a pig, bred by a bull, penetrated by a dog, penetrated by a horse, penetrated by
an animal, penetrated by a snake, tentacle animal sex, faunoiphilia, equinophilia, cynophilia,
formicophilia, ofidicism, zoofilo, zoófilo, zoófila, zoofilico, zoofílico, zoofilica,
bestialisme, bestialidade, bestialita, bestialità, bestialiteit, bestialiteten, tidelag,
zoofiel, zoofiele, sodomie mit, sex mit tieren, sex mit tier, sex mit hund, sex mit einem hund,
sex mit pferd, sex mit einem pferd, sexo con perro, sexo con un perro, sexo con caballo, sexo
con un caballo, sexo con un animal, sexe avec un chien, sexe avec un cheval, sexe avec un
animal, sesso con cane, sesso con un cane, sesso con cavallo, sesso con un cavallo, sesso con un
animale, sexo com cachorro, sexo com um cachorro, sexo com cavalo, sexo com animal, seks met
hond, seks met een hond, seks met een paard, seks met een dier, seks z psem, seks z koniem, seks
ze zwierzęciem, seks ze zwierzętami, секс с собакой, секс с конем, секс с животным, секс с
животными, зоофилка, скотоложец, hayvanla seks, köpekle seks, atla seks, sex med hund, sex med
häst, sex med djur, sex med dyr, sex med hest, جنس مع حيوان, ممارسة الجنس مع حيوان, पशुगमन,
जानवर के साथ सेक्स, seks dengan hewan, seks dengan anjing, seks dengan binatang, sex se
zvířetem, sex se psem, szex kutyával, szex állattal, sex cu animale, sex cu câine, quan hệ với
động vật, κτηνοβασία, יחסי מין עם חיה, eläimiinsekaantuminen, állatszex, zoofili, dog s knot,
wolf s knot, dogs knot, knot inside her, bestialism, bestial act, bestial acts
""",
    "incest": """
incest, incestuous, inceste, incesto, inzest, инцест, incests, inzestuös, incestueux,
incestueuse, incestuoso, incestuosa, ensest, kazirodztwo, blodskam, incestní, kindred sex,
инцестный, sex with her father, sex with her mother, sex with her son, sex with his mother, sex
with his daughter, sex with his sister, sex with my mother, sex with my mom, sex with my sister,
sex with my brother, sex with my dad, sex with my son, sex with my daughter, sex with her uncle,
sex with her cousin, sex with his aunt, sex with her stepdad, sex with her stepbrother, family
orgy, sisterfucker, motherfucking son, daughterfucker, sleeping with her father, sleeping with
his mother, sleeping with her brother, sleeping with his sister, زنا المحارم, αιμομιξία, גילוי
עריות, vérfertőzés, insest, incestual, incestuously, twincest, momcest, dadcest, sibcest,
brocest, siscest, wincest, fauxcest, stepcest, step incest, family taboo, taboo family, taboo
stepfamily, family sex, family fuck, family fucking, family gangbang, family porn, family
threesome, family affair sex, sex with family, sex with relatives, sex with a relative, sex with
her parents, sex with his parents, motherfucker porn, fatherfucker, brotherfucker, mother fucker
son, mommy fucker, mom fucker, sleeping with her son, sleeping with her dad, sleeping with his
mom, sleeping with his daughter, sleeping with my mom, sleeping with my sister, sleeping with my
brother, in bed with her brother, in bed with her father, in bed with her dad, in bed with her
son, in bed with his mother, in bed with his sister, in bed with his daughter, in bed with my
sister, in bed with my mother, fucks her brother, fucks her father, fucks her dad, fucks her
son, fucks his mother, fucks his mom, fucks his sister, fucks his daughter, fucking her brother,
fucking her father, fucking her dad, fucking her son, fucking his mother, fucking his mom,
fucking his sister, fucking his daughter, pregnant by her father, pregnant by her brother,
pregnant by her son, pregnant by her dad, her brother s lover, lover is her brother, marries her
brother, marries his sister, oedipus complex sex, blutschande, incestuos, incestuoase,
incestueuses, incestuosos, incestuosas, relación incestuosa, relation incestueuse, madre e hijo
sexo, sexo con su madre, sexo con su padre, sexo con su hermano, sexo con su hermana, sexo con
su hija, sexo con su hijo, sexo con mi madre, sexo con mi hermana, sexe avec son père, sexe avec
sa mère, sexe avec son frère, sexe avec sa soeur, sexe avec sa fille, sexe avec son fils, sex
mit ihrem vater, sex mit ihrem bruder, sex mit seiner mutter, sex mit seiner schwester, sex mit
seiner tochter, sex mit meiner schwester, sesso con il padre, sesso con la madre, sesso con il
fratello, sesso con la sorella, sesso con la figlia, sesso con suo padre, sesso con sua madre,
sexo com o pai, sexo com a mãe, sexo com o irmão, sexo com a irmã, sexo com a filha, seks met
haar vader, seks met haar broer, seks met zijn moeder, seks met zijn zus, seks z bratem, seks z
siostrą, seks z ojcem, seks z matką, секс с братом, секс с сестрой, секс с матерью, секс с
отцом, секс с дочерью, секс с сыном, kazirodczy, kazirodcza, kazirodcze, инцеста, инцестуальный,
кровосмешение, kardeşiyle seks, annesiyle seks, babasıyla seks, زنا محارم, سفاح القربى, सगे भाई
बहन सेक्स, कौटुंबिक व्यभिचार, incestul, inceste mère fils, incesti, sukurutsa, incestem,
krvesmilstvo, incestu, vérfertőző, loạn luân, hubungan sedarah, sumbang mahram, αιμομικτική
""",
    "trafficking": """
slave trade, sold as a slave, sold as slave, trafficking, trafficked, trafficker, sex slave, sex
slaves, sexual slavery, forced prostitution, slave auction, slave market, sold into slavery,
sold into prostitution, sold for sex, trata de personas, traite des êtres humains,
menschenhandel, sex traffic, sex traffickers, traffickers, human auction, girl auction, woman
auction, auctioned girls, auctioned women, bought for sex, selling girls, selling women, selling
a girl, buying a slave, women for sale, girls for sale, girl for sale, woman for sale, forced
into prostitution, forced to prostitute, forced into sex work, forced sex work, enforced
prostitution, coerced prostitution, child prostitution, debt bondage, captive in a brothel, held
in a brothel, kept in a brothel, trapped in a brothel, sold to a brothel, sold to a pimp, pimped
out girl, pimped out women, pimping girls, slave trader, slave traders, slave pen, slave block,
sexual slave, sexual slaves, sexslave, sexslaves, sold to the highest bidder, esclava sexual,
esclavas sexuales, esclavitud sexual, prostitución forzada, tráfico humano, tráfico de personas,
tráfico de mujeres, esclave sexuelle, esclaves sexuelles, esclave sexuel, esclavage sexuel,
prostitution forcée, traite humaine, traite des femmes, sexsklavin, sexsklavinnen, sexsklave,
sexsklaven, zwangsprostitution, zwangsprostituierte, frauenhandel, mädchenhandel, escrava
sexual, escravas sexuais, escravidão sexual, prostituição forçada, schiava sessuale, schiave
sessuali, tratta di esseri umani, prostituzione forzata, seksslavin, mensenhandel, gedwongen
prostitutie, handel ludźmi, niewolnica seksualna, секс рабыня, сексуальное рабство, сексуальная
рабыня, торговля людьми, insan ticareti, seks kölesi, الاتجار بالبشر, मानव तस्करी,
människohandel, sexslav, perdagangan manusia, obchod s lidmi, slaver, slavers, slave girl for
sale, slave girls for sale, sex trade, flesh trade, skin trade, flesh market, sex market, human
market, human cargo, human merchandise, white slavery, white slave, women trade, girl trade,
girls trade, bride trade, bride trafficking, sex tourism, sex trafficker, sex trafficked,
trafficked woman, trafficked women, trafficked girls, trafficks, traffics women, traffics girls,
smuggled women, smuggled girls, women smuggling, people smuggling, human smuggling, auction of
women, auction of girls, auction of slaves, auctioning women, auctioning girls, auctioning off,
auctioned slave, auctioned slaves, auctioned virgin, virgin auction, virginity auction, bride
auction, wife auction, slave buyer, slave buyers, slave dealer, slave dealers, slave merchant,
slave merchants, slave ring, slave sale, slave sales, slave for sale, slaves for sale, slaves
sold, slave sold, buying slaves, buys a slave, bought slave, purchased slave, branded slave,
sold wife, wife for sale, bride for sale, virgin for sale, virgins for sale, body for sale,
bodies for sale, human for sale, humans for sale, people for sale, man for sale, sold at auction
naked, sold naked, sold nude, sold to men, sold to clients, sold to strangers, sold to brothels,
sold to traffickers, sold into a brothel, sold into sex, sold into sexual, sold into marriage,
sold into servitude, sold by her family, sold by her parents, sold by her husband, sold as
property, sold as a sex, sold as a bride, sold for money naked, bought from traffickers, bought
as a slave, bought as a wife, kept as a sex slave, kept as a slave, held as a sex slave, held
for sex, held for ransom sex, held as a slave, rented out for sex, rented out to men, rented to
men, pimped, pimped out, pimps out, pimps her out, pimping her out, pimping out, pimp out, pimp
and his girls, pimp and his victims, pimp sells, pimp beating, forced by a pimp, forced by her
pimp, works for her pimp, coerced into prostitution, tricked into prostitution, lured into
prostitution, trapped in prostitution, debt prostitution, prostitution ring, sex ring, forced
brothel, forced escort, forced to work in a brothel, forced to sell her body, forced to sell
sex, forced to sell herself, brothel captive, brothel captives, brothel slave, brothel slaves,
brothel prisoner, brothel prison, prisoner of a brothel, imprisoned in a brothel, locked in a
brothel, escape from a brothel, comfort women, comfort woman, breeding slave, breeding slaves,
breeding farm women, human breeding farm, domestic servitude sex, sexual servitude, sex
servitude, involuntary servitude, bonded sex, bonded labour girl, debt slave, debt slavery,
indentured sex, passport confiscated, passports confiscated, passport taken away, women in
cages, girls in cages, caged women for sale, caged girls, harem slave, harem slaves, harem
captive, harem captives, pleasure slave, pleasure slaves, bed slave, bed slaves, body slave,
chattel slave, child trafficking, baby selling, organ trafficking, organ trade, trata de
blancas, trata de mujeres, trata humana, tratante, tratantes de blancas, mujeres vendidas, mujer
vendida, vendida como esclava, vendida por sexo, subasta de esclavas, subasta de mujeres,
mercado de esclavas, esclavas en venta, prostituida a la fuerza, obligada a prostituirse,
obligadas a prostituirse, proxeneta explota, traite des blanches, traite d êtres humains, femmes
vendues, vendue comme esclave, esclave vendue, marché aux esclaves, marché d esclaves, vente d
esclaves, vente aux enchères de femmes, contrainte à se prostituer, forcée à se prostituer,
réseau de prostitution, sklavenmarkt, sklavenhandel, sklavenauktion, sklavinnenmarkt, sklavin
verkauft, als sklavin verkauft, verkaufte frauen, frauen zu verkaufen, mädchen zu verkaufen, zur
prostitution gezwungen, sexsklaverei, sexuelle sklaverei, sexuelle ausbeutung, zuhälter zwingt,
schiava venduta, venduta come schiava, mercato degli schiavi, mercato di schiave, asta di
schiave, tratta delle bianche, tratta di donne, costretta a prostituirsi, costrette a
prostituirsi, sfruttamento sessuale, schiavitù sessuale, schiave vendute, tráfico de mulheres,
tráfico sexual, tráfico de pessoas, mercado de escravas, leilão de escravas, vendida como
escrava, obrigada a se prostituir, forçada a se prostituir, exploração sexual, explotación
sexual, exploitation sexuelle, seksslavernij, vrouwenhandel, slavenmarkt, slavenveiling, als
slavin verkocht, gedwongen prostituee, seksuele uitbuiting, handel kobietami, handel żywym
towarem, niewolnica na sprzedaż, sprzedana do burdelu, zmuszona do prostytucji, zmuszane do
prostytucji, targ niewolnic, секс рабство, сексуальные рабыни, секс рабыни, продана в рабство,
проданная в рабство, рабыня на продажу, рынок рабов, рынок рабынь, невольничий рынок,
принуждение к проституции, принудительная проституция, торговля женщинами, торговля живым
товаром, seks köleliği, kadın ticareti, köle pazarı, zorla fuhuş, fuhuşa zorlanan, cinsel köle,
تجارة البشر, عبدة جنسية, سوق العبيد, الدعارة القسرية, رقيق أبيض, यौन दासी, जिस्मफरोशी, देह
व्यापार, sexslavinna, tvångsprostitution, slavauktion, tvungen prostitution, budak seks, budak
nafsu, perdagangan orang, buôn bán người, nô lệ tình dục, buôn người, sexuální otrokyně, nucená
prostituce, emberkereskedelem, szexrabszolga, trafic de persoane, trafic de ființe umane, sclavă
sexuală, prostituție forțată, ihmiskauppa, seksiorja, σεξουαλική δουλεία, εμπορία ανθρώπων, שפחת
מין, סחר בנשים, סחר בבני אדם, торгівля людьми, секс рабиня, mail order slave, smuggled for sex,
traded for sex, shipped for sex, imported for sex, sold for prostitution, smuggled for
prostitution, sold for sexual, girls shipped, women shipped, girls in a container, women in a
container, people in a container, girls in a shipping container, women in a shipping container,
women auction, girls auction, girl auctions, women auctions
""",
    "gore": """
mangled body, intestines, decapitating, bloodbath, massacre, exploding head, ripped apart, torn
apart, chopped up, brutal murder, brutally murdered, hacked to pieces, skinned alive, burned
alive, gutted, disembowelling, gore, gory, guro, dismember, dismembered, dismemberment,
dismembering, decapitate, decapitated, decapitation, behead, beheaded, beheading, mutilate,
mutilated, mutilation, disembowel, disemboweled, disembowelled, disembowelment, eviscerated,
evisceration, entrails, viscera, flayed, impaled, impalement, cannibal, cannibalism,
necrophilia, necrophile, corpse, corpses, cadaver, dead body, dead bodies, severed head, severed
heads, severed limb, severed limbs, severed arm, severed hand, severed leg, snuff film, snuff
movie, snuff porn, torture, tortured, torturing, covered in blood, drenched in blood, soaked in
blood, pool of blood, pools of blood, blood everywhere, slashed throat, slit throat, exposed
organs, spilled guts, gore porn, innards, bowels spilling, bowels hanging, spilling guts,
spilled intestines, guts spilling, guts hanging, organs exposed, organs spilling, dismembers,
severed finger, severed fingers, severed foot, severed feet, severed legs, severed arms, severed
hands, severed ear, severed torso, severed neck, amputated limb, amputated limbs, amputated arm,
amputated leg, blood splatter, blood splattered, blood spattered, blood soaked, bloodsoaked,
blood gushing, gushing blood, spurting blood, blood spurting, bloody corpse, bloody mess of
flesh, bleeding out, bleeding to death, bleeding corpse, rotting corpse, rotting flesh, decaying
corpse, slaughtered, stabbed to death, beaten to death, throat cut, cut her throat, throat slit,
slitting her throat, slit her throat, exposed bone, exposed bones, exposed intestines, brain
matter, brains splattered, crushed skull, skull crushed, smashed skull, vivisection, vivisected,
drawn and quartered, quartered body, headless corpse, limbless torso, skinned body, skinned
corpse, flaying, flayed skin, impaling, impaler victim, disemboweling, disembowels, eviscerate,
eviscerating, mutilating, mutilates, bodily mutilation, snuff, snuffed, crush fetish, meat hook
through, gibs, gibbed, corpse sex, sex with a corpse, nude corpse, murder victim, murdered
woman, murdered girl, human remains, body parts scattered, ero guro, eroguro, tortura,
torturada, torturado, desmembrada, desmembrado, desmembramiento, decapitada, decapitado,
mutilada, mutilado, tripas fuera, vísceras, cadáver, cadavre, cadavres, démembrée, démembré,
décapitée, décapité, éviscérée, éviscéré, mutilée, torturée, torturé, entrailles, zerstückelt,
zerstückelte, enthauptet, enthauptete, enthauptung, geköpft, ausgeweidet, verstümmelt,
gefoltert, folterung, leiche, leichen, eingeweide, smembrato, smembrata, decapitata, decapitato,
mutilata, torturata, cadavere, viscere, desmembramento, torturada, onthoofd, onthoofding,
verminkt, gemarteld, расчлененка, расчлененный, расчленение, обезглавленный, обезглавленная,
отрубленная голова, кишки, труп, трупы, пытки, ćwiartowanie, odcięta głowa, zwłoki, ścięta
głowa, tortury, kesik baş, işkence, ceset, مقطوع الرأس, تعذيب, جثة, halshuggen, lemlästad,
mayat, mutilasi, decomposing body, decomposing corpse, decomposed body, gored by, splatterpunk,
splattered with blood, blood splatters, bloodstained corpse, bloodied corpse, blood drenched,
blood covered, blood sprayed, spraying blood, sprays blood, blood spraying, blood spray, blood
pouring, pouring blood, blood pours, blood spurts, rivers of blood, bathed in blood, bathing in
blood, bath of blood, lying in blood, lying in her own blood, in her own blood, in his own
blood, choking on blood, vomiting blood, coughing blood, drowning in blood, bleeds out, bled
out, bleed out, bled to death, bleeding profusely, bleeding heavily, exsanguinated,
exsanguination, bleeding wounds, bleeding wound, gaping wound, gaping wounds, open wound, open
wounds, deep wounds, stab wound, stab wounds, gunshot wound, gunshot wounds, bullet wound,
bullet wounds, exit wound, infected wound, festering wound, festering, maggots, maggot infested,
maggot ridden, putrid flesh, putrefying, putrefied, rotting body, rotting bodies, rotten flesh,
rotten corpse, decaying body, decayed corpse, bloated corpse, bloated body, charred corpse,
charred body, charred remains, burnt corpse, burned corpse, burning corpse, burned to death,
burnt to death, burnt alive, burning alive, boiled alive, buried alive, eaten alive, eating
human flesh, human flesh, eating flesh, eats flesh, devouring flesh, devoured alive, cannibals,
cannibalistic, cannibalize, cannibalized, cannibalised, cannibalising, anthropophagy,
anthropophagous, human meat, human butcher, human butchery, butchered body, butchered corpse,
butchered woman, butchered human, vore gore, hard vore, dead woman, dead girl, dead man, dead
nude, dead naked, lifeless body, lifeless bodies, lifeless corpse, murdered man, murdered body,
murdered corpse, murdering her, murders her, murder scene, brutal killing, brutal death, brutal
execution, bloody murder, bloody execution, bloody torture, bloody massacre, bloody mutilation,
bloody severed, bloody stump, bloody stumps, bloody organs, bloody guts, bloody remains, mass
grave, mass graves, pile of bodies, pile of corpses, piles of bodies, piles of corpses, heap of
bodies, heap of corpses, genocide victims, execution by, beheads, beheaded body, beheaded
corpse, beheadings, decapitates, decapitations, guillotined, guillotine victim, hanged corpse,
hanged body, hanged man rotting, hung drawn and quartered, drawn quartered, crucified alive,
lynched, lynching, stoned to death, strangled to death, choked to death, kicked to death, hacked
to death, hacked apart, hacked up, chopped to pieces, chopped into pieces, cut to pieces, cut
into pieces, cut in half body, bisected body, bisected, sliced apart, slashed open, slashed
face, cut open belly, belly cut open, belly slit, stomach slit, stomach ripped, stomach torn,
chest ripped, chest torn open, chest cut open, torn in half, torn limb, limb from limb, limbs
torn, limbs ripped, limbs severed, limbs cut, limbs hacked, head severed, head ripped, head
torn, head blown, head exploding, head explodes, head smashed, head crushed, head cut off, heads
on spikes, head on a spike, head on a pike, heads on pikes, skull split, skull smashed, skull
caved, skull cracked, brains blown, brains spilling, brain exposed, eyes gouged, eye gouged, eye
gouging, gouged eyes, gouging eyes, gouged out, eyes ripped out, eye ripped out, eyeball
hanging, tongue cut out, tongue ripped out, heart ripped out, heart torn out, still beating
heart, ripped out heart, spine ripped, spine torn, throat ripped, throat torn, throat slashed,
throats slit, slitting throat, slits throat, cut throat body, dismembered corpse, amputation
gore, amputating, chainsaw massacre, chainsaw victim, chainsaw murder, meat grinder body, wood
chipper body, flesh ripped, flesh torn, flesh peeled, flesh hanging, flesh stripped, ripped
flesh, torn flesh, peeled flesh, peeling flesh, skin peeled, skin flayed, skin ripped, skin torn
off, skin peeling off, skinning a, skinning her, degloved, degloving, scalped, scalping,
vivisecting, eviscerates, bowels, bowels out, guts out, guts ripped, guts spilled, guts
everywhere, guts on the floor, intestinal, autopsied, open autopsy, torturer, tortures, torture
porn, torture chamber victim, torture victim, torture scene, tortured to death, tortured body,
tortured woman, necro, necros, necrophilic, necrophiliac, necrophiliacs, necrophilous, fucking a
corpse, fucks a corpse, corpse fucking, sex with the dead, sex with a dead, sex with dead, sex
with cadaver, nude cadaver, naked corpse, naked cadaver, morgue sex, sex in a morgue, cadavers,
carcass of a woman, human carcass, human carcasses, snuff video, snuff videos, snuff scene,
snuff films, snuff movies, snuff footage, gore video, gore videos, gore fetish, gorefest,
goreporn, gorehound, gore art, guro art, ryona, crushvideo, crush video, crush videos, body
horror gore, mangled corpse, mangled limbs, mangled flesh, mangled bodies, mangled remains,
mutilated woman, mutilated genitals, genital mutilation, castration, castrated, castrating,
castrate, emasculated by, mutilator, evisceratus, immolated, being immolated, impales,
spitroasted on a spike, spit roasted human, sangre por todas partes, charco de sangre, cubierta
de sangre, bañada en sangre, cuerpo mutilado, cuerpo desmembrado, cabeza cortada, cabeza
cercenada, degollada, degollado, degollamiento, descuartizada, descuartizado, descuartizamiento,
destripada, destripado, eviscerada, eviscerado, torturas, torturando, canibal, caníbal,
canibalismo, necrofilia, necrófilo, cadáveres, asesinada brutalmente, apuñalada, acuchillada,
cubierto de sangre, mare de sang, couverte de sang, baignant dans son sang, tête coupée, tête
tranchée, membres coupés, égorgée, égorgé, égorgement, éventrée, éventré, écorchée vive, écorché
vif, démembrement, décapitation, torturées, cannibale, cannibalisme, nécrophilie, nécrophile,
cadavre nu, boyaux, tripes à l air, poignardée, abgetrennter kopf, abgetrennte, abgetrennter,
abgehackt, abgehackte, abgehackter, blutüberströmt, blutlache, blutbad, ausgeweidete,
aufgeschlitzt, aufgeschlitzte, gehäutet, gehäutete, zerfetzt, zerfetzte, verstümmelte,
verstümmelung, folter, gefolterte, folterte, foltern, leichnam, kannibale, kannibalismus,
nekrophilie, nekrophil, erstochen, erdrosselt, erwürgt, massaker, gemetzel, innereien, gedärme,
decapitazione, smembramento, smembrate, sgozzata, sgozzato, squartata, squartato, sventrata,
sventrato, mutilazione, torturato, cannibalismo, cadaveri, testa mozzata, pozza di sangue,
coperta di sangue, budella, interiora, accoltellata, decapitação, cabeça decepada, cabeça
cortada, esquartejada, esquartejado, esfolada viva, mutilação, poça de sangue, coberta de
sangue, tripas, degolada, esfaqueada, afgehakt, afgehakte, afgehakt hoofd, afgesneden hoofd,
onthoofde, in stukken gehakt, verminkte, verminking, marteling, gefolterd, kannibaal,
kannibalisme, necrofilie, lijk, lijken, lijkschending, bloedbad, plas bloed, ingewanden,
afgerukt, obcięta głowa, odcięta ręka, rozczłonkowana, rozczłonkowane, rozczłonkowanie,
poćwiartowana, okaleczona, okaleczone, okaleczenie, torturowana, torturowany, kanibalizm,
kanibal, nekrofilia, zwłok, trupy, wnętrzności, jelita na wierzchu, kałuża krwi, masakra,
wypatroszona, расчленёнка, расчленённое, расчленённая, расчленил, обезглавливание, отрубленные
головы, отрезанная голова, отрубленная рука, изувеченная, изувеченное, изуродованный труп,
пытка, пытают, пытать, каннибал, каннибализм, некрофилия, некрофил, лужа крови, вся в крови,
внутренности наружу, выпотрошенная, кровавое месиво, мясорубка тело, мертвое тело, kesilmiş
kafa, kopmuş kafa, kopuk baş, parçalanmış ceset, cesetler, iç organları, işkence gören, yamyam,
yamyamlık, nekrofili, kan gölü, boğazı kesilmiş, رأس مقطوع, جثث, تقطيع أوصال, أشلاء, أحشاء, بركة
دماء, آكل لحوم البشر, नरभक्षी, लाश, कटा हुआ सिर, सिर कटा, यातना, खून से लथपथ, avhuggen, avhugget
huvud, stympad, tortyr, torterad, kannibal, inälvor, blodbad, halshugget, lemlæstet, afhugget,
tortur, mutilated i, kepala terpenggal, dipenggal, dimutilasi, disiksa, penyiksaan, usus
terburai, genangan darah, chặt đầu, xác chết, tra tấn, moi ruột, ăn thịt người, phanh thây,
useknutá hlava, mrtvola, mučení, mučená, kanibalismus, vnitřnosti, kaluž krve, levágott fej,
lefejezett, holttest, megcsonkított, kínzás, kannibalizmus, cap tăiat, cadavru, dezmembrat,
dezmembrată, tortură, canibalism, băltoacă de sânge, silvottu, irtileikattu pää, kidutus,
kannibalismi, αποκεφαλισμός, πτώμα, βασανιστήρια, ακρωτηριασμένο, ערוף ראש, גופה, עינויים,
קניבליזם, розчленування, тортури, bullet through, bullet through the skull, axe in her, axe in
his, axe in the skull, axe in the head, knife in her chest, knife in his chest, knife in her
back, knife in his back, knife through, stake through, spike through, gouged eye, gouged socket,
eyeless sockets bleeding, empty eye sockets, blood and guts, guts and blood, crushed head,
crushed face, face crushed, crushed limbs, crushed body, body crushed, melted face, melted
flesh, melting flesh, acid attack, acid burns, acid burned, chunks of flesh, pieces of flesh,
chunk of flesh, bloody flesh, heart cut out, hanged woman, hanged girl, hanged victim, hanged
people, hara kiri gore, body parts, body part severed, dismembered parts, severed body, torso
only corpse, roadkill woman, meat hook, meat hooks, blood bath, slaughterhouse victim,
slaughterhouse humans, slaughterhouse woman, human slaughter, human slaughterhouse, guts ripped
out, nailed to a cross bleeding, iron maiden victim, bone saw, flesh wound open, cut throat,
throats cut, gore scene, gory scene, gruesome murder, gruesome death, gruesome corpse, grisly
murder, grisly corpse, bloody crime scene, war crime scene, mass shooting, execution scene,
firing squad victim, electric chair victim, hanging victim, lynching victim, stabbed repeatedly,
stabbed through, stabbing victim, stabbing scene, throat being cut, throat being slit, bone
sticking out, bones sticking out, bones protruding, bone protruding, protruding bone, protruding
bones, skinned human, skinned humans, skinned bodies, decapitación, desmembración, mutilación,
evisceración, éviscération, zerstückelung, sgozzamento, enucleated, enucleation, human
sacrifice, sacrificed human, blood sacrifice, blood ritual sacrifice, butchered alive, cooked
human, human head, human heads, human skin, human entrails, human organs, human limbs, severed
body part, broken neck corpse, snapped neck, snapping her neck, neck snapped, breaking her neck,
waterboarding, waterboarded
""",
    "self_harm": """
hang herself, hang himself, overdose, overdosed, self inflicted, end her life, end his life,
ending her life, ending his life, wants to die, self harm, selfharm, self harming, self injury,
self mutilation, suicide, suicidal, slit wrists, slitting wrists, slit wrist, cut wrists,
cutting wrists, cutting her wrists, cutting his wrists, cutting herself, cutting himself,
cutting themselves, hanging herself, hanging himself, hanged herself, hanged himself, kill
herself, kill himself, killing herself, killing himself, noose, overdosing, pro ana, proana, pro
anorexia, thinspo, thinspiration, suicidio, selbstmord, suicides, suicidals, commit suicide,
wrists slit, slits her wrists, slits his wrists, slitting her wrists, slitting his wrists, slit
her wrists, slit her own wrists, slitting her own wrists, wrist cutting, wrist slitting,
wristcutting, cuts on her wrists, cuts on her wrist, cuts on her arms, cuts on her arm, cuts on
her thighs, fresh cuts on, razor on her wrist, razor blade on her wrist, razor to her wrist,
blade to her wrist, knife to her own throat, self cutting, self mutilating, self mutilated, self
injuring, self injurious, self inflicted wounds, self inflicted cuts, self immolation, jumps to
her death, jumping to her death, jump to her death, leaping to her death, gun to her own head,
gun in her own mouth, gun in her mouth, shoots herself, shooting herself, shooting himself, shot
herself, shot himself, kills herself, kills himself, killed herself, killed himself, kill
myself, killing myself, take her own life, takes her own life, taking her own life, taking his
own life, took her own life, hangs herself, hangs himself, hung herself, hung himself, hanging
by a noose, hanging from a noose, overdoses, overdose on pills, swallowing pills to die,
drowning herself, drowns herself, burning herself with, starving herself, starve herself,
meanspo, bonespo, pro bulimia, promia, suicidarse, suicida, suicidándose, suicídio, suicidar,
suicidó, autolesión, autolesiones, autolesionarse, automutilation, se suicider, suicidée,
suicider, se pendre, selbstmörder, suizid, suizidal, selbstverletzung, selbstverletzend,
selbsttötung, erhängt sich, autolesionismo, suicidarsi, automutilação, automutilacao, zelfmoord,
zelfdoding, zelfbeschadiging, automutilatie, samobójstwo, samobójczyni, samookaleczenie,
самоубийство, самоубийца, суицид, самоповреждение, intihar, انتحار, आत्महत्या, självmord,
självskada, selvmord, selvskading, bunuh diri, tự tử, tự sát, sebevražda, sebepoškozování,
öngyilkosság, sinucidere, itsemurha, αυτοκτονία, התאבדות, самогубство, slashed wrists, slashing
wrists, slashing her wrists, slashes her wrists, slashed her wrists, opened wrists, bleeding
wrists, self harmer, self harms, self harmed, selfharming, self hurt, self hurting, self abuse
cutting, self destruction cutting, self inflicted cut, self inflicted burns, self inflicted
injury, self inflicted injuries, self inflicted gunshot, self inflicted stab, self lacerating,
self laceration, self cuts, self slashing, self strangulation, self asphyxiation, self
suffocation, self poisoning, self starvation, self immolating, self immolates, self destruct by
cutting, self wounding, auto mutilation, autoasphyxiation, suicidality, suiciding, suicided,
suicide note, suicide pact, suicide attempt, suicide bomber, attempted suicide, unalive,
unaliving, unalived, unalive herself, sewerslide, sewer slide, kys, end my life, end your life,
end their life, ended her life, ended his life, ends her life, ends his life, end it all by,
ending it all, take my life, take his own life, takes his own life, took his own life, take her
life, takes her life, taking her life, take his life, taking his life, took her life, took his
life, wants to end it, ready to die, wanting to die, want to die, wishes to die, ready to end
it, no reason to live, no will to live, no longer wants to live, doesn t want to live, does not
want to live, death by her own, death by own hand, by her own hand dead, jump off a bridge,
jumping off a bridge to, jumps off a bridge to, jump off a building, jumping off a building,
jumps off a building, jumped off a building, jump off a roof, jumping off a roof, jumps off a
roof, jumped off a roof, jumping from a bridge, jumps from a bridge, jumping from a roof,
jumping from a building, about to jump from, about to jump off, jump in front of a train,
jumping in front of a train, jumps in front of a train, lying on train tracks, lying on the
train tracks, lying on railway tracks, lies on the tracks, step in front of a train, stepping in
front of a train, throws herself off, throwing herself off, throws himself off, throwing himself
off, throws herself from, throws himself from, throws herself under, throws herself in front,
throwing herself in front, throwing herself under, leaps to her death, leaps to his death, jumps
to his death, jumping to his death, jumping to death, leap to death, cut her wrists, cut his
wrists, cuts her wrists, cuts his wrists, cut my wrists, cutting my wrists, cut wrist, slits
wrists, slits wrist, slashes wrists, wrist slash, wrist slashing, wrist cuts, wrists cut, wrist
slit, wrists slashed, razor to wrist, razor to wrists, razor on wrist, razor on wrists, blade on
wrist, blade to wrist, blade on her wrist, blade against her wrist, knife to her wrist, knife to
wrist, razor blade cuts, razor cuts, razorblade cuts, cutter scars, cutting scars, self harm
scars, cut marks on her, cut marks on arm, cuts on arms, cuts on arm, cuts on his arms, cuts on
his wrists, cuts on thighs, cuts on wrists, cuts along her arm, cuts into her arm, cuts into her
own, cutting into her arm, cutting her own, cutting his own, cutting her arm, cutting her arms,
cutting her thighs, cutting her skin, cutting her legs, cutting his arm, cutting his arms,
cutting my arms, slicing her arm, slicing her wrists, slicing her own, slicing his wrists,
carving into her arm, carving into her skin, burning her own, burns her own arm, burning her arm
with, cigarette burns on her own, noose around, rope noose, tying a noose, in a noose, hang
myself, hangs himself from, hanged by the neck, hanging by the neck, hung by the neck, hanging
by her neck, hangs by her neck, hanging by his neck, hanging from the ceiling dead, hanging from
a beam dead, rope around her neck chair, kicking the chair away noose, belt around her neck,
plastic bag over her head, bag over her own head, gun to own head, gun to her own, gun to his
own, gun to his own head, gun in his mouth, gun in his own mouth, gun barrel in her mouth, gun
barrel in his mouth, pistol in her mouth, pistol in his mouth, pistol to her own, pistol to his
own, pistol to her temple, pistol to his temple, gun to her temple, gun to his temple, revolver
to her temple, revolver to his temple, gun against her temple, gun under her chin, shotgun in
his mouth, shotgun under his chin, russian roulette, blows her brains, blowing her brains, blows
his brains, blowing his brains, overdose of pills, overdose of sleeping, overdosed on,
overdosing on, od on pills, od d on, overdose death, swallowing pills, swallows pills,
swallowing a handful, swallows a handful, handful of pills, handfuls of pills, bottle of
sleeping pills, too many pills, too many sleeping pills, empty pill bottle, empty pill bottles,
empty bottle of pills, pills and goodbye, pills and a note, drinking bleach, drinks bleach,
swallowing bleach, drinking poison, drinks poison, swallowing poison, poisoned herself, toaster
in the bath, toaster into the bath, hairdryer in the bath, car exhaust suicide, hose from
exhaust, carbon monoxide in the garage, slit veins, opening her veins, opens her veins, opened
her veins, opened veins, cutting her veins, cut veins, slashing her veins, slits her veins,
bleeding out in the bathtub, bleed out in the bath, starving herself thin, starving himself,
starves herself, starving to be thin, anorexic, anorexics, anorexic goal, anorexia, pro
anorexic, proanorexia, pro ed, pro eating disorder, ana mia, ana buddy, ana tips, ana goals,
anamia, bulimic, bulimia, purging after eating, purging tips, making herself vomit, makes
herself vomit, forcing herself to vomit, fingers down her throat to vomit, edtwt, thinspo goal,
bonespiration, skeletal anorexic, emaciated goal, starvation goals, suicidas, se suicida,
cortándose las venas, cortarse las venas, se corta las venas, cortándose las muñecas, se corta
las muñecas, cortes en las muñecas, cortes en los brazos, ahorcándose, ahorcada, ahorcarse, se
ahorca, quitarse la vida, quitándose la vida, se quita la vida, autolesionándose, autolesiona,
sobredosis, se dispara en la cabeza, se suicide, se suicidant, mettre fin à ses jours, met fin à
ses jours, se tailler les veines, se taillant les veines, s ouvrir les veines, s ouvre les
veines, veines ouvertes, poignets tailladés, poignets coupés, se scarifie, se scarifier, se
pend, se pendant, automutilée, automutiler, surdose, overdose de, se tire une balle, anorexique,
anorexie, selbstmörderin, selbstmordgefährdet, selbst töten, sich umbringen, bringt sich um,
sich das leben nehmen, nimmt sich das leben, erhängt, erhängte, sich erhängen, sich aufhängen,
sich ritzen, ritzt sich, ritzen, pulsadern, pulsadern aufgeschnitten, schneidet sich die
pulsadern, aufgeschnittene pulsadern, selbstverstümmelung, freitod, überdosis, magersüchtig,
magersucht, lebensmüde, suizidgefährdet, si suicida, suicidandosi, togliersi la vita, si toglie
la vita, tagliarsi le vene, si taglia le vene, tagliandosi le vene, tagli sui polsi, tagliarsi i
polsi, si taglia i polsi, impiccarsi, impiccata, impiccato, si impicca, impiccandosi,
autolesionista, anoressica, anoressia, suicidando se, se suicidando, tirar a própria vida,
tirando a própria vida, cortar os pulsos, cortando os pulsos, pulsos cortados, cortes nos
pulsos, cortes nos braços, enforcada, enforcado, se enforca, se enforcando, enforcar se,
automutilando, automutilar, anoréxica, zelfmoordpoging, zelfmoordenares, pleegt zelfmoord,
zichzelf snijden, snijdt zichzelf, polsen doorgesneden, doorgesneden polsen, snijdt haar polsen,
polsen snijden, zichzelf ophangen, hangt zich op, verhangt zich, overdosis, zelfverminking,
zelfverwonding, automutileren, samobójca, samobójcza, samobójczy, popełnia samobójstwo, podcięte
żyły, podcina sobie żyły, podcinanie żył, tnie się, cięcie się, samookalecza się, okalecza się,
powieszona, wiesza się, powieszony, przedawkowanie, odebrać sobie życie, anoreksja,
anorektyczka, самоубийства, самоубийцы, самоубийством, покончить с собой, покончила с собой,
покончил с собой, кончает с собой, режет вены, режет себе вены, вскрыла вены, вскрытые вены,
вскрывает вены, порезанные вены, порезы на руках, порезы на запястьях, режет себя, повесилась,
повесился, вешается, петля на шее, селфхарм, самоповреждения, самоповреждением, передозировка,
передоз, анорексия, анорексичка, суицидница, суицидальный, суицидальная, выпилиться, intihar
ediyor, intihar eden, intihar etmek, bileklerini kesen, bileklerini kesiyor, bilek kesme,
kendini asan, kendini asıyor, kendini kesen, kendine zarar, kendini öldüren, aşırı doz, ينتحر,
تنتحر, إيذاء النفس, قطع معصم, تقطع معصمها, شنق نفسها, تشنق نفسها, جرعة زائدة, आत्मघात, आत्महत्या
करती, फांसी लगाती, फांसी, कलाई काटती, कलाई काटना, खुद को काटना, खुद को मारना, ज़हर खाती,
självmordsförsök, begår självmord, skär sig, skära sig, skurna handleder, hänger sig, tar sitt
liv, selvmordsforsøg, skærer sig selv, selvmordsforsøk, kutter seg selv, tar sitt eget liv,
gantung diri, menyayat pergelangan, mengiris pergelangan, melukai diri, menyakiti diri, cắt cổ
tay, rạch tay, treo cổ, tự làm hại, uống thuốc tự tử, spáchat sebevraždu, podřezané žíly,
oběsila se, oběšená, řeže se, sebevrah, öngyilkos, felvágja az ereit, ereit felvágó, felakasztja
magát, felakasztott, önsértés, sinucigaș, sinucigașă, se sinucide, își taie venele, vene tăiate,
spânzurată, se spânzură, automutilare, supradoză, itsetuhoinen, viiltelee, viiltely, hirttäytyy,
hirttäytynyt, ranteet auki, αυτοκτονεί, αυτοτραυματισμός, κόβει τις φλέβες, κρεμάστηκε, חותכת
ורידים, תולה את עצמה, פגיעה עצמית, מתאבדת, самогубця, суїцид, ріже вени, taillader les veines,
taillade les veines, se taillade, se taillader, cutting thighs, cutting thigh, cutting forearm,
cutting forearms, cutting wrist, slicing thighs, slicing forearm, harakiri, hara kiri, seppuku,
hanging from rafters, hanging from the rafters, od ing, o d ing, sets herself on fire, setting
herself on fire, set herself on fire, sets himself on fire, setting himself on fire, set himself
on fire, se coupe les veines, se couper les veines, se coupe les poignets, se coupant les
veines, corta os pulsos, corta as veias, cortar as veias, cortando as veias, corta se, se
cortando, se corta los brazos, se corta con, cortándose los brazos, schneidet sich die arme,
schneidet sich in, schneidet sich auf, sich die arme aufschneiden, si taglia le braccia,
tagliarsi le braccia, snijdt in haar arm, snijdt haar armen, rani się żyletką, żyletką, режет
руки, режет себе руки, вскрывает себе вены, ana inspiration, ana diet, ana body, ana inspo, mia
inspiration, self burning, head in oven, scars from cutting, scars of cutting, gas oven suicide
""",
}
