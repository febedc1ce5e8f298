"""More that is harmless: causes in ten languages, what words mean to a vet, a historian.

As in `benign`; what is blanked only where nothing is bare stands in `INNOCENT_PHRASES`.
"""

BENIGN_PHRASES = """
gegen sexuelle|sexualisierte|sexueller|sexualisierter gewalt|belästigung|übergriffe|nötigung, contre
les|le|la -|violences|violence|harcèlement sexuelles|sexuelle|sexuel|sexistes, stop aux violences
sexuelles, contra la|el -|violencia|acoso|abuso|agresiones sexual|sexuales, contra a|o
violência|assédio|abuso|exploração sexual, contro la|le violenza|violenze|molestie|molestia
sessuale|sessuali, tegen seksueel|seksuele geweld|misbruik|intimidatie|uitbuiting, przeciw|przeciwko
przemocy|molestowaniu|wykorzystywaniu seksualnej|seksualnemu, cinsel
şiddete|istismara|tacize|saldırıya karşı|hayır|son, против|остановить сексуального|сексуальное
насилия|насилие|домогательств, no to|against|end|stop|ending|stopping
sexual|sexualised|sexualized|domestic violence|harassment|assault|abuse|exploitation|violence, naked
emperor, emperor s new clothes, pelote|pelotes de laine|fil, meat hook|hooks with|for
-|the|smoked|cured ham|hams|sausage|sausages|bacon|beef|pork|salami|fish|carcasses, reverse cowgirl
hat, nude colored|coloured|color|colour -|tights|shoes|heels|bra|dress|underwear|lipstick
"""
"""As in `benign`."""

INNOCENT_PHRASES = """
severed tree|dead|dry|oak|pine|olive|palm limbs|limb, severed -|tree|old|oak|pine
branch|branches|trunk|trunks|stump|roots|twig|cable|cables|rope|ropes|line|wire,
heavy|road|freight|goods|cargo|air|sea|rail|container|street|city|ship|boat trafficking, trafficking
of -|the|these
goods|cargo|containers|vehicles|ships|ivory|wildlife|antiquities|art|animals|timber|drugs|weapons|arms,
meat hook|hooks in|at|of|on -|a|the
cold|butcher|butchers|smokehouse|cellar|kitchen|market|shop|warehouse|deli|ham|larder|-
-|store|shop|room|s, drug|arms|wildlife|ivory|animal trafficking,
bull|stallion|ram|boar|horse|cattle|animal|frozen|pig semen
straws|straw|tank|collection|sample|samples|bank|storage|test|lab|analysis, slave
auction|auctions|market|trade|ship -|poster|notice|bill|record|records -|of|from -|the
1700s|1750s|1780s|1790s|1800s|1810s|1820s|1830s|1840s|1850s|1860s|1820|1840|1850|1855|1860|18th|19th|charleston|new|zanzibar|atlantic|history|historical|museum|engraving|memorial,
victims|memory|memorial|abolition|history|end|monument|museum of|to
-|the|transatlantic|atlantic|african slavery|slave -|trade,
prevención|prevenir|prevenção|prevenir|prevention|prévention|prévenir|prevenzione|prevenire
-|del|de|do|ao|du|le|dei|contra|contro|al|o|a suicidio|suicídio|suicide|suicidi, preventie van|tegen
zelfmoord|zelfdoding, zelfdodingspreventie, zelfmoord preventie, suizid|selbstmord
verhindern|verhüten|vorbeugen, prävention von suizid|selbstmord, gegen selbstmord|suizid,
zapobiegajmy|zapobiec|zapobiegać|profilaktyka|przeciwdziałanie|zapobieganie -|próbom
samobójstwom|samobójstw|samobójczym|samobójstwu, intihara|intiharı
karşı|önle|önlemek|önleyelim|önleme|hayır, предотвратить|предотвращение|профилактика|против
самоубийства|самоубийств|самоубийство|суицида|суицид,
against|beat|fight|talk|prevent|preventing|stop|ending about|- suicide|suicides,
seppuku|harakiri|hara kiri|ceremony|scene|ritual -|kiri -|scene in|on -|a|the
kabuki|noh|bunraku|stage|play|theatre|theater|opera|film|print|drama|woodblock,
kabuki|noh|bunraku|woodblock|chushingura seppuku|harakiri -|scene, before|after seppuku,
seppuku|harakiri ceremony|scene|ritual|play|print, hangman s|hangmans knot
-|tutorial|diagram|lesson|workshop|demo, orologio|reloj|relógio|montre|uhr|horloge|zegarek
al|en|no|au|am|om|na -|la|el|o|den|de polso|muñeca|pulso|poignet|handgelenk|pols|nadgarstku,
artificial insemination -|class|course|training|textbook|kit|technician, ma|la|sa|une pelote,
newborn
foal|foals|calf|calves|lamb|lambs|puppy|puppies|kitten|kittens|piglet|piglets|elephant|giraffe|zebra|donkey,
cannibal holocaust -|poster|vhs|dvd|vintage, enchères de|d tableaux|tableau|art|meubles|vin, prix de
la robe, gorge profonde canyon
"""
"""As in `benign`: blanked as long as nothing in the text is bare."""

PARDONS = """
seppuku_word near stage_print: 8
history_soft near history_word: 8
breeds near farm_vet: 8 bare, away from human_there
costumed near prop: 3
"""
"""As in `rules`, for which these are more."""

KINDS = {
    "seppuku_word": "seppuku, harakiri, hara kiri",
    "stage_print": """
kabuki, noh, bunraku, ukiyo e, woodblock, stage, theatre, theater, opera, play, actor, actors,
print, museum, textbook, chushingura, puppet
""",
    "history_soft": """
slave auction, slave auctions, slave market, slave markets, slave trade, slave ship, slave ships,
slavery, slaves, slave, guillotine, execution, executions, beheading, torture, torture chamber,
massacre, genocide, gas chamber, mass grave, gallows, hanging, hanged
""",
    "history_word": """
museum, historical, history, engraving, textbook, monument, memorial, documentary, plaque, exhibit,
exhibition, archive, archives, 1700s, 1750s, 1780s, 1790s, 1800s, 1830s, 1840s, 1850s, 1860s, 18th
century, 19th century, 17th century, abolition, abolitionist, abolitionists, schoolbook, lecture,
remembrance
""",
    "costumed": "prisoner, captive, hostage, slave, victim",
    "breeds": """
dogs|horses|cattle|cows|pigs|sheep|goats|donkeys|lions|tigers|wolves|elephants|deer|rabbits|bears|camels|monkeys|apes|snakes|stags|bison|seals|tortoises|zebras|giraffes|rhinos|cats|animals|frogs|birds|insects
mating|breeding|copulating|rutting|in,
horse|dog|cattle|cow|pig|sheep|goat|pony|donkey|camel|alpaca|stallion|mare|bull|livestock|animal|cat|rabbit
breeding|insemination|mating|semen, breeding|mating -|of -|the
horses|dogs|cattle|cows|pigs|sheep|goats|ponies|donkeys|camels|livestock|lions|tigers|wolves|elephants|deer|animals,
insemination of|on|for|in -|a|the|dairy
cow|cows|cattle|mare|mares|sow|sows|pig|pigs|ewe|ewes|sheep|bitch|livestock|heifer|heifers|goats,
stallion|bull|ram|boar covers|covering|mounts|mounting|mounted -|a|the -|phantom|dummy
mare|cow|ewe|sow|phantom|dummy, pferdezucht, hundezucht, rinderzucht, künstliche besamung, élevage
de chevaux|chiens, insémination artificielle, cría de caballos|perros|ganado, inseminación
artificial, allevamento di cavalli|cani, inseminazione artificiale, criação de cavalos|cães|gado,
inseminação artificial, kunstmatige inseminatie, sztuczna inseminacja|unasiennianie krów, suni
tohumlama, искусственное осеменение, paardenfokkerij
""",
    "farm_vet": """
vet, vets, veterinary, veterinarian, veterinarians, stud farm, documentary, wildlife, nature,
safari, zoology, biology, breeder, breeders, meadow, pasture, lab, laboratory, textbook, kennel,
kennels, pedigree, foal, foals, calf, calves, litter, national geographic, catalogue, brochure,
agriculture, agricultural, herd, savanna, savannah, zoo, farm, farmer, ranch, livestock, training,
college, insemination technician, tierarzt, tierärztin, vétérinaire, veterinario, veterinaria,
veterinário, veterinária, dierenarts, weterynarz, veteriner, ветеринар, doku, documental,
documentaire, documentario, documentário, film przyrodniczy, belgesel, hof, ferme, granja, fattoria,
fazenda, boerderij, ферма, weide, prairie, stal, stall
""",
    "human_there": """
woman, women, man, men, girl, girls, lady, ladies, guy, guys, wife, husband, her, him, she, he,
herself, himself, me, my, human, humans, person, people, couple, blonde, brunette, milf, boy, boys,
housewife, girlfriend, boyfriend, frau, mann, femme, homme, mujer, hombre, donna, uomo, mulher,
homem, vrouw, kobieta, kadın, женщина
""",
}
"""For `PARDONS`."""
