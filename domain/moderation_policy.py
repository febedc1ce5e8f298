"""The word lists of the first prompt gate: terse terms, tables of disguises, public figures.

Data only; `moderation` reads it. It holds single words and short pairs, never a scene, and no
decision about how words are combined. Changing any list changes `POLICY_VERSION`.
A block is text: entries are separated by commas and folded before use, so an entry is written
the way a person writes it.
"""

POLICY_VERSION = "policy-1"

CATEGORIES = (
    "minor",
    "real_person",
    "non_consent",
    "bestiality",
    "incest",
    "trafficking",
    "gore",
    "self_harm",
    "unreadable",
)
"""Most severe first: a text that meets several is reported under the first of them."""

ADULT_AGE_YEARS = 18
BIRTH_YEAR_REFUSED_MIN = 2009
"""Somebody born in this year or later is not reliably an adult while this policy is in force."""

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
बच्ची, नाबालिग
"""

MINOR_PHRASES = """
lil girl, lil boy, lil kid, girl child, child bride, school going, half grown,
freshman year of high school, still in middle school, under age, under aged, age play,
age regression, age regressed, de aged, aged down, age down, barely legal, not of age,
below the age of consent, jail bait, child like, kid like, pre teen, pre teens, mid teens,
early teens, late teens, sweet sixteen, sweet 16, young teen, little girl, little girls,
little boy, little boys, little sister, little brother, little kid, little one, little princess,
tiny girl, tiny boy, small girl, small boy, young girl, young girls, young boy,
young boys, young child, younger girl, younger boy, young lass, young lad, school girl,
school girls, school boy, school boys, school kid, school kids, school child, school age,
school aged, school uniform, school uniforms, schoolgirl uniform, elementary school,
primary school, grade school, grade schooler, middle school, middle schooler, junior high,
high school, high schooler, high schoolers, junior school, sixth former, girl scout, girl scouts,
boy scout, boy scouts, not adult, not an adult, non adult, not yet adult, no adult, not grown up,
pre adult, isnt an adult, isn t an adult, before puberty, under eighteen, below eighteen,
younger than eighteen, not eighteen, not yet eighteen, younger than adult, una nina, un nino,
la nina, el nino, unas ninas, menor de edad, menores de edad, menor de idade, menores de idade,
mineur e, petite fille, petites filles, petit garçon, jeune fille mineure, kleines mädchen,
kleine mädchen, kleiner junge, ein kind, kind nackt, nacktes kind, scuola elementare,
scuola media, piccola bambina, klein meisje, маленькая девочка, kiz cocugu
"""

MINOR_UNSPACED = """
ロリ, ろり, 幼女, 小学生, 中学生, 高校生, 女子高生, 未成年, 子供, こども, 子ども, 少女, 児童,
園児, 萝莉, 蘿莉, 正太, ショタ, 儿童, 兒童, 小女孩, 小男孩, 小孩, 孩子, 初中生, 高中生, 女童,
男童, 로리, 미성년, 어린이, 아동, 소녀, 여고생, 초등학생, 중학생, 十三歳, 十四歳, 十五歳, 十六歳,
十七歳, 十三岁, 十四岁, 十五岁, 十六岁, 十七岁, เด็ก
"""
"""Terms of scripts written without spaces, looked for anywhere in the text."""

CATEGORY_PHRASES = {
    "non_consent": """
unwilling, unwillingly, forcibly, nonconsenting, non consenting, assaulted, forced upon,
forced onto, rape, raped, rapes, raping, rapist, noncon, non con, nonconsensual, non consensual,
nonconsent, non consent, dubcon, forced sex, forced oral, forced intercourse, forced penetration,
forced stripping, forced to strip, forced to undress, forced herself, forced himself,
against her will, against his will, against their will, without consent, without her consent,
without his consent, without their consent, molest, molested, molesting, molestation, molester,
sexual assault, sexually assaulted, sexual abuse, sexually abused, date rape, gang rape, gangrape,
sleep sex, somnophilia, roofied, upskirt, creepshot, creepshots, spycam, revenge porn, violacion,
violada, violée, vergewaltigung, vergewaltigt, estupro, stupro, stuprata, изнасилование
""",
    "bestiality": """
dog mounting, dog mounts, mounted by a dog, mounted by a horse, zoo porn, k9 sex, bestiality,
beastiality, zoophilia, zoophile, zoophilic, zoosadism, animal sex, dog sex, horse sex, zoofilia,
zoophilie, зоофилия
""",
    "incest": """
incest, incestuous, inceste, incesto, inzest, инцест
""",
    "trafficking": """
slave trade, sold as a slave, sold as slave, trafficking, trafficked, trafficker, sex slave,
sex slaves, sexual slavery, forced prostitution, slave auction, slave market, sold into slavery,
sold into prostitution, sold for sex, trata de personas, traite des êtres humains, menschenhandel
""",
    "gore": """
mangled body, intestines, decapitating, bloodbath, massacre, exploding head, ripped apart,
torn apart, chopped up, brutal murder, brutally murdered, hacked to pieces, skinned alive,
burned alive, gutted, disembowelling, gore, gory, guro, dismember, dismembered, dismemberment,
dismembering, decapitate, decapitated, decapitation, behead, beheaded, beheading, mutilate,
mutilated, mutilation, disembowel, disemboweled, disembowelled, disembowelment, eviscerated,
evisceration, entrails, viscera, flayed, impaled, impalement, cannibal, cannibalism, necrophilia,
necrophile, corpse, corpses, cadaver, dead body, dead bodies, severed head, severed heads,
severed limb, severed limbs, severed arm, severed hand, severed leg, snuff film, snuff movie,
snuff porn, torture, tortured, torturing, covered in blood, drenched in blood, soaked in blood,
pool of blood, pools of blood, blood everywhere, slashed throat, slit throat, exposed organs,
spilled guts
""",
    "self_harm": """
hang herself, hang himself, overdose, overdosed, self inflicted, end her life, end his life,
ending her life, ending his life, wants to die, self harm, selfharm, self harming, self injury,
self mutilation, suicide, suicidal, slit wrists, slitting wrists, slit wrist, cut wrists,
cutting wrists, cutting her wrists, cutting his wrists, cutting herself, cutting himself,
cutting themselves, hanging herself, hanging himself, hanged herself, hanged himself,
kill herself, kill himself, killing herself, killing himself, noose, overdosing, pro ana, proana,
pro anorexia, thinspo, thinspiration, suicidio, selbstmord
""",
    "real_person": """
deepfake, deepfakes, deep fake, faceswap, face swap, celebrity lookalike, celebrity look alike,
celebrity face, lookalike of, look alike of, real celebrity, fake nude of
""",
}

YOUTH_WORDS = "lil, yung, young, younger, youngest, little, tiny, smol, underdeveloped"
YOUNG_PERSON_WORDS = "girl, girls, gurl, gurls, boy, boys, lass, lassie, lad"
GROWN_PERSON_WORDS = "woman, women, man, men, adult, adults, lady, ladies"
SEXUAL_WORDS = """
sex, sexual, sexually, fuck, fucks, fucked, fucking, intercourse, penetrated, penetrates, blowjob,
handjob, creampie, cum, breeding, mating, copulating, orgasm, knotted, porn, hardcore
"""
NUDE_WORDS = "nude, nudes, naked, nudity, topless, erotic, unclothed, undressed, undressing"
ANIMAL_WORDS = """
dog, dogs, doggo, canine, hound, horse, horses, stallion, pony, donkey, goat, goats, sheep, pig,
pigs, wolf, wolves, bull, cow, animal, animals, snake, dolphin, monkey, zebra, beast
"""
HELPLESS_WORDS = "unconscious, drugged, blackmail, blackmailed, coerced, kidnapped, abducted"
PARENT_WORDS = """
mother, mothers, mom, mum, mama, father, dad, papa, parent, parents, stepmom, stepmother, stepdad,
stepfather, aunt, uncle, grandfather, grandmother, grandpa, grandma
"""
OFFSPRING_WORDS = "son, sons, daughter, daughters, stepson, stepdaughter, niece, nephew, grandson"
SIBLING_WORDS = """
sister, sisters, brother, brothers, sibling, siblings, stepsister, stepbrother, stepsis, stepbro,
twins, cousin
"""

BENIGN_PHRASES = """
child free, kid leather, kid glove, kid gloves, kid suede, baby blue, baby pink, baby yellow,
baby green, baby doll dress, baby doll nightie, baby doll lingerie, baby doll top, baby doll,
baby hair, baby hairs, baby oil, baby s breath, babys breath, baby tee, baby bump, baby shower,
baby grand, baby spinach, childs pose, child s pose, childs play, child s play, inner child,
minor key, minor chord, minor scale, minor detail, minor details, minor adjustments,
minor changes, minor imperfections, minor blemishes, minor scratches, minor flaws, minor blur,
minor noise, minor wear, minor damage, minor edits, minor retouching, minor variations,
minor grain, minor differences, gamine cut, gamine haircut, gamine style, ursa minor, canis minor,
asia minor, high school teacher, middle school teacher, elementary school teacher,
primary school teacher, kindergarten teacher, preschool teacher, high school reunion, young adult,
young adults, ice age, new age, golden age, bronze age, iron age, stone age, space age,
rape blossom, rape blossoms, rape flower, rape flowers, rape field, corpse bride, corpse pose,
gore tex, tortured artist, suicide squad, suicide girls, suicide door, suicide doors, dog collar,
dog tag, dog tags, downward dog, downward facing dog, hot dog, dog walk, pony tail, pony tails,
pig tails, wolf cut, cow print, cow girl, horse girl, snake print, snake skin, animal print,
animal prints, year of the dog, year of the horse, doggy style, whisky aged, wine aged, rum aged,
bourbon aged, cheese aged, oak aged, barrel aged, cask aged, enfant terrible
"""
"""Phrases blanked before the terms are looked for; each is an ordinary thing, not a person."""

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

NUMBER_WORDS = {
    word: value
    for value, names in enumerate(
        (
            "zero",
            "one un une uno una um uma ein eine einem een",
            "two dos deux zwei dois duas due twee",
            "three tres trois drei tre drie iii",
            "four cuatro quatre vier quatro quattro iv",
            "five cinco cinq funf fuenf cinque vijf",
            "six seis sechs sei zes",
            "seven siete sept sieben sete sette zeven vii",
            "eight ocho huit acht oito otto viii",
            "nine nueve neuf neun nove negen ix",
            "ten diez dix zehn dez dieci tien",
            "eleven once onze elf undici xi",
            "twelve doce douze zwolf zwoelf doze dodici twaalf xii",
            "thirteen trece treize dreizehn treze tredici dertien xiii thirten",
            "fourteen catorce quatorze vierzehn quattordici veertien xiv forteen fourten",
            "fifteen quince quinze funfzehn fuenfzehn quindici vijftien xv fiveteen fiften",
            "sixteen dieciseis seize sechzehn dezesseis dezasseis sedici zestien xvi sixten",
            "seventeen diecisiete siebzehn dezessete dezassete diciassette zeventien xvii seventen",
            "eighteen dieciocho achtzehn dezoito diciotto achttien",
            "nineteen diecinueve neunzehn dezenove dezanove diciannove negentien",
        )
    )
    for word in names.split()
}
"""Number words below twenty in en, es, fr, de, pt, it, nl (accents folded), and Roman numerals."""

TENS_WORDS = """
twenty, thirty, forty, fourty, fifty, sixty, seventy, eighty, ninety, hundred, veinte, veinti,
treinta, cuarenta, cincuenta, sesenta, setenta, ochenta, vingt, trente, quarante, cinquante,
soixante, vinte, trinta, quarenta, cinquenta, sessenta, venti, trenta, quaranta, cinquanta
"""
TEN_WORDS = "diez, dix, dez"
"""Ten before eight or nine: eighteen and nineteen in two words."""
NUMBER_CONNECTORS = "and, y, e, et"

AGE_UNITS = """
yo, y o, yos, yearold, yearsold, year old, year olds, years old, yr old, yr olds, yrs old, yrold,
yrsold, years of age, years young, year young, year girl, year boy, years girl, years boy, y old,
yold, summers old, año de edad, ans, jahre alt, jährig, jährige, jähriger, jähriges, jährigen,
jaehrige, jaehriger, jaehriges, jahre, anni, anos, años, añitos, aninhos, jaar, jarige, лет, года,
yaşında, 세, lat, år gammal, år gammel, vuotta, साल
"""
INFANT_AGE_UNITS = "months old, month old, weeks old, week old, days old, day old"
AGE_GLUED_UNITS = "y, yr, yrs, yrold, yo"
"""Units that count when written straight after the digits: 16y."""
AGE_SUFFIXES = (
    "jahrige",
    "jahriger",
    "jahriges",
    "jahrigen",
    "jahrig",
    "jaehrige",
    "jarige",
    "yearold",
    "yearsold",
    "yo",
    "anni",
)
UNSPACED_AGE_UNITS = "歳, 才, 岁, 歲, 살"
AGE_PREFIXES = """
age, aged, ages, aging, age of, ages of, age is, age range, age between, age about, age around,
edad, edad de, edad es, age de, agee de, alter, alter von, im alter von, eta, eta di, idade,
idade de, leeftijd, возраст
"""
PERSON_AGE_PREFIXES = """
girl, boy, girl of, boy of, woman of, female of, daughter, son, female, male, she is, she was,
she s, shes, he is, he was, he s, hes, they are, who is, girl is, boy is, woman is, man is, i am,
i m, im, looks, look, looking, looks like, look like, appears, turned, turning, when she was,
when he was, just turned
"""
UNDER_PREFIXES = "under, below, younger than, less than, not yet, not, isnt, isn t, sub, pre, u"
"""Before eighteen or a little less these speak of a minor; before other numbers, of lamps."""
OVER_PREFIXES = "over, above, older than, at least"
CLOSING_AGE_PREFIXES = "only, just, barely, still"
"""Before a number these speak of an age only where the number ends the clause."""
MEASURE_WORDS = """
feet, foot, ft, inch, inches, cm, mm, meter, meters, metre, metres, km, mile, miles, degree,
degrees, percent, people, persons, minute, minutes, min, mins, hour, hours, second, seconds, day,
days, week, weeks, month, months, times, time, points, of, am, pm, x, k, fps, stops, stop, steps,
step, lights, stars, candles, roses, flowers, watts, pounds, lbs, kg, oclock, bit, heads, layers,
umbrellas, trees, arches, bridges, balloons, blankets, windows, lamps, megapixels
"""
NOT_A_PERSON_WORDS = """
whisky, whiskey, scotch, bourbon, wine, cognac, rum, stubble, beard, bread, experience, ago,
later, de experiencia, de experience, fa, anniversary, marriage, earlier
"""
DURATION_PREFIXES = "hace, depuis, seit, vor, y a, durante, pendant, per"
"""Before a number of years in another language than English: a span of time, not an age."""
ORDINAL_WORDS = """
first, second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth, eleventh, twelfth,
thirteenth, fourteenth, fifteenth, sixteenth, seventeenth
"""
ORDINAL_AGE_WORDS = "birthday, grade, grader, graders"
SCHOOL_YEAR_WORDS = "grade, year, class, form"
SCHOOL_PERSON_WORDS = "student, students, girl, girls, boy, boys, pupil, pupils"

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

PUBLIC_FIGURES = """
obama, biden, kardashian, zuckerberg, putin, netanyahu, adam sandler, adam driver, aishwarya rai,
alexandria ocasio cortez, alia bhatt, amber heard, amy adams, ana de armas, angela merkel,
angelina jolie, anitta, anne hathaway, anya taylor joy, ariana grande, aubrey plaza,
avril lavigne, bad bunny, barack obama, bella hadid, bella thorne, benedict cumberbatch,
benjamin netanyahu, beyonce, bill clinton, bill gates, billie eilish, blake lively, boris johnson,
brad pitt, brie larson, britney spears, bruno mars, cameron diaz, camila cabello, cardi b,
cate blanchett, catherine zeta jones, charli damelio, charlize theron, chris evans,
chris hemsworth, christina aguilera, christina hendricks, cristiano ronaldo, daniel craig,
daniel radcliffe, david beckham, deepika padukone, demi lovato, demi moore, denzel washington,
doja cat, donald trump, drew barrymore, dua lipa, dwayne johnson, ed sheeran, elizabeth olsen,
elon musk, ellen degeneres, emilia clarke, emily blunt, emily ratajkowski, emma stone,
emma watson, emmanuel macron, eva longoria, eva mendes, gal gadot, george clooney, gigi hadid,
giorgia meloni, greta thunberg, gwyneth paltrow, hailey bieber, halle berry, harry styles,
henry cavill, hillary clinton, hugh jackman, idris elba, ivanka trump, jacinda ardern,
jason momoa, jeff bezos, jenna ortega, jennifer aniston, jennifer garner, jennifer lawrence,
jennifer lopez, jessica alba, jessica biel, jessica chastain, joe biden, joe rogan, johnny depp,
jojo siwa, julia roberts, justin bieber, justin trudeau, kamala harris, kanye west,
kate beckinsale, kate middleton, kate moss, kate upton, kate winslet, katy perry, keanu reeves,
keira knightley, kendall jenner, khloe kardashian, kim jong un, kim kardashian,
kourtney kardashian, kristen bell, kristen stewart, kylie jenner, kylie minogue, lady gaga,
lana del rey, lebron james, leonardo dicaprio, lindsay lohan, lionel messi, lizzo, lupita nyongo,
madison beer, margot robbie, marilyn monroe, mark zuckerberg, megan fox, megan thee stallion,
meghan markle, melania trump, meryl streep, michael jackson, michelle obama, mila kunis,
miley cyrus, millie bobby brown, narendra modi, natalie portman, nicki minaj, nicole kidman,
olivia rodrigo, olivia wilde, oprah winfrey, pamela anderson, paris hilton, penelope cruz,
pokimane, prince harry, prince william, princess diana, priyanka chopra, queen elizabeth,
rachel mcadams, reese witherspoon, rihanna, rishi sunak, robert downey jr, robert pattinson,
rosalia vila, ryan gosling, ryan reynolds, sabrina carpenter, salma hayek, sandra bullock,
scarlett johansson, selena gomez, serena williams, shakira, sofia vergara, sophie turner,
stephen hawking, sydney sweeney, taylor swift, tom cruise, tom hanks, tom holland, tilda swinton,
timothee chalamet, tyra banks, ursula von der leyen, uma thurman, vladimir putin,
volodymyr zelensky, volodymyr zelenskyy, will smith, xi jinping, zac efron, zendaya, zoe saldana
"""

ACCENTED_WORDS = {
    "niña": " child ",
    "niño": " child ",
    "bebé": " baby ",
    "bébé": " baby ",
    "bebê": " baby ",
}
"""Words that are other words (names, mostly) once the accent is gone; read before it goes."""

SIGNS = {
    "👶": " baby ",
    "🧒": " child ",
    "👧": " little girl ",
    "👦": " little boy ",
    "👼": " baby ",
    "🚼": " baby ",
    "🍼": " baby ",
    "🚸": " children ",
    "🐕": " dog ",
    "🐶": " dog ",
    "🐩": " dog ",
    "🐎": " horse ",
    "🐴": " horse ",
    "🐐": " goat ",
    "🐖": " pig ",
    "🍆": " sex ",
    "−": "-",
    "–": "-",
    "—": "-",
    "。": ",",
    "、": ",",
    "’": "'",
    "\u115f": "",
    "\u1160": "",
    "\u2800": "",
}
"""Emoji that stand for a term, signs that stand for an ASCII one, letters that show nothing."""

LOOKALIKES = {
    "a": "аαɑᴀա",
    "b": "вьβʙꞵ",
    "c": "сᴄ¢",
    "d": "ԁδđᴅɗ",
    "e": "еεǝɛᴇ€",
    "f": "ƒғ",
    "g": "ɡɢց",
    "h": "нһħʜհ",
    "i": "іιıɩɪ",
    "j": "јᴊյ",
    "k": "кκᴋ",
    "l": "ӏλłʟ£",
    "m": "мᴍ",
    "n": "пηɴո",
    "o": "оοσøᴏօ",
    "p": "рρþᴘ",
    "q": "ԛզ",
    "r": "гґʀ",
    "s": "ѕꜱ",
    "t": "тτŧᴛ",
    "u": "μυᴜս",
    "v": "νᴠ",
    "w": "ԝωᴡ",
    "x": "хχ",
    "y": "уγʏ¥",
    "z": "ζᴢ",
    "3": "з",
    "ae": "æ",
    "oe": "œ",
}
"""Cyrillic, Greek, Armenian, stroked and small-capital Latin letters by the letter they ape."""

LEET_LETTERS = {
    "o": "0",
    "l": "1i!",
    "e": "3",
    "a": "4@",
    "s": "5$",
    "g": "69",
    "t": "7+",
    "b": "8",
    "z": "2",
}
"""Digits and signs by the letter they stand for; i, l, 1 and ! are one letter to the eye."""
DIGIT_LOOKALIKES = {"0": "o", "1": "il!", "2": "z", "5": "s", "8": "b"}
