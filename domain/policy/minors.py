"""Words for people under age, or presented as such."""

MINOR_WORDS = """
schooler, schoolers, kidz, childz, chyld, teenz, schoolgurl, child, childs, children, childrens,
childlike, childish, grandchild, grandchildren, stepchild, schoolchild, schoolchildren, kid, kids,
kiddo, kiddos, kiddie, kiddies, kiddy, schoolkid, schoolkids, toddler, toddlers, infant, infants,
infantile, baby, babies, babygirl, babyface, babyfaced, newborn, newborns, neonate, teen, teens,
teenage, teenaged, teenager, teenagers, teenybopper, preteen, preteens, tween, tweens, tweenie,
minor, minors, underage, underaged, underagers, juvenile, juveniles, adolescent, adolescents,
adolescence, preadolescent, prepubescent, pubescent, prepubertal, puberty, youngster, youngsters,
schoolgirl, schoolgirls, schoolboy, schoolboys, highschool, highschooler, highschoolers,
kindergarten, kindergartner, kindergartener, preschool, preschooler, preschoolers, seifuku, loli,
lolis, lolicon, lolita, lolitas, shota, shotas, shotacon, jailbait, ageplay, ddlg, pedo, paedo,
pedophile, paedophile, pedophilia, paedophilia, csam, csem, cunny, diaper, diapers, deaged,
quinceañera, u18, tyke, ninos, ninas, chiquilla, chiquillo, colegiala, colegialas, adolescente,
adolescentes, muchachita, niñita, infantil, enfant, enfants, enfantin, fillette, fillettes,
gamine, gamines, gamin, mineure, mineures, mineur, écolière, écolier, lycéenne, lycéen,
collégienne, collégien, nourrisson, kinder, kleinkind, kindlich, minderjährig, minderjährige,
minderjähriger, minderjähriges, minderjährigen, schulmädchen, schülerin, schülerinnen,
jugendliche, jugendlicher, teenie, säugling, criança, crianças, criancinha, menininha, menininho,
garotinha, garotinho, novinha, novinhas, colegial, bambina, bambino, bambine, bambini, ragazzina,
ragazzine, ragazzino, minorenne, minorenni, neonato, neonata, scolaretta, scolara, liceale,
kinderen, minderjarig, minderjarige, schoolmeisje, tiener, tieners, kleuter, peuter, dziewczynka,
dziecko, nastolatka, nieletnia, çocuk, девочка, девочки, мальчик, ребенок, дети, школьница,
школьницы, малолетка, подросток, несовершеннолетняя, несовершеннолетний, طفل, طفلة, قاصر, बच्चा,
बच्ची, नाबालिग, tweenager, nymphet, nymphets, toddlercon, girlchild, boychild, prepube,
kindergarteners, daycare, schoolie, underagegirl, sub18, jailbaits, pubescents, childporn,
kiddieporn, niñitas, niñito, menorcita, chiquitas, bebita, mocosa, pubescente, preadolescente,
quinceanera, adolescentas, gosse, gosses, bambin, bambins, mineurs, prépubère, préado, lycéennes,
collégiennes, écolières, kleinkinder, schulkind, schulkinder, minderjährigem, teenies,
grundschülerin, pubertierende, backfisch, knabe, schüler, kindchen, garota menor, crianca,
menininhas, estudantezinha, ninfeta, ninfetas, novinho, fanciulla, fanciulle, ragazzini,
adolescenti, studentessa minorenne, bimba, bimbo piccolo, bimbe, scolarette, meisjes minderjarig,
schoolmeisjes, kleuters, puber, pubers, kindermeisje, dziewczynki, dziewczynkę, dzieci, chłopiec,
chłopczyk, nastolatki, nastolatek, nastoletnia, nieletni, nieletnie, małoletnia, uczennica,
uczennice, licealistka, gimnazjalistka, niemowlę, przedszkolak, девочку, девочке, девочек,
детский, детей, подростки, подростка, школьник, школьницу, школьниц, несовершеннолетние,
несовершеннолетних, малолетняя, малолетние, младенец, ученица, первоклассница, мальчика, малышка,
дівчинка, дитина, діти, неповнолітня, школярка, підліток, çocuklar, ergen, liseli, ilkokullu,
ortaokullu, bebek, çocuğu, أطفال, مراهقة, مراهق, رضيع, تلميذة, قاصرة, القاصر, طفله, بنت صغيرة,
बच्चे, किशोरी, किशोर, नाबालिक, बालिका, minderårig, minderårige, mindreårig, mindreårige, tonåring,
tonårig, skolflicka, småflicka, tenåring, skolepige, skolejente, barnslig, småpige, anakkecil,
remaja, balita, παιδί, παιδιά, ανήλικη, ανήλικος, κοριτσάκι, έφηβη, μαθήτρια, ילדה, ילד, ילדים,
קטינה, קטין, תינוק, dítě, děti, holčička, nezletilá, školačka, kislány, kiskorú, gyerek, gyermek,
tinilány, copil, copilă, minoră, fetiță, elevă, lapsi, lapset, alaikäinen, pikkutyttö,
koululainen, teinityttö, کودک, دختربچه, نوجوان, skoolgirl, scholgirl
"""

MINOR_PHRASES = """
lil girl, lil boy, lil kid, girl child, child bride, school going, half grown,
freshman year of high school, still in middle school, under age, under aged, age play,
age regression, age regressed, de aged, aged down, age down, barely legal, not of age,
below the age of consent, jail bait, child like, kid like, pre teen, pre teens, mid teens,
early teens, late teens, sweet sixteen, sweet 16, young teen, little girl, little girls,
little boy, little boys, little sister, little brother, little kid, little one, little princess,
tiny girl, tiny boy, small girl, small boy, young girl, young girls, young boy, young boys,
young child, younger girl, younger boy, young lass, young lad, school girl, school girls,
school boy, school boys, school kid, school kids, school child, school age, school aged,
school uniform, school uniforms, schoolgirl uniform, elementary school, primary school,
grade school, grade schooler, middle school, middle schooler, junior high, high school,
high schooler, high schoolers, junior school, sixth former, girl scout, girl scouts, boy scout,
boy scouts, not adult, not an adult, non adult, not yet adult, no adult, not grown up,
pre adult, isnt an adult, isn t an adult, before puberty, under eighteen, below eighteen,
younger than eighteen, not eighteen, not yet eighteen, younger than adult, una nina, un nino,
la nina, el nino, unas ninas, menor de edad, menores de edad, menor de idade, menores de idade,
mineur e, petite fille, petites filles, petit garçon, jeune fille mineure, kleines mädchen,
kleine mädchen, kleiner junge, ein kind, kind nackt, nacktes kind, scuola elementare,
scuola media, piccola bambina, klein meisje, маленькая девочка, kiz cocugu, under eighteens,
under 18s, sub eighteen, immature body, undeveloped body, underdeveloped body, body of a girl,
elementary schooler, elementary schoolers, primary schooler, primary schoolers,
secondary school, secondary schooler, boarding school girl, prep school girl, cram school,
third grader, fourth grader, age of innocence girl, not old enough, far too young,
looks too young, illegally young, young looking girl, underage looking, still growing up,
pre pubescent, pre pubertal, pre adolescent, pre schooler, girl in puberty,
going through puberty, early puberty, high school student, high school students,
high school senior, high school junior, high school freshman, high school sophomore,
middle school student, middle school students, girl next door teen, teeny bopper, tiny tot,
wee girl, wee lass, wee boy, young un, little lady girl, nina pequena, ninas pequenas,
niño pequeño, jovencita menor, chica menor, alumna de secundaria, alumna de primaria,
uniforme escolar, petit enfant, jeune ado, une ado, ados nues, ado nue, petite ecoliere,
uniforme scolaire, junges mädchen, junge mädchen, kleines kind, kleine kinder, unter 18,
unter achtzehn, nicht volljährig, menina pequena, menina nova, menor de 18, menor de dieciocho,
uniforme de colegial, meninas novas, bambina piccola, ragazza minorenne, ragazzina nuda,
meno di 18, minore di 18, klein kind, jong meisje, onder de 18, mała dziewczynka, małe dziecko,
mały chłopiec, poniżej 18, маленький мальчик, маленькие девочки, юная девочка, младше 18,
küçük kız, küçük çocuk, reşit olmayan, 18 yaşından küçük, فتاة صغيرة, صغيرة السن, تحت السن,
دون السن, छोटी लड़की, छोटा लड़का, liten flicka, liten jente, lille pige, liten pojke,
anak kecil, anak sekolah, anak di bawah umur, di bawah umur, gadis kecil, trẻ em, vị thành niên,
bé gái, học sinh, малка, mică fată, sotto i 18, moins de 18, menos de 18, menor de 18 años,
not of legal age, below legal age, under legal age, under the age of consent,
under age of consent, skool girl, skool boy, skool girls, schol girl, years below eighteen
"""

MINOR_UNSPACED = """
ロリ, ろり, 幼女, 小学生, 中学生, 高校生, 女子高生, 未成年, 子供, こども, 子ども, 少女, 児童,
園児, 萝莉, 蘿莉, 正太, ショタ, 儿童, 兒童, 小女孩, 小男孩, 小孩, 孩子, 初中生, 高中生, 女童,
男童, 로리, 미성년, 어린이, 아동, 소녀, 여고생, 초등학생, 중학생, 十三歳, 十四歳, 十五歳,
十六歳, 十七歳, 十三岁, 十四岁, 十五岁, 十六岁, 十七岁, เด็ก, 女子小学生, 女子中学生, 女子児童,
女児, 男児, 幼児, 赤ちゃん, 子役, ティーン, 十代の少女, 未成熟, 幼い, 園児服, 小学女生,
中学女生, 初中, 高中女, 幼童, 少年少女, 未满18, 未滿18, 未满十八, 婴儿, 小姑娘, 萝莉塔, 学龄,
여자아이, 남자아이, 여중생, 초딩, 중딩, 고딩, 꼬마, 아기, 청소년, 소년, 유아, เด็กหญิง, เด็กชาย,
ผู้เยาว์, วัยรุ่น, นักเรียนหญิง
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
