"""More kinds of word as in `contexts`: kin, animals, trade in people, consent and fame."""

KINDS = {
    "animal_erect": "erect, hard, throbbing, horny",
    "spread_legs": """
spreading|spreads|spread|opening|opens|parting -|her|his legs -|wide for, presenting|presents to,
presenting|offering|offers|giving {self} to|for, bent|bends|bending over for, legs
-|spread|open|apart for
""",
    "junk": "sheath, member, genitals, shaft, erection, testicles, penis",
    "handles": """
stroking|strokes|touching|touches|jerking|sucking|sucks|licking|licks|kissing|kisses|holding|holds|fondling|rubbing|rubs|massaging|grabbing|tongue|mouth
-|on
""",
    "bred_by": """
mounted|bred|knotted|impregnated|inseminated|humped|fucked|screwed|shagged|raped|ravished by
-|a|an|her|his|the|their|my
""",
    "wild_one": """
fox, cat, bird, eagle, parrot, shark, whale, fish, spider, insect, bat, hedgehog, beaver, penguin,
hare, mink, puma, caribou, armadillo, anteater, platypus, porcupine, vulture, crab, lobster,
jellyfish, scorpion, tarantula, catfish, carp, manta ray, stud horse, hen, cockerel, gander,
peacock, drake duck, seagull, wolverine, narwhal
""",
    "hard_verb": """
fucking|fucks|humping|humps|raping|rapes|penetrating|penetrates|shagging|screwing, having sex with,
has sex with, mating with, mates with, mounting
""",
    "outdoor_one": """
hiker, hikers, woman, women, lady, female, human, humans, camper, campers, tourist, ranger,
explorer, nun, farmer, hunter, skier, climber, backpacker, housewife, zookeeper, girl, bride,
princess, nurse, maid
""",
    "nosing": """
sniffing|sniffs|licking|licks|nuzzling|nuzzles|lapping|laps|tonguing -|at,
tongue|snout|muzzle|nose|head|face in|between|against|on
""",
    "milf_like": "milf, gilf, dilf, cougar, mature, horny, busty, lusty, naughty",
    "bedding_one": """
bedding|beds|bedded|banging|boning|shagging|deflowering|seducing|ravishing|impregnating|undressing|humping
-|his|her|my -|own|adult|grown|willing
""",
    "x_sign": "x",
    "shipped_smut": """
lemon, smut, r18, r 18, nsfw, explicit, lemons, rated, fanfic sex, hentai, doujin
""",
    "intimate_word": """
intimate, intimately, intimacy, romantic and nude, like lovers, going at it, 69, sixty nine, caught
in the act, banging, shagging, boning, passionate night, copulating, steamy
night|scene|romance|affair|kiss
""",
    "let_out": """
for|on|4 sale|rent|hire, up for auction|sale|bids, on -|the|an auction -|block, to rent|let,
available for purchase
""",
    "price_word": """
price, prices, flyer, cheap, catalog, catalogue, advert, menu, brochure, in chains, chained, caged,
discount, bidders, buyers, no questions asked, delivery, cash only, listing, wholesale, captive,
slave
""",
    "in_container": """
container, containers, crate, crates, truck, trucks, lorry, van, hold, cage, cages, cellar,
basement, pens
""",
    "held_people": """
kidnapped|captive|imprisoned|abducted|trafficked|smuggled|enslaved|stolen|captured|chained|caged|imported
women|wives|ladies|men|slaves|migrants|brides|tourists|dancers|girls|villagers|maids|models|people|captives|refugees|humans
""",
    "buyer_word": """
buyers, buyer, bidders, bidder, barcode, barcodes, price tag, price tags, slavers, slaver,
traffickers, trafficker, auctioneer, inspected, customers choosing, clients choosing
""",
    "renting_out": """
lending|lends|lent|trading|trades|leasing|leases|loaning|loans|renting|rents|selling|sells|swapping|pimping|hiring
-|out -|a|his|her|my|the
slave|slaves|wife|girlfriend|maid|captive|whore|stripper|captives|women|girls|prisoner|hooker
""",
    "to_payers": """
men, man, strangers, clients, buyers, customers, guests, brothel, soldiers, pimp, for
money|cash|profit|drugs
""",
    "two_way": """
two|one way mirror|mirrors, drone camera|cam|footage|video, long lens, periscope, peep hole, shoe
cam, pen cam, button cam
""",
    "voyeur_word": "voyeur, voyeurs, voyeurism, voyeuristic, spycam, peeper, peepers, creeper",
    "tearing_verb": """
tearing|tears|ripping|rips|pulling|pulls|cutting|cuts|yanking|yanks|stripping|tore|ripped|peeling
""",
    "garment_off": """
clothes|clothing|dress|shirt|blouse|skirt|top|underwear|panties|lingerie|bra|trousers|jeans|bikini|nightgown|uniform|robe
off|from
""",
    "she_cries": """
she|he|woman|wife|girl|lady|victim -|is
cries|crying|screams|screaming|sobs|sobbing|begs|begging|weeps|pleads|pleading|struggles|struggling|fights|refuses|resists
""",
    "he_goes_on": """
but|and|yet|while|still|as he|they|she|man|men|still
goes|continues|keeps|doesnt|does|wont|carries|takes|forces|fucks|rapes
-|on|going|stop|not|her|him|anyway
""",
    "wants_sex": """
demands|demanding|wants|requires|expects|asks|asking|trading|trades sex|oral|nudes|blowjob|handjob,
sexual favours|favors|favor
""",
    "or_else": """
or -|she|he|they -|is|s|gets|will|ll|be|loses|lose -|be|her|his|the
fired|evicted|deported|sacked|fails|expelled|job|role|flat|arrested|jailed|killed|fail, in exchange
for -|rent|a|the|grades|job|parole|promotion|visa, for rent|grades|parole|promotion|freedom
""",
    "molesting": """
violating|violates|assaulting|assaults|abusing|abuses|exploiting|despoiling|defiling|forcing
""",
    "weak_one": """
drunk, sleeping, unconscious, sedated, drugged, crying, unwilling, helpless, terrified, scared,
captive, bound, defenceless, defenseless, passed out, comatose, resisting, frightened, tied up
""",
    "pictured_ours": "i|we filmed|photographed|snapped, i|we secretly filmed|photographed",
    "dig_up": "undress|undressing|nudify|strip|unclothe|deepnude",
    "pic_given": """
this|that|the|my|attached|uploaded|her|his
-|instagram|tinder|facebook|linkedin|profile|work|wedding pic|photo|selfie|picture|image|snapshot
""",
    "makes_nude": """
make|render|generate|turn|edit nude|naked|topless, make|turn {her} nude|naked|topless
""",
    "known_pic": """
coworker|colleague|classmate|neighbour|neighbor|boss|landlady|ex|crush|roommate|teacher|secretary|barista
-|s pic|pics|photo|photos|selfie|selfies|picture|pictures|instagram|facebook|profile
""",
    "mono_fame": """
madonna, cher, adele, halsey, enya, dido, sade, lorde, sza, kehlani, normani, ronaldinho, xuxa,
bjork, bjoerk, grimes singer, p nk, elvis, drake, ciara, aaliyah, avicii, skrillex, pele, kaka
footballer, megxit, kimye, bennifer, kate moss, naomi campbel, doja kat, emma watsn, emma watsun,
beyonsé, merkel, thatcher, gorbachev, sarkozy, berlusconi, sunak, starmer, farage, zuck, elon,
bezos, ocasio cortez, desantis, kristi noem
""",
    "takes_one": "takes, taking, claims, claiming, enters, ravages",
    "from_behind": "from behind, from the rear, on all fours, doggy style, like a bitch",
    "licking_word": """
licking, licks, lesbian, gay, kissing, french, lovers, undressing, in bed, oral, lingerie
""",
    "kin_do": """
blowing|blows|sucking|sucks|fingering|fingers|jerking|fucking|fucks|screwing|screws|banging|bangs|humping|humps|mounting|fondling|fondles|groping|gropes|seducing|seduces|undressing|undresses|stripping|strips|pleasuring|pleasures|servicing|straddling|straddles|impregnating|impregnates|deflowering|deflowers|ravishing|marrying|marries|molesting|raping|shagging|boning
-|off, licking, licks
""",
    "sits_on": "sits|sitting|squats|squatting|grinds|grinding on|over, riding",
    "sib_more": """
sib, sibs, half sibs, step sibs, stepsib, brother in blood, kid bro grown, twin sibs
""",
    "offspring_grown": "grown up boy, her grown boy, his grown girl, their grown boy, heir and son",
    "ordered_person": """
buy|rent|order|purchase|trade|sell|ship|buying|ordering|renting|selling|purchasing|auctioning
-|a|an|my|some|adult|live slave|slaves|human|humans|woman|women|concubine|concubines|sex
slave|person|people|captive
""",
    "ordered_more": """
online, receipt, invoice, catalog, catalogue, menu, website, app, store, vending, cart, delivery,
price
""",
    "catalogue_of": """
catalogue|catalog|menu|list|brochure|inventory|selection|showroom|warehouse|shop|shelf|truckload|shipment|crate|container
of -|nude|foreign|exotic|adult|captive|naked
women|girls|wives|brides|ladies|humans|slaves|men|people|females|virgins|concubines|migrants
""",
    "buy_word": """
buy, purchase, order, rent, own, for sale, prices, price, bid, brothel, brothels, buyers, buyer,
clients, captive, chained, pimps, traffickers, smuggled, market
""",
    "client_word": """
clients, client, customers, customer, johns, webcam, cam studio, studio, brothel, punters, paying
men
""",
    "owned_person": """
owned|branded|tagged|barcoded|numbered|priced|collared and sold
woman|women|girl|girls|man|men|wife|human|humans|captive|captives|female|females|slave|slaves|people
""",
    "take_off": """
takes|taking|pulls|pulling|slides|sliding|slips|slipping|lifts|lifting|unbuttons|unbuttoning|unzips|unzipping|removes|removing|peels
-|off|down|up|aside her|his -|sleeping|wife|roommate -|s
panties|clothes|underwear|bra|dress|pajamas|pyjamas|top|skirt|shirt|nightgown|blouse|jeans|pants|trousers|sheet|blanket|covers
""",
    "dragged_into": """
ambushed|grabbed|dragged|pulled|snatched|forced|shoved|carried|thrown|bundled -|and -|dragged into
-|a|the|his|dark bushes|alley|van|woods|car|shed|basement|forest|cellar|truck|backseat
""",
    "weapon_held": """
knife|blade|gun|pistol|razor|machete|sword|dagger|revolver held|pressed|put -|up to|against|at
""",
    "intimate_kiss": """
kiss, kisses, kissing, sex, oral, stripping, nudity, undressing, striptease, orgasm, blowjob,
masturbation, threesome, fellatio, touching, groping, anal, gangbang, intercourse, penetration,
exposure
""",
    "clothes_torn": """
torn|ripped|shredded
clothes|clothing|dress|blouse|panties|underwear|skirt|shorts|bra|nightgown|uniform,
clothes|clothing|dress|blouse|shorts|panties|skirt|nightgown|uniform|bra torn|ripped|shredded
-|off|open|away
""",
    "sale_more": """
purchases, haggling, haggles, bids on, acquires, acquiring, auctioning, bidding war, resale, resold
""",
    "says_no_push": """
push|pushes|pushing|shove|shoving|kick|kicking|fight|fighting|shake|get him|them|her|the man|men
off|away, trying|tries to push|escape|get|flee|run|fight|resist|scream, wants to get away, wriggles
to get free, told him to leave, asks him not to, has not agreed, will not agree, has not said yes,
said stop, yelling stop, shouting stop, mouthing no
""",
    "up_skirt_more": """
up -|a|the|her|unaware woman|lady|girl|teacher|stranger|coworker|passenger|waitress -|s
skirt|dress|kilt|robe, up skirts of
""",
    "captor_loot": "war loot, loot, plunder, prize of war, dividing the captives, shared as booty",
    "in_crotch": "pussy, vagina, anus, cunt, rectum, asshole",
    "animal_any_more": """
dog, horse, stallion, wolf, wolfdog, pig, bull, donkey, boar, goat, ape, gorilla, hound, great
dane, mastiff, husky, german shepherd, stag, ram, pony, mule, tiger, lion, beast, rottweiler,
labrador, snake, python
""",
    "rough_sex": """
in missionary, missionary style, ravishing a|the|her, railed by, getting railed, gets railed,
plowed by, pounded by, knocked up by, filled by, nailed by, wrecked by, reamed by, claims as his
mate, as her mate, as his mate
""",
    "together_bare": """
touching|rubbing|washing|licking|tasting|exploring|fingering|pleasuring|caressing|undressing each
other, shower|bath|bathtub together
""",
    "nude_for_me": """
naked|nude|strips|undressed|undressing|topless|stripping|spreading|posing for me|him|her
""",
    "who_is": """
who|that|which -|is|was|s her|his|my|their -|own|real|biological, being|is|secretly her|his
-|own|real
""",
    "as_payment": """
as|for|like
currency|payment|prizes|prize|gifts|stock|collateral|trophies|trade|tribute|ransom|barter|rewards|bribe
""",
    "ordered_app": "app, website, online, auction site, marketplace, forum, telegram, listing",
    "gun_head": """
gun|pistol|knife|blade|razor -|held|pressed|pointed to|at|against|on -|the|her|his
head|throat|neck|temple|back, at gunpoint, at knifepoint, gunpoint, knifepoint
""",
    "clothes_moved": """
skirt|dress|shirt|nightgown|blouse up|hiked|lifted|raised|open|unbuttoned|off,
panties|knickers|underwear|pants|trousers|bra|clothes|jeans off|down|gone|removed|pulled, hand
under her skirt|dress|shirt, hands all over her|him
""",
    "helpless_told": """
without telling her|him|them|anyone|anybody, without a word to her, behind her back, nobody told
her
""",
    "screwing_own": """
screwing|shagging|fucking|blowing|fingering|humping|bedding|boning|fellating|deflowering|impregnating|seducing|mounting|undressing|pounding|pleasuring
his|her|my|their -|own|adult|real|grown|married|naked, sucking|jerking|knocking off|up
his|her|my|their -|own|adult|real|grown, sleeping with|sex with|love to|out with|down on|up
with|copulating with his|her|my|their own|adult|real|grown
""",
    "used_sex": """
used|taken for sex|pleasure, stripped naked by, undressed by, passed around, fucked by, stripped
by, used by
""",
    "sex_with": """
having sex with -|a|an|the|his|her, sex with -|a|an|the|his|her, fucking a|an|the|his|her
""",
    "sly_shot": """
stealth|sneaky|sly|covert|secret filming|recording|video|videos|photo|photos|pic|pics|footage, on
the sly, without {her} knowing|knowledge|noticing, unaware of the camera, secretly
taped|filmed|snapped
""",
    "private_act": """
undressing, changing clothes, in underwear, in her underwear, in panties, showering, bathing,
peeing, changing, getting undressed, getting changed, sunbathing
""",
    "struggle_word": """
struggling, struggles, resisting, screaming, terrified, begging, pleading, sobbing, crying,
fighting back, kicking
""",
    "stripped_word": """
stripped, stripped naked, forced naked, being stripped, being undressed, undressed by, clothes
torn, clothes ripped
""",
    "nose_bare": """
between|sniffing|licking|nuzzling|lapping|inside -|a|an|the|her|his nude|naked|bare|topless
""",
    "parent_plain": """
granny, nana, gran, grandmom, grandmama, grandpop, pops, stepgran, stepgrandmother,
stepgrandfather, mumsy, mother dearest, old man of hers, foster parent, meemaw, pawpaw, matriarch
""",
    "helpless_wide": """
guilt tripped, browbeaten, strong armed, worn down until, too scared, too frightened, does as she
is told or, at his mercy, at their mercy, paralysed by fear, frozen in fear, tranq, tranqed,
ketamine, quaaludes, xanaxed, under anaesthetic, under anesthetic, knocked cold, out of it drunk,
black out drunk, blackout, spiked punch
""",
    "sold_verb": """
sold|traded|purchased|bought|auctioned|shipped|peddled|bartered|exported|trafficked|smuggled, bid
on
""",
    "sold_where": """
pimp, pimps, brothel, brothels, traffickers, slavers, warlord, warlords, sheikh, sheikhs, cartel,
gangs, bidder, bidders, highest bidder, for sex, for cheap sex, like
cattle|livestock|goods|meat|merchandise, slavery, bondage, servitude
""",
    "dealer": """
gang, cartel, loverboy, madam, trafficker, traffickers, slaver, slavers, pimp, pimps, smuggler,
smugglers, raiders, pirates, mafia, warlord, syndicate, mobsters, brothel owner, slave trader,
slave traders, bandits
""",
    "deals_in": """
selling, sells, trading, trades, renting, rents, offering, offers, auctioning, auctions, shipping,
ships, delivering, delivers, caging, transporting, peddling, exporting, buying, buys, pimping,
lending, controlling, beating, branding, punishing, guarding, moving, moves, herding, loading,
hauling, driving, hiding, renting out, rents out, pimping out
""",
    "buyer_one": """
johns, clients, customers, buyers, buyer, bidders, sheikhs, sheiks, slavers, traders, punters,
client
""",
    "choosing": """
choosing|picking|inspecting|examining|selecting|viewing|eyeing|buying|purchasing|comparing|haggling|bidding
-|over|on|from|between|out, paying for, bid on
""",
    "weak_stock": """
nude, naked, chained, captive, kidnapped, enslaved, caged, trafficked, imprisoned, shackled, bound,
stripped
""",
    "ordered_one": """
buy|rent|order|purchase|trade|sell|ship|buying|ordering|renting|selling -|a|an|your|my|some
girlfriend|wife|bride|woman|women|slave|maid|husband|human|humans|concubine
""",
    "ordered_how": """
online catalog|catalogue, no questions asked, dark web, darknet, cash on delivery, in a crate,
bitcoin, crypto, for cash, cash only, discreet delivery, delivered to your door, delivered in,
price list, by the hour
""",
    "slips_in_more": """
~slip|put|puts|putting|~drop|~mix|~stir|sneaking -|a|some|the
pill|pills|drug|drugs|powder|sedative|ghb|rohypnol|roofie|ketamine
""",
    "says_no_wide": """
doesnt|didnt|dont|never agree|agreed|agrees|approve, never wants|wanted|want -|it|to|sex, against
her wish, not into it at all, says please stop, tells them to stop, wants out
""",
    "with_own_more": """
with|by|for|and|to|on|from her|his|my|their own
adult|grown|real|biological|actual|married|older|younger, with|by her|his|my|their
adult|grown|real|biological|actual|stepfamily
""",
    "no_clothes_more": """
no clothes on, clothes free, sans clothes, zero clothes, wearing nothing, in her birthday suit, in
his birthday suit, au naturel, butt naked, fully nude, completely nude, completely naked
""",
}
"""For `crossings.RULES`; some are one of a wider kind of `rules`."""
