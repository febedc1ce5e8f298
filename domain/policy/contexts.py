"""Words that mean a category only near each other: bodies, minors, animals, consent, kin.

`KINDS` names kinds of word; `rules` says which two kinds, at most how many words apart, mean what.
"""

from domain.policy import (
    asides,
    bodies,
    bonds,
    byroads,
    callings,
    circles,
    classes,
    deeds,
    eastern,
    harms,
    kinfolk,
    lands,
    mercies,
    minors,
    pairs,
    sidelong,
    tongues,
    traces,
    turns,
    variants,
    vernaculars,
    wordings,
    wounds,
)

KINDS = (
    {
        "sexual": """
sex, sexual, sexually, fuck, fucks, fucked, fucking, intercourse, penetrated, penetrates,
penetrate, penetrating, penetration, blowjob, blowjobs, handjob, handjobs, creampie, cum, cums,
cumming, cumshot, breeding, mating, copulating, copulate, copulates, copulation, coitus, orgasm,
orgasms, knotted, porn, hardcore, sexy time, lovemaking, love making, make love, makes love,
made love, making love, fornication, fornicating, fornicate, shagging, humping, rutting,
sodomized, sodomised, sodomy, ejaculating, ejaculate, ejaculation, anal, oral, masturbating,
masturbates, masturbate, masturbation, aroused, arousing, cunnilingus, fellatio, rimming,
fingering, deflowered, deflowering, deflower, impregnated, impregnating, impregnate, gangbang,
gangbanged, orgy, orgies, threesome, foursome, pornographic, pornography, porno, xxx, hentai,
smut, ravished, ravish, missionary position, mates with, mated with, mate with, thrusting into,
inside her, sexo, sexe, sesso, seks, секс, sexuales, sexuelle, sexuell, sessuale, sexuais,
geschlechtsverkehr, follar, follando, follada, ficken, fickt, gefickt, baise, baisée, baisent,
scopare, scopata, fodendo, transando, neuken, neukt, трахает, трахают, трахаются, трахать,
секса, сексом, sikiş, sevişme, knulla, knullar, knulle, seksi, szex, ممارسة الجنس, जिस्मानी,
quan hệ tình dục, bersetubuh, impregnates, impregnation, inseminated, inseminates, inseminating,
deflowers, sodomizes, sodomises, ejaculates, masturbated, fornicates, ravishes, gangbanging,
humps, humped, shags, shagged, bangs her, banging her, banging his, screwing her, screwing his,
sucks his, sucks her, sucking his, knocks her up, knocked up by, has her way, bedded by, beds
her, in heat with, sexually active, climaxing, climaxes, fucker, fuckers, dildo, deepthroat,
deepthroats, titjob, footjob, rimjob, sex act, sex acts, erection, hard on, explicit, x rated,
xrated, smutty, coital, sexting, carnal relations, carnal knowledge, sexual relations, sodomise,
sodomize, sodomising, sodomizing, sex scene, pornstar, porn star, adult film, adult movie, nsfw
sex, dry humping, sixty nine position, doggystyle, shagger, shaggers, romping, lovemake,
threesomes, foursomes, gangbangs, sexcapade, sexcapades, sexed, sexfest, blow job, hand job,
blow jobs, hand jobs, foot job, jerk off, jerking off, jacking off, handjobbing, fingers her,
eats her out, eating her out, cock inside, balls deep, sixty nining, sucking cock, sucks cock,
riding cock, rides cock, cowgirl position, doggy position, creampied, cums inside, came inside,
insemination, inseminate, penetrations, foreplay, erotic act, erotic acts, sexual act, sexual
acts,
scissoring, tribbing, tribadism, ~deepthroat, ~give|gave head, giving head, titfuck, titfucking,
assfuck, assfucking, buttsex, cumming inside, anilingus, facefuck, facefucking,
~creampie,
~go|went|goes down on
""",
        "nude": """
nude, nudes, naked, nakedness, nudity, topless, erotic, erotica, unclothed, undressed,
undressing, undress, undresses, disrobed, disrobing, unclad, bottomless, nsfw, lewd, lewds,
uncensored, striptease, stripping, stripped, strips, exposed breasts, bare breasts, breasts out,
breasts exposed, bare breasted, tits, boobs, nipples, nipple, genitals, genitalia, vagina,
vulva, pussy, penis, without clothes, without clothing, without any clothes, no clothes, no
clothing, clothes off, clothes removed, wearing nothing, nothing on, not wearing anything,
nothing but socks, skin only, birthday suit, in the buff, full frontal, spread legs, legs
spread, spreading her legs, skinny dipping, bare bottom, bare ass, bare butt, desnuda, desnudo,
desnudas, desnudos, sin ropa, nue, nues, toute nue, tout nu, dénudée, déshabillée, sans
vêtements, nackt, nackte, nackter, nacktes, nackten, unbekleidet, entblößt, ausgezogen, nua,
nuas, pelada, despida, sem roupa, nuda, nudo, nudi, spogliata, senza vestiti, naakt, naakte,
blote, bloot, naga, nagie, nagi, rozebrana, голая, голый, голые, голую, голой, обнаженная,
обнажённая, обнаженный, раздетая, çıplak, naken, nakna, naket, nøgen, alaston, nahá, nahý,
meztelen, goală, γυμνή, γυμνό, עירומה, ערומה, عارية, عاري, नग्न, नंगी, telanjang, bugil, khỏa
thân, makes her strip, make her strip, makes him strip, forced to strip, ordered to strip, told
to strip, to strip, strip naked, strip nude, underneath nothing, panties down, pants down,
without panties, no panties, naked body, unrobed, khoả thân, раздета, раздетую, раздевает,
раздели, без одежды, bare chested girl, breasts bared, skirt lifted, lifted skirt, exposed
bottom, exposed body, sans habits, ohne kleidung, ohne kleider, zonder kleren, bez ubrań, utan
kläder, uden tøj, giysisiz, tanpa busana, không mặc quần áo, बिना कपड़ों, nip slip, nipslip,
breasts visible, breast exposed, takes off clothes, taking off clothes, takes off her clothes,
taking off her clothes, takes her clothes off, taking her clothes off, takes off his clothes,
took off her clothes, removes her clothes, removing her clothes, removes her bra, removing her
bra, removes clothes, removing clothes, strips off, stripping off, disrobe, disrobes, clothes
pulled off, clothes on the floor naked,
nus
""",
        "intimate": """
lingerie, bikini, swimsuit, bathing suit, swimwear, underwear, panties, thong, bra, garter,
stockings, sexy, seductive, seductively, seducing, seduces, sensual, sensually, provocative,
provocatively, suggestive, suggestively, kinky, fetish, boudoir, cleavage, bent over, spread,
horny, lust, lustful, on the bed, in bed, shower, bathtub, upskirt, wet shirt, see through,
sheer, latex, corset, twerking, lap dance, stripper, pole dance, braless, striptease,
french kiss, french kissing, making out, tongue kiss, ropa interior, unterwäsche, sous vêtements,
biancheria
""",
        "erotic": """
erotic, erotica, erotically, nsfw, lewd, porn, horny, lust, lustful, lustfully, sexy time,
aroused, kinky sex, explicit sex, érotique, erotico, erotisch, erótica, erótico, эротика,
lusty, lusting, ~lust, lecherous, steamy sex, sex starved, smutty, raunchy
""",
        "love": """
lovers, love affair, affair with, seduce, seduces, seduced, seducing, seduction, lusting, making
out, makes out, make out, kissing passionately, passionately kissing, passionate kiss, french
kiss, french kissing, tongue kiss, tongue kissing, in bed with, sleeps with, sleeping with,
slept with, pregnant by, pregnant from, impregnated by, bred by, honeymoon, wedding night,
intimate with, sensual with, horny for, sexually attracted to, in love with, romance with,
carnal, consummate, consummating, amantes, amants, amanti, liebhaber, geliebte, geliebter,
minnaars, любовники, kochankowie, her lover, his lover, as lovers, as lover, lover, breeding
with, undress each other, sharing a bed, share a bed, married to, marrying, marries, wedded to,
swingers, seduced by
""",
        "youth": minors.YOUTH_WORDS,
        "young_person": minors.YOUNG_PERSON_WORDS,
        "grown": minors.GROWN_PERSON_WORDS,
        "youth_role": """
pupil, pupils, schoolmate, schoolmates, freshman, freshmen, sophomore, sophomores, junior model,
junior models, junior miss, junior girl, junior girls, junior boy, junior cheerleader, junior
gymnast, junior gymnasts, junior idol, junior idols, junior dancer, junior ballerina, junior
swimmer, junior student, junior nudist, junior nudists, junior year, junior prom, junior class,
junior league, junior team, juniors, u15, u 15, u14, u13, u12, u16, u17, u 16, u 17, under 16s,
under 15s, jk, jk uniform, prom night, prom date, school dance, school trip, school camp, school
toilet, school bus, schoolyard, school yard, school desk, school gym, school locker, school bag,
school backpack, schoolbag, school pool, school shower, school showers, school pupil, school
pupils, school outfit, school skirt, school tie, school swimsuit, school days, school student,
school students, schoolwork, homework, detention, hall pass, report card, gym class, pe class,
sex ed class, student council, class president, summer camp, camp counselor s, sleepover,
slumber party, boarding school, catholic school, prep school, boys school, convent school,
private school, public school girl, orphan, orphans, orphanage, youth, youths, youngling,
younglings, youngin, youngins, young one, young ones, young thing, young things, young un, very
young, so young, extremely young, really young, super young, way too young, too young, so very
young, barely developed, not developed, not fully developed, undeveloped, underdeveloped,
developing breasts, budding, budding breasts, breast buds, flowering body, immature, unripe,
girlish body, girlish figure, boyish body, puerile, tender age, tender years, young age, early
age, innocent age, illegal age, forbidden age, wrong side of eighteen, baby face, baby faced,
babyface, babyfaced, baby fat, baby teeth, milk teeth, milk tooth, childhood, girlhood, boyhood,
pacifier, crib, cradle, nursery, playpen, playground, playgrounds, sandbox, stroller, booster
seat, nappy, nappies, potty, doll house, dollhouse, toy blocks, first bra, first period, first
communion, communion dress, confirmation dress, kid sister, kid brother, younger sister, younger
brother, youngest sister, youngest daughter, youngest son, younger sibling, little sis, lil sis,
lil bro, little bro, baby sister, baby brother, babysister, stepchild, foster child, godchild,
paperboy, newspaper boy, newsboy, lemonade stand, braces and pigtails, gymnast girl, pageant
girl, scout, scouts, cub scout, girl guide, girl guides, lolita fashion, lolita dress, lolita,
teeny, itty bitty girl, tot, tots, nipper, urchin, urchins, waif, moppet, munchkin, cherub,
cherubs, putto, putti, lassie, shoujo, shojo, imouto, gakusei, kouhai, childlike, kid like,
mädchen, bub, buben, jungs, meisje, meisjes, jongetje, menina, meninas, menino, meninos,
jovencita, jovencitas, jeunette, fillette, ragazzetta, bimbetta, девчонка, девчонки, юная, юные,
юную, пацан, parvulita, aluna, alumna, alumno, schülerin, scholiere, uczeń, ученик, öğrenci,
minore, kız çocuk, pojke, pojkar, drenge, poika, αγόρι, فتى, लड़का, anak, cậu bé, freshly
pubescent, jb, cp, jailbaits, hebe, nubile, dewy young, coed minor, schoolroom, classroom pupil,
class of ninth graders, graders
""",
        "boy": """
boy, boys, lad, lads, chico joven, garçon, garçons, junge nackt, jongen, jongens, ragazzo minore,
menino, meninos, мальчик, chłopiec, oğlan, pojke, gutt, dreng, लड़का, فتى, ولد
""",
        "animal": """
dog, dogs, hound, hounds, mutt, mutts, pooch, pooches, mongrel, mongrels, retriever, retrievers,
labrador, labradors, husky, huskies, doberman, dobermans, rottweiler, rottweilers, pitbull,
pitbulls, mastiff, mastiffs, poodle, poodles, terrier, terriers, collie, collies, dachshund,
dachshunds, greyhound, greyhounds, bulldog, bulldogs, beagle, beagles, chihuahua, chihuahuas,
dalmatian, dalmatians, spaniel, spaniels, wolfhound, wolfhounds, bloodhound, bloodhounds,
alsatian, alsatians, corgi, corgis, puppy, puppies, doggy, doggies, doggie, whelp, whelps,
horse, horses, stallion, stallions, gelding, geldings, mare, mares, colt, colts, foal, foals,
pony, ponies, filly, fillies, steed, steeds, mule, mules, donkey, donkeys, burro, burros,
jackass, jackasses, zebra, zebras, goat, goats, billygoat, billygoats, sheep, ram, rams, ewe,
ewes, lamb, lambs, pig, pigs, piglet, piglets, hog, hogs, boar, boars, sow, sows, swine, cow,
cows, heifer, heifers, bull, bulls, ox, oxen, bison, buffalo, buffalos, yak, yaks, camel,
camels, llama, llamas, alpaca, alpacas, deer, stag, stags, fawn, fawns, elk, moose, reindeer,
antelope, antelopes, gazelle, gazelles, giraffe, giraffes, elephant, elephants, rhino, rhinos,
rhinoceros, hippo, hippos, hippopotamus, hippopotamuses, lion, lions, lioness, lionesses, tiger,
tigers, tigress, tigresses, leopard, leopards, jaguar, jaguars, panther, panthers, cheetah,
cheetahs, lynx, lynxes, hyena, hyenas, jackal, jackals, coyote, coyotes, dingo, dingos, wolf,
wolves, ape, apes, gorilla, gorillas, chimp, chimps, chimpanzee, chimpanzees, baboon, baboons,
orangutan, orangutans, monkey, monkeys, macaque, macaques, gibbon, gibbons, dolphin, dolphins,
orca, orcas, seal, seals, walrus, walruses, octopus, octopuses, squid, squids, eel, eels, snake,
snakes, serpent, serpents, python, pythons, anaconda, anacondas, cobra, cobras, viper, vipers,
lizard, lizards, iguana, iguanas, crocodile, crocodiles, alligator, alligators, komodo, komodos,
turtle, turtles, tortoise, tortoises, frog, frogs, toad, toads, pigeon, pigeons, rooster,
roosters, chicken, chickens, duck, ducks, goose, geese, swan, swans, turkey, turkeys, ostrich,
ostriches, emu, emus, rat, rats, hamster, hamsters, gerbil, gerbils, ferret, ferrets, rabbit,
rabbits, squirrel, squirrels, raccoon, raccoons, badger, badgers, weasel, weasels, skunk,
skunks, kangaroo, kangaroos, wallaby, wallabies, koala, koalas, sloth, sloths, tapir, tapirs,
warthog, warthogs, mongoose, mongooses, animal, animals, beast, beasts, critter, critters,
livestock, cattle, canine, canines, equine, equines, feline, felines, bovine, bovines,
quadruped, quadrupeds, doggo, doggos, pup, pups, great dane, german shepherd, st bernard, saint
bernard, border collie, guide dog, guard dog, farm animal, farm animals, barnyard animal, wild
animal, house pet, family pet, her pet, his pet, their pet, k9, perro, perros, perra, caballo,
caballos, yegua, cabra, cerdo, toro, oveja, animales, chien, chiens, chienne, cheval, chevaux,
jument, chèvre, cochon, loup, taureau, animaux, hund, hunde, hunden, pferd, pferde, pferden,
hengst, esel, ziege, schwein, schaf, tiere, tieren, cani, cavallo, cavalli, asino, capra,
maiale, animali, cachorro, cachorros, cavalo, cavalos, égua, jumento, porco, ovelha, animais,
hond, honden, paard, paarden, ezel, geit, varken, schaap, dieren, koń, koniem, konia, osioł,
koza, świnia, zwierzę, zwierzęciem, zwierzęta, собака, собакой, собаки, пес, псом, пёс, конь,
конем, конём, лошадь, лошадью, осел, ослом, козел, козлом, свинья, животное, животным,
животными, зверь, köpek, köpekle, eşek, hayvan, hayvanla, häst, koira, hevonen, kůň, kutya,
câine, cal, anjing, kuda, binatang, con ngựa, كلب, حصان, حيوان, कुत्ता, कुत्ते, घोड़ा, घोड़े,
जानवर, σκύλος, σκύλο, άλογο, כלב, סוס, chestnut mare, meerkat, feral, unicorn stallion, hoarse
""",
        "animal_slang": """
bear, bears, bull, bulls, otter, fox, kitten, cat, cats, cub, cougar, stud, bunny, fish, bird,
eagle, raven, crow, parrot, shark, whale, spider, insect, worm, leech, bat, pet, calf, tier, pes,
dyr, hest, pies, psem
""",
        "with_a": """
with a, with an, with her, with his, with the, with their, with my, by a, by an, by her, by his,
by the, by their, by my, from a, from an, from her, from his, from the, from their, from my,
and a, and an, and her, and his, and the, and their, and my, con un, con una, avec un, avec une,
mit einem, mit einer, com um, com uma, met een, с
""",
        "animal_mount": """
mounted by, mounted from behind by, mounts her, mounts him, mates with, mating with, mate with,
mated with, knotted by, bred by, humped by, humping, humps, licked by, licking her, licks her,
licking his, licks his, penetrated by, taken by, ridden by, serviced by, breeds with,
breeding with, coupling with, couples with, sucking off, sucks off, jerking off,
between her legs, between his legs, lying under, spreads for, lover of, mounting, mount, mounted,
climbs on her, behind her, on her back, licking, licks, licked
""",
        "carnal": """
dick, dicks, cock, cocks, penis, penises, semen, cum, pussy, vulva, vagina, anus, genitals,
genitalia, testicles
""",
        "helpless": """
unconscious, unconsciously, drugged, drugging, druggedly, blackmail, blackmailed, blackmailing,
blackmails, coerced, coerces, coercing, coercion, coerce, kidnapped, kidnaped, kidnapping,
kidnap, kidnapper, abducted, abduction, abducting, abductee, hypnotized, hypnotised,
hypnotizing, hypnotising, hypnotize, hypnosis, hypnotic trance, hypno, in a trance, brainwashed,
brainwashing, mind controlled, mind control, mind broken, mindbroken, mindbreak, mind break,
comatose, coma, sedated, sedative, sedatives, tranquilized, tranquilised, anesthetized,
anaesthetised, anaesthetized, under anesthesia, under anaesthesia, paralyzed, paralysed,
extorted, extorting, extortion, captive, captives, captivity, hostage, hostages, enslaved,
unwilling, unwillingly, unaware, unsuspecting, unknowing, unknowingly, unbeknownst,
nonconsenting, forcefully, forcibly, by force, involuntary, involuntarily, nonvoluntary, against
will, without wanting, without her knowing, without his knowing, without her knowledge, without
his knowledge, without their knowledge, without knowing, without permission, without her
permission, without his permission, without being asked, without asking, not asked, never asked,
not consensual, isn t consensual, nothing consensual, passed out, passing out, blacked out,
blackout drunk, knocked out, knocked unconscious, out cold, dead drunk, too drunk, too
intoxicated, incapacitated, incapable of consent, cannot consent, can t consent, cant consent,
unable to consent, unable to resist, unable to refuse, unable to say no, unable to move, unable
to speak, chloroform, chloroformed, spiked drink, drink spiked, spiked her drink, spiked his
drink, roofie, roofies, roofied, ghb, date rape, at gunpoint, at knifepoint, gunpoint,
knifepoint, held at gunpoint, under duress, duress, under threat, threatened, threatened into,
threatening her, threatens her, intimidated into, pressured, pressured into, bullied into,
manipulated into, tricked into, deceived into, lured, lured into, compelled to, ordered to or
else, or else, forced, forces, forcing, force her, force him, overpowered, overpowers,
overpowering, subdues her, ambushed, cornered, stalked, stalker, stalking, imprisoned, locked in
a basement, locked in a cellar, basement prisoner, chained in a basement, prisoner, prisoners,
detainee, inmate and guard, abused, abuse, abusing, abusive, victim, victims, victimized,
assault, assaulting, assailant, attacker, attacked, attacks her, intruder, home invasion,
predator, predatory, groper, groping, groped, gropes, peeper, peeping, peeps, spied on, spying
on, spies on, secretly, covertly, hidden camera, hidden cam, nanny cam, surreptitiously, doesn t
know, doesnt know, does not know, didn t know, did not know, not knowing, unconsenting,
unconsented, reluctant victim, terrified, terrorized, traumatized, distressed, sleepwalking,
somnambulist, mentally disabled, intellectually disabled, dementia, senile, leaked, hacked
phone, hacked cloud, love potion, date drug, rag over her mouth, too drunk to stand, too weak to
resist, taken advantage of, taking advantage, takes advantage, took advantage, exploits her,
exploited, exploiting, obligada, obligado, forzada, forzado, drogada, drogado, secuestrada,
secuestrado, inconsciente, chantajeada, sin permiso, sin saberlo, contrainte, forcée, droguée,
kidnappée, enlevée, séquestrée, hypnotisée, à son insu, sans le savoir, gezwungen, genötigt,
erpresst, betäubt, bewusstlos, entführt, hypnotisiert, heimlich, costretta, costretto, drogata,
rapita, incosciente, ricattata, ipnotizzata, a sua insaputa, forçada, forçado, obrigada,
sequestrada, chantageada, hipnotizada, gedwongen, verdoofd, gedrogeerd, ontvoerd, bewusteloos,
gechanteerd, zmuszona, zmuszana, porwana, odurzona, nieprzytomna, szantażowana, насильно,
принудили, принуждают, похищена, похищенная, похитили, без сознания, одурманенная, шантаж,
связанная против, zorla, zorlanan, bilinçsiz, kaçırılan, tvingad, tvunget, drogad, kidnappad,
medvetslös, dipaksa, dibius, bị ép, bị bắt cóc, مجبرة, مخطوفة, فاقدة الوعي, जबरदस्ती, ज़बरदस्ती,
बेहोश, अपहृत, mesmerized into, mesmerised into, oblivious, made to strip, made to undress, made
to perform, made to watch, made to submit, made to have, stolen nudes, stolen photos, stolen
pictures, knife to her throat, knife at her throat, gun to her head, gun at her head, gun to his
head, too scared to, too afraid to, scared to refuse, afraid to refuse, no choice, without a
choice, no say, given no choice, cannot refuse, can t refuse, not allowed to refuse, barely
conscious, half conscious, semi conscious, barely awake, high on, drug induced, doped,
intoxicated, inebriated, stupefied, under the influence, under hypnosis, possessed against, mind
slave, spellbound against, enchanted against, cursed to obey, forced to, slave to her captor,
captor, captors, kidnappers, ransom, casting couch, extort, blackmailer, rohypnol, ketamine,
subdued by, subdued victim, mesmerized and, mesmerised and, peephole, peep hole, voyeur camera,
voyeured, voyeuristically watched, hypnotist, abductor, abductors, molester, molesters,
intruders, no permission, no approval, no agreement, unasked, uninvited, nonconsent, held
captive, mind controlling, puppet master, drugger, safe word ignored, safeword ignored, ignores
the safe word, ignoring the safe word, ignores safe word, ignoring her safe word, ignores her
no, ignores his no, ignoring her no, ignores no, no is ignored, no ignored, her no ignored,
doesn t take no, won t take no, not taking no for an answer, won t take no for an answer,
chained in a cellar, chained in a dungeon against, dungeon captive, cult victim, raptured by
force, war captive, spoils of war, conquered women, prison guard abuses, sedates, sedating,
drugs her, drugs him, drugging her, roofies her, chloroforms, tranquilizer, pills in her drink,
pills in his drink, pill in her drink, something in her drink, slipped in her drink, drug in her
drink, drugs in her drink, powder in her drink, slipped into her drink, struggling to get away,
struggles to get away, trying to run, tries to run away, to break free, gun pointed, pointing a
gun, pointed a gun, at knife point, at gun point, armed man, threatens to, threatening to,
threatens, begs to be let go, wants to be let go, let me go, not free to leave, fainted,
fainting, faints, collapsed, swooned, sleepwalker, sleepwalkers, burglar, burglars, robber,
robbers, kidnaps, abducts, secret video, secret videos, secret photo, secret photos, secret
pictures, secret footage, secret film, unawares, without knowing it, narcotized, narcotised,
spiked, non responsive, unresponsive, lifeless drunk, drunken stupor, stupor, delirious,
concussed, bed ridden patient, mentally impaired, coercively, blackmailers, sextortionist,
rapey, molesting, assaults, dragged into, dragged by, dragged to, dragged off, wrestled down,
wrestled to the, jumped by, set upon by, hacked, hacked webcam, hacked camera, blind drunk,
wasted woman, wasted girl, falling down drunk, drunk out of her mind, unconscious drunk, chained
in cellar, chained in basement, chained in a dungeon, locked in cellar, locked in basement, in
his basement captive, sleep creep, changed her mind, changes her mind, second thoughts ignored,
pushes away, pushed away but, candid nude of, without being told, not told, unannounced camera,
under sedation, sedated by, drugged by, high and helpless, spiked by, blackmailing her, coerced
by, clothes torn, clothes ripped, dress torn, dress ripped, blouse torn, blouse ripped, shirt
torn off her, underwear torn, underwear ripped, nightgown torn, abduct, anesthetize,
anesthetizes, anesthetizing, blackmail her into, blackmailed her into, blackmailing her into,
blackmails her into, brainwash, brainwashes, bullied her into, bullies her into, bully her into,
bullying her into, chloroforming, coerce her into, coerced her into, coerces her into, coercing
her into, con her into, coned her into, coning her into, cons her into, enslave, enslaves,
enslaving, exploit, exploits, extorts, force himself, forced himself, forces himself, forcing
himself, held hostage, hold hostage, holding hostage, holds hostage, hypnotise, hypnotises,
hypnotizes, imprison, imprisoning, imprisons, lure her into, lured her into, lures her into,
luring her into, overpower, pressure her into, pressured her into, pressures her into,
pressuring her into, roofiing, sedate, shame her into, shamed her into, shames her into, shaming
her into, spike her drink, spikes her drink, spiking her drink, take advantage, taken advantage,
talk her into against, talked her into against, talking her into against, talks her into
against, terrorise, terrorised, terrorises, terrorising, terrorize, terrorizes, terrorizing,
threaten her into, threatened her into, threatening her into, threatens her into, tranquilize,
tranquilizes, tranquilizing, trick her into, tricked her into, tricking her into, tricks her
into, victimise, victimised, victimises, victimising, victimize, victimizes, victimizing,
compelled, leak, leaks, spying, keyhole, key hole, attacker s
""",
        "asleep": """
asleep, sleeping, sleeps, sleep, slumber, slumbering, dozing, napping, dormant, passed out,
knocked out, blacked out, dormida, dormido, endormie, endormi, schlafend, schlafende,
schlafenden, schläft, addormentata, dormindo, adormecida, slapend, slapende, śpiąca, śpiącą,
спящая, спящую, спящей, uyuyan, sovande, tidur, نائمة, सोती, while she sleeps, while he sleeps,
in her sleep, in his sleep, fast asleep, sound asleep
""",
        "done_to": """
sex, fuck, fucks, fucked, fucking, penetrated, penetrates, penetrating, raped, groped, groping,
gropes, molests, fondled, fondling, fondles, touched by, touched without, touching her, touches
her, touching him, touches him, undressed by, undressed without, undresses her, undressing her,
stripped by, stripped without, strips her, used by, used without, being used, and used, taken
by, taken advantage, filmed, photographed by, photographed without, recorded, licked, licking
her, cum on, cum, creampie, intercourse, anal, oral, blowjob, unaware, unaware of, violates,
sexually, sexo, sexe, sesso, baise, gefickt, ficken, выебал, трахает, used, use of, undressed,
undressing, disrobed, exposed, stripped, sexual, fingered, fingering, kissed without,
penetration, molested, abuses, abused, abusing, assaults, exploits, exploited, strip, strips,
examined by force, takes her, taking her, ravishes, abuse her, abused her, abuses her, abusing
her, caress her, caressed her, caresses her, caressing her, exploit, exploiting, expose her,
exposed her, exposes her, exposing her, feel up, feeled up, feeling up, feels up, film her,
filmed her, filming her, films her, fondle, grope, have sex, haved sex, haves sex, having sex,
kiss her, kissed her, kisses her, kissing her, lick her, licked her, licks her, molest,
molesting, mount her, mounted her, mounting her, mounts her, penetrate, photograph her,
photographed her, photographing her, photographs her, rape, rapes, raping, record her, recorded
her, recording her, records her, straddle her, straddled her, straddles her, straddling her,
strip her, strip him, stripped her, stripped him, stripping her, stripping him, strips him,
touch her, touch him, touched her, touched him, undress her, undress him, undressed her,
undressed him, undresses him, undressing him, use her, used her, uses her, using her, violate,
violated, violating, blanket pulled off, sheet pulled off, clothes removed, clothes taken off,
taken off her, her legs apart, legs spread by, posed by, posed by him,
enters|entering|entered her|him
""",
        "says_no": """
says no, said no, saying no, say no, she says stop, says stop, said stop, saying stop, begs
stop, please stop, begging stop, tells him no, told him no, tells her no, screams no, screaming
no, shouts no, shouting no, yells no, yelling no, cries no, crying no, mouths no, whispers no,
wants him to stop, wants her to stop, wants it to stop, asks him to stop, asked him to stop,
asks her to stop, asking him to stop, asks to stop, asked to stop, tells him to stop, told him
to stop, tells her to stop, telling him to stop, told to stop, pleads with him, pleading with
him, pleads, pleading, begs him, begging him, begs them, begging them, begs her, begging for
mercy, begging for help, begging no, refuses, refusing, refused, refusal, resists, resisting,
resisted, protests, protesting, protested, unwilling, reluctant, reluctantly, fights him off,
fighting him off, fighting back, fights back, fighting him, pushes him away, pushing him away,
pushes him off, pushing him off, pushing her away, tries to escape, trying to escape, tries to
leave, trying to leave, tries to get away, trying to get away, struggling to escape, struggling
to get free, struggles to get free, struggling against, struggles against, trying to break free,
wants to leave, wants to go home, not wanting, not want it, didn t want, didnt want, did not
want, doesn t want, doesnt want, does not want, never wanted, not willing, never agreed, not
agreed, didn t agree, did not agree, did not ask for, screaming for help, screams for help,
crying for help, cries for help, calling for help, safeword ignored, ignores safeword, ignoring
the safeword, ignores the safeword, nein gesagt, dit non, dice no, dice que no, sagt nein, dice
di no, diz não, mówi nie, говорит нет, she begs, he begs, stop she begs, begs, begged, screams
stop, shouts stop, never said yes, did not say yes, didn t say yes, without a yes, tries to
stop, tried to stop, trying to stop, tries to stop him, tries to stop them, kicking and
screaming, screaming and kicking, shakes her head no, shaking her head no, fights, fighting,
wrestles free, wriggling free, cries out for help, changed her mind, changes her mind, changed
his mind, pushes away, pushing away, pushes his hands away, turns away crying, backs away,
backing away, pulls away, pulling away, shrinks away, cowers, cowering, recoils, shakes her
head, tells them no, told them no, hasn t said yes
""",
        "goes_on": """
does not stop, doesn t stop, doesnt stop, did not stop, didn t stop, didnt stop, won t stop,
wont stop, will not stop, not stopping, never stops, refuses to stop, without stopping, keeps
going, kept going, keep going, keeps on, continues, continued, continue anyway, anyway,
regardless, ignores her, ignoring her, ignored her, ignores him, ignoring him, ignored, ignores
it, ignoring it, ignoring, doesn t care, does not care, doesnt care, forces her, forces him,
forced, holds her down, holding her down, held down, holds him down, pins her down, pinned down,
overpowered, overpowers, still does it, does it anyway, takes her anyway, takes her, hand over
her mouth, covers her mouth, goes on, went on, carries on, proceeds, he continues, she
continues, continues anyway, he keeps touching, keeps touching, keeps going anyway, grabs her,
grabs her breast, grabs him, pulls her back, won t let go, will not let go, goes ahead, presses
on
""",
        "no_word": """
no, not, without, never, lack, lacks, lacking, absent, absence of, zero, ignore, ignores,
ignoring, ignored, withdraw, withdraws, withdrawn, withdrew, revoke, revokes, revoked, refuse,
refuses, refused, refusing, deny, denies, denied, despite, missing, nonexistent, didn t, didnt,
doesnt, cant, cannot, couldn t, unable, sin, sans, senza, sem, ohne, zonder, bez, без, utan, uden
""",
        "consent_word": """
consent, consents, consented, agreement to sex, consentimiento, consentement, consenso,
consentimento, zustimmung, einverständnis, einwilligung, einverstanden, toestemming, zgody,
согласия, samtycke, samtykke, permission to touch
""",
        "consensual": """
consensual, consensually, consenting, einvernehmlich, consentido, consentida
""",
        "consent_gone": """
withdrawn, withdrew, revoked, ignored, denied, refused, absent, missing, lacking, never given,
never asked, not given, not asked, wasn t given, taken away, impossible, violated, broken,
doubtful, dubious, unclear, questionable, none, optional, overridden
""",
        "cry": """
crying, cries, sobbing, sobs, in tears, tears running, tears streaming, weeping, scared, afraid,
frightened, horrified, terrified, in fear, fearful, panicking, panicked, struggling, struggles,
helpless, helplessly, trembling in fear, pleading eyes, bruised, bruises, beaten, hand over her
mouth, duct taped, duct tape, tied up against, gagged and crying, trapped, cornered, restrained
against, cried out in pain, crying in pain, screaming in pain, screaming in fear, pained
""",
        "parent": """
mother, mothers, mom, moms, mum, mums, mama, mamas, momma, mommas, mamma, mammas, father,
fathers, dad, dads, papa, papas, poppa, poppas, parent, parents, stepmom, stepmoms, stepmother,
stepmothers, stepmum, stepmums, stepdad, stepdads, stepfather, stepfathers, stepparent,
stepparents, aunt, aunts, auntie, aunties, aunty, uncle, uncles, stepaunt, stepaunts, stepuncle,
stepuncles, grandfather, grandfathers, grandmother, grandmothers, grandpa, grandpas, grandma,
grandmas, granddad, granddads, grandparent, grandparents, grandad, grandads, gramps, grampses,
godfather, godfathers, godmother, godmothers, foster father, foster fathers, foster mother,
foster mothers, foster dad, foster dads, foster mom, foster moms, adoptive father,
adoptive fathers, adoptive mother, adoptive mothers, stepgrandpa, stepgrandpas, madre, padre,
mamá, papá, mère, père, maman, mutter, vater, mutti, vati, mãe, mamãe, moeder, vader, matka,
matką, ojciec, ojcem, мать, матерью, отец, отцом, мама, мамой, папа, папой, тетя, дядя, tía, tío,
tante, oncle, onkel, zia, zio, ciotka, wujek, suegra, suegro, madrastra, padrastro, belle mère,
beau père, stiefmutter, stiefvater, madrasta, padrasto, matrigna, patrigno, annesi, babası,
abuelo, abuela, grand père, grand mère, großvater, nonno, nonna, avô, avó, أمه, أبيها, أم, أب,
माँ, मां, पिता, ibu, ayah, mẹ, μητέρα, πατέρας, אמא, אבא, mother in law, father in law,
step mother, step father, mãe e, pater, padres
""",
        "pet_parent": """
daddy, daddies, mommy, mommies, mummy, mami, papi, dada, stepdaddy, stepmommy, step daddy, step
mommy
""",
        "offspring": """
daughter, daughters, stepdaughter, stepdaughters, stepson, stepsons, niece, nieces, nephew,
nephews, grandson, grandsons, granddaughter, granddaughters, grandchild, grandchilds,
goddaughter, goddaughters, godson, godsons, foster daughter, foster daughters, foster son,
foster sons, adopted daughter, adopted daughters, adopted son, adopted sons, adoptive daughter,
adoptive daughters, adoptive son, adoptive sons, offspring, firstborn, firstborns, son, sons,
hijo, hija, hijos, hijas, hijita, fils, sa fille, ma fille, sohn, tochter, töchter, filho, filha,
filhos, figlio, figlia, figli, zoon, dochter, syn, synem, córka, córką, сын, сыном, дочь,
дочерью, дочка, сынок, sobrina, sobrino, nièce, neveu, nichte, neffe, sobrinha, sobrinho, nipote,
kızı, oğlu, oğul, dotter, datter, sønn, ابنته, ابنه, ابنها, ابنة, बेटी, बेटा, बेटे,
anak perempuannya, con gái, con trai, κόρη, γιος, בת שלו, hijastra, hijastro, stieftochter,
stiefsohn, enteada, belle fille, daughter in law, son in law, step daughter, step son,
daughters in law
""",
        "daughter": """
daughter, daughters, stepdaughter, stepdaughters, niece, nieces, nephew, nephews, stepson,
stepsons, granddaughter, granddaughters, grandson, grandsons, goddaughter, godson, tochter, hija,
filha, figlia, dochter, дочь, fille de
""",
        "sibling": """
sister, sisters, brother, brothers, sibling, siblings, stepsister, stepsisters, stepbrother,
stepbrothers, stepsibling, stepsiblings, halfsister, halfsisters, halfbrother, halfbrothers,
cousin, cousins, sis, stepsis, stepbro, stepbros, twin sister, twin sisters, twin brother, twin
brothers, foster sister, foster sisters, foster brother, foster brothers, triplets, quadruplets,
twins, hermana, hermano, hermanos, hermanas, frère, soeur, sœur, frères, soeurs, bruder, brüder,
schwester, schwestern, geschwister, irmã, irmão, irmãs, irmãos, fratello, fratelli, sorella,
sorelle, брат, братом, сестра, сестрой, сестру, broer, zus, zussen, siostra, siostrą, bratem,
rodzeństwo, kardeş, kardeşi, kardeşiyle, abla, ablası, bror, syster, söster, søster, أخته,
أخيها, أخ, أخت, भाई, बहन, kakak, em gái, αδερφή, αδερφός, אחות, cousine, kusine, half sister,
half brother, step sister, step brother, step siblings, sister in law, brother in law, sisterly,
brotherly, in laws, great aunt, great uncle, foster siblings, stepfamily
""",
        "kin_plural": """
siblings, sisters, brothers, twins, triplets, quadruplets, cousins, stepsiblings, stepsisters,
stepbrothers, twin sisters, twin brothers, hermanos, hermanas, geschwister, fratelli, sorelle,
irmãos, irmãs, близнецы, twin siblings, brother and sister, sister and brother
""",
        "kin_mark": """
own, biological, real, actual, blood, birth, natural, adopted, adoptive, foster, underage,
propia, propio, propre, eigene, eigener, eigenen, própria, eigen, własna, родной, родная, half,
step, twin, estranged, long lost
""",
        "relative": """
family, families, relative, relatives, kin, kinfolk, kindred, blood relative, blood relatives,
blood related, blood relation, bloodline, family member, family members, familia, famille,
familie, famiglia, família, same parents, same mother, same father, related by blood, blood kin,
next of kin lovers, blood siblings, blood sister, blood brother, genetic relatives, genetically
related, close relatives, close relative, kinship, consanguine, related, relatedness
""",
        "with_own": """
with her, with his, with my, with their, with your, with own, by her, by his, by my, by their,
by your, by own, for her, for his, for my, for their, for your, for own, and her, and his,
and my, and their, and your, and own, to her, to his, to my, to their, to your, to own, on her,
on his, on my, on their, on your, on own, from her, from his, from my, from their, from your,
from own, con su, con mi, avec son, avec sa, avec mon, avec ma, mit ihrem, mit seiner, mit ihrer,
mit seinem, mit meiner, con suo, con sua, com seu, com sua, com o, met haar, met zijn, z matką,
с матерью
""",
    }
    | harms.KINDS
    | deeds.KINDS
    | pairs.KINDS
    | tongues.KINDS
    | classes.KINDS
    | variants.KINDS
    | wordings.KINDS
    | bodies.KINDS
    | bonds.KINDS
    | circles.KINDS
    | lands.KINDS
    | callings.KINDS
    | traces.KINDS
    | sidelong.KINDS
    | turns.KINDS
    | vernaculars.KINDS
    | kinfolk.KINDS
    | wounds.KINDS
    | byroads.KINDS
    | mercies.KINDS
    | eastern.KINDS
    | asides.KINDS
)
