"""Names of real persons, and words for borrowing their faces."""

PUBLIC_FIGURES = """
obama, biden, kardashian, zuckerberg, putin, netanyahu, adam sandler, adam driver, aishwarya
rai, alexandria ocasio cortez, alia bhatt, amber heard, amy adams, ana de armas, angela merkel,
angelina jolie, anitta, anne hathaway, anya taylor joy, ariana grande, aubrey plaza, avril
lavigne, bad bunny, barack obama, bella hadid, bella thorne, benedict cumberbatch, benjamin
netanyahu, beyonce, bill clinton, bill gates, billie eilish, blake lively, boris johnson, brad
pitt, brie larson, britney spears, bruno mars, cameron diaz, camila cabello, cardi b, cate
blanchett, catherine zeta jones, charli damelio, charlize theron, chris evans, chris hemsworth,
christina aguilera, christina hendricks, cristiano ronaldo, daniel craig, daniel radcliffe,
david beckham, deepika padukone, demi lovato, demi moore, denzel washington, doja cat, donald
trump, drew barrymore, dua lipa, dwayne johnson, ed sheeran, elizabeth olsen, elon musk, ellen
degeneres, emilia clarke, emily blunt, emily ratajkowski, emma stone, emma watson, emmanuel
macron, eva longoria, eva mendes, gal gadot, george clooney, gigi hadid, giorgia meloni, greta
thunberg, gwyneth paltrow, hailey bieber, halle berry, harry styles, henry cavill, hillary
clinton, hugh jackman, idris elba, ivanka trump, jacinda ardern, jason momoa, jeff bezos, jenna
ortega, jennifer aniston, jennifer garner, jennifer lawrence, jennifer lopez, jessica alba,
jessica biel, jessica chastain, joe biden, joe rogan, johnny depp, jojo siwa, julia roberts,
justin bieber, justin trudeau, kamala harris, kanye west, kate beckinsale, kate middleton, kate
moss, kate upton, kate winslet, katy perry, keanu reeves, keira knightley, kendall jenner, khloe
kardashian, kim jong un, kim kardashian, kourtney kardashian, kristen bell, kristen stewart,
kylie jenner, kylie minogue, lady gaga, lana del rey, lebron james, leonardo dicaprio, lindsay
lohan, lionel messi, lizzo, lupita nyongo, madison beer, margot robbie, marilyn monroe, mark
zuckerberg, megan fox, megan thee stallion, meghan markle, melania trump, meryl streep, michael
jackson, michelle obama, mila kunis, miley cyrus, millie bobby brown, narendra modi, natalie
portman, nicki minaj, nicole kidman, olivia rodrigo, olivia wilde, oprah winfrey, pamela
anderson, paris hilton, penelope cruz, pokimane, prince harry, prince william, princess diana,
priyanka chopra, rachel mcadams, reese witherspoon, rihanna, rishi sunak,
robert downey jr, robert pattinson, rosalia vila, ryan gosling, ryan reynolds, sabrina
carpenter, salma hayek, sandra bullock, scarlett johansson, selena gomez, serena williams,
shakira, sofia vergara, sophie turner, stephen hawking, sydney sweeney, taylor swift, tom
cruise, tom hanks, tom holland, tilda swinton, timothee chalamet, tyra banks, ursula von der
leyen, uma thurman, vladimir putin, volodymyr zelensky, volodymyr zelenskyy, will smith, xi
jinping, zac efron, zendaya, zoe saldana, alexandra daddario, alicia vikander, amanda seyfried,
anna kendrick, anushka sharma, ashley graham, ashton kutcher, audrey hepburn, ben affleck,
bernie sanders, candice swanepoel, cara delevingne, carmen electra, caitlyn jenner, chrissy
teigen, christian bale, claire danes, courteney cox, dakota fanning, dakota johnson, daisy
ridley, dolly parton, dove cameron, elle fanning, eva green, evangeline lilly, florence pugh,
freddie mercury, gisele bundchen, gwen stefani, hailee steinfeld, helena bonham carter, helen
mirren, hilary duff, hugh grant, iggy azalea, irina shayk, jake gyllenhaal, jake paul, james
franco, jason statham, javier bardem, jeff goldblum, jenna fischer, jennifer connelly, jennifer
love hewitt, jessica simpson, jimmy fallon, jodie foster, john travolta, joaquin phoenix, jude
law, kaley cuoco, kareena kapoor, kate hudson, kate mara, katherine heigl, katrina kaif, kelly
clarkson, kim basinger, kirsten dunst, kit harington, kylian mbappe, lena dunham, lewis
hamilton, lili reinhart, lily collins, lily james, liv tyler, logan paul, mariah carey, marion
cotillard, mark ruffalo, mark wahlberg, matt damon, matthew mcconaughey, megan rapinoe, michelle
pfeiffer, michelle yeoh, mick jagger, monica bellucci, naomi campbell, naomi osaka, naomi watts,
neymar, noah centineo, novak djokovic, olivia munn, paul mccartney, paul rudd, pedro pascal,
phoebe waller bridge, post malone, queen latifah, rachel weisz, rafael nadal, renee zellweger,
robert de niro, robin williams, roger federer, ronda rousey, rosie huntington whiteley, rowan
atkinson, salman khan, samuel l jackson, saoirse ronan, sarah jessica parker, sarah michelle
gellar, sarah silverman, selma blair, shah rukh khan, shailene woodley, sharon stone, shawn
mendes, sigourney weaver, simone biles, snoop dogg, susan sarandon, sylvester stallone, taylor
momsen, tiger woods, tina fey, tom hardy, tom hiddleston, tom brady, travis kelce, usain bolt,
vanessa hudgens, victoria beckham, viola davis, willem dafoe, winona ryder, whitney houston,
woody harrelson, zooey deschanel, zoe kravitz, catherine deneuve, brigitte bardot, sophia loren,
brigitte macron, olaf scholz, friedrich merz, keir starmer, king charles, prince charles, queen
camilla, pope francis, dalai lama, tayyip erdogan, javier milei, jair bolsonaro, nicolas maduro,
kim yo jong, shinzo abe, imran khan, bin salman, justin timberlake, chappell roan, tate mcrae,
hunter schafer, jacob elordi, barry keoghan, paul mescal, rachel zegler, sadie sink, maya hawke,
kim taehyung, jeon jungkook, lalisa manobal, belle delphine, amouranth, mia khalifa, riley reid,
lana rhoades, andrew tate, mrbeast, pewdiepie, addison rae, bella poarch, dixie damelio, emma
chamberlain, james charles, scarlet johansson, arianna grande, emma whatson, beyonce knowles,
kate winslett, anne hataway, trump, zelensky, zelenskyy, merkel, macron, trudeau, erdogan,
mbappe, messi, beckham, ronaldinho, maradona, hitler, adolf hitler, joseph stalin, josef stalin,
benito mussolini, mao zedong, fidel castro, che guevara, saddam hussein, osama bin laden,
muammar gaddafi, bashar al assad, hassan rouhani, ali khamenei, kim jong il, hugo chavez, evo
morales, lula da silva, claudia sheinbaum, lopez obrador, viktor orban, donald tusk, andrzej
duda, pedro sanchez, mark rutte, geert wilders, marine le pen, nicolas sarkozy, francois
hollande, jean luc melenchon, gabriel attal, jordan bardella, gerhard schroder, annalena
baerbock, alice weidel, robert habeck, markus soder, sebastian kurz, silvio berlusconi, matteo
salvini, mario draghi, sanna marin, mette frederiksen, erna solberg, katrin jakobsdottir, tony
blair, david cameron, theresa may, liz truss, nigel farage, gordon brown, margaret thatcher,
winston churchill, jeremy corbyn, angela rayner, nicola sturgeon, scott morrison, anthony
albanese, pierre poilievre, mark carney, jd vance, mike pence, nancy pelosi, ron desantis, marco
rubio, ted cruz, mitch mcconnell, lauren boebert, marjorie taylor greene, nikki haley, sarah
palin, pete buttigieg, gavin newsom, elizabeth warren, ilhan omar, rashida tlaib, tulsi gabbard,
robert f kennedy, john f kennedy, jackie kennedy, richard nixon, ronald reagan, jimmy carter,
george bush, george w bush, condoleezza rice, rudy giuliani,
jared kushner, barron trump, tiffany trump, usha vance, jill biden, hunter biden, sasha obama,
malia obama, chelsea clinton, monica lewinsky, rahul gandhi, mahatma gandhi, indira gandhi,
benazir bhutto, malala yousafzai, nelson mandela, desmond tutu, martin luther king, malcolm x,
rosa parks, mother teresa, pope john paul, pope benedict, pope leo, prince andrew, prince
edward, princess anne, princess charlotte, prince george of wales, princess kate, princess
beatrice, princess eugenie, queen letizia, princess leonor, queen maxima, queen rania, prince
albert of monaco, grace kelly, charlene of monaco, lady diana, diana spencer, lady di, camilla
parker bowles, albert einstein, stephen king, jk
rowling, j k rowling, george r r martin, neil gaiman, margaret atwood, salman rushdie, ernest
hemingway, virginia woolf, sylvia plath, marlon brando, james dean, humphrey bogart, clark
gable, cary grant, gary cooper, john wayne, paul newman, robert redford, steve mcqueen, sean
connery, roger moore, pierce brosnan, timothy dalton, clint eastwood, jack nicholson, al pacino,
dustin hoffman, morgan freeman, anthony hopkins, ian mckellen, patrick stewart, judi dench,
maggie smith, emma thompson, kristin scott thomas, rosamund pike, kate bush, felicity jones,
gemma arterton, gemma chan, lily allen, jodie comer, jodie whittaker, david tennant, matt smith,
peter capaldi, karen gillan, billie piper, michelle dockery, olivia colman, claire foy, vanessa
kirby, imelda staunton, elizabeth debicki, emma corrin, josh o connor, millie gibson, naomi
ackie, cynthia erivo, letitia wright, john boyega, daniel kaluuya, thandiwe newton, thandie
newton, ralph fiennes, colin firth, jeremy irons, gary oldman, tim roth, ewan mcgregor, gerard
butler, james mcavoy, michael fassbender, cillian murphy, colin farrell, liam neeson, kenneth
branagh, jamie dornan, andrew scott, sam heughan, caitriona balfe, richard madden, kit connor,
joe locke, nicola coughlan, phoebe dynevor, simone ashley, jonathan bailey, rege jean page, regé
jean page, asa butterfield, gillian anderson, david duchovny, lucy liu, lucy lawless, xena lucy
lawless, milla jovovich, famke janssen, rebecca romijn, halle bailey, rebecca ferguson, gina
carano, gina rodriguez, america ferrera, eiza gonzalez, melissa barrera, ana taylor joy, barbara
palvin, adriana lima, alessandra ambrosio, miranda kerr, doutzen kroes, rosie huntington, karlie
kloss, joan smalls, cindy crawford, claudia schiffer, linda evangelista, christy turlington,
helena christensen, heidi klum, kaia gerber, elsa hosk, josephine skriver, taylor hill, sara
sampaio, romee strijd, emily didonato, winnie harlow, adut akech, bettie page, farrah fawcett,
raquel welch, jane fonda, bo derek, pam grier, jayne mansfield, rita hayworth, lauren bacall,
ava gardner, veronica lake, hedy lamarr, ingrid bergman, greta garbo, marlene dietrich,
katharine hepburn, bette davis, joan crawford, judy garland, liza minnelli, elizabeth taylor,
liz taylor, natalie wood, kim novak, tippi hedren, doris day, debbie reynolds, carrie fisher,
julie andrews, mia farrow, faye dunaway, diane keaton, barbra streisand, goldie hawn, bette
midler, sally field, jessica lange, michelle williams, kathy bates, glenn close, susan boyle,
whoopi goldberg, angela bassett, octavia spencer, regina king, taraji henson, taraji p henson,
kerry washington, gabrielle union, lupita nyong o, danai gurira, tessa thompson, janelle monae,
zazie beetz, kiki layne, amandla stenberg, storm reid, marsai martin, skai jackson, yara
shahidi, mckenna grace, finn wolfhard, noah schnapp, gaten matarazzo, caleb mclaughlin, natalia
dyer, joe keery, charlie heaton, david harbour, jamie campbell bower, joseph quinn, walker
scobell, iain armitage, jacob tremblay, brooklynn prince, julia butters, xochitl gomez, iman
vellani, isabela merced, isabela moner, peyton list, debby ryan, bridgit mendler, china anne
mcclain, olivia holt, sofia carson, rowan blanchard, auli i cravalho, joey king, maddie ziegler,
mackenzie ziegler, noah beck, chase hudson, lil huddy, loren gray, avani gregg, kouvr annon,
khaby lame, bretman rock, nikkie tutorials, jeffree star, jaclyn hill, zoe sugg, caspar lee, joe
sugg, alfie deyes, ksi, jj olatunji, kai cenat, ishowspeed, adin ross, xqc, ninja tyler blevins,
tyler blevins, valkyrae, imane anys, sssniperwolf, lia wolf, alinity, corinna kopf, hasan piker,
markiplier, jacksepticeye, dream youtuber, georgenotfound, danielle cohn, lele pons, hannah
stocking, tana mongeau, trisha paytas, shane dawson, colleen ballinger, miranda sings, ryan
kaji, mr beast, jimmy donaldson, charli d amelio, dixie d amelio, bryce hall, vinnie hacker,
alix earle, haliey welch, hawk tuah girl, livvy dunne, olivia dunne, paige spiranac, angela
white porn star, abella danger, eva elfie, mia malkova, sasha grey, jenna jameson, asa akira,
lisa ann, stormy daniels, bonnie blue onlyfans, lily phillips, gypsy rose, kaitlyn siragusa,
jordan peterson, ben shapiro, tucker carlson, alex jones, candace owens, edward snowden, julian
assange, steve jobs, tim cook, sundar pichai, satya nadella, larry ellison, warren buffett, sam
altman, peter thiel, jack dorsey, sheryl sandberg, melinda gates, mackenzie scott, richard
branson, bernard arnault, lauren sanchez, elizabeth holmes, sam bankman fried, martha stewart,
gordon ramsay, jamie oliver, nigella lawson, jimmy kimmel, stephen colbert, conan o brien, john
oliver, trevor noah, seth meyers, david letterman, jay leno, larry king, anderson cooper, rachel
maddow, megyn kelly, piers morgan, jeremy clarkson, richard hammond, james may presenter, holly
willoughby, phillip schofield, ant and dec, simon cowell, amanda holden, cheryl cole, alesha
dixon, tess daly, claudia winkleman, rylan clark, stacey solomon, katie price, kerry katona,
gemma collins, molly mae hague, maya jama, love island molly mae, david attenborough, brian cox
physicist, neil degrasse tyson, bill nye, carl sagan, jane goodall, elvis presley, john lennon,
ringo starr, george harrison, yoko ono, keith richards, david bowie, elton john, george michael,
phil collins, rod stewart, robbie williams, gary barlow, liam gallagher, noel gallagher, damon
albarn, thom yorke, chris martin coldplay, amy winehouse, adele adkins, singer adele, rita ora,
jessie j, ellie goulding, charli xcx, charlotte aitchison, fka twigs, sam smith singer, lewis
capaldi, zayn malik, niall horan, louis tomlinson, liam payne, perrie edwards, jade thirlwall,
leigh anne pinnock, jesy nelson, victoria adams, geri halliwell, emma bunton, melanie brown,
melanie chisholm, kris jenner, bruce jenner, north west kardashian, penelope disick, kurt
cobain, courtney love, dave grohl, eddie vedder, billie joe armstrong, hayley williams, amy lee,
alanis morissette, shania twain, celine dion, drake rapper, aubrey graham, the weeknd, abel
tesfaye, carly rae jepsen, nelly furtado, ice spice, saweetie, latto, glorilla, sexyy red, missy
elliott, lil kim, foxy brown, lauryn hill, erykah badu, alicia keys, mary j blige, janet
jackson, la toya jackson, paris jackson, diana ross, tina turner, aretha franklin, toni braxton,
blue ivy carter, jay z, kelly rowland, solange knowles, ciara wilson, rihanna fenty, chris
brown, usher raymond, ne yo, frank ocean, tyler the creator, kendrick lamar, j cole, travis
scott, asap rocky, a ap rocky, lil nas x, lil wayne, lil uzi, lil pump, eminem, marshall
mathers, dr dre, ice cube rapper, tupac shakur, biggie smalls, notorious b i g, p diddy, puff
daddy, sean combs, diddy combs, r kelly, bill cosby, harvey weinstein, jeffrey epstein,
ghislaine maxwell, kevin spacey, o j simpson, oj simpson, amanda knox, casey anthony, luigi
mangione, kyle rittenhouse, ted bundy, jeffrey dahmer, charles manson, madonna ciccone, singer
madonna, kesha, hannah montana miley, jonas brothers, nick jonas, joe jonas, kevin jonas, jamie
lynn spears, ashlee simpson, mandy moore, nicole richie, apple martin, bjork, robyn singer, zara
larsson, tove lo, lykke li, sigrid raabe, aurora aksnes, abba agnetha, agnetha faltskog,
stromae, aya nakamura, edith piaf, mylene farmer, vanessa paradis, lily rose depp, alain delon,
jean paul belmondo, jean reno, gerard depardieu, vincent cassel, lea seydoux, audrey tautou,
isabelle huppert, isabelle adjani, juliette binoche, sophie marceau, emmanuelle beart, laetitia
casta, omar sy, zinedine zidane, antoine griezmann, karim benzema, thierry henry, til schweiger,
diane kruger, franka potente, matthias schweighofer, elyas m barek, christoph waltz, nena
kerner, helene fischer, lena meyer landrut, sarah connor singer, dieter bohlen, thomas
gottschalk, barbara schoneberger, palina rojinski, michael schumacher, sebastian vettel, boris
becker, steffi graf, manuel neuer, thomas muller, toni kroos, jurgen klopp, gina lollobrigida,
claudia cardinale, chiara ferragni, fedez, laura pausini, eros ramazzotti, maneskin, damiano
david, roberto benigni, antonio banderas, ursula corbero, ester exposito, maria pedraza, jaime
lorente, alvaro morte, enrique iglesias, julio iglesias, rosalia, aitana ocana, karol g, becky
g, maluma, j balvin, ozuna, daddy yankee, luis fonsi, ricky martin, shakira mebarak, marc
anthony, paulina rubio, gloria trevi, belinda peregrin, danna paola, diego luna, gael garcia
bernal, eugenio derbez, yalitza aparicio, carlos alcaraz, gerard pique, sergio
ramos, iker casillas, lamine yamal, alexia putellas, aitana bonmati, jenni hermoso, bruna
marquezine, ivete sangalo, neymar jr, vinicius junior, rodrygo goes, ronaldo nazario, georgina
rodriguez, antonela roccuzzo, erling haaland, jude bellingham, harry kane, marcus rashford,
bukayo saka, phil foden, wayne rooney, coleen rooney, rebekah vardy, jamie vardy, mohamed salah,
kevin de bruyne, virgil van dijk, robert lewandowski, luka modric, zlatan ibrahimovic, michael
jordan, kobe bryant, stephen curry, steph curry, kevin durant, giannis antetokounmpo, shaquille
o neal, shaquille oneal, luka doncic, caitlin clark, angel reese, brittney griner, patrick
mahomes, jason kelce, colin kaepernick, rory mcilroy, mike tyson, muhammad ali, floyd
mayweather, conor mcgregor, khabib nurmagomedov, canelo alvarez, john cena, dwayne the rock
johnson, hulk hogan, the undertaker wrestler, becky lynch, charlotte flair, sasha banks, alexa
bliss, aly raisman, gabby douglas, suni lee, nadia comaneci, venus williams, maria sharapova,
emma raducanu, coco gauff, iga swiatek, aryna sabalenka, ashleigh barty, andy murray, max
verstappen, charles leclerc, lando norris, fernando alonso, valentino rossi, michael phelps,
katie ledecky, ryan lochte, tom daley, sunisa lee, eileen gu, chloe kim, mikaela shiffrin,
lindsey vonn, shaun white, alex morgan, mia hamm, sam kerr, leah williamson, mary earps, lauren
james footballer, amitabh bachchan, abhishek bachchan, aishwarya rai bachchan, ranveer singh,
ranbir kapoor, shahid kapoor, sonam kapoor, janhvi kapoor, sridevi, madhuri dixit, kajol, rani
mukerji, preity zinta, sushmita sen, kangana ranaut, sara ali khan, kiara advani, kriti sanon,
disha patani, shraddha kapoor, tamannaah bhatia, samantha ruth prabhu, rashmika mandanna,
nayanthara, sai pallavi, trisha krishnan, sunny leone, nora fatehi, urfi javed, aamir khan,
akshay kumar, hrithik roshan, ajay devgn, virat kohli, anushka shetty, ms dhoni, sachin
tendulkar, rohit sharma, mukesh ambani, arijit singh, mahira khan, fawad khan, atif aslam, park
jimin, jungkook, kim namjoon, kim seokjin, min yoongi, jung hoseok, bts jimin, bts v, bts jin,
bts suga, bts rm, jennie kim, blackpink jennie, kim jisoo, blackpink jisoo, park chaeyoung,
blackpink rose, blackpink lisa, lisa manoban, twice nayeon, im nayeon, twice sana, minatozaki
sana, hirai momo, chou tzuyu, tzuyu, kim dahyun, park jihyo, bae suzy, iu singer, lee jieun, lee
ji eun, kim taeyeon, im yoona, tiffany young, jessica jung, jang wonyoung, an yujin, karina
aespa, aespa karina, aespa winter, kim minji newjeans, newjeans hanni, hanni pham, newjeans
haerin, newjeans danielle, newjeans hyein, stray kids felix, hwang hyunjin, bang chan, cha eun
woo, cha eunwoo, song joong ki, song hye kyo, jun ji hyun, lee min ho, park seo joon, park bo
gum, gong yoo, hyun bin, son ye jin, kim soo hyun, kim go eun, jung ho yeon, jung hoyeon, hoyeon
jung, lee jung jae, psy gangnam, kim yuna, yuna kim, son heung min, bong joon ho, hikaru utada,
utada hikaru, namie amuro, ayumi hamasaki, kyary pamyu, haruka ayase, masami nagasawa, satomi
ishihara, nana komatsu, mikako tabe, kiko mizuhara, rinko kikuchi, ken watanabe, hiroyuki
sanada, takeshi kitano, hideo kojima, hayao miyazaki, shohei ohtani, naomi watanabe, yuzuru
hanyu, fumio kishida, jackie chan, bruce lee, jet li, donnie yen, chow yun fat, andy lau, tony
leung, maggie cheung, zhang ziyi, gong li, fan bingbing, liu yifei, li bingbing, zhao wei,
angelababy, dilraba dilmurat, yang mi actress, zhao liying, xiao zhan, wang yibo, lu han, jay
chou, jolin tsai, faye wong, teresa teng, jack ma, peng liyuan, peng shuai, yao ming, tsai ing
wen, blackpink member, bts member, vladimir zhirinovsky, alexei navalny, yulia navalnaya, dmitry
medvedev, sergei lavrov, yevgeny prigozhin, ramzan kadyrov, alla pugacheva, anna kournikova,
natalia vodianova, maria zakharova, alina kabaeva, alina zagitova, kamila valieva, evgenia
medvedeva, t a t u lena katina, olena zelenska, volodymyr klitschko, vitali klitschko, wladimir
klitschko, andriy shevchenko, alexander lukashenko, svetlana tikhanovskaya, recep tayyip, hande
ercel, burak ozcivit, tuba buyukustun, serenay sarikaya, fahriye evcen, can yaman, mohammed bin
salman, nancy ajram, haifa wehbe, amr diab, umm kulthum, maya diab, mohamed hadid, anwar hadid,
bar refaeli, noa kirel, netta barzilai, sara netanyahu, desmond doss hacksaw, tyla singer, burna
boy, wizkid, davido, tiwa savage, tems singer, chimamanda ngozi adichie, lupita nyong, didier
drogba, samuel eto o, sadio mane, leighton meester, penn badgley, chace crawford, ed westwick,
kristen ritter, krysten ritter, jessica jones actress, aaron paul, bryan cranston, anna gunn,
bob odenkirk, rhea seehorn, steve carell, john krasinski, rainn wilson, mindy kaling, ellie
kemper, amy poehler, kristen wiig, melissa mccarthy, maya rudolph, kate mckinnon, pete davidson,
ariana madix, adam levine, behati prinsloo, blake shelton, carrie underwood, miranda lambert,
faith hill, tim mcgraw, kelsea ballerini, kacey musgraves, lainey wilson, morgan wallen, luke
combs, zach bryan, garth brooks, johnny cash, june carter, reba mcentire, leann rimes, willie
nelson, bob dylan, joan baez, joni mitchell, stevie nicks, lindsey buckingham, debbie harry,
joan jett, patti smith, janis joplin, jimi hendrix, jim morrison, robert plant, jimmy page, ozzy
osbourne, sharon osbourne, kelly osbourne, axl rose, slash guitarist, jon bon jovi, bruce
springsteen, billy joel, prince rogers nelson, sinead o connor, dolores o riordan, hozier, ed
norton, edward norton, helena bonham, orlando bloom, viggo mortensen, hugo weaving, elijah wood,
sean astin, rupert grint, tom felton, bonnie wright, evanna lynch, taylor lautner, nikki reed,
ashley greene, josh hutcherson, liam hemsworth, sam claflin, theo james, ansel elgort, miles
teller, glen powell, callum turner, austin butler, ashley tisdale, corbin bleu, hunter king,
dylan sprouse, cole sprouse, camila mendes, madelaine petsch, kj apa, millie brown, sarah
hyland, ariel winter, nolan gould, rico rodriguez, julie bowen, ed o neill, jim parsons, johnny
galecki, kunal nayyar, simon helberg, melissa rauch, mayim bialik, jennifer coolidge, alexa
demie, barbie ferreira, maude apatow, angus cloud, walton goggins, haley lu richardson, meghann
fahy, simona tabasco, lisa kudrow, matthew perry, matt leblanc, david schwimmer, sarah michelle,
alyson hannigan, neil patrick harris, josh radnor, cobie smulders, jason segel, alyssa milano,
shannen doherty, rose mcgowan, holly marie combs, tori spelling, jennie garth, luke perry, jason
priestley, pamela lee anderson, yasmine bleeth, david hasselhoff, teri hatcher, dean cain, henry
winkler, ron howard, bryce dallas howard, steven spielberg, george lucas, quentin tarantino,
martin scorsese, christopher nolan, david lynch, tim burton, james cameron, ridley scott, greta
gerwig, sofia coppola, francis ford coppola, nicolas cage, patricia arquette, rosanna arquette,
mickey rourke, michael keaton, val kilmer, heath ledger, jared leto, lenny kravitz, lisa bonet,
maisie williams, isaac hempstead wright, lena headey, peter dinklage, nikolaj coster waldau,
rose leslie, nathalie emmanuel, carice van houten, gwendoline christie, natalie dormer, milly
alcock, emily carey, emma d arcy, olivia cooke, bella ramsey, ashley johnson, gabriel luna,
kaitlyn dever, emma myers, hunter doohan, percy hynes white, christina ricci, catherine zeta,
michael douglas, kirk douglas, robert downey, scarlett johanson, scarjo, jlo, j lo, kim k, tay
swift, t swift, ari grande, brangelina, angelina joly, angelina jolly, arnold schwarzenegger,
sylvester stalone, bruce willis, rumer willis, mel gibson, harrison ford, calista flockhart,
kevin costner, kevin bacon, kyra sedgwick, patrick swayze, jennifer grey, olivia newton john,
richard gere, julia robert, samuel jackson, jamie foxx, eddie murphy, chris rock, kevin hart,
ice t, coco austin, dave chappelle, will ferrell, ben stiller, owen wilson, vince vaughn, seth
rogen, jonah hill, james corden, zach galifianakis, bradley cooper, jennifer connely, lady
dianna, suri cruise, katie holmes, shiloh jolie, vivienne jolie, knox jolie, zahara jolie, kaia
crawford, stormi webster, willow smith, jaden smith, jada pinkett, jada pinkett smith, fergie
duhamel, stacy ferguson, nicole scherzinger, ashley roberts, kimberly wyatt, lauren jauregui,
normani kordei, dinah jane, ally brooke, madison pettis, chloe bailey, oprah, prince william of
wales, prince rogers
"""

LIKENESS_PHRASES = """
queen elizabeth, deepfake, deepfakes, deep fake, faceswap, face swap, celebrity lookalike,
celebrity look alike,
celebrity face, lookalike of, look alike of, real celebrity, fake nude of, deepfaked,
deepfaking, face swapped, faceswapped, face swapping, swap her face, swap faces, swapped face,
replace her face with, face of a real, my ex s face, ex s face, exs face, coworker s face,
coworkers face, co worker s face, classmate s face, neighbor s face, neighbour s face, my boss s
face, my teacher s face, my sister s face, girl from my class, photo of my ex, looks exactly
like the actress, looks exactly like the singer, celebrity nude, celebrity nudes, celebrity
naked, celebrity deepfake, celebrity clone, celebrity double, lookalikes of, look alikes of,
dead ringer for, impersonating the actress, famous actress nude, famous singer nude, leaked
celebrity, fake nudes, undress app, nudify, nudified, undress this person, undress this photo,
face of my ex, face of my boss, face of my neighbor, face of my neighbour, face of my teacher,
face of my coworker, deepfaker, deep faked, deep faking, ai undress, undress ai, undressing app,
nudifier, nudifying, clothes remover, clothing remover, remove her clothes from, remove clothes
from, remove the clothes from, remove his clothes from, x ray her clothes, see her naked from
photo, nude version of this, naked version of this, nude edit of, nude photoshop of,
photoshopped nude, photoshop her face, photoshop his face, paste her face, paste his face,
pasting her face, put her face on, put his face on, put my face on, put the face of, putting her
face on, insert her face, insert face, swap in the face, swap face, swap the face, swapped
faces, faceswaps, face swaps, face swapper, face morph, morph her face, face transplant of, face
reference photo of, same face as, identical to the actress, identical to the singer, identical
twin of the actress, exact likeness, likeness of a real, in the likeness of, likeness of the,
celebrity likeness, spitting image of, doppelganger of, doppelgänger of, carbon copy of, clone
of the, double of the actress, body double of, impersonator of, celebrity impersonation,
celebrity look, lookalike actress, look alike actress, lookalike singer, resembles the actress,
resembles the singer, resembling the actress, resembling the singer, resembling a celebrity,
resembles a celebrity, looks like the actress, looks like the singer, looks like a famous, looks
like the famous, looks like the queen, looks like the president, looks exactly like, looks just
like the, looks identical to, looking exactly like, look exactly like, modeled on the actress,
modelled on the actress, based on the actress, based on the singer, based on a real, based on
real person, real existing person, real living person, actual living person, actual celebrity,
real person s, real person nude, real people nude, non consensual deepfake, sex tape of, leaked
photos of, leaked pictures of, leaked nudes of, nudes of my, nude of my, nude photo of my ex,
naked photo of my, naked picture of my, nude picture of my, porn of my, my ex nude, my ex naked,
my ex girlfriend nude, my ex girlfriend naked, my ex wife nude, my ex wife naked, fake porn of,
fake nude, fake naked, fake sex tape, celebrity porn, celebrity sex, celebrity sex tape,
celebrity topless, celebrity undressed, celebrity leak, celebrity leaks, celeb nude, celeb
nudes, celeb porn, naked celebrity, nude celebrity, naked celebrities, nude celebrities, famous
actress naked, famous singer naked, famous politician, nude politician, naked politician, naked
president, nude president, naked prime minister, nude prime minister, president of the united
states, president of the usa, president of france, president of russia, president of ukraine,
president of china, us president, the american president, the french president, the russian
president, prime minister of, current prime minister, current president, first lady of, queen of
england, king of england, the british queen, the british king, princess of wales, prince of
wales, duchess of sussex, duke of sussex, duchess of cambridge, actress who played, actor who
played, actress who plays, actor who plays, actress from the film, actress from the movie,
actress from the series, actress from the show, actor from the film, actor from the movie, actor
from the series, lead singer of, the singer of, my neighbor s face, my neighbours face, my
neighbors face, my colleague s face, my colleagues face, my classmates face, my friend s face,
my friends face, my professor s face, my ex girlfriend s face, my ex boyfriend s face, my ex
wife s face, my ex husband s face, my teachers face, my bosses face, my crush s face, girlfriend
s face on, wife s face on, face of my classmate, face of my friend, face of my colleague, face
of my ex girlfriend, face of my professor, face of my crush, face of my aunt, face of my cousin,
face of my sister, face of my mother, face of a celebrity, face of a famous, face of a
politician, face of an actress, face of the actress, face of a singer, face of the singer, face
of the president, face of the queen, with the face of the actress, with the face of the singer,
with a celebrity s face, with a celebrity face, celebrity s face, celebrities faces, actress s
face, her real face from, from her instagram, from her facebook, from her tiktok, from her
linkedin, from her onlyfans, from my class, from my school, from my office, from my gym, from my
street, of my classmate, of my coworker, of my colleague, of my neighbor, of my neighbour, con
la cara de, con el rostro de, cara de una famosa, avec le visage de, visage d une actrice, sosie
de, sosie d une, mit dem gesicht von, gesicht von, doppelgängerin von, doppelgänger von, con la
faccia di, con il viso di, sosia di, com o rosto de, com a cara de, sósia de, met het gezicht
van, dubbelgangster van, z twarzą, sobowtór, с лицом, двойник, дипфейк, falso desnudo de, doble
de la actriz, undress this woman, undress this girl, undress this man, undress the woman in,
undress the girl in, undress her photo, undress her picture, undress my, nude of this, naked
photo of this, face of my, faces of my, real actress, real actor, from a tv show, real singer,
actual actress, actual singer, real life actress, real politician, deepnude, deepnudes, deep
nude, deep nudes, clothoff, clothes off this photo, clothes off this picture, clothes off her
photo, clothes off her picture, clothes off the photo, strip the clothes off this, strip her
clothes from photo, nudifying app, ai nude of, ai nudes of, ai porn of, ai generated nude of,
fake porn, fakeporn, fakenudes, fake nudes of, undressing this photo, undress this picture,
undress her in this photo, take her clothes off in this, take off her clothes in this, remove
her clothes in, remove her dress in this, remove her bikini in this, erase her clothes, erase
the clothes, erase clothing from, see what she looks like naked, see her naked, make her naked
in this, make her nude in this, make this woman naked, make this girl naked, make my teacher
naked, make my colleague naked, make my neighbor naked, make my neighbour naked, make my ex
naked, my teacher s head on, my boss s head on, her head on a naked, her head on a nude, her
head on porn, his head on a naked, head on a porn star s, head swap, headswap, body swap porn of
a real, celebrity head on, real person in porn, real celebrity nude, real actress nude, non
celebrity deepfake, revenge deepfake, porn deepfake, deepfake porn, deepfake video of, deepfake
of
"""
"""Words for borrowing a face."""
