"""More kinds of word as in `contexts`: who does what to whom, and how it is offered or shown."""

KINDS = {
    "distress": """
crying, cries, sobbing, sobs, in tears, tears, tearful, weeping, weeps, screaming, screams,
scared, afraid, frightened, terrified, horrified, in fear, panicking, panicked, struggling,
fighting, fights, kicking, pleading, humiliated, distressed, hysterical, struggles
""",
    "held": """
held down, holds her down, holding her down, holds him down, holding him down, held by, held
against, held still, pinned, pinned down, pins her down, pins him down, pinning her, restrained,
restrains, restraining, tied, tied down, tied up, tied to, bound, gagged, trapped, cornered,
grabbed, overpowered, wrestled, dragged, muffled, hand over her mouth, hand over his mouth, duct
tape, duct taped, zip tied, hands tied, wrists tied
""",
    "garment": """
clothes, clothing, dress, shirt, blouse, skirt, top, underwear, panties, lingerie, bra, trousers,
jeans, bikini, swimsuit, nightgown, uniform, stockings, robe
""",
    "torn": """
torn off, ripped off, torn away, ripped away, torn from, ripped from, torn open, ripped open,
yanked off, tears off, rips off
""",
    "crowd": """
mob, strangers, stranger, attacker, attackers, gang, soldiers, guards, kidnapper, kidnappers,
captor, captors, intruder, assailant, rioters, men around her, group of men, by men
""",
    "grab": """
grabbing, grabs, grabbed, grab, touching, touches, touched, touch, squeezing, squeezes,
squeezed, groping, gropes, fondling, fondles, lifting, lifts, lifted, feeling up, feels up, felt
up, hands up, hand up, hand under, hands under, hands on, hand on, rubbing, rubs, rubbing
against, pressing against, pinching, pinches, slapping, slaps, looking up, looks up, peeking,
peeks, zoomed on, zoomed in on, zooming in on, staring at, exposing, exposes, exposed,
uncovering, uncovers
""",
    "private_part": """
breast, breasts, boob, boobs, tits, butt, buttocks, bottom, ass, crotch, groin, thigh, thighs,
skirt, skirts, panties, underwear, bra, cleavage, nipples, pussy, genitals, privates, private
parts
""",
    "stranger": """
stranger, strangers, commuter, commuters, passenger, passengers, passerby, passersby, pedestrian,
shopper, shoppers, jogger, sunbather, sunbathers, bystander, coworker, co worker, subordinate,
waitress, stewardess
""",
    "creep": """
pervert, perverts, perv, pervs, creep, lecher, molester, stalker, stalkers, voyeur, voyeurs,
peeper, peepers, creepy voyeur, creepy man, creepy guy, sneaky man
""",
    "spied": """
touching, touches, watching, watches, photographing, photographs, filming, films, following,
follows, spying, rubbing, grabbing, staring, undressing, peeking, changing, showering, bathing,
sunbathing, undress, watched, spied
""",
    "up_skirt": """
up her skirt, up a skirt, up skirts, up the skirt, up their skirts, under her skirt, under
skirts, under the skirt, under a skirt, up her dress, under her dress, down her top, down her
shirt, down her blouse, up his kilt
""",
    "looking": """
photo, photos, photograph, photographed, picture, pictures, camera, phone, selfie stick, looking,
looks, look, peek, peeking, peeks, view, shot, filmed, filming, video, stranger, strangers,
unaware, candid, stairs, escalator, stranger s
""",
    "camera_word": "camera, cameras, cam, cams, webcam, webcams, phone, lens, recorder, gopro",
    "camera_hidden": """
hidden, concealed, secret, covert, disguised, planted, spy, tiny, hiding, hacked, pinhole
""",
    "private_place": """
bathroom, bathrooms, shower, showers, showering, toilet, toilets, restroom, washroom, changing
room, changing rooms, fitting room, dressing room, locker room, locker rooms, bedroom, bedrooms,
hotel room, sauna, tanning salon, gynecologist, airbnb, dorm
""",
    "watching": """
watching, watches, watched, spying on, spies on, spied on, peeping at, peeping on, peeks at,
peeking at, telescope, binoculars, filming, films, secretly, staring at, stares at
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
director, producer, manager, husband, captor, master, driver
""",
    "misuses": """
abuses, abusing, abused, assaults, assaulting, assaulted, molests, molesting, molested, gropes,
groping, groped, coerces, coercing, coerced, exploits, exploiting, exploited, preys on, preying
on, violates, violating, violated, rapes, raping, forces, forcing, forced
""",
    "underling": """
patient, patients, inmate, inmates, prisoner, prisoners, wife, girlfriend, secretary, assistant,
student, maid, nurse, employee, tenant, client, detainee, detainees, intern, trainee, recruit,
actress, model, villager, villagers, captive
""",
    "threat": """
eviction, evicted, evict, fired, firing, deported, deportation, deport, expelled, ultimatum, quid
pro quo, threat, threats, threatening, threatened, or else, lose her job, keep her job, or be
fired, or lose, instead of rent, for rent, pay her rent, unless
""",
    "forcing": """
force, forces, forced, forcing, impose, imposes, imposed, imposing, thrust, thrusts, throws,
throwing
""",
    "self_on": """
himself on, himself upon, himself onto, himself into, himself at, herself on, herself upon,
herself onto, themselves on, themselves upon, themselves onto, itself on, itself upon, itself
onto, his way into, his way in, his body on, themself on, myself on, myself upon
""",
    "free_use": "free use, freeuse, available for use, at their disposal, at his disposal",
    "violate": "violate, violates, violated, violating, defile, defiles, defiled, defiling",
    "star": """
actress, actor, singer, pop star, popstar, pop singer, movie star, film star, rock star,
footballer, athlete, influencer, youtuber, streamer, princess, news anchor, weather girl,
politician, streamer girl
""",
    "real_star": "real, famous, actual, real life, well known, existing",
    "officeholder": """
prime minister, president, vice president, chancellor, senator, congresswoman, congressman,
governor, mayor, head of state, monarch, royal princess, royal family, tv host, tv presenter,
newsreader, news anchor, talk show host, member of parliament, secretary of state, supreme court
judge, first lady
""",
    "pleasure": """
pleasuring, pleasures, pleasured, pleasure from, screwing, screws, screwed, banging, shagging,
shags, shagged, getting off, gets off with, his way with, her way with, their way with,
satisfying a, satisfies her, satisfied by, servicing, services her, ravished by, deflowered by,
sodomising, sodomizing, sodomised, sodomized, raping, rapes, raped by, molesting, lover is,
lover of, fondles a, fondling a, making out with, french kissing, tongue kissing
""",
    "mated_by": """
mounted by, mated by, mated with, bred by, bred like, knotted by, humped by, rutted by,
inseminated by, impregnated by, pregnant by, ravished by, ridden by
""",
    "beast": """
dog, dogs, hound, wolf, horse, stallion, bull, boar, pig, donkey, mule, goat, ram, pony, animal,
beast, animals, beasts, mastiff, great dane, german shepherd, rottweiler, husky, labrador, ape,
gorilla
""",
    "barnyard": """
barnyard, farmyard, livestock, pet, pets, zoo, kennel, petting zoo, animalistic with, bestial,
bestially
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
sawing through, sawing off, saws through, hacking at, hacking through, hacks at, chopping through,
cutting through, chainsaw through, sawing into, cleaving, severing, severs, amputating, hacking off
""",
    "carcass": """
torso, corpse, remains, limbs, severed head, body parts, stump, stumps, human body, woman s body,
man s body, dismembered body, human head, human leg, human arm, cadaver
""",
    "stowed": """
in a suitcase, in suitcase, in suitcases, in a freezer, in the freezer, in a fridge, in the fridge,
in a garbage bag, in garbage bags, in a trash bag, in trash bags, in a bin bag, in bin bags, in a
bag, in bags, in plastic bags, in the trunk, in a trunk, in a barrel, in a ditch, in a dumpster
""",
    "red_water": "red water, bloody water, crimson water, water turning red",
    "disorder": """
eating disorder, eating disorders, anorexia, anorexic, bulimia, bulimic, skeletal, emaciated,
starvation, starving, underweight, self harm, selfharm, suicide, suicidal, cutting
""",
    "goal": """
inspiration, inspo, goals, goal, motivation, aesthetic, challenge, tips, tricks, hacks, is
beautiful, is art, is sexy, countdown, dare, rewards, influencer tips
""",
    "kin_love": """
sleeping together, sleep together, slept together, sleeps together, hooking up, hook up with,
hooks up with, hooked up with, getting it on, in the sack, between the sheets, under the sheets,
making babies, tryst, trysts, marital bed, wedding bed, bridal suite, honeymoon suite,
impregnates her, pregnant from her, secret lovers, forbidden lovers, forbidden love, more than
family, kissing with tongue, secret affair
""",
    "fondling": "fondling, fondles, fondled, groping, gropes, groped, making out with, caressing",
    "unwilled": """
forced, coerced, unwanted, nonconsensual, involuntary, unconsented, compelled, forcible, unwelcome
""",
    "intimate_act": """
exposure, undressing, nudity, intimacy, kissing, touching, stripping, sex, oral, orgasm, striptease,
penetration, insertion, groping, fondling, bondage, pregnancy, insemination, nudes, sexting,
spanking
""",
    "undress_verb": "undressing, undresses, undressed, stripping, strips, disrobing, disrobes",
    "drunk": "drunk, drunken, wasted, intoxicated, inebriated",
    "passion": """
passionately, passionate, with tongue, tongues, sensually, seductively, lustfully, erotically,
french
""",
    "inbred": """
oedipal, oedipus complex, electra complex, jocasta complex, inbred, inbreeding, inbreed,
consanguineous, consanguinity, endogamous
""",
    "trade_in": """
buying, buy, buys, bought, selling, sell, sells, sale of, sales of, trade in, trading, trading
in, trades in, purchase of, purchasing, price of, prices for, price for, auctioning, auction of,
auctions, market for, market of, dealing in, dealer in, traffic in, shipment of, shipping,
delivery of, procuring, procures, supplying, exporting, importing, renting, rent a, leasing, buy
a, buys a, buying a, sell a, sells a, selling a, order a, ordering a, purchase a, smuggling,
luring, sold, auctioned, trafficked
""",
    "sold_passive": """
being sold, are sold, is sold, to be sold, getting sold, get sold, were sold, was sold, sold at,
sold online, sold in, sold to, sold by, sold for, sold like, sold off, sold nightly, sold as,
sold into, sold on, as merchandise, as cargo, as goods, as property, as livestock, as
commodities, as a commodity, as products, as stock, being auctioned, auctioned, auctioned off,
traded, being traded, shipped in, shipped to, shipped as, up for auction, up for sale, delivered
to, bought at auction, bought from, purchased from, purchased at, bid on, priced, price tagged,
listed for sale, offered to buyers, offered for sale, to rent by, kept for clients, displayed
for, bought and sold, kept and sold, sold and bought, sold again, resold
""",
    "person_plain": """
girl, girls, woman, women, virgin, virgins, bride, brides, wife, wives, females, human beings,
humans, people, migrants, refugees, runaways, captives, prisoners, maidens
""",
    "unfree": """
captive, captives, enslaved, slave, slaves, imprisoned, kidnapped, abducted, trafficked,
hostage, hostages, captive girl, captive woman, sex slave, sex slaves, slavegirl, slavegirls,
captured women, captured girls, kidnapped women, women captives, chained women, chained woman,
chained girls, caged women, caged woman, caged girls, locked up women, sex workers in chains
""",
    "offer": """
price list, price lists, price tag, price tags, prices, pricing, price, priced, rates, rate
card, menu, menus, catalogue, catalogues, catalog, catalogs, brochure, listing, listings,
inventory, order form, order now, invoice, receipt, classified ad, classified ads, classifieds,
ad, ads, advert, adverts, advertisement, advertising, advertised, flyer, dark web, darknet,
website, webshop, storefront, buyers, buyer, bidders, bidder, clients, client, customers, johns,
punters, for hire, for rent, rented, rented out, rental, loaned, hired out, passed around,
delivery, discount, special offer, wholesale, retail, stock, auction, auctions, auction house,
auctioned, auctioning, bidding, bids, sale, for sale, on sale, market, marketplace, traded,
trade, trader, dealer, shop, store, sold, sells, selling, buy, buying, bought, purchase,
purchased, cash, cash on delivery, highest bid
""",
    "brothel_place": """
brothel, brothels, whorehouse, whorehouses, bordello, cathouse, prostitution, sex work, sex trade,
sex industry, massage parlor, massage parlour, red light district, porn studio, cam studio
""",
    "chained_up": """
chained, in chains, chains, shackled, shackles, locked in, locked up, padlocked, not free, not
free to leave, no way out, cannot escape, can t escape, guarded, caged, bars on the windows,
beaten, passport withheld, passport seized, passports seized, passports withheld, documents
taken, captives, slaves, kept prisoner, prisoners, prisoner, imprisoned, inmates, hostages,
captive, enslaved, kidnapped, trapped, abducted, unfree, involuntary, forced, coerced, debt,
against her will, against their will
""",
    "lure": """
luring, lures, lured, lure, grooming, grooms, groomed, recruiting, recruits, recruited, recruiter,
procuring, procures, procured, procurer, tricking, tricks, deceiving, enticing, entices,
entrapping, trapping, shipping, supplying, smuggling, transporting, fake job, fake job offer,
false job, fake modeling, fake modelling, fake model agency, bogus agency
""",
    "killing": """
murder, murders, killing, killings, execution, executions, slaying, slayings, assassination,
lynching, homicide, strangulation, stabbing, stabbings, beheading, massacre, slaughter, hanging
execution, torture, mutilation, executed, autopsy, autopsies, dissection, vivisection, stabbed,
strangled, shooting death, shooting deaths, hangings, lynchings, beheadings, drowning death,
decapitation
""",
    "real_sign": """
real, real life, actual, authentic, genuine, footage, on camera, caught on camera, video, videos,
filmed, live stream, livestream, livestreamed, uncensored, unblurred, graphic, leaked, gory, gore
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
in half, in two, into pieces, in pieces, to pieces, limb from limb, into chunks, into halves
""",
    "halving": """
cut, cuts, cutting, sawn, sawed, sawing, split, splitting, torn, tearing, ripped, ripping,
sliced, slicing, chopped, chopping, hacked, hacking, bitten, cleaved, blown, severed,
dismembered
""",
    "halved_body": """
victim, victims, body, bodies, torso, human, humans, prisoner, civilian, corpse, blood, bloody,
bleeding, gore, guts, hostage
""",
    "accident": """
run over, crushed, hit by, car crash, crash victim, car accident, accident, accident victim,
explosion, bombing, shot in head, shot in the head, head shot, gunshot, firing squad, execution,
explosion victim, blast victim, bomb victim, landmine victim, crash victims, bombing victim,
shark attack victim, hit by train
""",
    "remains": """
brains, brain, guts, entrails, innards, intestines, bowels, body parts, remains of a body,
viscera, missing limbs, lost limbs, severed limbs, limbless, missing legs, missing arms
""",
    "broken_head": """
cracked, split, smashed, shattered, crushed, caved in, bashed in, beaten in, exploded, exploding,
opened
""",
    "head_part": """
skull, skulls, brain showing, brains
""",
    "weapon_in": """
knife in, knife through, knife into, axe in, axe through, ax in, sword through, hook through,
hooks through, spike through, spikes through, spear through, blade through, blade in, machete in,
machete through, scissors in, screwdriver in, nail through, drill through, pole through
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
amputation, amputating, amputated, sawing off, sawn off, hacking off
""",
    "grinder": """
meat grinder, mincer, wood chipper, woodchipper, blender, industrial shredder, meat saw, butcher
shop, butchers, abattoir, meat market, roadkill
""",
    "human_meat": """
human, humans, human body, human bodies, corpse, corpses, victim, victims, limbs
""",
    "end_verb": """
end, ends, ending, ended, take, takes, taking, took, finish, finishing, finishes
""",
    "own_life": """
my life, my own life, your own life, his own life, her own life, their own life, own life, our
lives, our own lives
""",
    "life": "your life, their life, her life, his life, a life",
    "how_to": """
how to, how do i, how can i, way to, ways to, method, methods, tutorial, guide, guides, steps,
step by step, instructions, instruction, instructional, tips, manual, recipe, easiest, painless,
painlessly, painless way to, quickest, quickly, best way to, plan to, checklist, explainer, how
many, lethal dose, encouraging, encouragement, glorified, challenge, do it
""",
    "dying": """
die, dying, die alone, die fast, die quickly, end it, end it all, ending it, ending it all, stop
living, stop existing, be dead, not exist, disappear forever, self destruct, starve, purge,
vomit after, od, bleed out, tie a noose
""",
    "farewell": """
farewell letter, farewell note, goodbye note, goodbye letter, last letter, last note, final
note, final goodbye, last goodbye, to death, to her death, to his death, ending it, final jump,
final leap, farewell letters, suicide letter
""",
    "jump_off": """
jumping off, jumps off, jump off, jumped off, leaping off, leaps off, leap off, leaping from, leap
from, leaps from, jump from, jumping from, jumps from, stepping off, steps off, falling from
""",
    "gas": """
exhaust fumes, car fumes, helium, charcoal grill, charcoal burner, charcoal burning, hydrogen
sulfide, inert gas, nitrogen, carbon monoxide, plastic bag over, sealed car, closed garage
""",
    "deadly": "death, die, dying, suicide, lethal, painless, peaceful exit, fall asleep forever",
    "own_skin": """
to my skin, on my skin, on forearm, on thigh, on thighs, on wrist, on wrists, for relief, deep
enough, self punishment, death wish
""",
    "razor": "blade, razor, razors, razor blade, razor blades, cutting, cuts, bleed, cutter",
    "cause_soft": """
rape, suicide, suicides, self harm, trafficking, human trafficking, sex trafficking, slavery,
modern slavery, sexual slavery, slave trade, slave auction, sexual assault, sexual harassment,
sexual abuse, sexual violence, sexual exploitation, sextortion, revenge porn, upskirting,
deepfake, deepfakes, deep fake, deep fakes, overdose, torture, massacre, genocide, forced
marriage, forced prostitution, date rape, voyeurism, hidden camera, hidden cameras, spy camera,
spy cameras, anorexia, bulimia, drink spiking, spiked drink, spiking, stalking, people smuggling,
organ trafficking, sex trade, incest, bestiality, abuse, sexual predator, molestation, groping,
cannibalism
""",
    "cause": """
awareness, prevention, prevent, preventing, preventable, hotline, helpline, help line, crisis
line, crisis centre, crisis center, charity, ngo, foundation, support group, support centre,
support center, support line, survivor, survivors, memorial, vigil, campaign, campaigner,
campaigners, activist, activists, protest, protesters, march, rally, ribbon, conference,
lecture, seminar, policy, legislation, lawyer, statute, task force, counsellor, counselor,
advocacy, advocate, abolition, abolished, abolitionist, museum, detection, detector, detectors,
fundraiser, report, research, statistics, documentary, memoir, monument, plaque, bereaved, loss,
prevention kit, whistle, law, laws, trial, verdict, convention, study, billboard, hearing,
inquiry, relief, shelter, explained
""",
    "cause_before": """
stop, end, anti, no to, say no to, fight, fighting, fight against, fighting against, combat,
combating, ban, banning, abolish, prevent, preventing, against, stand against, protest against,
march against, campaign against, law against, zero tolerance, survived, surviving, report
""",
    "death_soft": """
corpse, corpses, cadaver, dead body, dead bodies, severed head, severed heads, severed hand,
severed hands, severed finger, severed fingers, severed limb, severed limbs, severed arm,
severed leg, severed foot, severed ear, decapitated, decapitation, beheaded, beheading, behead,
headless corpse, massacre, torture, tortured, cannibal, cannibals, impaled, impalement, flayed,
dismembered, mutilated, blood bath, bloodbath, blood splatter, blood splattered, blood
spattered, splattered with blood, covered in blood, pool of blood, blood soaked, slit throat,
cut throat, entrails, intestines, noose, suicide, suicides, suicidal, slit wrist, slit wrists,
body parts, body part, human head, human heads, human skin, human organs, crushed skull,
execution scene, russian roulette, harakiri, seppuku, overdose, torn apart, ripped apart,
gutted, disemboweled, disembowelled, murder victim, human remains, human sacrifice, cannibalism,
headless body, hanged body, guillotined, exploding head, handful of pills, jumps off a roof,
jump off a bridge, jump off a building, jumping off a roof, jumping off a building, lying on the
train tracks, brutal murder, nailed, hanged, hanging by the neck, jump off bridge, jump off
building, jump off roof, jump off balcony, jump off rooftop, jump off a balcony, jump off the
balcony, jump off a rooftop, jump off the rooftop, jump off the roof, jump off the building,
jump off a tall building, jump from bridge, jump from building, jump from roof, jump from
balcony, jump from rooftop, jump from a balcony, jump from the balcony, jump from a rooftop,
jump from the rooftop, jump from the roof, jump from the building, jump from a tall building,
jumping off bridge, jumping off building, jumping off roof, jumping off balcony, jumping off
rooftop, jumping off a balcony, jumping off the balcony, jumping off a rooftop, jumping off the
rooftop, jumping off the roof, jumping off the building, jumping off a tall building, jumping
from bridge, jumping from building, jumping from roof, jumping from balcony, jumping from
rooftop, jumping from a balcony, jumping from the balcony, jumping from a rooftop, jumping from
the rooftop, jumping from the roof, jumping from the building, jumping from a tall building,
jumps off bridge, jumps off building, jumps off roof, jumps off balcony, jumps off rooftop,
jumps off a balcony, jumps off the balcony, jumps off a rooftop, jumps off the rooftop, jumps
off the roof, jumps off the building, jumps off a tall building, jumps from bridge, jumps from
building, jumps from roof, jumps from balcony, jumps from rooftop, jumps from a balcony, jumps
from the balcony, jumps from a rooftop, jumps from the rooftop, jumps from the roof, jumps from
the building, jumps from a tall building, leap off bridge, leap off building, leap off roof,
leap off balcony, leap off rooftop, leap off a balcony, leap off the balcony, leap off a
rooftop, leap off the rooftop, leap off the roof, leap off the building, leap off a tall
building, leap from bridge, leap from building, leap from roof, leap from balcony, leap from
rooftop, leap from a balcony, leap from the balcony, leap from a rooftop, leap from the rooftop,
leap from the roof, leap from the building, leap from a tall building, leaping off bridge,
leaping off building, leaping off roof, leaping off balcony, leaping off rooftop, leaping off a
balcony, leaping off the balcony, leaping off a rooftop, leaping off the rooftop, leaping off
the roof, leaping off the building, leaping off a tall building, leaping from bridge, leaping
from building, leaping from roof, leaping from balcony, leaping from rooftop, leaping from a
balcony, leaping from the balcony, leaping from a rooftop, leaping from the rooftop, leaping
from the roof, leaping from the building, leaping from a tall building
""",
    "prop": """
prop, props, halloween, costume, costumes, cosplay, fake, plastic, rubber, foam, silicone,
theatre, theater, stage, stage makeup, sfx, special effects, special effects makeup, film set,
movie set, mannequin, dummy, haunted house, escape room, decoration, decorations, candy, candle,
candles, cake, cookie, cookies, jelly, gummy, cocktail, cocktails, sauce, pizza, chocolate, toy,
toys, lego, puppet, puppets, gift shop, shop window, mask, sticker, shirt, mug, earrings, chalk,
outline, board game, card game, tabletop, knot, knots, magic trick, magician, illusionist,
parody, pun, makeup artist, wax, waxwork, pumpkin, cupcake, vitamins, bungee, parkour, stuntman,
stuntwoman, stunt, silent film, chili, latte, emoji, perfume, brand, fragrance, lipstick, nail
polish, gelato, ice cream, burger, hot wings, wings, taxidermy, scarecrow, balloon, balloons,
papier mache, clay, ceramic, bath bomb, soap, lipstick shade, stunt double, diver, divers,
paraglider, base jumper, parachute
""",
    "title": """
film poster, movie poster, book cover, album cover, book, novel, musical, opera, ballet, vinyl,
record sleeve, record, band, metal singer, metal band, rock band, band logo, song, song title,
album, tour poster, concert, concert poster, theatre poster, comic cover, marquee, playbill,
paperback, dvd, dvd cover, blu ray, movie title, tv show, tv series, sitcom, headline,
headlines, lyrics, playlist, podcast, club poster, festival poster, game night, crossword,
comedy, screenplay, playwright, tarot, chapter, magazine, magazine cover, manga cover, aria,
libretto, soundtrack, playwriting
""",
    "art": """
statue, statues, sculpture, sculptures, museum, exhibit, exhibition, tapestry, altarpiece,
holofernes, judith, medusa, perseus, goliath, john the baptist, salome, marsyas, orpheus,
monument, memorial, diorama, plaque, stained glass, reliquary, archaeology, archaeologist,
dissection lesson, anatomy lesson, ruined temple, anatomy class, anatomy book, beheading of
saint, holofernes by, beheading holofernes
""",
    "broken_soft": """
decapitated, beheaded, mutilated, dismembered, torn apart, ripped apart, gutted, disemboweled,
disembowelled, impaled, flayed, eviscerated, headless, hanged, strangled, butchered, massacred,
slaughtered, murdered, tortured, cut out, ripped out, torn out, chopped up, hacked to pieces,
torn in half, ripped in half, cut in half, split in half, sawn in half, torn to pieces, torn to
shreds, blown to pieces
""",
    "object": """
dandelion, dandelions, flower, flowers, tulip, tulips, rose, roses, doll, dolls, teddy, toy,
toys, banknote, banknotes, book, pages, page, letter, letters, statue, statues, snowman,
snowmen, gingerbread, robot, robots, car, cars, olive, olives, pumpkin, pumpkins, fish, salmon,
pinata, mannequin, mannequins, cushion, cushions, pillow, sofa, house, building, scarecrow,
paper, magazine, coupon, coupons, felt, song, karaoke, plant, plants, cactus, lawn, hedge,
marshmallow, marshmallows, sausage, metaphor, grammar, cheesecake, watermelon, vegetables,
carrots, onion, apples, ticket, tickets, photo, loaf, bread, cloth, flag, flags, curtain,
curtains, balloon, map, envelope, contract, log, logs, melon, coconut, sandwich, magazine page,
competition, opponents, by love, by critics, by guilt
""",
    "will_soft": """
unwilling, unwillingly, forcibly, against her will, against his will, against their will, without
consent, without your consent, without permission, without their consent, without his consent,
without her consent, no consent, hostage, kidnapped, abducted, molested
""",
    "unserious": """
cat, cats, kitten, kittens, dog, dogs, puppy, donkey, mule, camel, pony, hamster, parrot,
passenger, volunteer, participant, hero, broccoli, sprouts, salad, vegetables, diet, bath, gym,
jogging, karaoke, dance floor, sweater, vet, cookie, cookies, newsletter, marketing, trespassing,
photography, sign, signs, notice, banner, form, forms, checkbox, data, privacy, gnome, gnomes,
mascot, garden gnome, teddy, rollercoaster, roller coaster, aliens, alien, ufo, sheriff, novel,
book cover, film poster, movie poster
""",
    "spy_soft": """
hidden camera, hidden cameras, hidden cam, nanny cam, spy cam, spy camera, spy cameras, secret
camera, secret recording, secret recording studio, hidden recording, peeping tom, peeping through,
peeping at, peeping, hidden lens, covert camera, voyeur
""",
    "spy_toy": """
show, prank, pranks, prankster, host, crew, detector, detectors, detection, product, product
photo, bird box, bird house, birdhouse, nest, nest box, wildlife, trail, packaging, hitchcock,
film poster, movie poster, book cover, poster, burrow, kitten, cat, fox, squirrel, pen, hotel
name, studio, chick, owl, spy museum, gadget, gadgets, teddy, clock, sun, moon, daffodils,
snowdrops, mouse, meerkat
""",
    "fame_soft": """
face swap, faceswap, face swaps, deepfake, deepfakes, deep fake, celebrity look, celebrity look
alike, celebrity lookalike, queen of england, king of england, princess of wales, prince of wales,
first lady of, duke of sussex, duchess of sussex, duchess of cambridge, celebrity impersonation,
impersonator of, lookalike of, president of france, current president, dead ringer for, same face
as, clone of the, likeness of the, carbon copy of
""",
    "fame_thing": """
filter, friends laughing, lecture, detection, explained, infographic, conference, research,
warning, tea, teacup, cup, mug, coin, coins, stamp, stamps, rose, roses, tea towel, plate, pub,
pub sign, inn, hotel, theatre, song, jazz, soul, ship, chess, playing card, gown, red carpet,
hairstyle, perfume, snow, wax museum, cat, cats, dog, dogs, vase, teapot, sheep, mural, crown,
banknote
""",
}
