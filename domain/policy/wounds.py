"""Wounds, one's own too, heights, ropes, cages and price tags in ten languages.

Kinds of word as in `contexts`; `vernaculars` has the rules that ask for them.
"""

KINDS = {
    "cut_told": """
schneidet|schnitt|schlitzt|ritzt|schneiden|ritzen|aufschneiden|aufschlitzen|aufgeschnitten|aufgeschlitzt|aufgeschnittene|aufgeschlitzte|geöffnete|geritzt|durchtrennt|durchschneidet,
öffnet sich die, se taille|tranche|coupe|lacère|taillade|tailler|trancher|couper -|les, s
ouvre|entaille|ouvrir -|les, taillade|tailladés|tailladées|lacère|lacérés|tranchées|tranchés,
corta|cortar|cortando|cortándose|cortarse|cortó|cortadas|cortados|raja|rajándose, se abre las, abrió
las, taglia|tagliarsi|tagliando|tagliandosi|tagliate|tagliati|recide|recisi|incide,
cortou|rasga|rasgando, snijdt|snijden|snijdend|sneed|doorgesneden|opengesneden|kerft,
tnie|tnąc|podcina|podcięte|podciął|podcięła|przecina|przecięte|pocięte|nacina|ciąć|rozcina, otwiera
sobie, kesiyor|kesen|kesmiş|kesti|kesik|keser|kesmek|jiletliyor|jiletleyen|çiziyor|doğruyor,
режет|резать|режу|резал|резала|порезал|порезала|порезанные|порезы|вскрыл|вскрыла|вскрывает|вскрытые|перерезал|перерезала|перерезанные|полосует
""",
    "vein_told": """
pulsader, pulsadern, handgelenk, handgelenke, handgelenken, adern, schlagader, veines, poignet,
poignets, venas, muñeca, muñecas, vene, polso, polsi, veias, pulso, pulsos, polsen, pols, aders,
polsslagader, żyły, żył, nadgarstek, nadgarstki, nadgarstków, nadgarstkach, damar, damarları,
damarlarını, bilek, bileği, bileğini, bilekleri, bileklerini, вены, вен, венам, запястья, запястье,
запястьях
""",
    "self_cut_told": """
schneidet|ritzt|schlitzt|verletzt|verbrennt sich, sich schneidet|ritzt|verletzt|ritzend,
ritzt|ritzen, se coupe|taillade|scarifie|mutile|brûle|lacère|taille|griffe, se
corta|hace|quema|lastima|autolesiona|raja|lesiona, si taglia|incide|ferisce|brucia|lacera, se
corta|machuca|queima|mutila|fere|automutila, snijdt|verwondt|brandt|krast zichzelf|zich,
snijdt|kerft in haar|zijn, tnie|kaleczy|rani|przypala|okalecza się|sobie,
kendini|kolunu|kollarını|bacağını|bacaklarını
kesen|kesiyor|jiletliyor|jiletleyen|çizen|yaralayan|yakan,
режет|резала|калечит|ранит|царапает|полосует себя|себе, порезала|порезал себя|себе, прижигает
себя|себе
""",
    "limb_told": """
arm, arme, armen, unterarm, unterarme, oberschenkel, beine, haut, klinge, rasierklinge, bras, avant
bras, cuisse, cuisses, peau, lame, rasoir, brazo, brazos, antebrazo, muslo, muslos, piernas, piel,
cuchilla, braccio, braccia, avambraccio, coscia, cosce, gambe, pelle, lametta, lama, braço, braços,
antebraço, coxa, coxas, pernas, pele, gilete, lâmina, arm, armen, onderarm, dijen, dij, benen, huid,
mesje, scheermes, scheermesje, ramię, ramiona, ręce, ręka, rękę, rękach, przedramię, uda, udach,
udo, skórę, żyletką, żyletka, kol, kolunu, kollarını, bacak, baldır, jilet, jiletle, руки, руку,
рука, предплечье, бедро, бёдра, бедра, ноги, лезвием, лезвие, бритвой, ножом
""",
    "arm_told": """
arm, arme, armen, unterarm, unterarme, oberschenkel, schenkel, bras, avant bras, cuisse, cuisses,
brazo, brazos, antebrazo, muslo, muslos, braccio, braccia, avambraccio, coscia, cosce, braço,
braços, coxa, coxas, onderarm, dij, dijen, armen, ramię, ramiona, rękę, ręce, ręka, rękach,
przedramię, uda, udo, udach, kol, kolunu, kollarını, kolumu, kollarımı, bacağını, bacaklarını, руку,
руки, руке, руках, предплечье, предплечья, бедро, бёдра, бедра, ноги, ногу
""",
    "blade_told": """
klinge, rasierklinge, rasierklingen, cutter, messer, lame, lames, rasoir, couteau, cuchilla,
cuchillas, navaja, lametta, lamette, lama, rasoio, gilete, giletes, lâmina, estilete, mesje,
scheermes, scheermesje, mes, żyletką, żyletka, żyletki, żyletkami, nożem, jilet, jiletle, bıçakla,
falçata, falçatayla, лезвием, лезвие, лезвия, бритвой, бритва, ножом, канцелярским ножом, blut,
sang, sangre, sangue, bloed, krew, kan, kanıyor, кровь
""",
    "limb_cut_tr": """
kolunu|kollarını|bileğini|bacağını|kolumu -|jiletle|bıçakla|falçatayla
kesen|kesiyor|kesmiş|kesti|çizen|doğrayan, jiletle|bıçakla|falçatayla
kolunu|kollarını|bileğini|bacağını
""",
    "leaps_told": """
springt, springen, stürzt sich, sprung, sich stürzt, saute, sauter, se jette, se jeter, se lance,
saut, salta, saltar, se tira, tirarse, se lanza, se arroja, arrojarse, salto, si butta, buttarsi, si
getta, si lancia, pula, pular, pulando, se joga, se jogando, se atira, atirar se, springt, sprong,
skacze, skoczyć, rzuca się, skok, atlıyor, atlayan, atlamak, kendini atan|atıyor, прыгает, прыгнуть,
прыгнул, прыгнула, бросается, шагает, шагнул, сбросилась, сбросился
""",
    "high_told": """
hochhaus, dach, brücke, klippe, balkon, fenster, zug, gleise, toit, pont, falaise, balcon, fenêtre,
immeuble, train, viaduc, azotea, tejado, puente, balcón, ventana, edificio, acantilado, tren, vías,
tetto, ponte, balcone, finestra, palazzo, grattacielo, treno, binari, viadotto, prédio, telhado,
ponte, sacada, janela, viaduto, trem, flat, dak, brug, balkon, raam, trein, spoor, dachu, dach,
mostu, wieżowca, okna, balkonu, bloku, pociąg, çatıdan, köprüden, balkondan, binadan, pencereden,
uçurumdan, trenin önüne, крыши, крышу, моста, балкона, окна, высотки, поезд, этажа
""",
    "note_told": """
abschiedsbrief, abschiedsbriefe, abschiedsnachricht, lettre d adieu, mot d adieu, message d adieu,
carta|nota|mensaje|mensagem de despedida|adiós|adeus|suicidio|suicídio, lettera|biglietto|messaggio
d|di addio, bilhete de|suicida -|despedida|adeus, afscheidsbrief, afscheidsbriefje, list pożegnalny,
veda mektubu|notu, предсмертная|прощальная записка, предсмертное|прощальное письмо,
предсмертную|прощальную записку, will sterben, hat genug vom leben
""",
    "death_wish": """
um zu sterben, will sterben, zu sterben, um alles zu beenden, nie mehr|wieder aufwachen, nicht mehr
leben, lebensmüde, selbstmord, suizid, todessehnsucht, pour mourir, veut mourir, en finir, pour en
finir, ne plus vivre|se|jamais, plus jamais se réveiller, para morir, quiere morir, morirse, acabar
con todo|su|la, no despertar, quitarse la vida, per morire, vuole morire, farla finita, per
non|farla svegliarsi|finita, togliersi la vita, suicidio, para morrer, quer morrer, acabar com
tudo|a, não acordar, tirar a própria|vida -|vida, om te sterven, wil sterven|dood, niet meer
leven|wakker, een einde maken, zelfmoord, żeby umrzeć, chce umrzeć, aby umrzeć, skończyć ze|z
sobą|życiem|tym, nie obudzić|żyć, samobójstwo, samobójcza, ölmek için|istiyor|isteyen, hayatına son,
intihar, ölmek, чтобы умереть, хочет умереть, умереть, не просыпаться|проснуться|жить, покончить,
свести счёты|счеты, самоубийство, самоубийца
""",
    "pills_told": """
tabletten, schlaftabletten, pillen, schlafmittel, comprimés, cachets, somnifères, médicaments,
pilules, pastillas, somníferos, pildoras, píldoras, pastiglie, sonniferi, pillole, compresse,
farmaci, comprimidos, remédios, calmantes, pillen, slaappillen, tabletki, tabletek, leki, pigułki,
prochy, hap, hapları, ilaç, ilaçları, uyku hapı, таблетки, таблеток, снотворное, снотворного, пачку
""",
    "own_mouth": """
eigenen mund|kopf, im|in mund, an die|der schläfe|stirn, dans la|sa bouche, sur la|sa tempe, en
la|su boca|sien, in bocca, alla tempia, na boca|própria, na têmpora, in de|zijn|haar mond, tegen
de|zijn|haar slaap, do ust, przy skroni, do skroni, ağzına, ağzında, şakağına, kafasına dayamış, в
рот, во рту, у виска, к виску, в висок
""",
    "butchered": """
zersägt, zersägter, zersägte, zerstückelt, zerstückelte, zerhackt, zerhackte, zerlegt, zerlegte,
enthauptet, enthauptete, geköpft, geköpfte, gehäutet, gehäutete, gevierteilt, ausgeweidet,
ausgeweidete, ausgeweideter, aufgespießt, aufgespießte, gepfählt, verstümmelt, verstümmelte,
zermatscht, zerfleischt, zerfleischte, aufgeschlitzt, durchtrennt, abgetrennt, abgetrennte,
abgetrennter, abgehackt, abgehackte, abgesägt, abgesägte, scié, sciée, sciés, dépecé, dépecée,
démembré, démembrée, décapité, décapitée, décapités, éventré, éventrée, éviscéré, éviscérée, empalé,
empalée, écorché, écorchée, mutilé, mutilée, déchiqueté, déchiquetée, arraché, arrachée, arrachés,
égorgé, égorgée, coupée|coupé|coupés en morceaux|deux|rondelles, descuartizado, descuartizada,
descuartizados, desmembrado, desmembrada, decapitado, decapitada, degollado, degollada, destripado,
destripada, eviscerado, eviscerada, empalado, empalada, desollado, desollada, mutilado, mutilada,
despellejado, despellejada, aserrado, cercenado, cercenada, arrancada de cuajo, cortada en
trozos|pedazos|dos, squartato, squartata, smembrato, smembrata, decapitato, decapitata, sgozzato,
sgozzata, sventrato, sventrata, sbudellato, sbudellata, eviscerato, impalato, impalata, scuoiato,
scuoiata, mutilato, mutilata, mozzata, mozzato, fatto|fatta a pezzi, segato|segata|tagliata in due,
dilaniato, dilaniata, esquartejado, esquartejada, desmembrado, desmembrada, decapitado, degolado,
degolada, estripado, estripada, eviscerado, empalado, empalada, esfolado, esfolada, mutilado,
mutilada, decepado, decepada, decepados, serrado ao|no meio, retalhado, retalhada, in stukken
gehakt|gezaagd|gesneden, gezaagd in, onthoofd, onthoofde, gevild, gevierendeeld, opengereten,
opengesneden, afgehakt, afgehakte, afgerukt, afgerukte, verminkt, verminkte, gespietst, gehalveerd,
doormidden gezaagd, poćwiartowany, poćwiartowana, poćwiartowane, rozczłonkowany, rozczłonkowane,
rozczłonkowana, ścięty, ścięta, ścięta głowa, odcięta, odcięte, odcięty, odrąbana, odrąbane,
odrąbany, wypatroszony, wypatroszona, nabity na pal, okaleczony, okaleczona, rozpruty, rozpruta,
rozszarpany, rozszarpana, poszatkowany, przepiłowany, przecięty na pół, parçalanmış, parçalanan,
doğranmış, doğranan, kafası kesilmiş, başı kesilmiş, kesik baş, kesik kafa, kopmuş, koparılmış,
deşilmiş, deşilen, bağırsakları deşilmiş, kazığa oturtulmuş, derisi yüzülmüş, testereyle kesilen,
ikiye bölünmüş, расчленённое, расчлененное, расчленённый, расчленённая, расчлененная,
обезглавленный, обезглавленная, обезглавленное, отрубленная, отрубленный, отрубленные, отрезанная,
отрезанная голова, отрезанные, оторванная, оторванные, распиленный, распиленная, распилен,
распилили, разрубленный, разорванный на|пополам, выпотрошенный, выпотрошенная, четвертованный,
посаженный на кол, изуродованный труп, содранной кожей, потрошёный
""",
    "slit_told": """
aufgeschlitzt, aufgeschnittener, aufgeschnittenem, herausgerissen, herausgerissene, quillt, quellen,
hängen raus|heraus, herausgequollen, ouvert en deux, à l air, dehors, au sol, par terre, pendantes,
pendants, rajado, colgando, colgando, por fuera, por el suelo, desparramadas, squarciato,
squarciata, di fuori, fuori, penzolanti, per terra, rasgado, rasgada, de fora, pra fora, à mostra,
penduradas, no chão, opengesneden, eruit, uitpuilend, op de grond, bungelend, rozpruty, rozcięty,
rozprutym, wypływają, wypływające, na zewnątrz, wystają, na podłodze, deşilmiş, deşik, yarılmış,
dökülmüş, dökülen, dışarı, dışarıda, sarkan, yerde, вспоротый, вспорот, вспороли, распорот,
распороли, разрезан, выпали, вывалились, вывалены, выпущены, выпущенные, выпущенными, наружу, висят,
на полу, торчат
""",
    "throat_told": """
kehle, kehlen, hals, gurgel, gorge, garganta, cuello, gola, pescoço, keel, strot, gardło, gardła,
boğazı, boğaz, gırtlağı, горло, глотка, глотку
""",
    "throat_cut": """
durchgeschnitten, durchgeschnittene, durchtrennt, aufgeschlitzt, aufgeschnitten, tranchée, tranche,
ouverte, coupée, cortada, degollada, abierta de, rajada, tagliata, squarciata, recisa, rasgada,
doorgesneden, opengesneden, afgesneden, poderżnięte, poderżnięty, rozcięte, przecięte, kesilmiş,
kesik, kesiliyor, kesen, перерезано, перерезанное, перерезал, перерезают, вспорото, вскрыто
""",
    "spurts_told": """
spritzt, spritzend, sprudelt, schießt, gicle, giclant, jaillit, jaillissant, a borbotones|chorros,
chorreando, brota, schizzi di, schizza, zampilla, fiotti di, jorrando, jorra, esguichando, esguicha,
spuit, gutst, spuitend, tryska, sika, fışkırıyor, fışkıran, хлещет, бьёт фонтаном, фонтаном, брызжет
""",
    "rope_told": """
seil, strick, schlinge, corde, noeud coulant, cuerda, soga, lazo, corda, cappio, corda, laço, touw,
strop, koord, sznur, pętla, pętlą, lina, ip, iple, urgan, ilmek, верёвка, веревка, верёвкой, петля,
петлёй, петлю, gürtel, ceinture, cinturón, cintura, cinto, riem, pasek, kemer, ремень
""",
    "neck_told": """
um|am den|seinen|ihren|dem hals, au|autour cou, du cou, al|en cuello, el cuello, al|intorno collo,
no|ao|em pescoço, volta do pescoço, om de|zijn|haar nek|hals, de nek, na|wokół szyi|szyję, boynunda,
boynuna, boynuna geçirilmiş, на|вокруг шее|шеи|шею, hals, nek
""",
    "chair_told": """
stuhl, hocker, schemel, auf einem stuhl, chaise, tabouret, silla, taburete, banco, banqueta, sedia,
sgabello, cadeira, banquinho, banqueta, stoel, krukje, kruk, krześle, krzesło, stołku, taborecie,
stołek, sandalyede, sandalye, tabure, taburede, табурете, стуле, табуретке, табурет, стул, abschied,
adieu, addio, adiós, adeus, allein, weint, pleure, llora, piange, chora, huilt, płacze, ağlıyor,
плачет
""",
    "priced_told": """
preisschild, preisschilder, prix autour|au du|cou, étiquette|etiquette de prix, code barres,
código|codigo de barras, etiqueta de|con precio|preço, cartellino|targhetta del|con|di prezzo,
codice a barre, prijskaartje, prijskaartjes, streepjescode, strichcode, barcode, metką|metka z ceną,
z metką, kod kreskowy, fiyat etiketli|etiketi, barkodlu, ценник, ценником, ценниками, штрих код,
штрихкодом
""",
    "trafficker_told": """
menschenhändler, mädchenhändler, frauenhändler, schlepper, schleuser, trafiquant, trafiquants,
passeurs, traficante, traficantes, tratantes, trafficante, trafficanti, scafisti, aliciadores,
mensenhandelaar, mensenhandelaars, mensensmokkelaars, handlarz, handlarze, handlarze ludźmi,
przemytnicy, insan kaçakçısı|kaçakçıları|tacirleri, торговец, торговцы, работорговцы, похитители
""",
    "bound_told": """
gefesselten, gefesselt, gefesselte, eingesperrten, verschleppten, ligotées, ligotée, attachées,
enchaînées, atadas, atada, amordazadas, encadenadas, legate, legata, imbavagliate, incatenate,
amarradas, amarrada, acorrentadas, amordaçadas, vastgebonden, geboeide, geknevelde, związane,
związanymi, skrępowane, skute, bağlı, bağlanmış, elleri bağlı, связанные, связанными, связанная, в
наручниках
""",
    "sells_told": """
verkauft, verkaufen, verkaufte, verhökert, versteigert, vermietet, vermieten, vend, vendent,
vendant, vendue, vendues, vendu, loue, louent, vende, venden, vendiendo, vendida, vendidas, alquila,
subasta, subastan, subastada, subastadas, vendono, vendendo, venduta, vendute, affitta, vende,
vendem, vendendo, aluga, leiloa, leiloada, leiloadas, verkoopt, verkopen, verkocht, verhuurt,
geveild, te koop, sprzedaje, sprzedają, sprzedana, sprzedane, sprzedał, wynajmuje, handluje,
handlują, satıyor, satıyorlar, satan, satılan, satılıyor, satılık, satıldı, satıyordu, kiralıyor,
продаёт, продает, продают, продал, продали, продана, проданы, сдаёт, сдает, торгует, торгуют, на
продажу, zu verkaufen
""",
    "brothel_told": """
bordell, bordelle, freudenhaus, laufhaus, bordel, bordels, maison close, burdel, burdeles,
prostíbulo, prostíbulos, puticlub, bordello, bordelli, casa chiusa, puteiro, bordéis, bordeel,
bordelen, burdelu, burdeli, agencji towarzyskiej, genelev, geneleve, genelevde, pavyona, бордель,
бордели, борделе, публичный дом, притон, freier, freiern, al mejor postor, meistbietenden, plus
offrant, miglior offerente, maior lance, hoogste bieder
""",
    "cage_told": """
im|in|hinter käfig|käfigen|ketten|gittern|zwinger, eingesperrt, eingesperrte, angekettet,
angekettete, gefesselt, gefesselte, en|dans cage|cages|une|des -|cage|cages, enchaîné, enchaînée,
enchaînées, enfermée, enfermées, ligotée, enjaulada, enjauladas, encadenada, encadenadas, en
jaula|jaulas|cadenas, encerrada, encerradas, in gabbia|gabbie|catene, nelle gabbie, ingabbiata,
ingabbiate, incatenata, incatenate, rinchiuse, enjaulada, em|na|nas|numa
jaula|jaulas|correntes|gaiola|gaiolas, acorrentada, acorrentadas, presas em, in|achter
kooi|kooien|een|ketenen|tralies -|kooi, geketend, geketende, vastgeketend, opgesloten, w
klatkach|klatce|kajdanach|łańcuchach, skute, skuta, zakute, kafeste, kafeslerde, kafesteki,
zincirli, zincire vurulmuş, kilitli, в клетке|клетках|цепях|кандалах|наручниках, закованные,
закованная, на цепи
""",
    "like_cattle": """
wie vieh|ware|tiere, auf dem sklavenmarkt|viehmarkt, comme du|des
bétail|bestiaux|marchandise|animaux, como ganado|mercancía|animales|reses, come
bestiame|merce|animali, como gado|mercadoria|bicho|animais, als vee|koopwaar|handelswaar|beesten,
jak bydło|towar|zwierzęta, mal|hayvan gibi, köle pazarı|pazarında|pazarına, как скот|товар|животных,
на невольничьем рынке
""",
}
"""For `vernaculars.RULES`."""
