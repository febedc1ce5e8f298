"""More kinds of word as in `contexts`: people sold, wounds, self-harm, real persons."""

KINDS = {
    "sale": """
sold, selling, sell, sells, sale, buy, buying, bought, auction, auctioned, auctioning, auctions,
auctioneer, bidding, bidder, bidders, highest bidder, rented out, renting out, rent out, leased
out, trader, traders, purchase, purchased, purchasing, price tag, barcode, for hire, smuggled,
smuggling, smuggler, smugglers, delivered to buyers, buyer, buyers, lured abroad, passport
taken, passport confiscated, passports taken, passports confiscated, confiscated passport,
caged, cages, vendida, vendidas, vendue, vendues, verkauft, venduta, verkocht, sprzedana,
продана, продают, проданная, satılan, satılık, såld, solgt, human cargo, sold off, for sale,
slave market, shipped abroad, bought and sold, auction block, price on, price tags, sold by,
sold to, auctioned to, going once, put up for sale, displayed for sale, rent her out, rents her
out, renting her out, tagged with price, tagged with a price, price tagged, with a price tag,
4 sale, 4sale, auctioneers
""",
    "person_sold": """
girl, girls, woman, women, human, humans, people, person, slave, slaves, virgin, virgins, bride,
brides, migrant, migrants, refugee, refugees, escort, runaway, runaways, wife, wives, man, men,
boy, boys, female, females, body, bodies, herself, mujer, mujeres, chica, chicas, femme, femmes,
fille, filles, frau, frauen, mädchen, donna, donne, mulher, mulheres, vrouw, vrouwen, kobieta,
kobiety, женщина, женщины, девушка, девушки,
lady, ladies, bloke, blokes, guy, guys, chick, chicks, gal, gals, maid, maids, male, males,
husband
""",
    "slave": """
slave, slaves, slavegirl, slavegirls, slavery, enslaved, bonded labour, bonded labor,
indentured, serf, esclava, esclave, sklavin, schiava, escrava, slavin, niewolnica, рабыня, köle,
sex slave, sex slaves, bondmaid, bondswoman, enslaved woman, enslaved women,
slavewoman, slavewomen, slavewife, slavewives, slaveman, slavemen, sexslave, sexslaves, bondwoman,
chattel
""",
    "brothel": """
brothel, brothels, prostitute, prostitutes, prostituted, prostitution, prostituting, whorehouse,
bordello, bordel, bordell, burdel, hooker, hookers, escort, escorts, sex work, sex worker, sex
workers, massage parlor, massage parlour, red light district, strip club, pimp, pimps,
prostituta, prostituée, prostituierte, prostitutie, prostytutka, проститутка, бордель, mail
order bride, mail order wife, mail order brides, sex workers forced, escort service, call girl,
call girls, cam girl, cam girls, stripper, strippers, courtesan, serve clients, serve men,
serving clients, serves clients, service clients, clients pay, paying clients, johns
""",
    "bound": """
forced, forces, forcing, captive, captives, locked, trapped, imprisoned, enslaved, debt, debts,
indebted, unwilling, coerced, against, threatened, sold, smuggled, trafficked, kidnapped,
abducted, lured, tricked, held, owned, child, captivity, escape, escaping, beaten, no passport,
passport, passports, drugged, cannot leave, can t leave, not allowed to leave, quota, controlled
by, owned by, property of, runaway, works for a pimp, working for a pimp, forzada, forcée,
gezwungen, costretta, forçada, held captive, by force, forcibly, against her will, under threat,
passport gone, cannot quit, to pay a debt, pay off a debt, paying a debt, to pay off,
made to, hostage, hostages, prisoner, prisoners, no choice, no way out, under duress, coerced into,
indentured, bonded, kept prisoner, kept captive, unfree
""",
    "pimp": """
pimp, pimps, pimped, pimping, pimped out, madam sells, trafficker, traffickers, zuhälter,
proxénète, magnaccia, proxeneta, cafetão, alfons, сутенер
""",
    "ripped_hard": """
severed, chopped off, cut off, torn off, ripped off, ripped out, torn out, pulled out, gouged,
gouged out, gouging, sawn off, sawed off, hacked off, bitten off, blown off, split open, cracked
open, cut open, sliced open, sliced off, slit open, ripped from, torn from, melted off, burned
off, peeled off, flayed, caved in, amputated, mangled, smashed in, smashed open, blown open,
torn open, ripped open, bite off, bited off, bites off, biting off, blow off, blowed off,
blowing off, blows off, burn off, burning off, burns off, burnt off, chop off, chopping off,
chops off, crack open, cracking open, cracks open, crushed, cuts open, cutting open, disfigure,
disfigured, disfigures, disfiguring, gouge out, gouges out, gouging out, hack apart, hack off,
hacked apart, hacking apart, hacking off, hacks apart, hacks off, lop off, loped off, loping
off, lops off, maimed, maiming, maims, mangle, mangles, mangling, peel off, peeling off, peels
off, rip off, rip out, ripping off, ripping out, rips off, rips out, saw off, sawing off, saws
off, sever, severing, severs, slice off, slice open, slices off, slices open, slicing off,
slicing open, smash open, smashes open, smashing open, splited open, spliting open, splits open,
tear off, tear out, tearing off, tearing out, tears off, tears out, hacked, cuts off, detached,
hewn off, lopped, stump of, stumps of, bloody stump of, skinned, skinless
""",
    "body_part": """
arm, arms, leg, legs, limb, limbs, hand, hands, finger, fingers, foot, feet, ear, ears, tongue,
scalp, jaw, nose, heart, liver, lung, lungs, brain, brains, organs, organ, guts, bowels,
stomach, kidney, kidneys, spine, ribcage, rib cage, ribs, eyeball, eyeballs, skull, skulls,
throat, torso, genitals, penis, testicles, breast off, breasts off, bone, bones, innards,
entrails, head, heads, fingernail, fingernails, toenails, teeth, nails, tit, tits, nipples,
brain matter, intestine, intestines, eyes, eye, belly, abdomen, bellies, cheek, cheeks, thigh,
thighs, shoulder, toe, toes, eyelids, lips, testicle, breasts, breast, face skin, knuckle
""",
    "organ": """
liver, lung, lungs, brain, brains, organs, guts, bowels, kidneys, ribcage, rib cage, ribs,
eyeball, eyeballs, innards, entrails, intestine, intestines, viscera
""",
    "organ_seen": """
exposed, exposing, spilling, spilled, spilling out, hanging, hanging out, protruding, sticking
out, visible through skin, falling out, pulled out, ripped out, torn out, splattered, splatter,
crushed, smashed, shattered, in her hands, in his hands, ripped, torn, rotting, decaying,
scattered, strewn, on the table, on the floor, on a plate, cut out, in a bowl, in jars
""",
    "wound_hard": """
stabbed, stabbing, stabs, slashed, hacked, butchered, butchering, bludgeoned, bludgeoning,
strangled, strangling, strangles, garroted, lynched, lynching, scalped, scalping, mauled,
slaughtering, slaughters, brutalized, brutalised, chainsawed, disembowels, electrocuted, shot in
the head, shot through the head, shot in the face, headshot wound, bayoneted, disemboweling,
eviscerating, beaten to a pulp, burning alive, burnt alive, boiled alive, buried alive, eaten
alive, tortures, run through with, mauling, mauls, dissecting, dissected, skewered, trampling
""",
    "victim": """
her, him, woman, man, girl, victim, victims, person, people, prisoner, prisoners, body, bodies,
torso, throat, neck, chest, flesh, human, humans, hostage, wife, husband,
lady, ladies, bloke, blokes, guy, guys, dude, dudes, chick, chicks, gal, fella, chap, male, female
""",
    "dead": """
dead, deceased, lifeless, murdered, drowned, strangled, mortuary, morgue, cold body, rotting,
dead woman, dead girl, dead man, decaying, corpse like, freshly dead, autopsy, morgue slab,
mortuary slab
""",
    "harm_verb": """
cut, cuts, cutting, stab, stabs, stabbing, stabbed, hurt, hurts, hurting, harm, harms, harming,
harmed, burn, burns, burning, starve, starves, starving, poison, poisons, poisoning, poisoned,
drown, drowns, drowning, drowned, shoot, shoots, shooting, hang, hangs, hanging, hanged, hung,
injure, injures, injuring, mutilate, mutilates, mutilating, kill, kills, killing, killed,
strangle, strangles, strangling, slash, slashes, slashing, slit, slits, slitting, bleeding,
suffocate, suffocates, suffocating, asphyxiate, asphyxiating, choke, chokes, choking,
electrocute, electrocuting, immolate, immolates, immolating, unalive, unaliving, hitting, hits,
beating, beats, punching, punches, biting, bites, whipping bloody, cuts up, injured, mutilated,
neck, end, ends, ending, gas, gassing, shank, slice, slices, slicing, punish, punishes,
punishing, scald, scalding, bleed, bleeds, destroy, destroying, murder, electrocutes, impale,
impaling, gut, offing, bite, maim, maims, maiming, scratches, scratching deep
""",
    "self": """
herself, himself, themselves, themself, myself, yourself, oneself, itself dead, own skin, own
arm, own arms, own wrist, own wrists, own leg, own legs, own thigh, own thighs, own throat, own
flesh, own veins, own stomach, own neck, own tongue, own belly, own body, urself, ourselves, ur
self, your self, her self, him self, my self, my skin, my arm, my arms, my thigh, my thighs, my
wrists, my legs, my own, your skin, your wrists, your arms, your thighs, herself up, himself up
""",
    "wrist": """
wrist, wrists, veins
""",
    "limb_own": """
arm, arms, forearm, forearms, thigh, thighs, skin, inner arm, legs
""",
    "blade": """
slash, slashed, slashing, slashes, slit, slits, slitting, cuts, cutting, razor, razors,
razorblade, razorblades, razor blade, razor blades, blade, blades, bleeding, bleeds, blood,
knife, sliced, slicing, gashes, gash, box cutter, scalpel, shard, glass shard
""",
    "blade_hard": """
razorblade, razorblades, razor blade, razor blades, fresh cuts, self inflicted, gashes, cutting
into, cutting her, cutting his, cuts into, carving into, slicing into, cut marks, cutting scars,
cutter scars, box cutter, slashed, bleeding cuts, cuts from, rows of cuts
""",
    "pills": """
pills, sleeping pills, painkillers, pill bottle, pill bottles, bleach, poison, rat poison,
antifreeze, paracetamol, opioids, benzos, toaster, exhaust pipe, carbon monoxide, tablets, car
exhaust, razor in the bath, tablets and vodka
""",
    "die": """
die, dying, dies, goodbye, farewell, goodbye note, last note, final note, end it, end it all,
never wake up, not wake up, lethal, fatal, handful of, handfuls of, too many, whole bottle of,
entire bottle of, empty bottle, swallows, swallowing, swallowed, drinks bleach, drinking bleach,
bathtub toaster, in the bathtub with a, lifeless, unresponsive, foaming
""",
    "height": """
bridge, ledge, rooftop, roof, building, train, tracks, overpass, skyscraper, railing, sea,
river, lake, ocean
""",
    "leap": """
about to jump, ready to jump, going to jump, jump to death, jumping to death, jumping off to,
jumps off to, leap to death, wants to jump, wanting to die, wants to die, want to die, final
jump, last step off, throw herself, throws herself, throwing herself, threw herself, throw
himself, throws himself, throwing himself, jumping in front of, jumps in front of, jump in front
of, stepping in front of, steps in front of, lying on the tracks, lies on the tracks, to die,
wants death, to end it, to end her life, to end his life
""",
    "neck": """
her neck, his neck, their neck, my neck, neck, throat, her own neck, his own neck
""",
    "cord": """
rope around, rope round, belt around, sheet around, scarf tightened, hanging by, hangs by,
hung by, hanging from a rope, tightening around, blade to, knife to, gun to, razor to
""",
    "gun": """
gun, pistol, revolver, rifle, shotgun, barrel, muzzle, handgun
""",
    "own_head": """
her own head, his own head, own head, her temple, his temple, own temple, her own temple, his
own temple, in her mouth, in his mouth, in own mouth, in her own mouth, in his own mouth, under
her chin, under his chin, her own mouth, his own mouth, against her temple, against his temple,
to her head, to his head, own skull, in mouth, in the mouth, at own head
""",
    "acquaintance": """
my ex, my exes, ex girlfriend, ex boyfriend, ex wife, ex husband, my neighbor, my neighbour, my
neighbors, my neighbours, my coworker, my co worker, my colleague, my classmate, my classmates,
girl i know, woman i know, guy i know, man i know, someone i know, somebody i know, person i
know, girl from work, girl from my work, woman from my work, girl from my office, woman from my
office, girl from school, girl from my school, girl from my gym, guy from my gym, stranger i
photographed, woman in this photo, girl in this photo, person in this photo, woman in the photo,
girl in the photo, yearbook, mi ex, mi vecina, mi jefa, mi compañera, mon ex, ma voisine, ma
collègue, ma patronne, meine ex, meine nachbarin, meine kollegin, meine chefin, la mia ex, la
mia vicina, la mia collega, minha ex, minha vizinha, minha colega, minha chefe, mijn ex, mijn
buurvrouw, mijn collega, moja była, moja sąsiadka, моя бывшая, моей бывшей, моя соседка, моя
коллега, classmate, my classmate s, model i know, influencer i know, someone from work,
colleague from work, girl next door i, my ex s, ex s, my neighbor s, my neighbour s, my coworker
s, my colleague s, my boss s, my teacher s, my friend s, my teacher, my boss, my landlady,
people i know, real people i know, my real life
""",
    "acquaintance_weak": """
my crush, my boss, my landlady, my landlord, my teacher, my professor, my student, my friend,
my friends, my best friend, my roommate, my cousin, my secretary, my doctor, my dentist,
my therapist, my nurse, my trainer, my babysitter, my nanny, my employee, my stepmom,
my stepsister, my mother in law, my sister in law, her instagram, his instagram, from instagram,
her facebook, from facebook, from tiktok, her tiktok, linkedin, her profile picture,
profile picture, profile photo, her snapchat, from snapchat, this picture, this photo,
attached photo, uploaded photo, girl at work, woman at work, my real, an actual person,
a real person, a real woman, real people
""",
    "portrayed": """
face, faces, photo, photos, photograph, photographs, picture, pictures, selfie, selfies,
likeness, looks like, look like, looking like, resembling, resembles, resemble, copy of, clone
of, version of, based on, as seen in, lookalike, deepfake, swap, swapped, nude, nudes, naked,
topless, undress, undressed, undressing, stripped, porn, sex tape, fake, cara, foto, visage,
gesicht, viso, rosto, gezicht, twarz, лицо, лицом, фото, head, head on, face on, deepnude, deep
nude, undresser, clothes off, without clothes, no clothes, clothoff, x ray, xray, see through
her clothes, as a porn star, porn star body
""",
    "exposed": """
nude, naked, topless, nudes, undress, undressed, undressing, stripped, porn, sex tape, face on,
face onto, s face, face swap, deepfake, likeness, desnuda, nue, nackt, nuda, nua, naakt, naga,
голая, голую
""",
    "famous": """
celebrity, celebrities, celeb, celebs, politician, politicians, royal family, celebridad,
célébrité, promi, знаменитость
""",
    "celebrity": """
celebrity, celebrities, celeb, celebs, actress, actresses, actor, singer, popstar, pop star, movie
star, film star, tv star, supermodel, influencer, influencers, youtuber, streamer, tiktoker,
politician, politicians, president, prime minister, first lady, queen of england, king of england,
the pope, senator, congresswoman, athlete, footballer, football star, tennis star, news anchor,
newsreader, tv presenter, tv host, weather girl, royal family, celebridad, actriz, célébrité,
actrice, promi, schauspielerin, sängerin, attrice, atriz, знаменитость, актриса
""",
    "identified": """
from the show, from the series, from the movie, from the film, from game of thrones,
from stranger things, from harry potter, from marvel, who played, who plays, who starred,
that played, of the united states, of the usa, of america, of france, of russia, of germany,
of china, of ukraine, of canada, of the uk, lookalike, look alike, looks like, look like,
looking like, likeness, resembling, face of, the face of, doppelganger, doppelgänger,
impersonator, deepfake, sex tape
""",
    "kiss": """
kiss, kisses, kissing, kissed, licking, licks, fondles, fondling, caresses, caressing, groping,
gropes, spooning, undresses, undressing, touching, touches, straddling, straddles, grinding,
massages, massaging, besos, besando, embrasse, küsst, bacia, beija
""",
    "for_sex": """
for sex, for sexual, for prostitution, into prostitution, into slavery, to a brothel,
to brothels, to a pimp, to pimps, to clients, to johns, to strangers, to men, to buyers,
to traffickers
""",
    "mounting": """
mounting, mounts, mounted, mating, mates, mated, humping, humps, penetrates, penetrating,
impregnating, impregnates, breeding, breeds, bred, knotting, knots, licking
""",
    "somebody": """
woman, women, girl, girls, man, men, lady, ladies, wife, human, humans, person, people, her, him,
female, couple, maiden, blonde, brunette, milf, lover, mujer, femme, frau, donna, mulher, vrouw,
kobieta, женщина,
bloke, guy, dude, chick, gal, fella, chap, girlfriend, boyfriend, husband, waitress, nurse, maid
""",
    "cut_verb": """
cutting, cuts, cut, slicing, slices, slashing, slashes, carving, gashing, scratching, burning,
stabbing, slice, slash, slit, slits, slitting, carve, carves, opening, cut open, cutting open
""",
    "sharp": """
razor, razors, razorblade, razorblades, slits, slitting, slash, slashed, slashes, slashing,
bleeding, scalpel, box cutter, bloody, cut open, blade, blades
""",
    "face": "face, faces",
    "mouthing": """
sucking, sucks, sucked, fellating, fellates, giving oral, gives oral, gave oral, blowing,
jerking, jerks off, masturbates, masturbating, inserted, inserting, inserts, stuffed with,
penetrated with,
~wank, ~wank off, ~jack off, ~jerk, ~jerk off, ~suck off, fingering, fingered, ~pleasure,
blows a|her|his, blowing a, gives|giving|gave head to
""",
    "lick": "licking, licks, licked, humping, humps, mounting, mounts",
    "throat": "throat, throats",
    "cut_throat": """
cut, cuts, cutting, slit, slits, slashed, slashing, slashes, sliced, opened up, slitting
""",
    "unaware": "unaware, unsuspecting, oblivious, unknowing, unknowingly, unawares",
    "watched": """
voyeur, voyeurs, filmed, filming, recorded, recording, camera, cameras, spied, watched,
photographed, sunbather, bather, showering, changing, undressing, peeping, telephoto lens,
creep, voyeuristic, voyeurism, voyeuristically, through window, through the window, through
bathroom window, through a window, through bedroom window, through the blinds, peeked at
""",
    "caged": """
in a cage, in cages, caged, in chains, chained, shackled, in shackles, handcuffed together, locked
up, locked in, in crates, in a crate, in containers, in a container, imprisoned, captured,
kidnapped, abducted, enslaved, detained, cuffed together, penned, in pens, in a pen, in cage, in
the cage, behind bars, in a cell, in cells, on chains, on a leash against, in|inside|into
-|a|the|one shipping|cargo|freight container|containers|crate|crates|hold|ship|truck|lorry, cage
full of, cages full of, cageful of, packed in|into, crammed in|into, crated, caged up, roped
together, chained together
""",
    "sold": """
sold, auction, auctioned, auctioning, buyers, buyer, bidders, for sale, market, slave trade,
sold nightly, for rent, rented, rented out, clients, customers, merchandise, shipped, delivered,
traded,
auctioneer, auctioneers, being sold, highest bidder, dealer, dealers, traffickers
""",
    "slave_show": """
display, displayed, inspected, inspection, buyers, market, price, prices, trade, dealer,
merchant
""",
    "saw": """
saw, saws, chainsaw, chainsaws, axe, ax, cleaver, machete, hacksaw, guillotine, meat hook,
meat hooks, drill, scythe
""",
    "sawn": """
body, bodies, torso, limb, limbs, flesh, neck, skull, bone, corpse, victim, victims, head, chest,
belly, through her, through him, into her, into him
""",
    "spoilt": """
exploded, dismembered, halved, rotting, rotten, decomposing, decomposed, decayed, bloated,
charred, mutilated, disfigured, mangled, maggot, putrid, bloodied, blood soaked, bisected,
bullet riddled, impaled, crucified and, scalped, burnt to a crisp, gutted, eviscerated, melted,
headless, beheaded, decapitated
""",
    "spoilt_body": """
body, bodies, woman, women, man, men, girl, girls, torso, person, people, victim, victims, face,
human, humans, remains, head, heads, bodies of people, corpse, victim s,
lady, ladies, bloke, blokes, guy, guys, dude, dudes, chick, chicks, gal, fella, chap, male, female
""",
}
