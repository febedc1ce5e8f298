"""How ages are written, and what is written like an age and is none."""

from domain.policy import ADULT_AGE_YEARS

NUMBER_WORDS = (
    {
        word: value
        for value, names in enumerate(
            """
zero
one un une uno una um uma ein eine einem een
two dos deux zwei dois duas due twee
three tres trois drei tre drie iii
four cuatro quatre vier quatro quattro iv
five cinco cinq funf fuenf cinque vijf
six seis sechs sei zes
seven siete sept sieben sete sette zeven vii
eight ocho huit acht oito otto viii
nine nueve neuf neun nove negen ix
ten diez dix zehn dez dieci tien
eleven once onze elf undici xi
twelve doce douze zwolf zwoelf doze dodici twaalf xii
thirteen trece treize dreizehn treze tredici dertien xiii thirten
fourteen catorce quatorze vierzehn quattordici veertien xiv forteen fourten
fifteen quince quinze funfzehn fuenfzehn quindici vijftien xv fiveteen fiften
sixteen dieciseis seize sechzehn dezesseis dezasseis sedici zestien xvi sixten
seventeen diecisiete siebzehn dezessete dezassete diciassette zeventien xvii seventen
eighteen dieciocho achtzehn dezoito diciotto achttien
nineteen diecinueve neunzehn dezenove dezanove diciannove negentien
""".strip().splitlines()
        )
        for word in names.split()
    }
    | {
        word: value + 12
        for value, names in enumerate(
            """
dwanascie двенадцать tolv
trzynascie тринадцать tretton
czternascie четырнадцать fjorton
pietnascie пятнадцать femton
szesnascie шестнадцать sexton
siedemnascie семнадцать sjutton
osiemnascie восемнадцать arton
dziewietnascie девятнадцать nitton
""".strip().splitlines()
        )
        for word in names.split()
    }
    | {
        word: value + 8
        for value, names in enumerate(
            """
आठ
नौ
दस
ग्यारह gyarah gyara
बारह barah
तेरह terah
चौदह chaudah choudah
पंद्रह पन्द्रह pandrah pandhra
सोलह solah
सत्रह satrah sattrah
अठारह अट्ठारह atharah
उन्नीस unnis
""".strip().splitlines()
        )
        for word in names.split()
    }
)
"""Number words below twenty in en, es, fr, de, pt, it, nl, Roman numerals, pl, ru, sv and hi."""

TENS_WORDS = """
twenty, thirty, forty, fourty, fifty, sixty, seventy, eighty, ninety, hundred, veinte, veinti,
treinta, cuarenta, cincuenta, sesenta, setenta, ochenta, vingt, trente, quarante, cinquante,
soixante, vinte, trinta, quarenta, cinquenta, sessenta, venti, trenta, quaranta, cinquanta
"""

TEN_WORDS = "diez, dix, dez"
"""Ten before eight or nine: eighteen and nineteen in two words."""

NUMBER_CONNECTORS = "and, y, e, et, plus"

AGE_UNITS = """
yo, y o, yos, yearold, yearsold, year old, year olds, years old, yr old, yr olds, yrs old,
yrold, yrsold, years of age, years young, year young, year girl, year boy, years girl, years
boy, y old, yold, summers old, año de edad, ans, jahre alt, jährig, jährige, jähriger, jähriges,
jährigen, jaehrige, jaehriger, jaehriges, jahre, anni, anos, años, añitos, aninhos, jaar,
jarige, лет, года, yaşında, 세, lat, år gammal, år gammel, vuotta, साल, years aged, years of
life, birthdays old, winters old, springs old, jähriger junge, letnia, letni, letnie, letnią,
летняя, летний, летнюю, летней, летние, років, роки, рік, lat życia, roku życia, سنة, سنوات,
عاما, عام, वर्ष, वर्षीय, वर्षीया, साल की, tahun, tuổi, ετών, χρονών, χρονων, שנים, éves,
vuotias, vuotiaan, åring, jarig, jaar oud, årig, yr, yrs, y o girl, year o, yrs of age, yo girl,
years in age, years by age, years since birth, ปี, ساله, latka, latki, latek, letniej, letniego,
åriga, vuotiasta, roků, rokov, ani, años cumplidos, lenta, y0, yaş, yaşlarında, yaşındaki,
saal, saal ki, saal ka, sal ki, sal ka, baras, बरस, سنين, ربيعا, sneen, 3am, साल का, साल के,
वर्ष की, वर्ष का
"""

INFANT_AGE_UNITS = "months old, month old, weeks old, week old, days old, day old"

AGE_GLUED_UNITS = """
y, yr, yrs, yrold, yo, yos, yro, saal
"""
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
idade de, leeftijd, возраст, aged about, aged around, aged only, aged just, ages around,
age approximately, apparent age, apparent age of, visual age, mental age of, physical age,
physical age of, her age, his age, her age is, at the age of, at age, tender age of, the age of,
yaş, wiek, wieku, ålder, alder, umur, usia, leeftijd van, ηλικία, גיל, อายุ, tuổi, عمرها, عمره,
في سن, aged only about, edades, age group, date of birth, aged approximately, biological age,
real age, true age, actual age, apparent age about, stated age, років, vek, věk, životni, kor,
ηλικίας, سنها, عمر, العمر, بعمر, بسن, عمرهم, عمرهن, उम्र, आयु, उम्र है, उसकी उम्र, umr, umar, age
hai, 3omra, 3omro,
3omrha, 3omrah, 3mrha, omrha, 3omrou
"""

PERSON_AGE_PREFIXES = """
girl, boy, girl of, boy of, woman of, female of, daughter, son, female, male, she is, she was,
she s, shes, he is, he was, he s, hes, they are, who is, girl is, boy is, woman is, man is, i
am, i m, im, looks, look, looking, looks like, look like, appears, turned, turning, when she
was, when he was, just turned, girl aged, boy aged, daughter of, son of, kid of, lad of, lass
of, student of, pupil of, she was only, he was only, she is only, he is only, she is just, she s
only, she s just, they re, looks about, looks around, look about, looking about, appears to be,
appearing, appears about, seems, seems to be, seems about, pass for, passes for, passing for,
passed for, mistaken for, self at, self of, self aged, like she was, like she is, as if she
were, was only, is only, student aged, pupil aged, model aged, female aged, male aged, sie ist,
zij is, ей, ему, בת, בן, freshly turned, newly turned, is barely, is still, still only, is
merely, she just turned, he just turned, she turned, he turned, kid aged, is about, is around,
is maybe, is like, is now, lad aged, boys of, girls of, lads of, appear, appearance of, body of,
face of, when i was, back when she was, back at, at just, at only, at barely, cumple, erst, ha
solo, ha appena, tem apenas, tem só, ma dopiero
"""

UNDER_PREFIXES = """
under, below, younger than, less than, not yet, not, isnt, isn t, sub, pre, u, almost, nearly,
not quite, shy of, short of, just shy of, turning, turns, to turn, will be, about to be, soon,
soon to be, no older than, not older than, not over, not above, beneath, menor de, menos de,
moins de, unter, meno di, sotto i, onder, poniżej, младше, under the age of, below the age of,
underneath, casi, presque, quasi, quase, bijna, prawie, почти, haven t turned, havent turned,
hasn t turned, hasnt turned, not turned, never turned, has not turned, have not turned, before
turning, until turning, years from, year from, months from, month from, weeks from, days from,
month before, months before, day before, days before, weeks before, year before, years before,
years until, months until, weeks until, days until, shy of turning, away from turning, close to
turning, menor a, menores de, any younger than, yet to turn, hasn t reached, not reached, has
not reached, never reached, below age, under age
"""
"""Before eighteen or a little less these speak of a minor; before other numbers, of lamps."""

OVER_PREFIXES = "over, above, older than, at least"

CLOSING_AGE_PREFIXES = "only, just, barely, still"
"""Before a number these speak of an age only where the number ends the clause."""

MEASURE_WORDS = """
feet, foot, ft, inch, inches, cm, mm, meter, meters, metre, metres, km, mile, miles, degree,
degrees, percent, people, persons, minute, minutes, min, mins, hour, hours, second, seconds,
day, days, week, weeks, month, months, times, time, points, of, am, pm, x, k, fps, stops, stop,
steps, step, lights, stars, candles, roses, flowers, watts, pounds, lbs, kg, oclock, bit, heads,
layers, umbrellas, trees, arches, bridges, balloons, blankets, windows, lamps, megapixels,
hundred, thousand, million, carat, carats, karat, pieces, piece, bottles, glasses, books,
copies, rooms, floors, storeys, stories, seats, guests, players, riders, dancers, columns, rows,
pages, chapters, songs, tracks, rounds, laps, reps, sets, knots, gears, strings, keys, petals,
buttons, pearls, rings, bracelets, cups, plates, pillows, mirrors, doors, tables, chairs, cats,
dogs, horses, cards, euro, euros, dollars, bucks, denier, hp, mph, bpm, gb, mp, of us, sec,
secs, watt, volts, lux, kelvin, and a half meters, minutes walk, ships, boats, cars, bikes,
wolves, chimes, storey, story, floor, stairs, litres, liters, kilos, tons, courses, nights,
spoons, forks, towers, paintings, ventanas, rosas, bougies, kerzen, fenster, finestre, candele,
velas, holes, hole, kilograms, grams, gallons, acres, hectares, yards, items, likes, comments,
levels, dishes, recipes, calories, grand, stitches, squares, slices, spots, stripes, panels,
pixels, slots, sheets, tiles, bags, boxes, crates, barrels, coins, medals, trophies, wins,
goals, games, matches, innings, overs, tonnes, decibels, sails, oars, cylinders, speeds, valves,
frets, beats, bars, measures, verses, syllables, letters, words, lines, volumes, issues,
episodes, pints, servings, portions
"""

NOT_A_PERSON_WORDS = """
whisky, whiskey, scotch, bourbon, wine, cognac, rum, stubble, beard, bread, experience, ago,
later, de experiencia, de experience, fa, anniversary, marriage, earlier, port, sherry, brandy,
tequila, calvados, vinegar, balsamic, cheddar, cheese, parmesan, gouda, house, car, tree,
building, bridge, book, photo, photograph, photographs, denim, jeans, sofa, tradition, company,
business, bakery, band, in business, in the making, together, of marriage, of service, of
practice, in a row, warranty, guarantee, sentence
"""

OLD_THINGS = """
malt, tawny port, lagavulin, mead, cider, ale, beer, armagnac, mezcal, sake, champagne,
burgundy, bordeaux, madeira, grappa, liqueur, vermouth, stilton, manchego, ham, prosciutto, soy
sauce, kimchi, sourdough, starter, tea, cat, cats, tomcat, dog, dogs, hound, labrador,
retriever, terrier, poodle, spaniel, horse, mare, gelding, stallion, pony, tortoise, parrot,
cockatoo, goldfish, koi, bicycle, bike, bikes, motorbike, motorcycle, scooter, moped, sedan,
hatchback, convertible, coupe, cars, truck, pickup, van, minivan, bus, tractor, boat, ship,
yacht, sailboat, canoe, train, tram, locomotive, plane, aircraft, helicopter, guitar, violin,
piano, cello, drum kit, amplifier, oak, barrel, barrels, cask, casks, bottle, bottles, sweater,
jacket, coat, boots, shoes, sneakers, handbag, suitcase, carpet, rug, chair, armchair, couch,
table, lamp, clock, watch, camera, laptop, computer, console, phone, television, radio, fridge,
oven, kettle, typewriter, recipe, bonsai, vineyard, orchard, vine, rosebush, fig tree, oak tree,
olive tree, palm, cactus, wall, church, cathedral, castle, barn, cottage, villa, apartment,
flat, hotel, pub, restaurant, cafe, shop, firm, brand, startup, magazine, newspaper, coin,
painting, sculpture, manuscript, diary, map, film, movie, song, album, record, festival, feud,
rivalry, mortgage, loan, contract, lease, drought, reign, scar, tattoo, joke, meme, website,
server, printer, stove, lighthouse, windmill, ferry, stadium, theatre, bridge, fence, roof,
tunnel, mine, monument, statue, mural, quilt, greyhound, husky, beagle, collie, corgi, maine
coon, budgie, canary, hamster, rabbit, donkey, mule, llama, alpaca, camel, elephant, whale, cow,
volvo, ford, mustang, toyota, honda, bmw, mercedes, audi, porsche, ferrari, jeep, land rover,
vespa, harley, chevy, cadillac, fiat, beetle, volkswagen, saab, subaru, tesla, single malt,
single malts, cake, tin, jar, cheese wheel, banjo, trumpet, saxophone, harp, accordion, tuxedo,
gown, wedding dress, kimono, saddle, caravan, campervan, motorhome, tent, rucksack, skateboard,
surfboard, skis, lawnmower, chainsaw, generator, boiler, engine, turbine, satellite, telescope,
projector, gramophone, jukebox, pinball machine, arcade machine, cartridge, pergola, greenhouse,
pond, hedge, lawn, maple, birch, willow, apple tree, pear tree, cherry tree, redwood, sequoia,
yew, elm,
balvenie, macallan, glenfiddich, laphroaig, ardbeg, talisker, glenlivet, yamazaki, hibiki,
springbank, bowmore, dalmore, oban, highland park, glenmorangie, bunnahabhain, bruichladdich,
caol ila, aberlour, glenfarclas, glendronach, mortlach, pappy van winkle, van winkle, redbreast,
bushmills, jameson, midleton, zacapa, diplomatico, chivas, johnnie walker, scotch, single malt,
single malts, bourbon, rye, whisky, whiskey, cognac, calvados, rum, port, tequila, brandy, rioja,
barolo,
tasting, tastings, dram, drams, pour
"""
"""After a number of years these are what is that old, where nothing but a clause end, a joint or
another of them follows: no "16 year old dog walker"."""

OLD_THING_WORDS = """
single, vintage, classic, rusty, rusted, antique, battered, faded, wooden, oak, stone, aged,
retro, used, beloved, trusty, leather, sports, secondhand, abandoned, tabby, siamese, persian,
ginger, grey, gray, golden, red, blue, green, white, black, silver, brown, yellow, diesel,
electric, steam, old, japanese, german, italian, french, english, irish, scottish, highland,
islay, tawny, rescue, fishing, family, mountain, racing
"""
"""May stand before one of those."""

JOINT_WORDS = """
in, on, at, of, with, by, from, under, over, beside, next, near, and, for, to, behind, between,
against, behind, inside, outside, parked, standing, being, is, held, poured, covered, asleep,
sleeping
"""

CASK_WORDS = "oak, barrel, barrels, cask, casks, wood, sherry, bourbon, bottle, bottles, caves"
"""What something is aged in for a number of years."""

FOUNDED_WORDS = """
company, bakery, brand, shop, club, festival, museum, band, podcast, website, app, magazine, firm,
brewery, winery, studio, restaurant, hotel, city, town, republic, internet, gallery, theatre,
label, charity, newspaper, bridge, tower, park, zoo, marathon
"""
"""What has birthdays and is no person."""

MULTIPLE_WORDS = "two, three, four, five, six, seven"
"""Before dozen or score these make a number that is an adult's age."""

DURATION_PREFIXES = """
hace, depuis, seit, vor, y a, durante, pendant, per, قبل, منذ, بعد, خلال, لمده, مدي, كل
"""
"""Before a number of years in another language than English: a span of time, not an age."""

ORDINAL_WORDS = """
first, second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth, eleventh, twelfth,
thirteenth, fourteenth, fifteenth, sixteenth, seventeenth
"""

ORDINAL_AGE_WORDS = """
birthday, grade, grader, graders, bday, birthdays, geburtstag, anniversaire, cumpleaños,
compleanno, aniversário, verjaardag
"""

SCHOOL_YEAR_WORDS = "grade, year, class, form"

SCHOOL_PERSON_WORDS = """
student, students, girl, girls, boy, boys, pupil, pupils, schoolgirl, schoolboy, schooler, kid,
child, female
"""

LONE_AGES = range(13, ADULT_AGE_YEARS)
"""A clause that is only one of these, in a word, is an age: ", seventeen, bedroom"."""
LISTED_PERSON_WORDS = """
student, students, pupil, model, daughter, niece, sister, she, her, female, male, girlfriend,
beauty, woman, man, lady, cutie, babe, princess, person, character, f, m
"""
"""Before a clause that is a number only, beside the words for young persons: "student, 15"."""

HINTED_AGES = range(9, ADULT_AGE_YEARS)
"""Read as an age where the text shows somebody bare, though nothing says that it is one."""

HINTING_WORDS = """
girl, boy, female, male, daughter, son, niece, nephew, sister, brother, cutie, model, student,
pupil, schoolgirl, she, her, he, lass, lad, kid, teen, child, only, just, barely, freshly,
newly, now, around, about, approx, approximately, roughly, maybe, perhaps, almost, nearly, nude,
naked, topless, aged, ages, sexy, hot, cute, chica, niña, fille, mädchen, ragazza, menina,
meisje, dziewczyna, девушка, girlfriend, princess, lolita, body, petite, tiny, little, young,
babe, virgin, dob, turned, turning, mere, tender, at, still, merely
"""
"""Before such a number these make an age of it."""

HINTED_WORDS = """
girl, boy, female, male, fem, daughter, son, niece, nephew, sister, brother, cutie, schoolgirl,
pupil, chick, babe, lass, lad, virgin, yrs, yr, y, ish, something, odd, aged, yrs old, going,
years, year
"""
"""After such a number these make an age of it."""

HINTED_AT_END_WORDS = "nude, naked, topless, undressed, nsfw"
"""These too, at the end of a clause: "16 nude", but not "16 nude women"."""

CAMERA_WORDS = "iso, lens, aperture, mm, shutter, bokeh, prime, fstop, stop, fps, megapixel"
"""Straight before or after a number these make it a camera's."""

APERTURES = (9, 10, 11, 13, 14, 16)
"""After "f" these may be a lens's: f/16."""

BORN_PREFIXES = """
born, born in, born on, b, dob, birth year, year of birth, birthyear, birthdate, née en,
nacida en, geboren, geboren in, nata nel, nascida em, urodzona w, родилась в, рождения
"""
"""Before a year these say when somebody was born."""

OTHER_NUMBER_WORDS = (
    "elf, once, doze, seize, dez, nove, nueve, ix, xi, xii, xiii, xiv, xv, xvi, xvii"
)
"""Number words that are other words too; none of them hints at an age."""
