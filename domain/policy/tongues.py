"""More kinds of word as in `contexts`: animals, kin, acts and force in five more languages.

German, French, Spanish, Italian and Portuguese; each kind is added to one of `contexts`. Words
that are ordinary English ones without their accents ("rude", "bar", "cane") are left out.
"""

KINDS = {
    "animal_more": """
il|un|suo|mio|col|con cane, cane e|con, real|actual|live fox|bear|cat|cub|otter|bird|shark|calf, mit
rüde|rüden, mit ihrem|einem|dem rüden, airedale, akita inu, basset, bassets, bernese, borzoi, boxer
dog, bullmastiff, dobermann, dobermanns, foxhound, komondor, leonberger, malamute, malamutes,
malinois, pekingese, pomeranian, pug, pugs, ridgeback, samoyed, schnauzer, schnauzers, sheepdog,
sheepdogs, shiba, vizsla, weimaraner, whippet, wolfdog, lapdog, hounddog, thoroughbred, clydesdale,
appaloosa, palomino, percheron, lipizzaner, warmblood, racehorse, racehorses, workhorse, broodmare,
bronco, shire|draft horse, bullock, bullocks, nannygoat, nanny|billy goat, ibex, wildebeest, okapi,
ocelot, lemur, lemurs, marmoset, bonobo, bonobos, silverback, polar bear, grizzly, panda, pandas,
hedgehog, sea lion, manatee, porpoise, stingray, rattlesnake, caiman, gecko, salamander, tomcat,
jenny donkey, perrito, perritos, perras, mastín, pastor alemán, potro, potros, yeguas, burra,
burras, asno, asnos, mula, mulas, cabras, chivo, chivos, carnero, carneros, cerdos, cerda, puerco,
puercos, vaca, vacas, toros, becerro, ovejas, cordero, lobo, lobos, simio, simios, gorila, oso,
osos, delfín, serpiente, serpientes, bestia, bestias, gallina, cabrito, chiennes, toutou, clébard,
étalon, étalons, juments, poney, poneys, ânes, ânesse, mulet, mulets, bouc, boucs, chèvres, mouton,
moutons, brebis, bélier, béliers, cochons, truie, truies, porc, porcs, verrat, vache, vaches,
taureaux, loups, louve, singe, singes, gorille, gorilles, dauphin, dauphins, lapin, bête, bêtes,
berger allemand, dogue, köter, hündin, welpe, welpen, schäferhund, schäferhunde, schäferhunden,
dogge, doggen, dackel, pudel, hundes, pferdes, stute, stuten, hengste, hengsten, ponys, fohlen,
wallach, eseln, eselin, maultier, ziegen, ziegenbock, schafe, schafen, schafbock, widder, schweine,
schweinen, eber, ferkel, kuh, kühe, kühen, bullen, stier, stiere, ochse, ochsen, kalb, wölfe,
wölfen, affe, affen, schimpanse, delphin, schlange, schlangen, vieh, tieres, cagna, cagne,
cagnolino, mastino, pastore tedesco, giumenta, giumente, cavalla, puledro, asini, asina, mulo, muli,
capre, caprone, pecora, pecore, montone, maiali, scrofa, vacca, vacche, mucca, mucche, lupo, lupi,
scimmia, scimmie, orso, delfino, serpente, animale, cão, cães, cadela, cadelas, cachorra, éguas,
garanhão, jumentos, jumenta, bodes, ovelhas, carneiro, porcos, porca, leitão, touro, touros, macaco,
macacos, urso, golfinho, bicho, bichos, pastor alemão
""",
    "sexual_more": """
~make|made sweet|passionate|wild|tender|hot|sweaty|slow|gentle love, copular, copulan, copulando,
cópula, aparearse, aparea, aparean, apareándose, apareamiento, folla, follan, follado, penetrada,
penetrado, penetrando, penetrar, penetran, penetrare, penetra, coito, coitos, cuckold, cuckolding,
hotwife, gloryhole, bukkake, facesitting, mamada, mamadas, felación, chingando, chinga, orgía,
relación sexual, relaciones sexuales, acto sexual, hacer|hace|hacen|haciendo|hizo el amor, accouple,
accouplent, accouplant, accoupler, accouplée, accouplés, accouplement, copuler, copule, copulent,
copulant, coït, pénétrée, pénétrant, pénétrer, pénétré, pénètre, baisant, niquer, nique, niquent,
sodomisée, sodomisé, rapport|acte sexuel, rapports sexuels, rapport intime, rapports intimes,
relations intimes, relation intime, relación|relação íntima, relazione intima, relaciones íntimas,
rapporti intimi, relações íntimas, relation sexuelle, relations sexuelles, faire|fait|font|faisant
l'amour, suce, sucer, paart sich, paaren sich, sich paaren, paarung, begattet, begatten, begattung,
kopuliert, kopulieren, kopulierend, vögelt, gevögelt, bumst, bumsen, gebumst, penetriert,
penetrieren, penetrierend, geschlechtsakt, beischlaf, sexualakt, liebe machen, macht|machen liebe,
fickend, fickte, accoppia, accoppiano, accoppiarsi, accoppiandosi, accoppiamento, accoppiati,
copulare, copula, copulano, scopano, scopando, penetrata, penetrato, pompino, rapporto|atto
sessuale, rapporti sessuali, fare|fa|fanno|facendo l'amore, copulam, copulou, acasalar, acasalando,
acasalamento, transar, transam, transou, foder, fode, fodem, fodida, trepando, trepar, boquete, ato
sexual, relação sexual, relações sexuais, fazer|faz|fazem|fazendo amor
""",
    "love_more": """
~wed to, consummation, consummates, consummated, ~make|made|got|gets her|him|{someone} pregnant,
acostarse con, se acuesta con, se acuestan, acostándose con, enamorados, besándose apasionadamente,
coucher|couche|couchant|couchent|couché avec, couchent ensemble, amoureux, s'embrassent
passionnément, schläft|schlafen|schlief mit, schlafen miteinander, liebespaar, liebende, verführt,
küssen sich leidenschaftlich, a letto con, va a letto con, innamorati, seduce, sedotto, sedotta, si
baciano appassionatamente, deitar com, deita com, deitando com, apaixonados, namorados, seduz,
seduzindo, seduciendo, séduit, séduisant son, beijando apaixonadamente
""",
    "parent_more": """
abuelos, tías, tíos, suegros, tantes, oncles, mamie, papy, tata, tonton, marraine, parrain,
schwiegermutter, schwiegervater, stiefmutti, großmutter, oma, opa, tanten, onkels, eltern, suocera,
suocero, zii, genitori, nonni, tio, tios, sogra, sogro, avós, vovó, vovô, step mom, step mum, step
dad, bonus mom, bonus dad, grannies
""",
    "offspring_more": """
hijastras, sobrinas, sobrinos, nieto, nieta, nietos, nietas, yerno, nuera, neveux, nièces, beau
fils, petit fils, nichten, neffen, söhne, sohnes, enkel, enkelin, schwiegertochter, schwiegersohn,
figliastra, figliastro, nipoti, nuora, enteado, sobrinhos, sobrinhas, neto, neta, netos, genro,
{her} fille
""",
    "sibling_more": """
hermanastra, hermanastro, hermanastras, hermanastros, cuñada, cuñado, primos, primas, demi soeur,
demi frère, cousines, beau frère, belle soeur, frangin, frangine, stiefbruder, stiefschwester,
halbbruder, halbschwester, schwager, schwägerin, zwillinge, zwillingsbruder, zwillingsschwester,
brüdern, cugino, cugina, cugini, cugine, cognata, cognato, fratellastro, sorellastra, gemelli,
gemelle, cunhada, cunhado, gêmeos, gêmeas, meio irmão, meia irmã, half|twin|step|big bro|sis
""",
    "kin_plural_more": """
hermanastros, cousins germains, frère et soeur, bruder und schwester, schwester und bruder, fratello
e sorella, irmão e irmã, hermano y hermana, cugini, cugine, primos, primas, cuñados, fratellastri,
gemelli, zwillinge, gêmeos
""",
    "helpless_more": """
forzando, forzar, obligando, a|por la fuerza, desmayada, desmayado, sedada, secuestradas, sometida
a, amenazada, amenazado, rehén, cautiva, prisionera, chantaje, drogándola, contra su voluntad,
forçant, de force, par la force, évanouie, droguant, otage, prisonnière, menacée, sous la menace,
chantage, ivre morte, sans défense, zwingt, zwingend, mit gewalt, gewaltsam, bewusstlose,
bewusstlosen, betäubte, gefangene, geisel, entführte, erpresste, ohnmächtig, ohnmächtige, ko|k.o.
tropfen, wehrlos, wehrlose, bedroht, forzata, forzato, con la forza, costringe, costringendo,
obbligata, obbligato, svenuta, sequestrata, prigioniera, ostaggio, minacciata, ricatto, indifesa,
forçando, forçar, à força, obrigando, desacordada, desmaiada, dopada, refém, sequestrado, ameaçada,
ameaçado, contra a vontade, chantagem
""",
    "says_no_more": """
no quiere, não quer, ne veut pas, non vuole, will nicht, wehrt sich, no consiente, não consente, ne
consent pas, non acconsente, se resiste, se débat, se niega, si rifiuta, resistindo, really
means|meant no, she|he means|meant no
""",
    "done_to_more": """
~ravage, ~despoil, ~defile, plundered, used and abused, tocada, tocando, manoseada, manoseando,
desnudada, tripotée, déshabillée par, begrapscht, ausgezogen von, palpeggiata, toccata, spogliata
da, apalpada, apalpando, despida por
""",
    "nude_more": """
desnudándose, déshabillant, dévêtue, dévêtu, nacktes, oben ohne, entkleidet, splitternackt,
svestita, svestito, ignuda, nudità, nudez, desnudez, despido, peladas, pelado, pelados, despidos,
despidas, desvestida, desvestido, spogliati, spogliate, ausgezogene, entblößte, entblößter, dénudés,
déshabillés, sem calcinha, sin bragas, barbuste, bottomed out naked, no pants, no panties on,
pantless, pantsless
""",
    "drunk_more": """
ubriaca, ubriaco, borracha, borracho, ivre, ivres, betrunken, betrunkene, betrunkenen, bêbada,
bêbado, besoffen
""",
    "undressed_by": """
spogliata, spogliato, desvestida, desnudada, déshabillée, ausgezogen, despida, toccata, tocada,
manoseada
""",
    "height_more": """
ponte, puente, pont, brücke, dach, toit, tetto, azotea, telhado, viadotto, viaducto
""",
    "die_more": """
morir, mourir, sterben, morire, morrer, no despertar, nunca despertar, ne plus se réveiller, nie
wieder aufwachen, nicht mehr aufwachen, non svegliarsi, não acordar, never|not|without waking up,
never to wake, sleep forever, final sleep, last sleep, adiós, adieu, addio, adeus, lebewohl
""",
    "animal_slang_more": """
gato, gatos, gata, katze, kater, gatto, gatti
""",
}
