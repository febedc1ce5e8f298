"""More kinds of word as in `contexts`: who does what to whom, and how it is offered or shown."""

KINDS = {
    "distress": """
crying, cries, sobbing, sobs, tears, tearful, weeping, weeps, screaming, screams, scared, afraid,
frightened, terrified, horrified, panicking, panicked, struggling, fighting, fights, kicking,
pleading, humiliated, distressed, hysterical, struggles, in tears, in fear
""",
    "held": """
pinned, restrained, restrains, restraining, tied, bound, gagged, trapped, cornered, grabbed,
overpowered, wrestled, dragged, muffled, held down|by|against|still, holds|holding|pins her down,
holds|holding|pins him down, pinned down, pinning her, tied down|up|to, hand over her mouth,
hand over his mouth, duct tape, duct taped, zip|hands|wrists tied
""",
    "garment": """
clothes, clothing, dress, shirt, blouse, skirt, top, underwear, panties, lingerie, bra, trousers,
jeans, bikini, swimsuit, nightgown, uniform, stockings, robe
""",
    "torn": """
torn|ripped|yanked|tears|rips off, torn away|from|open, ripped away|from|open
""",
    "crowd": """
mob, strangers, stranger, attacker, attackers, gang, soldiers, guards, kidnapper, kidnappers,
captor, captors, intruder, assailant, rioters, men around her, group of men, by men
""",
    "grab": """
grabbing, grabs, grabbed, grab, touching, touches, touched, touch, squeezing, squeezes, squeezed,
groping, gropes, fondling, fondles, lifting, lifts, lifted, rubbing, rubs, pinching, pinches,
slapping, slaps, peeking, peeks, exposing, exposes, exposed, uncovering, uncovers,
feeling|feels|felt|hands|hand|looking|looks up, hand under, hands under, hands|hand|zoomed on,
rubbing against, pressing against, zoomed in on, zooming in on, staring at
""",
    "private_part": """
breast, breasts, boob, boobs, tits, butt, buttocks, bottom, ass, crotch, groin, thigh, thighs,
skirt, skirts, panties, underwear, bra, cleavage, nipples, pussy, genitals, privates,
private parts
""",
    "stranger": """
stranger, strangers, commuter, commuters, passenger, passengers, passerby, passersby, pedestrian,
shopper, shoppers, jogger, sunbather, sunbathers, bystander, coworker, subordinate, waitress,
stewardess, co worker
""",
    "creep": """
pervert, perverts, perv, pervs, creep, lecher, molester, stalker, stalkers, voyeur, voyeurs,
peeper, peepers, creepy voyeur|man|guy, sneaky man
""",
    "spied": """
touching, touches, watching, watches, photographing, photographs, filming, films, following,
follows, spying, rubbing, grabbing, staring, undressing, peeking, changing, showering, bathing,
sunbathing, undress, watched, spied
""",
    "up_skirt": """
up her|a|the skirt, up skirts, up their skirts, under her|the|a skirt, under skirts, up her dress,
under her dress, down her top|shirt|blouse, up his kilt
""",
    "looking": """
photo, photos, photograph, photographed, picture, pictures, camera, phone, looking, looks, look,
peek, peeking, peeks, view, shot, filmed, filming, video, stranger, strangers, unaware, candid,
stairs, escalator, selfie stick, stranger s
""",
    "camera_word": "camera, cameras, cam, cams, webcam, webcams, phone, lens, recorder, gopro",
    "camera_hidden": """
hidden, concealed, secret, covert, disguised, planted, spy, tiny, hiding, hacked, pinhole
""",
    "private_place": """
bathroom, bathrooms, shower, showers, showering, toilet, toilets, restroom, washroom, bedroom,
bedrooms, sauna, gynecologist, airbnb, dorm, changing|fitting|dressing|locker|hotel room,
changing rooms, locker rooms, tanning salon
""",
    "watching": """
watching, watches, watched, telescope, binoculars, filming, films, secretly,
spying|spies|spied|peeping on, peeping|peeks|peeking|staring|stares at
""",
    "neighbour": """
neighbour, neighbours, neighbor, neighbors, roommate, roommates, flatmate, housemate, tenant,
lodger, guest, coworker, colleague, stranger, strangers
""",
    "sneaky": """
stealth, stealthy, sneaky, sneak, secret, secretly, hidden, covert, creepy, spy, sneaking,
sneaked, sneakily, snuck, discreet, discreetly, candid
""",
    "snapshot": "photo, photos, pic, pics, picture, pictures, shot, shots, video, videos, footage",
    "superior": """
doctor, guard, guards, teacher, professor, boss, employer, coach, priest, pastor, landlord,
soldier, soldiers, officer, policeman, warden, jailer, therapist, surgeon, dentist, masseur,
director, producer, manager, husband, captor, master, driver, cop, cops, police, officers,
masters, bosses, employers, landlords, teachers, doctors, gaoler, gaolers, kidnapper, kidnappers,
pimp, pimps, uber driver, taxi driver
""",
    "misuses": """
abuses, abusing, abused, assaults, assaulting, assaulted, molests, molesting, molested, gropes,
groping, groped, coerces, coercing, coerced, exploits, exploiting, exploited, violates, violating,
violated, rapes, raping, forces, forcing, forced, preys on, preying on
""",
    "underling": """
patient, patients, inmate, inmates, prisoner, prisoners, wife, girlfriend, secretary, assistant,
student, maid, nurse, employee, tenant, client, detainee, detainees, intern, trainee, recruit,
actress, model, villager, villagers, captive, arrested, detained, suspect, waitress, waitresses,
cleaner, cleaners, servant, servants, nanny, tenants, clients, interns, detainee woman, au pair,
pupil of age, patient s
""",
    "threat": """
eviction, evicted, evict, fired, firing, deported, deportation, deport, expelled, ultimatum,
threat, threats, threatening, threatened, unless, quid pro quo, or else, lose her job,
keep her job, or be fired, or lose, instead of rent, for rent, pay her rent
""",
    "forcing": """
force, forces, forced, forcing, impose, imposes, imposed, imposing, thrust, thrusts, throws,
throwing
""",
    "self_on": """
himself|herself|themselves|itself|themself|myself on,
himself|herself|themselves|itself|myself upon, himself|herself|themselves|itself onto,
himself into, himself at, his way into, his way in, his body on
""",
    "free_use": "free use, freeuse, available for use, at their disposal, at his disposal",
    "violate": "violate, violates, violated, violating, defile, defiles, defiled, defiling",
    "star": """
actress, actor, singer, popstar, footballer, athlete, influencer, youtuber, streamer, princess,
politician, pop|movie|film|rock star, pop singer, news anchor, weather girl, streamer girl
""",
    "real_star": "real, famous, actual, real life, well known, existing",
    "officeholder": """
president, chancellor, senator, congresswoman, congressman, governor, mayor, monarch, newsreader,
prime minister, vice president, head of state, royal princess, royal family, tv host,
tv presenter, news anchor, talk show host, member of parliament, secretary of state,
supreme court judge, first lady
""",
    "pleasure": """
pleasuring, pleasures, pleasured, screwing, screws, screwed, banging, shagging, shags, shagged,
servicing, sodomising, sodomizing, sodomised, sodomized, raping, rapes, molesting, ~bugger,
~screw, ~hump, pleasure from, getting off, gets off with, his|her|their way with,
satisfying|fondles|fondling a, satisfies her, satisfied|ravished|deflowered|raped by,
services her, lover is, lover of, making out with, french kissing, tongue kissing
""",
    "mated_by": """
seduced|pleasured|satisfied|serviced|penetrated|filled|pounded|fucked|screwed|shagged|taken|licked|used
by, licked|eaten|fingered out by,
mounted|mated|bred|knotted|humped|rutted|inseminated|impregnated|pregnant|ravished|ridden by,
mated with, bred like
""",
    "beast": """
dog, dogs, hound, wolf, horse, stallion, bull, boar, pig, donkey, mule, goat, ram, pony, animal,
beast, animals, beasts, mastiff, rottweiler, husky, labrador, ape, gorilla, great dane,
german shepherd
""",
    "barnyard": """
barnyard, farmyard, livestock, pet, pets, zoo, kennel, bestial, bestially, petting zoo,
animalistic with
""",
    "inserted": """
inserted, inserting, inserts, insert, penetrating, penetrated by
""",
    "small_animal": """
fish, eel, eels, snake, snakes, worm, worms, insect, insects, leech, mouse, mice, rat, rats,
octopus, tentacle, squid, bird, lizard
""",
    "assaulting": "assaulting, assaults",
    "attacking": "attacking, attacks, attacked, assaulting, assaulted, ambushing, mugging, mugged",
    "drugging": "drugging, roofies, roofying, sedating, chloroforming, drugs a, drugged a",
    "safeword": "safeword, safe word, safewords",
    "human_being": "human, humans, human female, human male, human woman, human man, person",
    "bed_of": "s bed, s lap, s bedroom",
    "burning": "burning, burnt, on fire, ablaze, in flames, set alight, set on fire, scorched",
    "hewing": """
cleaving, severing, severs, amputating, sawing|saws|hacking|chopping|cutting|chainsaw through,
sawing off, hacking at, hacks at, sawing into, hacking off
""",
    "carcass": """
torso, corpse, remains, limbs, stump, stumps, cadaver, severed head, body parts,
human body|head|leg|arm, woman s body, man s body, dismembered body
""",
    "stowed": """
in a suitcase|freezer|fridge|bag|trunk|barrel|ditch|dumpster, in suitcase|suitcases|bags,
in the freezer|fridge|trunk, in a garbage|trash|bin bag, in garbage|trash|bin|plastic bags
""",
    "red_water": "red water, bloody water, crimson water, water turning red",
    "disorder": """
anorexia, anorexic, bulimia, bulimic, skeletal, emaciated, starvation, starving, underweight,
selfharm, suicide, suicidal, cutting, eating disorder, eating disorders, self harm
""",
    "goal": """
inspiration, inspo, goals, goal, motivation, aesthetic, challenge, tips, tricks, hacks, countdown,
dare, rewards, is beautiful|art|sexy, influencer tips
""",
    "kin_love": """
tryst, trysts, sleeping|sleep|slept|sleeps together, hooking up, hook|hooks|hooked up with,
getting it on, in the sack, between the sheets, under the sheets, making babies, marital bed,
wedding bed, bridal suite, honeymoon suite, impregnates her, pregnant from her, secret lovers,
forbidden lovers, forbidden love, more than family, kissing with tongue, secret affair
""",
    "fondling": "fondling, fondles, fondled, groping, gropes, groped, making out with, caressing",
    "unwilled": """
forced, coerced, unwanted, nonconsensual, involuntary, unconsented, compelled, forcible, unwelcome
""",
    "intimate_act": """
exposure, undressing, nudity, intimacy, kissing, touching, stripping, sex, oral, orgasm,
striptease, penetration, insertion, groping, fondling, bondage, pregnancy, insemination, nudes,
sexting, spanking
""",
    "undress_verb": "undressing, undresses, undressed, stripping, strips, disrobing, disrobes",
    "drunk": "drunk, drunken, wasted, intoxicated, inebriated",
    "passion": """
passionately, passionate, tongues, sensually, seductively, lustfully, erotically, french,
with tongue
""",
    "inbred": """
oedipal, inbred, inbreeding, inbreed, consanguineous, consanguinity, endogamous,
oedipus|electra|jocasta complex
""",
    "trade_in": """
buying, buy, buys, bought, selling, sell, sells, trading, purchasing, auctioning, auctions,
shipping, procuring, procures, supplying, exporting, importing, renting, leasing, smuggling,
luring, sold, auctioned, trafficked,
sale|sales|purchase|price|auction|market|shipment|delivery of,
trade|trading|trades|dealing|dealer|traffic in, prices|price|market for,
rent|buy|buys|buying|sell|sells|selling|order|ordering|purchase a
""",
    "sold_passive": """
auctioned, traded, priced, resold, being|are|is|getting|get|were|was sold, to be sold,
sold at|online|in|to|by|for|like|off|nightly|as|into|on|again,
as merchandise|cargo|goods|property|livestock|commodities|products|stock, as a commodity,
being auctioned, auctioned off, being traded, shipped in|to|as, up for auction,
up|listed|offered for sale, delivered to, bought at auction, bought from, purchased from,
purchased at, bid on, price tagged, offered to buyers, to rent by, kept for clients,
displayed for, bought and sold, kept and sold, sold and bought
""",
    "person_plain": """
girl, girls, woman, women, virgin, virgins, bride, brides, wife, wives, females, humans, people,
migrants, refugees, runaways, captives, prisoners, maidens, ladies, lady, gals, chicks, blokes,
males, person, persons, maids, human beings
""",
    "unfree": """
captive, captives, enslaved, slave, slaves, imprisoned, kidnapped, abducted, trafficked, hostage,
hostages, slavegirl, slavegirls, captive girl, captive|chained|caged woman, sex slave, sex slaves,
captured|kidnapped|chained|caged women, captured|chained|caged girls, women captives,
locked up women, sex workers in chains
""",
    "offer": """
prices, pricing, price, priced, rates, menu, menus, catalogue, catalogues, catalog, catalogs,
brochure, listing, listings, inventory, invoice, receipt, classifieds, ad, ads, advert, adverts,
advertisement, advertising, advertised, flyer, darknet, website, webshop, storefront, buyers,
buyer, bidders, bidder, clients, client, customers, johns, punters, rented, rental, loaned,
delivery, discount, wholesale, retail, stock, auction, auctions, auctioned, auctioning, bidding,
bids, sale, market, marketplace, traded, trade, trader, dealer, shop, store, sold, sells, selling,
buy, buying, bought, purchase, purchased, cash, price list|lists|tag|tags, rate card, order form,
order now, classified ad, classified ads, dark web, for hire|rent|sale, rented out, hired out,
passed around, special offer, auction house, on sale, cash on delivery, highest bid
""",
    "brothel_place": """
brothel, brothels, whorehouse, whorehouses, bordello, cathouse, prostitution,
sex work|trade|industry, massage parlor, massage parlour, red light district, porn studio,
cam studio
""",
    "chained_up": """
chained, chains, shackled, shackles, padlocked, guarded, caged, beaten, captives, slaves,
prisoners, prisoner, imprisoned, inmates, hostages, captive, enslaved, kidnapped, trapped,
abducted, unfree, involuntary, forced, coerced, debt, in chains, locked in, locked up, not free,
not free to leave, no way out, cannot escape, can t escape, bars on the windows,
passport withheld, passport seized, passports seized, passports withheld, documents taken,
kept prisoner, against her will, against their will
""",
    "lure": """
luring, lures, lured, lure, grooming, grooms, groomed, recruiting, recruits, recruited, recruiter,
procuring, procures, procured, procurer, tricking, tricks, deceiving, enticing, entices,
entrapping, trapping, shipping, supplying, smuggling, transporting, fake job|modeling|modelling,
fake job offer, false job, fake model agency, bogus agency
""",
    "killing": """
murder, murders, killing, killings, execution, executions, slaying, slayings, assassination,
lynching, homicide, strangulation, stabbing, stabbings, beheading, massacre, slaughter, torture,
mutilation, executed, autopsy, autopsies, dissection, vivisection, stabbed, strangled, hangings,
lynchings, beheadings, decapitation, hanging execution, shooting death, shooting deaths,
drowning death
""",
    "real_sign": """
real, actual, authentic, genuine, footage, video, videos, filmed, livestream, livestreamed,
uncensored, unblurred, graphic, leaked, gory, gore, real life, on camera, caught on camera,
live stream
""",
    "eroticised": """
erotic, erotically, eroticised, eroticized, sexualised, sexualized, sexy, sexual, kinky,
fetishised, fetishized, arousing
""",
    "killed_by": """
isis, cartel, terrorist, terrorists, militia, hostage, hostages, prisoner, prisoners, civilian,
civilians, soldiers, victims, villagers
""",
    "halved": """
in half|two|pieces, into pieces|chunks|halves, to pieces, limb from limb
""",
    "halving": """
cut, cuts, cutting, sawn, sawed, sawing, split, splitting, torn, tearing, ripped, ripping, sliced,
slicing, chopped, chopping, hacked, hacking, bitten, cleaved, blown, severed, dismembered
""",
    "halved_body": """
victim, victims, body, bodies, torso, human, humans, prisoner, civilian, corpse, blood, bloody,
bleeding, gore, guts, hostage
""",
    "accident": """
crushed, accident, explosion, bombing, gunshot, execution, shot through the head|face|skull,
hit by a train|bus|car|truck, run over, hit by, car crash,
crash|accident|explosion|blast|bomb|landmine|bombing|train victim, car accident, shot in head,
shot in the head, head shot, firing squad, crash victims, shark attack victim, hit by train,
shot in the face, shot in face, bullet through
""",
    "remains": """
brains, brain, guts, entrails, innards, intestines, bowels, viscera, limbless, body parts,
remains of a body, missing|lost|severed limbs, missing legs, missing arms
""",
    "broken_head": """
cracked, split, smashed, shattered, crushed, exploded, exploding, opened, caved|bashed|beaten in
""",
    "head_part": """
skull, skulls, brains, brain showing
""",
    "weapon_in": """
knife|axe|ax|blade|machete|scissors|screwdriver in,
knife|axe|sword|hook|hooks|spike|spikes|spear|blade|machete|nail|drill|pole through, knife into
""",
    "flesh_part": """
chest, heart, skull, head, neck, throat, torso, flesh, eye, eyes, stomach, belly, gut, face, back
""",
    "bleeds": """
blood, bloody, bleeding, bleeds, wound, wounds, bloodied, gushing, fountain of blood
""",
    "crucified": """
crucified, crucifixion, hanged, hung, hanging, impaled, stabbed, shot, stab wounds
""",
    "amputation": """
amputation, amputating, amputated, sawing|sawn|hacking off
""",
    "grinder": """
mincer, woodchipper, blender, butchers, abattoir, roadkill, meat grinder|saw|market, wood chipper,
industrial shredder, butcher shop
""",
    "human_meat": """
human, humans, corpse, corpses, victim, victims, limbs, human body, human bodies
""",
    "end_verb": """
end, ends, ending, ended, take, takes, taking, took, finish, finishing, finishes
""",
    "own_life": """
my life, my|your|his|her|their own life, own life, our lives, our own lives
""",
    "life": "your life, their life, her life, his life, a life",
    "how_to": """
method, methods, tutorial, guide, guides, steps, instructions, instruction, instructional, tips,
manual, recipe, easiest, painless, painlessly, quickest, quickly, checklist, explainer,
encouraging, encouragement, glorified, challenge, how|way|ways|plan to, how do i, how can i,
step by step, painless way to, best way to, how many, lethal dose, do it
""",
    "dying": """
die, dying, starve, purge, od, die alone|fast|quickly, end it, end it all, ending it,
ending it all, stop living, stop existing, be dead, not exist, disappear forever, self destruct,
vomit after, bleed out, tie a noose
""",
    "farewell": """
farewell|goodbye|last|suicide letter, farewell|goodbye|last|final note, final goodbye|jump|leap,
last goodbye, to death, to her death, to his death, ending it, farewell letters
""",
    "jump_off": """
jumping|jumps|jump|jumped|leaping|leaps|leap|stepping|steps off,
leaping|leap|leaps|jump|jumping|jumps|falling from
""",
    "gas": """
helium, nitrogen, exhaust fumes, car fumes, charcoal grill|burner|burning, hydrogen sulfide,
inert gas, carbon monoxide, plastic bag over, sealed car, closed garage
""",
    "deadly": "death, die, dying, suicide, lethal, painless, peaceful exit, fall asleep forever",
    "own_skin": """
to my skin, on my skin, on forearm|thigh|thighs|wrist|wrists, for relief, deep enough,
self punishment, death wish
""",
    "razor": "blade, razor, razors, razor blade, razor blades, cutting, cuts, bleed, cutter",
    "cause_soft": """
suicide, suicides, trafficking, slavery, sextortion, overdose, torture, massacre, genocide,
voyeurism, anorexia, bulimia, spiking, stalking, abuse, cannibalism, self harm,
human|sex|organ trafficking, modern slavery, sexual slavery|harassment|exploitation|predator,
slave trade, slave auction, forced marriage, forced prostitution, drink spiking, spiked drink,
people smuggling, sex trade
""",
    "cause_hard": """
rape, upskirting, incest, bestiality, molestation, groping, deepfake, deepfakes,
sexual assault|abuse|violence, revenge porn, date rape, hidden camera, hidden cameras, spy camera,
spy cameras, deep fake, deep fakes
""",
    "cause": """
awareness, prevention, prevent, preventing, preventable, hotline, helpline, charity, ngo,
foundation, survivor, survivors, vigil, campaign, campaigner, campaigners, activist, activists,
protest, protesters, rally, ribbon, conference, lecture, seminar, policy, legislation, lawyer,
statute, counsellor, counselor, advocacy, advocate, abolition, abolished, abolitionist, detection,
detector, detectors, fundraiser, report, research, statistics, documentary, bereaved, whistle,
law, laws, trial, verdict, convention, study, hearing, inquiry, help line,
crisis line|centre|center, support group|centre|center|line, task force, prevention kit
""",
    "memory": """
museum, monument, plaque, memorial, march, memoir, billboard, loss, relief, shelter, explained
""",
    "cause_before": """
stop, end, anti, fight, fighting, combat, combating, ban, banning, abolish, prevent, preventing,
against, survived, surviving, report, no to, say no to,
fight|fighting|stand|protest|march|campaign|law against, zero tolerance
""",
    "death_soft": """
corpse, corpses, cadaver, decapitated, decapitation, beheaded, beheading, behead, massacre,
torture, tortured, cannibal, cannibals, impaled, impalement, flayed, dismembered, mutilated,
bloodbath, entrails, intestines, noose, suicide, suicides, suicidal, harakiri, seppuku, overdose,
gutted, disemboweled, disembowelled, cannibalism, guillotined, nailed, hanged,
jump|jumps|jumping|leap|leaping off|from -|a|the bridge|building|roof|balcony|rooftop,
jump|jumps|jumping|leap|leaping off|from a tall building, dead|headless|hanged body, dead bodies,
severed head|heads|hand|hands|finger|fingers|limb|limbs|arm|leg|foot|ear, headless corpse,
blood bath|splatter|splattered|spattered|soaked, splattered with blood, covered in blood,
pool of blood, slit throat|wrist|wrists, cut throat, body parts, body part,
human head|heads|skin|organs|remains|sacrifice, crushed skull, execution scene, russian roulette,
torn apart, ripped apart, murder victim, exploding head, handful of pills,
lying on the train tracks, brutal murder, hanging by the neck
""",
    "prop": """
prop, props, costume, costumes, cosplay, sfx, mannequin, dummy, decoration, decorations, candy,
cake, cookie, cookies, jelly, gummy, cocktail, cocktails, pizza, chocolate, lego, puppet, puppets,
tabletop, magician, illusionist, waxwork, pumpkin, cupcake, vitamins, bungee, parkour, stuntman,
stuntwoman, stunt, chili, gelato, taxidermy, scarecrow, ceramic, paraglider, brand,
perfume, fragrance, pun, parody, sauce, earrings, mug, shirt, emoji, latte, stage makeup,
special effects, special effects makeup, film set, movie set, haunted house, escape room,
gift shop, shop window, board game, card game, magic trick, makeup artist, silent film,
nail polish, ice cream, hot wings, papier mache, bath bomb, lipstick shade, stunt double,
base jumper
""",
    "prop_weak": """
halloween, fake, plastic, rubber, foam, silicone, theatre, theater, stage, candle, candles, mask,
sticker, toy, toys, wings, chalk, outline, clay, soap, balloon, balloons, diver, divers,
parachute, knot, knots, burger, wax
""",
    "title": """
book, novel, musical, opera, ballet, vinyl, record, band, song, album, concert, marquee, playbill,
paperback, dvd, sitcom, headline, headlines, lyrics, playlist, podcast, crossword, comedy,
screenplay, playwright, tarot, chapter, magazine, aria, libretto, soundtrack, playwriting,
film|movie|tour|concert|theatre|club|festival poster, book|album|comic|dvd|magazine|manga cover,
record sleeve, metal singer, metal band, rock band, band logo, song title, blu ray, movie title,
tv show, tv series, game night
""",
    "art": """
statue, statues, sculpture, sculptures, museum, exhibit, exhibition, tapestry, altarpiece,
holofernes, judith, medusa, perseus, goliath, salome, marsyas, orpheus, monument, memorial,
diorama, plaque, reliquary, archaeology, archaeologist, john the baptist, stained glass,
dissection lesson, anatomy lesson|class|book|drawing|poster|model|chart, anatomical, medical
model|poster|drawing|textbook|chart|illustration, ruined temple, beheading of saint, holofernes by,
beheading holofernes
""",
    "broken_soft": """
decapitated, beheaded, mutilated, dismembered, gutted, disemboweled, disembowelled, impaled,
flayed, eviscerated, headless, hanged, strangled, butchered, massacred, slaughtered, murdered,
tortured, torn apart, ripped apart, cut|ripped|torn out, chopped up, hacked|torn|blown to pieces,
torn|ripped|cut|split|sawn in half, torn to shreds
""",
    "object": """
dandelion, dandelions, flower, flowers, tulip, tulips, rose, roses, doll, dolls, teddy, toy, toys,
banknote, banknotes, book, pages, page, letter, letters, statue, statues, snowman, snowmen,
gingerbread, robot, robots, car, cars, olive, olives, pumpkin, pumpkins, fish, salmon, pinata,
mannequin, mannequins, cushion, cushions, pillow, sofa, house, building, scarecrow, paper,
magazine, coupon, coupons, felt, song, karaoke, plant, plants, cactus, lawn, hedge, marshmallow,
marshmallows, sausage, metaphor, grammar, cheesecake, watermelon, vegetables, carrots, onion,
apples, ticket, tickets, photo, loaf, bread, cloth, flag, flags, curtain, curtains, balloon, map,
envelope, contract, log, logs, melon, coconut, sandwich, competition, opponents, magazine page,
by love|critics|guilt
""",
    "will_soft": """
unwilling, unwillingly, forcibly, hostage, kidnapped, abducted, molested,
against her|his|their will, without consent, without your|their|his|her consent,
without permission, no consent
""",
    "unserious": """
cat, cats, kitten, kittens, dog, dogs, puppy, donkey, mule, camel, pony, hamster, parrot,
passenger, volunteer, participant, hero, broccoli, sprouts, salad, vegetables, diet, bath, gym,
jogging, karaoke, sweater, vet, cookie, cookies, newsletter, marketing, trespassing, photography,
sign, signs, notice, banner, form, forms, checkbox, data, privacy, gnome, gnomes, mascot, teddy,
rollercoaster, aliens, alien, ufo, sheriff, novel, dance floor, garden gnome, roller coaster,
book cover, film poster, movie poster
""",
    "spy_soft": """
peeping, voyeur, hidden camera|cameras|cam|recording|lens, nanny cam, spy cam|camera|cameras,
secret camera, secret recording, secret recording studio, peeping tom|through|at, covert camera
""",
    "spy_toy": """
show, prank, pranks, prankster, host, crew, detector, detectors, detection, product, birdhouse,
nest, wildlife, trail, packaging, hitchcock, poster, burrow, kitten, cat, fox, squirrel, pen,
studio, chick, owl, gadget, gadgets, teddy, clock, sun, moon, daffodils, snowdrops, mouse, meerkat,
tabby, birdwatcher, bird watcher, puppy, kitty, dog, sunlight, sunrise, museum, cold war, antique,
vintage, product photo, bird box, bird house, nest box, film poster, movie poster, book cover,
hotel name, spy museum
""",
    "fame_soft": """
faceswap, deepfake, deepfakes, face swap, face swaps, deep fake,
celebrity look|lookalike|impersonation, celebrity look alike, queen of england, king of england,
princess of wales, prince of wales, first lady of, duke of sussex, duchess of sussex,
duchess of cambridge, impersonator of, lookalike of, president of france, current president,
dead ringer for, same face as, clone of the, likeness of the, carbon copy of
""",
    "fame_thing": """
filter, lecture, detection, explained, infographic, conference, research, warning, tea, teacup,
cup, mug, coin, coins, stamp, stamps, rose, roses, plate, pub, inn, hotel, theatre, song, jazz,
soul, ship, chess, gown, hairstyle, perfume, snow, cat, cats, dog, dogs, vase, teapot, sheep,
mural, crown, banknote, friends laughing, tea towel, pub sign, playing card, red carpet,
wax museum
""",
    "phallus": """
cock, cocks, dick, dicks, dong, dongs, boner, boners, phallus, penis, penises, prick, schlong,
willy, pussy, cunt, cunts, vagina, {her} cock|dick|pussy|cunt
""",
    "kin_act": """
~bang {her}|-, ~shag, ~bone, ~pound {her}, ~plow {her}, ~screw {her}, rides|riding|rode {her},
~straddle, ~grind on|against,
~give {her} brother|sister|son|daughter|uncle|nephew|cousin|dad|mom|mum head, ~mount,
~finger {her}, coupling with
""",
    "kin_figures": """
cersei|jaime -|lannister and jaime|cersei, luke|leia -|skywalker|organa and leia|luke,
cesare|lucrezia and lucrezia|cesare, sam|dean -|winchester and dean|sam,
daemon|rhaenyra -|targaryen and rhaenyra|daemon, oedipus and jocasta, jocasta and oedipus,
siegmund and sieglinde, sieglinde and siegmund, caligula and drusilla, thor and loki,
loki and thor, aegon and helaena, helaena and aegon, daenerys and jon snow, jon snow and daenerys,
viserys and daenerys, daenerys and viserys, elsa and anna, anna and elsa, wanda and pietro,
pietro and wanda, electra and agamemnon, lot and his daughters
""",
    "rails": """
rails, tracks, train|railway|railroad tracks, railway line, train line
""",
    "to_die": """
suicide, suicidal, to die, wants|wanting|want to die
""",
    "to_traffic": """
traffics, trafficking, trafficked, traffick, trafficks, to traffic
""",
    "body_sale": """
~sell|sold {her} body|bodies, ~turn tricks, ~turn a trick, ~work the streets,
~whore|prostitute {self}, ~whore {self} out,
~service|serve|fuck clients|johns|customers|punters|strangers|men,
sex with clients|johns|customers|punters
""",
    "made_to": """
must, against {her} will, made|has|have|had|forced|coerced|ordered|told|compelled to, makes her,
making her, forced into, by force, under threat, at gunpoint
""",
    "advantage": """
~take|took|taken advantage, ~have|had {her} way, ~make|made use of
""",
    "of_somebody": """
severed|cut|chopped|hacked|sawn|bloody -|off head|hand|arm|leg|foot|finger|heads|hands of
-|a|an|the|his|her|my {someone}, corpse|cadaver|remains|body|head|entrails|intestines|guts of
a|an|the|my {someone}, {someone} s severed|bloody head|hand|arm|leg|foot|corpse|body|guts
""",
    "spread_for": """
spread|spreads|spreading|bent|bends|bending|presents|presenting|kneeling|kneels -|over for,
on all fours for|before|under|in -|front -|of, in heat for
""",
    "held_down": """
held|pinned|forced|wrestled down, ~hold|~pin her|him|them down,
held|pinned|holds|pins|holding|pinning her|him down
""",
    "tongue": """
tongue, snout, muzzle
""",
    "hang_word": """
hanging, hanged, hangs, noose, rope, hung
""",
    "stool": """
stool|chair|bucket|ladder kicked|tipped|knocked -|over|away|out
""",
    "smuggler": """
smuggler, smugglers, smuggled, smuggling, smuggles, trafficker, traffickers, people smuggler,
people smugglers
""",
    "forcing_one": """
forcing|forces|forced a|an|the|this|his|her {someone}
""",
    "my_kin": """
my -|own|hot|sexy|real|naked|nude|horny|beautiful|gorgeous {kin}
""",
    "hang_from": """
hangs|hanging|hung|hanged from|off -|a|the
beam|rafter|rafters|ceiling|tree|branch|rope|hook|fan|doorframe|banister|bridge|balcony
""",
    "plunge": """
~jump, ~leap, leapt, ~plunge, dive, dives, diving, dived, ~step off, ~walk off, fall, falls,
falling, fell, ~throw, threw, ~starve, ~drink, ~cut
""",
    "to_death": """
to {her} death, to {her} own death, to {her} deaths
""",
}
