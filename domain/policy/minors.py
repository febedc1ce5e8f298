"""Words for people under age, or presented as such."""

MINOR_WORDS = """
schooler, schoolers, kidz, childz, chyld, teenz, schoolgurl, child, childs, children, childrens,
childlike, childish, grandchild, grandchildren, stepchild, schoolchild, schoolchildren, kid,
kids, kiddo, kiddos, kiddie, kiddies, kiddy, schoolkid, schoolkids, toddler, toddlers, infant,
infants, infantile, baby, babies, babygirl, newborn, newborns, neonate, teen, teens, teenage,
teenaged, teenager, teenagers, teenybopper, preteen, preteens, tween, tweens, tweenie, minor,
minors, underage, underaged, underagers, juvenile, juveniles, adolescent, adolescents,
adolescence, preadolescent, prepubescent, pubescent, prepubertal, puberty, youngster,
youngsters, schoolgirl, schoolgirls, schoolboy, schoolboys, highschool, highschooler,
highschoolers, kindergarten, kindergartner, kindergartener, preschool, preschooler,
preschoolers, seifuku, loli, lolis, lolicon, lolita, lolitas, shota, shotas, shotacon, jailbait,
ageplay, ddlg, pedo, paedo, pedophile, paedophile, pedophilia, paedophilia, csam, csem, cunny,
diaper, diapers, deaged, quinceañera, u18, tyke, ninos, ninas, chiquilla, chiquillo, colegiala,
colegialas, adolescente, adolescentes, muchachita, niñita, infantil, enfant, enfants, enfantin,
fillette, fillettes, gamine, gamines, gamin, mineure, mineures, mineur, écolière, écolier,
lycéenne, lycéen, collégienne, collégien, nourrisson, kinder, kleinkind, kindlich, minderjährig,
minderjährige, minderjähriger, minderjähriges, minderjährigen, schulmädchen, schülerin,
schülerinnen, jugendliche, jugendlicher, teenie, säugling, criança, crianças, criancinha,
menininha, menininho, garotinha, garotinho, novinha, novinhas, colegial, bambina, bambino,
bambine, bambini, ragazzina, ragazzine, ragazzino, minorenne, minorenni, neonato, neonata,
scolaretta, scolara, liceale, kinderen, minderjarig, minderjarige, schoolmeisje, tiener,
tieners, kleuter, peuter, dziewczynka, dziecko, nastolatka, nieletnia, çocuk, девочка, девочки,
мальчик, ребенок, дети, школьница, школьницы, малолетка, подросток, несовершеннолетняя,
несовершеннолетний, طفل, طفلة, قاصر, बच्चा, बच्ची, नाबालिग, tweenager, nymphet, nymphets,
toddlercon, girlchild, boychild, prepube, kindergarteners, daycare, schoolie, underagegirl,
sub18, jailbaits, pubescents, childporn, kiddieporn, niñitas, niñito, menorcita, chiquitas,
bebita, mocosa, pubescente, preadolescente, quinceanera, adolescentas, gosse, gosses, bambin,
bambins, mineurs, prépubère, préado, lycéennes, collégiennes, écolières, kleinkinder, schulkind,
schulkinder, minderjährigem, teenies, grundschülerin, pubertierende, backfisch, knabe, schüler,
kindchen, garota menor, crianca, menininhas, estudantezinha, ninfeta, ninfetas, novinho,
fanciulla, fanciulle, ragazzini, adolescenti, studentessa minorenne, bimba, bimbo piccolo,
bimbe, scolarette, meisjes minderjarig, schoolmeisjes, kleuters, puber, pubers, kindermeisje,
dziewczynki, dziewczynkę, dzieci, chłopiec, chłopczyk, nastolatki, nastolatek, nastoletnia,
nieletni, nieletnie, małoletnia, uczennica, uczennice, licealistka, gimnazjalistka, niemowlę,
przedszkolak, девочку, девочке, девочек, детский, детей, подростки, подростка, школьник,
школьницу, школьниц, несовершеннолетние, несовершеннолетних, малолетняя, малолетние, младенец,
ученица, первоклассница, мальчика, малышка, дівчинка, дитина, діти, неповнолітня, школярка,
підліток, çocuklar, ergen, liseli, ilkokullu, ortaokullu, bebek, çocuğu, أطفال, مراهقة, مراهق,
رضيع, تلميذة, قاصرة, القاصر, طفله, بنت صغيرة, बच्चे, किशोरी, किशोर, नाबालिक, बालिका, minderårig,
minderårige, mindreårig, mindreårige, tonåring, tonårig, skolflicka, småflicka, tenåring,
skolepige, skolejente, barnslig, småpige, anakkecil, remaja, balita, παιδί, παιδιά, ανήλικη,
ανήλικος, κοριτσάκι, έφηβη, μαθήτρια, ילדה, ילד, ילדים, קטינה, קטין, תינוק, dítě, děti,
holčička, nezletilá, školačka, kislány, kiskorú, gyerek, gyermek, tinilány, copil, copilă,
minoră, fetiță, lapsi, lapset, alaikäinen, pikkutyttö, koululainen, teinityttö, کودک, دختربچه,
نوجوان, skoolgirl, scholgirl, двенадцатилетняя, двенадцатилетний, двенадцатилетней,
двенадцатилетнюю, двенадцатилетние, двенадцатилетка, тринадцатилетняя, тринадцатилетний,
тринадцатилетней, тринадцатилетнюю, тринадцатилетние, тринадцатилетка, четырнадцатилетняя,
четырнадцатилетний, четырнадцатилетней, четырнадцатилетнюю, четырнадцатилетние,
четырнадцатилетка, пятнадцатилетняя, пятнадцатилетний, пятнадцатилетней, пятнадцатилетнюю,
пятнадцатилетние, пятнадцатилетка, шестнадцатилетняя, шестнадцатилетний, шестнадцатилетней,
шестнадцатилетнюю, шестнадцатилетние, шестнадцатилетка, семнадцатилетняя, семнадцатилетний,
семнадцатилетней, семнадцатилетнюю, семнадцатилетние, семнадцатилетка, десятилетняя,
десятилетний, десятилетней, десятилетнюю, десятилетние, десятилетка, одиннадцатилетняя,
одиннадцатилетний, одиннадцатилетней, одиннадцатилетнюю, одиннадцатилетние, одиннадцатилетка,
dwunastoletnia, dwunastoletni, dwunastolatka, dwunastolatek, dwunastoletnią, dwunastoletniej,
trzynastoletnia, trzynastoletni, trzynastolatka, trzynastolatek, trzynastoletnią,
trzynastoletniej, czternastoletnia, czternastoletni, czternastolatka, czternastolatek,
czternastoletnią, czternastoletniej, piętnastoletnia, piętnastoletni, piętnastolatka,
piętnastolatek, piętnastoletnią, piętnastoletniej, szesnastoletnia, szesnastoletni,
szesnastolatka, szesnastolatek, szesnastoletnią, szesnastoletniej, siedemnastoletnia,
siedemnastoletni, siedemnastolatka, siedemnastolatek, siedemnastoletnią, siedemnastoletniej,
jedenastoletnia, jedenastoletni, jedenastolatka, jedenastolatek, jedenastoletnią,
jedenastoletniej, dziesięcioletnia, dziesięcioletni, dziesięciolatka, dziesięciolatek,
dziesięcioletnią, dziesięcioletniej, dodicenne, dodicenni, undicenne, undicenni, tredicenne,
tredicenni, quattordicenne, quattordicenni, quindicenne, quindicenni, sedicenne, sedicenni,
diciassettenne, diciassettenni, preteenage, preteenaged, subteen, subteens, kidlet, kiddywink,
bairn, bairns, rugrat, rugrats, sprog, sprogs, ankle biter, halfling child, grandkid, grandkids,
stepkid, stepkids, godchild, stepchildren, godchildren, schoolmate, gradeschooler,
gradeschoolers, elementaryschool, middleschooler, middleschoolers, middleschool, kindergartners,
nurseryschool, playschool, prepubescents, prepubertally, peripubertal, pubertal, infancy,
infantilized, infantilised, babylike, babyish, babes in arms, toddlerhood, juvenescent,
minorette, faunlet, faunlets, nymphette, nymphettes, catamite, pederast, pederasty, ephebophile,
ephebophilia, hebephile, hebephilia, paedophilic, pedophilic, pedobear, pedos, paedos, mesugaki,
kodomo, shotacons, lolicons, lolita girl, lolibaba, toddlerkon, oppailoli, lolihentai, choirboy,
choirboys, schoolmaid, highschoolgirl, highschoolgirls, highschooled, jailbaity, underager,
underages, undereighteen, unterachtzehn, abdl, agere, cgl, impúber, impubere, púber, niñera
menor, escolares, infante, nenita, chamaca, chamaquita, chavalita, adolescencia, parvularia,
niñato, bachillera, môme, mômes, adolescent nu, pucelle, préadolescente, préadolescent,
impubère, écoliers, collégiens, lycéens, poupon, nouveau né, grundschulkind, teenagerin,
teenagerinnen, halbwüchsige, halbwüchsiger, halbwüchsigen, schulmädel, schuljunge, schulbub,
gymnasiastin, realschülerin, unreif, unreife, vorpubertär, vorpubertäre, kindfrau, babys,
kindes, kindern, jugendlichen, minderjährigkeit, unmündig, unmündige, bambinetta, bimbetta,
bimbo nudo, scolari, liceali, minorile, adolescenza, infanzia, pargoletta, ragazzetta,
ragazzetto, pirralha, pirralho, guria, guri, moleque, moleca, garotinhos, garotinhas,
menorzinha, adolescência, aborrecente, ginasiana, pré adolescente, bebezinha, infantes,
tienermeisje, tienermeisjes, scholiere, scholieren, schooljongen, brugklasser, brugpieper,
minderjarigen, kindje, kindjes, baby's, peuters, kleuterschool, małolaty, małolat, nastolatkę,
nastolatką, uczennicę, uczennicą, licealistki, gimnazjalistki, przedszkolaczka, dziecięca,
dziecięce, niepełnoletnia, niepełnoletni, podlotek, nieletnią, nieletnich, dzieciak, dzieciaki,
школьницей, школьнику, школьники, малолетки, малолеток, малолетку, старшеклассница,
старшеклассницы, младшеклассница, семиклассница, восьмиклассница, девятиклассница,
десятиклассница, ребёнок, ребенка, ребёнка, дитя, мальчики, мальчиков, подростком, подростковая,
подросткового, отроковица, детсадовка, детсад, лоли, лолита, лолиты, несовершеннолетней,
несовершеннолетнюю, несовершеннолетнего, küçük yaşta, ergenler, liseliler, reşitsiz, çocuksu,
kızçocuğu, bebeği, فتاة قاصر, طفلات, المراهقة, مراهقات, بنات قاصرات, قاصرات, تلميذات, नाबालिग़,
बच्चियां, बच्चियों, किशोरियां, skolpojke, tonårs, tonåringar, småminderåriga, skolgutt,
skolejenter, mindreårigt, děvčátko, nezletilý, dětská, dítěte, školák, teenagerka, kiskorúak,
gyermekek, tinik, gyerekek, copii, minori, adolescentă, adolescenta, teini, teinit, alaikäiset,
koululaiset, koulutyttö, κοριτσάκια, αγοράκι, ανήλικες, ανήλικα, έφηβος, ילדות, קטינות, dưới
tuổi, thiếu niên, thiếu nữ, bocah, abg, anak anak, 6teen, 16teen, pthc, tweenage, tweenaged,
kidporn, childsex
"""

MINOR_PHRASES = """
lil girl, lil boy, lil kid, girl child, child bride, school going, half grown, freshman year of
high school, still in middle school, under age, under aged, age play, age regression, age
regressed, de aged, aged down, age down, barely legal, not of age, below the age of consent,
jail bait, child like, kid like, pre teen, pre teens, mid teens, early teens, sweet sixteen,
sweet 16, young teen, little girl, little girls, little boy, little boys, little sister, little
brother, little kid, little one, little princess, tiny girl, tiny boy, small girl, small boy,
young girl, young girls, young boy, young boys, young child, younger girl, younger boy, young
lass, young lad, school girl, school girls, school boy, school boys, school kid, school kids,
school child, school age, school aged, school uniform, school uniforms, schoolgirl uniform,
elementary school, primary school, grade school, grade schooler, middle school, middle schooler,
junior high, high school, high schooler, high schoolers, junior school, sixth former, girl
scout, girl scouts, boy scout, boy scouts, not adult, not an adult, non adult, not yet adult, no
adult, not grown up, pre adult, isnt an adult, isn t an adult, before puberty, under eighteen,
below eighteen, younger than eighteen, not eighteen, not yet eighteen, younger than adult, una
nina, un nino, la nina, el nino, unas ninas, menor de edad, menores de edad, menor de idade,
menores de idade, mineur e, petite fille, petites filles, petit garçon, jeune fille mineure,
kleines mädchen, kleine mädchen, kleiner junge, ein kind, kind nackt, nacktes kind, scuola
elementare, scuola media, piccola bambina, klein meisje, маленькая девочка, kiz cocugu, under
eighteens, under 18s, sub eighteen, immature body, undeveloped body, underdeveloped body, body
of a girl, elementary schooler, elementary schoolers, primary schooler, primary schoolers,
secondary school, secondary schooler, boarding school girl, prep school girl, cram school, third
grader, fourth grader, age of innocence girl, not old enough, far too young, looks too young,
illegally young, young looking girl, underage looking, still growing up, pre pubescent, pre
pubertal, pre adolescent, pre schooler, girl in puberty, going through puberty, early puberty,
high school student, high school students, high school senior, high school junior, high school
freshman, high school sophomore, middle school student, middle school students, girl next door
teen, teeny bopper, tiny tot, wee girl, wee lass, wee boy, young un, little lady girl, nina
pequena, ninas pequenas, niño pequeño, jovencita menor, chica menor, alumna de secundaria,
alumna de primaria, uniforme escolar, petit enfant, jeune ado, une ado, ados nues, ado nue,
petite ecoliere, uniforme scolaire, junges mädchen, junge mädchen, kleines kind, kleine kinder,
unter 18, unter achtzehn, nicht volljährig, menina pequena, menina nova, menor de 18, menor de
dieciocho, uniforme de colegial, meninas novas, bambina piccola, ragazza minorenne, ragazzina
nuda, meno di 18, minore di 18, klein kind, jong meisje, onder de 18, mała dziewczynka, małe
dziecko, mały chłopiec, poniżej 18, маленький мальчик, маленькие девочки, юная девочка, младше
18, küçük kız, küçük çocuk, reşit olmayan, 18 yaşından küçük, فتاة صغيرة, صغيرة السن, تحت السن,
دون السن, छोटी लड़की, छोटा लड़का, liten flicka, liten jente, lille pige, liten pojke, anak
kecil, anak sekolah, anak di bawah umur, di bawah umur, gadis kecil, trẻ em, vị thành niên, bé
gái, học sinh, малка, mică fată, sotto i 18, moins de 18, menos de 18, menor de 18 años, not of
legal age, below legal age, under legal age, under the age of consent, under age of consent,
skool girl, skool boy, skool girls, schol girl, years below eighteen, late teens girl, younger
than legal, too young to consent, too young to be, too young to drive, too young to know, too
young to drink, too young for this, too young to vote, not quite of age, not yet of age, not yet
legal, isn t legal yet, not legal yet, almost legal, nearly legal, soon to be legal, years from
legal, below legal, under legal, sub legal, illegal age, illegal teen, years away from
adulthood, years from adulthood, before adulthood, not fully grown, not yet grown, not an adult
yet, not yet a woman, not yet a man, no longer a toddler, still a girl, still a boy, just a girl
of, just a kid, only a kid, like a kid, like a child, child s body, child s face, kid s body,
body of a boy, body of a child, size of a child, small as a child, child size, child sized, pre
teenage, sub teen, young teens, younger teen, early teen, mid teen, tween girl, in her early
teens, in her mid teens, teen aged, adolescent like, pre puberty, prior to puberty, hitting
puberty, reached puberty, just reached puberty, start of puberty, onset of puberty, first signs
of puberty, pubic hair not yet, no pubic hair yet, half her age minor, girl guide, girl guides,
cub scout, cub scouts, brownie scout, altar boy, altar boys, choir boy, choir boys, ball boy,
training bra, training bras, trainer bra, first training bra, grade school girl, grade
schoolers, elementary student, elementary students, elementary school girl, elementary girl,
primary student, primary pupil, primary pupils, infant school, nursery school, pre school, pre
k, play school, reception class, lower school, upper school girl, secondary pupil, secondary
pupils, middle grade girl, school leaver girl, sixth form girl, sixth form, sixth form student,
sixth formers, fifth former, high school cheerleader, high school girl, high school boy, high
school girls, high school freshmen, high school sophomores, high school virgin, in high school,
in middle school, in junior high, still at school, still in school, still goes to school, still
in high school, after middle school, junior high schooler, jr high, junior high student, k 12,
kinder garten, kindergarten girl, school aged girl, gradeschool girl, small kid, small kids,
small children, little child, little children, wee child, tiny child, tiny kid, baby girl, baby
boy, baby sister, baby brother, baby daughter, baby son, newborn girl, ankle biter, babe in
arms, bundle of joy newborn, little miss, little lad, little lass, little lassie, little
daughter, little son, little niece, little nephew, little cousin, little student, lil sister,
lil sis, lil brother, lil daughter, young daughter, young son, young niece, young nephew, young
student girl, young pupil, young schoolgirl, young sister, young cousin, young kid, young kids,
young children, young minor, very young girl, very young boy, very young looking, looks
underage, appears underage, looking underage, seems underage, passes for underage, looks like a
minor, looks like a kid, looks like a child, looks like a teen, looking like a child, childlike
looks, minor looking, youthful minor, young for her age minor, small for her age, barely out of
diapers, barely in puberty, barely pubescent, barely a teen, barely teen, barely pubertal,
barely of age, barely eighteen, barely adult, not even eighteen, not even a teen, not even
legal, haven t reached puberty, never been to puberty, cp pics, child porn, child pornography,
child erotica, child model, child models, child sex, kid porn, kiddie porn, kiddy porn, teen
porn, pedo content, minor attracted, preteen model, straight shota, loli hentai, age regressing,
de aging, de age, aging down, aged back, regressed to, turned into a child, turned into a kid,
turned back into a child, adult baby, little space, cg l, dd lg, dd lb, daddy dom little,
caregiver little, niña menor, edad escolar, en edad escolar, chica de secundaria, chica de
instituto, estudiante de secundaria, estudiante de primaria, de la primaria, de la secundaria,
recién cumplidos quince, menos de dieciocho, aún menor, muy jovencita, fille mineure, garçon
mineur, fille de primaire, au collège, au lycée, élève de sixième, élève de collège, élève de
primaire, école primaire, école maternelle, toute jeune fille, très jeune fille, encore mineure,
âge scolaire, moins de dix huit, grundschule, im kindergarten, in der grundschule, mittelschule,
sehr junges mädchen, noch minderjährig, schulpflichtig, noch nicht volljährig, nicht achtzehn,
unter achtzehn jahren, schul mädchen, kleine schülerin, scuola primaria, scuola elementari,
scuole medie, scuola superiore, alle medie, alle elementari, ancora minorenne, non ancora
maggiorenne, non maggiorenne, sotto i diciotto, meno di diciotto, escola primária, ensino
fundamental, ensino médio, menor de dezoito, menos de dezoito, ainda menor, não maior, muito
novinha, jardim de infância, basisschool, middelbare school, lagere school, nog geen achttien,
onder de achttien, niet meerderjarig, heel jong meisje, szkoła podstawowa, ze szkoły
podstawowej, gimnazjum, poniżej osiemnastu, przed osiemnastką, nie ma osiemnastu, bardzo młoda
dziewczynka, начальная школа, младшая школа, школьного возраста, моложе 18, до 18 лет, не
достигшая совершеннолетия, нет 18, нет восемнадцати, маленькая дочь, on sekiz yaş altı, 18 yaş
altı, lise öğrencisi, ilkokul öğrencisi, ortaokul öğrencisi, ilkokul, ortaokul, طالبة ثانوية,
طالبة مدرسة, أقل من 18, دون 18, تحت 18, स्कूल की लड़की, स्कूली लड़की, 18 से कम, मिडिल स्कूल,
under 18 år, yngre än 18, små flickor, små piger, små jenter, malá holka, malé děvče, na
základní škole, kis lány, kis fiú, általános iskolás, fată minoră, sub 18 ani, elevă de liceu,
alle 18, pieni tyttö, pieni poika, κάτω των 18, μικρό κορίτσι, מתחת לגיל 18, ילדה קטנה, siswi
smp, siswi sma, siswi sd, anak smp, anak sd, anak sma, gadis smp, gadis sma, di bawah 18, chưa
đủ tuổi, chưa thành niên, nữ sinh trung học, học sinh cấp, dưới 18, on iki yaşında, on üç
yaşında, on dört yaşında, on beş yaşında, on altı yaşında, on yedi yaşında, before her 18th,
before his 18th, before her eighteenth, before his eighteenth, before their 18th, until her
18th, until his 18th, until her eighteenth, shy of her 18th, shy of her eighteenth, days until
18, eve of her 18th, not yet her 18th, breast buds, budding breasts, nữ sinh, nam sinh, naked
putto, nude putto, nude cherub, below age, below the legal age, under the legal age, not legal
age, not at legal age, below the age, kind sex, sex mit kind, sex mit einem kind, kind
unbekleidet
"""

MINOR_UNSPACED = """
ロリ, ろり, 幼女, 小学生, 中学生, 高校生, 女子高生, 未成年, 子供, こども, 子ども, 少女, 児童,
園児, 萝莉, 蘿莉, 正太, ショタ, 儿童, 兒童, 小女孩, 小男孩, 小孩, 孩子, 初中生, 高中生, 女童,
男童, 로리, 미성년, 어린이, 아동, 소녀, 여고생, 초등학생, 중학생, 十三歳, 十四歳, 十五歳, 十六歳,
十七歳, 十三岁, 十四岁, 十五岁, 十六岁, 十七岁, เด็ก, 女子小学生, 女子中学生, 女子児童, 女児,
男児, 幼児, 赤ちゃん, 子役, ティーン, 十代の少女, 未成熟, 幼い, 園児服, 小学女生, 中学女生, 初中,
高中女, 幼童, 少年少女, 未满18, 未滿18, 未满十八, 婴儿, 小姑娘, 萝莉塔, 学龄, 여자아이, 남자아이,
여중생, 초딩, 중딩, 고딩, 꼬마, 아기, 청소년, 소년, 유아, เด็กหญิง, เด็กชาย, ผู้เยาว์, วัยรุ่น,
นักเรียนหญิง, 女学生, 学生妹, 女高中生, 高中女生, 女初中生, 小学女, 幼齿, 幼齒, 雏妓, 未成年人,
童女, 小萝莉, 低龄, 稚嫩的女孩, 少女裸, 十二岁, 十一岁, 十岁女, 十二歳, 十一歳, メスガキ,
ようじょ, しょうじょ, つるぺた, 女学童, 幼稚園, 保育園児, 小学校, 中学校の, 中学女子, 小学女子,
女子校生, 高校女子, 制服少女, JK制服, 未熟な体, 低学年, 高学年, ロリータ体型, ロリっ子, 초등학교,
중학교, 고등학생, 고교생, 여고, 여중, 꼬맹이, 어린아이, 아이들, 어린 소녀, 유치원, 미성숙,
열두 살, 열세 살, 열네 살, 열다섯 살, 열여섯 살, 열일곱 살, 열두살, 열세살, 열네살, 열다섯살,
열여섯살, 열일곱살, เด็กสาว, เด็กผู้หญิง, นักเรียนมัธยม, นักเรียนประถม, ต่ำกว่า 18,
ไม่บรรลุนิติภาวะ, เยาวชน
"""
"""Terms of scripts written without spaces, looked for anywhere in the text."""

YOUTH_WORDS = "lil, yung, young, younger, youngest, little, tiny, smol, underdeveloped"

YOUNG_PERSON_WORDS = """
girl, girls, gurl, gurls, boy, boys, lass, lassie, lad, laddie, missy, grl, gyrl, grls
"""

GROWN_PERSON_WORDS = "woman, women, man, men, adult, adults, lady, ladies"

COMPOUND_HEADS = (
    "child",
    "children",
    "kid",
    "kids",
    "teen",
    "teenage",
    "preteen",
    "toddler",
    "schoolgirl",
    "underage",
    "infant",
    "loli",
    "shota",
)

COMPOUND_TAILS = """
girl, girls, boy, boys, nude, naked, sex, sexy, porn, like, model, models, body, young, little,
cute, female, male, princess, chan, kun, hot, pretty, beautiful, small, tiny, a, the, my
"""
"""A head written together with a tail (either order) is read as the head."""

NEGATIVE_AGE_PHRASES = """
adult, adults, adulthood, mature, maturity, grown, grownup, grownups, grown up, grown ups, of age,
legal age, over eighteen, eighteen plus, milf, adulte, adultes, adulto, adulta, adultos, adultas,
erwachsen, erwachsene, erwachsener, madura, maduro, matura, majeure, maggiorenne, mayor de edad,
maior de idade, volwassen, взрослая, взрослый
"""
"""Words that a negative prompt may not push away: to avoid an adult is to ask for a minor."""

NEGATIVE_AGE_UNSPACED = "大人, 成人, 成年, 성인"

NEGATIVE_BENIGN_PHRASES = "adult content, adult theme, adult themes, mature content, mature themes"

NEGATIVE_AGE_YEARS_BELOW = 40
"""A negative prompt may avoid an age from here on: "60 years old" is taste, "25" is an attack."""

SPELT_WORDS = ("adult",)
"""Looked for letter by letter too, for negative prompts."""
