"""Persons, kin and animals of ten languages in the forms in which a prompt names them.

Kinds of word as in `contexts`; `vernaculars` has the rules that ask for them.
"""

KINDS = {
    "asleep_told": """
schlafenden, schlafender, eingeschlafen, eingeschlafene, eingeschlafenen, eingenickt, im schlaf,
während|wenn sie|er schläft, pennt, endormis, endormies, s est endormi|endormie, pendant qu|que
elle|il dort, pendant|dans son sommeil, dormant, sommeille, durmiendo, dormidas, dormidos, se
durmió, se quedó dormida|dormido, mientras duerme|dormía|duermen, addormentato, addormentate, mentre
dorme|dormiva|dormono, dormendo, nel sonno, dormiente, dormiva, dormem, adormecido, enquanto
dorme|dormia, no sono, durante o sono, slaapt, slapende, ingeslapen, in slaap, in haar|zijn slaap,
terwijl ze|zij|hij slaapt, śpiącej, śpiącą, śpiącego, śpiący, śpiących, zasnęła, zasnął,
gdy|kiedy|podczas|jak śpi, we śnie, przez sen, snu, uyuyan, uyurken, uyuya, uyuyor, uykuda,
uykusunda, uyumuş, uykudaki, uyumakta, спящий, спящего, спящему, спящих, спящими, уснула, уснувшую,
уснувшей, заснула, заснувшую, заснувшей, во сне, пока спит|спала|она|он, спала
""",
    "drunk_told": """
betrunkener, betrunkenes, sturzbetrunken, sturzbetrunkene, besoffene, besoffenen, angetrunkene,
vollgedröhnt, zugedröhnt, hackedicht, sternhagelvoll, alkoholisiert, alkoholisierte, saoul, saoule,
saouls, soûl, soûle, bourré, bourrée, bourrés, alcoolisé, alcoolisée, ivre morte|mort, éméchée,
borrachas, borrachos, ebria, ebrio, bebida de más, embriagada, embriagado, tomada de alcohol, beoda,
ubriache, ubriachi, sbronza, sbronzo, sbronze, alticcia, bêbadas, bêbados, embriagadas, alcoolizada,
alcoolizado, chapada, dronkenvrouw, beschonken, bezopen, zatte, stomdronken, ladderzat, lazarus,
laveloos, laveloze, pijany, pijanego, pijanych, upita, upitą, upitej, schlana, zalana w trupa,
nawalona, podpita, sarhoşken, içkili, zil zurna, kör kütük, пьяный, пьяного, пьяные, пьяными,
напившаяся, напившуюся, бухая, бухую, в стельку, упившаяся, подвыпившая, подвыпившую, нетрезвая,
нетрезвую, im vollrausch|rausch|suff, im vollsuff
""",
    "out_told": """
bewusstlos, bewusstlose, bewusstlosen, bewusstloser, bewusstloses, ohnmächtig, ohnmächtigen,
ohnmächtiger, ohnmächtiges, betäubt, betäubte, betäubten, narkotisiert, narkotisierte, im koma,
unter drogen, k o tropfen, ko tropfen, weggetreten, weggetretene, wehrlos, wehrlose, wehrlosen,
inconsciente, inconscientes, inconscient, évanoui, évanouie, évanouis, évanouies, dans le coma,
comateuse, droguée, drogué, sans connaissance, sédatée, anesthésiée, endormie au, ghb, desmayada,
desmayado, desmayadas, sin conocimiento, sin sentido, en coma, drogada, drogado, drogadas, sedada,
sedado, anestesiada, burundanga, svenuta, svenuto, svenute, priva di sensi, privo di sensi,
incosciente, in coma, drogata, drogato, sedata, narcotizzata, anestetizzata, senza sensi, desmaiada,
desmaiado, desacordadas, dopada, dopado, sem sentidos, em coma, apagada de, boa noite cinderela,
bewusteloos, bewusteloze, buiten westen, buiten bewustzijn, gedrogeerd, gedrogeerde, verdoofd,
verdoofde, flauwgevallen, in coma, out gegaan, knock out, nieprzytomny, nieprzytomnego,
nieprzytomnej, nieprzytomną, nieprzytomne, nieprzytomnych, zemdlona, zemdloną, omdlała, omdlałą,
zemdlała, odurzona, odurzoną, uśpiona, uśpioną, uśpionej, w śpiączce, pigułka gwałtu, naćpana,
naćpaną, baygın, bayılmış, bayılan, kendinden geçmiş, bilinçsiz, bilinci kapalı, komada, komadaki,
uyuşturulmuş, ilaçla uyutulmuş, ilaçlı, hissiz, sızmış, sızan, sızıp, без|в
сознания|отключке|обмороке, бессознательная, бессознательную, бессознательной, отключилась,
отключившаяся, отключившуюся, вырубилась, вырубившаяся, под наркозом|снотворным, в коме, накачали,
накачанная, накачанную, опоили, опоил, опоенная, усыпил, усыплённая, усыпленная, одурманенная,
одурманенную
""",
    "animal_told_ten": """
hündin, hundes, hengstes, stute, bock, ziegenbock, eber, bulle, stier, rüde, rüden, schäferhund,
schäferhundes, dogge, pony, ziegen, kühe, kuh, wolf, wölfe, tier, hündchen, köter, chienne, étalon,
bouc, âne, baudet, jument, brebis, truie, verrat, bélier, berger allemand, dogue, lévrier, poney,
loup, bête, cabot, clébard, burro, burra, potro, semental, carnero, chivo, cabra, cabrón macho,
vaca, vacas, lobo, mastín, pastor alemán, can macho, bestia, poni, chancho, marrano, asini, somaro,
mulo, stallone, caprone, montone, pecora, mucca, toro, lupo, pastore tedesco, alano, bestia,
maialino, verro, porco, bode, cabra, carneiro, touro, vaca, lobo, pastor alemão, garanhão, égua,
jegue, mula, dogue, bicho, reu, hengst, geitenbok, stier, ram, ezels, merrie, koe, beer varken,
herdershond, duitse herder, dog, wolf, beest, hondje, ogier, ogierem, ogiera, konia, koniu, koniem,
klacz, psa, psem, psu, pies, kozła, kozioł, kozłem, kozą, byk, bykiem, byka, knur, knurem, owca,
owcą, owczarek, owczarkiem, świnią, świnia, osłem, osioł, osła, wilk, wilkiem, zwierzakiem,
zwierząt, krowa, krową, atla, atı, atın, at|at kadını|kadınla|adamı|kızı, aygır, aygırla, aygırın,
kısrak, kısrağı, köpeği, köpekler, köpekle, köpeğin, köpeğiyle, eşeği, eşekle, eşeğin, keçi,
keçiyle, keçiyi, koyun, koyunla, koyunu, boğa, boğayla, inek, inekle, ineği, kurtla, domuz, domuzla,
hayvanı, hayvanla, hayvanlar, kangal, пса, псу, псы, кобель, кобеля, кобелём, кобелем, сука собака,
собаку, собакою, собак, овчарка, овчаркой, дог, догом, коня, коню, жеребец, жеребца, жеребцом,
кобыла, кобылой, кобылу, лошади, козёл, козел, козла, козлом, коза, козу, козой, баран, бараном,
барана, овца, овцу, овцой, бык, быка, быком, корова, корову, коровой, свинью, свиньёй, свиньей,
хряк, хряка, осла, осёл, волк, волка, волком, зверем, зверя, животного, пони, koniowi, konie, koni,
końmi, końskiego, psie, psów, psami, kozę, kozy, kozie, owcy, owce, świni, świnię, świnie, krowy,
krowie, krowę, kozłowi, bykowi, ogierowi, osłu, osłowi, wilka, wilkowi, klaczy, klaczą, barana,
baranem, baranowi, źrebak, źrebakiem, ata sakso|binen|veriyor|verir, atına, attan, köpeğe, köpekten,
eşeğe, keçiye, keçinin, koyunun, ineğe, aygırı, domuzu, domuza, boğayı, kedi ile, hayvana, коне,
собаке, жеребцу, козлу, козы, козе, овцы, овце, барану, ослу, ослом, свиньи, свинье, коровы, корове,
быку, волку, кобылы, кобыле, лошадку, лошадей, собачку, зверю, животному, hengste, hengstes, hunds,
ziege, ziegen, stute, stuten, schafe, kühen, ebern, chevaux, chiens, caballos, perros, yeguas,
cavalos, cães, cachorrão, cadela, éguas, cabritas, paarden, honden, geiten, hengsten, schapen,
dogge, doggen, labrador, rottweiler, hofhund, dobermann, pitbull, chienne de garde, malinois
""",
    "parent_told": """
mutters, vaters, muttis, mama, mami, papi, tante, onkel, stiefmutter, stiefvater, schwiegervater,
schwiegermutter, omas, opas, maman, papa, belle mère, beau père, tata, tonton, papi, mamie, tatie,
madres, mami, papi, tía, tío, suegra, suegro, abuelita, abuelito, madrastra, padrastro, mamma, papà,
babbo, zia, zio, nonna, nonno, suocera, suocero, matrigna, patrigno, mãe, mamãe, pai, papai, tia,
tio, titia, titio, avó, avô, sogra, sogro, madrasta, padrasto, mama, papa, moeder, vader, tante,
oom, ooms, oma, opa, stiefmoeder, stiefvader, schoonmoeder, schoonvader, matki, matkę, matką, matce,
mama, mamę, mamą, mamusia, ojca, ojcu, ojciec, ojcem, tata, tatą, tatuś, ciocia, ciocią, ciocię,
ciotka, ciotką, ciotkę, wujek, wujkiem, wuj, wujem, wujka, stryj, stryjem, babcia, babcią, babcię,
dziadek, dziadkiem, macocha, macochą, macochę, ojczym, ojczymem, teściowa, teściową, teść, teściem,
anne, annesi, annesini, annesiyle, annesinin, annemi, annemle, annem, baba, babası, babasıyla,
babasını, babam, babamla, teyze, teyzesi, teyzesiyle, teyzem, hala, halası, halasıyla, amca, amcası,
amcasıyla, amcam, dayı, dayısı, dayısıyla, yenge, yengesi, yengesiyle, babaanne, anneanne, dede,
dedesi, kayınvalide, kayınvalidesiyle, kayınpeder, kayınpederi, kayınpederiyle, üvey annesiyle, üvey
babasıyla, мамой, маме, маму, мамка, мамку, матери, матерью, мать, мачеха, мачехой, мачеху, отцу,
отца, отцом, папа, папе, папой, папу, батя, батей, отчим, отчимом, отчима, тётя, тетя, тётей, тетей,
тётю, тетю, тётка, тёткой, дядя, дядей, дядю, дядька, бабка, бабушка, бабушкой, бабушку, дед, дедом,
дедушка, дедушкой, тёща, теща, тёщей, тещей, тёщу, свёкор, свекор, свёкром, свекровь, отце, дяде,
деде
""",
    "offspring_told": """
töchterchen, tochters, sohnemann, stiefsohn, stieftochter, neffe, neffen, nichte, enkel, enkelin,
enkels, schwiegersohn, schwiegertochter, fiston, fille adulte, fils adulte, beau fils, belle fille,
neveu, nièce, petit fils adulte, gendre, hijastra, hijastro, sobrina, sobrino, nieto, nieta, nuera,
yerno, figliola, figliolo, figliastra, figliastro, nipote, nipotina adulta, genero, nuora, filha,
filho, enteada, enteado, sobrinha, sobrinho, neto, neta, genro, zoon, zonen, dochter, dochters,
stiefzoon, stiefdochter, neef, nichtje volwassen, kleinzoon, kleindochter, schoonzoon,
schoondochter, synem, syna, synowi, synek, synkiem, córka, córki, córkę, córce, córką, pasierb,
pasierbem, pasierbica, pasierbicą, pasierbicę, siostrzeniec, siostrzeńcem, siostrzenica,
siostrzenicą, siostrzenicę, bratanek, bratankiem, bratanica, bratanicą, bratanicę, wnuk, wnukiem,
wnuczka, wnuczką, zięć, zięciem, synowa, synową, oğlu, oğlunu, oğluyla, oğlunun, oğul, oğlum,
oğlumla, kızı, kızıyla, kızını, kızının, kızım, kızımla, yeğen, yeğeni, yeğeniyle, yeğenim, torun,
torunu, torunuyla, damat, damadı, damadıyla, gelini, geliniyle, üvey oğluyla, üvey kızıyla, сына,
сыну, сыном, сынок, сынком, сынку, дочь, дочери, дочерью, дочку, дочка, дочкой, дочурка, племянник,
племянником, племянника, племяннику, племянница, племянницей, племянницу, внук, внуком, внука,
внучка, внучкой, зять, зятем, зятя, невестка, невесткой, невестку, пасынок, пасынком, падчерица,
падчерицей, падчерицу, сноха, снохой, сыне, внуке, племяннике, зяте
""",
    "sibling_told": """
bruders, schwesterchen, schwesterlein, brüderchen, cousin, cousine, cousins, stiefbruder,
stiefschwester, schwager, schwägerin, frérot, soeurette, frangin, frangine, frère, sœur, beau frère,
belle sœur, hermanita, hermanito, hermanastra, cuñada, cuñado, fratellino, sorellina, cugina,
cugino, cognata, cognato, irmãzinha, irmã, irmão, maninha, maninho, cunhada, cunhado, broer,
broertje volwassen, zus, zusje volwassen, zussen, broers, neven, stiefbroer, stiefzus, zwager,
schoonzus, brata, bratu, bratem, braciszek, siostra, siostry, siostrę, siostrze, siostrą,
siostrzyczka, kuzyn, kuzynem, kuzyna, kuzynka, kuzynką, kuzynkę, szwagier, szwagrem, szwagierka,
szwagierką, rodzeństwo, kardeşi, kardeşini, kardeşiyle, kardeşim, kardeşimle, kardeşler, abi, abisi,
abisiyle, abim, abla, ablası, ablasıyla, ablasını, ablam, ablamla, kuzen, kuzeni, kuzeniyle,
kuzenim, baldız, baldızı, baldızıyla, enişte, eniştesi, eniştesiyle, görümce, kaynı, брата, брату,
братом, братик, братишка, братишкой, сестры, сестре, сестру, сестрой, сестрёнка, сестренка,
сестренкой, кузен, кузина, кузиной, кузену, свояченица, свояченицей, шурин, золовка, двоюродный
брат, двоюродная сестра, двоюродной сестрой, двоюродную сестру, брате
""",
    "people_told": """
frau, frauen, mädchen, mädels, sklavin, sklavinnen, ausländerin, migrantin, migrantinnen, fille,
filles, femme, femmes, esclave, esclaves, chica, chicas, mujer, mujeres, esclava, esclavas,
migrantes, ragazza, ragazze, donna, donne, schiava, schiave, mulher, mulheres, moça, moças, garota,
garotas, escrava, escravas, vrouw, vrouwen, meisje, meisjes, meid, slavin, slavinnen, kobieta,
kobiety, kobietę, kobiet, kobietami, dziewczyna, dziewczynę, dziewczyny, niewolnica, niewolnice,
kadın, kadını, kadınlar, kadınları, kız, kızı, kızlar, kızları, köle, köleler, женщина, женщину,
женщины, женщин, женщинами, девушка, девушку, девушки, девушек, девок, рабыня, рабыню, рабыни,
рабынь, männer, menschen, hommes, hombres, uomini, homens, mannen, ludzie, insanlar, людей, мужчин,
ehefrau, épouse, esposa, moglie, żonę, karısını, жену, kıza, kadına, adama, sekretärin, secrétaire,
secretaria, segretaria, secretária, secretaresse, sekretarkę, sekreteri, секретаршу, девушке,
женщине, ihr, haar, ją, её, onu, elle
""",
    "private_told": """
kollegin, nachbarin, exfreundin, ex freundin, mitschülerin, klassenkameradin, chefin, lehrerin,
schwägerin, arbeitskollegin, collègue, voisine, belle sœur, copine de classe, patronne, ex copine,
compañera -|de -|trabajo|clase|curro, vecina, exnovia, jefa, cuñada, profesora, collega, vicina -|di
casa, ex fidanzata, capa, cognata, professoressa, vizinha, colega -|de -|trabalho|classe|faculdade,
ex namorada, chefe, cunhada, professora, buurvrouw, buurmeisje, collega, ex vriendin, bazin,
schoonzus, lerares, koleżanka, koleżance, koleżankę, koleżanki, koleżanką, sąsiadka, sąsiadce,
sąsiadkę, szefowa, szefowej, szefową, szwagierka, byłą, byłej, nauczycielka, nauczycielkę, iş
arkadaşımı|arkadaşım|arkadaşımın|arkadaşının, komşumu, komşum, komşunun, eski
sevgilimi|sevgilim|sevgilimin, sınıf arkadaşım|arkadaşımı|arkadaşımın, patronumu, baldızımı, hocamı,
öğretmenimi, коллегу, коллеги, коллега, соседку, соседки, соседка, бывшую, бывшей, бывшая,
одноклассницу, одноклассницы, однокурсницу, начальницу, начальницы, училку, учительницу, подругу,
подруги, знакомую, свояченицу, сестру друга
""",
    "office_now": """
pope, bundeskanzler, bundeskanzlerin, kanzlerin, bundespräsident, bundespräsidentin,
ministerpräsident, ministerpräsidentin, bürgermeisterin, papst, our|the|city|town mayor, mayor of,
prime minister, first lady, vice president, head of state, governor of, chancellor, premier
ministre, première ministre, président de la, présidente du|de conseil|la|gouvernement, présidente
du conseil italien, ministre, chef de l|d état, pape, primer ministro, primera ministra, presidente
del|de -|la|el gobierno|consiglio|república|repubblica|governo, primera dama, alcaldesa de, papa
francesco|francisco|león|leone|leão, primo ministro, prima ministra, ministra degli|della, sindaca
di, primeiro ministro, primeira ministra, primeira dama, presidente da república, minister
president, burgemeester van, premier, paus, prezydent, prezydenta, premiera, premierka, papież,
papieża, cumhurbaşkanı, cumhurbaşkanının, başbakan, başbakanı, dışişleri bakanı, papa, президент,
президента, премьер, премьер министр, канцлер, канцлера, мэр города, папа римский, губернатор
""",
    "of_mine_ten": """
meines|meiner|unseres -|besten|großen
sohnes|bruders|vaters|freundes|chefs|nachbarn|kollegen|tochter|schwester|mutter|freundin|chefin|nachbarin|kollegin,
de|d mon|ma|mes|notre
fils|fille|frère|soeur|père|mère|ami|amie|pote|patron|voisin|voisine|collègue|ex, de
mi|nuestro|nuestra hijo|hija|hermano|hermana|padre|madre|amigo|amiga|jefe|vecino|vecina|colega|ex,
di|del|della mio|mia|nostro -|miglior
figlio|figlia|fratello|sorella|padre|madre|amico|amica|capo|vicino|vicina|collega|ex, do|da|dos|de
meu|minha|nosso filho|filha|irmão|irmã|pai|mãe|amigo|amiga|chefe|vizinho|vizinha|colega|ex, van
mijn|onze -|beste
zoon|dochter|broer|zus|vader|moeder|vriend|vriendin|baas|buurman|buurvrouw|collega|ex,
mojego|mojej|naszego
syna|córki|brata|siostry|ojca|matki|kolegi|koleżanki|szefa|szefowej|sąsiada|sąsiadki|przyjaciela,
oğlumun|kızımın|abimin|ablamın|kardeşimin|arkadaşımın|patronumun|komşumun|kuzenimin,
моего|моей|нашего
сына|дочери|брата|сестры|отца|матери|друга|подруги|начальника|соседа|соседки|коллеги
""",
    "of_place_ten": """
aus|von meiner|meinem|unserer|unserem|meine
büro|firma|klasse|schule|straße|uni|arbeit|haus|verein|fitnessstudio|dorf, de|dans mon|ma|notre
bureau|rue|école|immeuble|classe|fac|boîte|village|salle|travail, de|en mi|nuestra|nuestro
oficina|barrio|calle|trabajo|edificio|clase|escuela|gimnasio|pueblo|universidad, del|della|di|nel
mio|mia|nostro|nostra ufficio|palazzo|via|classe|scuola|palestra|paese|lavoro|facoltà, do|da
meu|minha|nosso|nossa trabalho|prédio|rua|bairro|escritório|faculdade|academia|escola|turma|firma,
van|uit mijn|onze|ons werk|straat|kantoor|klas|school|sportschool|flat|dorp|studie, z|ze
mojej|mojego|naszej|naszego pracy|ulicy|bloku|biura|klasy|szkoły|siłowni|uczelni|firmy|roku,
işyerimdeki|ofisimdeki|mahallemdeki|apartmanımdaki|sınıfımdaki|okulumdaki, с|из
моей|нашей|моего|нашего работы|улицы|офиса|подъезда|дома|класса|универа|школы|группы|двора
""",
    "anybody_told": """
frau, reiterin, bäuerin, mädchen, sie, mann, femme, cavalière, fermière, homme, fille, elle, mujer,
campesina, hombre, chica, ella, donna, contadina, uomo, ragazza, lei, mulher, homem, moça,
camponesa, ela, vrouw, boerin, man, meisje, haar, kobietę, kobieta, mężczyznę, dziewczynę, kadını,
kadın, adamı, kızı, женщину, женщина, мужчину, девушку, девка, бабу, hausfrau, magd, ménagère, ama
de casa, granjera, casalinga, dona de casa, huisvrouw, gospodyni, gospodynię, ev hanımını,
домохозяйку, хозяйку, kadınla, kadına, dame, señora, signora, senhora, panią
""",
    "pimp_told": """
zuhälters, zuhälterin, luden, lude, menschenhändler, schlepperbande, maquereau, maquereaux,
souteneur, souteneurs, proxénètes, trafiquant de|d, trafiquants, chulo de, padrote, padrotes,
proxenetas, tratante, tratantes, pappone, papponi, magnaccia, protettore, sfruttatore, trafficante,
cafetões, cafetina, gigolô, aliciador, aliciadores, traficante de|- mulheres|pessoas, pooier,
pooiers, loverboy, loverboys, mensenhandelaar, mensenhandelaars, souteneur, alfonsa, alfonsem,
sutener, sutenerzy, sutenera, handlarz, handlarze, handlarz ludźmi|kobietami, pezevenk, pezevengi,
kadın tüccarı, insan taciri|tacirleri, сутенёр, сутенёра, сутенёры, сутенера, работорговец,
работорговцы, торговец людьми|женщинами, торговцы людьми|женщинами, мамка борделя, бандерша, jefe
del burdel
""",
    "ex_ten": """
meiner|meinem|meinen|meine ex, meiner exfreundin|exfrau|verflossenen, mon|ma|mes|d|de ex, de mon ex,
mi|mis|de ex, la mia|il|della ex, mia ex, minha|meu|da ex, mijn|m n ex, moja|mojej|moją|mój|mojego
ex|była|byłej|byłą|byłego, eski sevgilim|sevgilimin|karım|karımın|kocam|manitam,
моя|мою|моей|мой|моего бывшая|бывшую|бывшей|бывший|бывшего
""",
}
"""For `vernaculars.RULES`; most are one of a wider kind of `rules`."""
