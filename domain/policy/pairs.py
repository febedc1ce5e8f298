"""More kinds of word as in `contexts`: what stands beside whom, by classes that were missed."""

KINDS = {
    "kin_pair": """
momson, mumson, motherson, sonmom, sonmother, mamason, fatherdaughter, daddaughter, daughterdad,
dadson, fatherson, motherdaughter, momdaughter, brothersister, sisterbrother, brosis, sisbro,
auntnephew, nephewaunt, uncleniece, nieceuncle, grandmagrandson, stepmomstepson, stepbrostepsis,
mom|mum|mother and|x|- her -|grown|adult son couple, mom son, mum son, bro sis, sis bro
""",
    "bro": "bro, bros",
    "kin_taboo": "taboo, taboos, forbidden desire|desires|passion|love|romance|affair|lust",
    "kin_intimacy": """
lingerie, negligee, sensual, sensually, seductive, seductively, tempting, tempts, tempted, seducing,
seduces, seduced, lustful, lustfully, lusting, aroused, horny, steamy, intimately, sexy, kinky,
making out, makes out, ~caress, fondling, fondles, erotic massage, sensual
massage|bath|shower|dance, lap dance, striptease, bath together, bathing together, showering
together, shower together, wakes up in bed with, undressing each other, kissing on the mouth,
deep|passionate|french|open kiss, lencería, dessous, reizwäsche, intimo
""",
    "kin_lust": """
sensually, seductively, lustful, lustfully, lusting, aroused, horny, intimately, making out, makes
out, undressing each other, steamy night|shower|affair|romance|scene|encounter|kiss, seducing,
seduces, seduced, sensual massage|bath|shower|dance|kiss, passionate|deep|french kiss|night
""",
    "as_goods": """
as -|mere|pure|human
merchandise|cargo|goods|livestock|freight|wares|stock|inventory|commodities|products|property, like
cattle|cargo|goods|livestock|merchandise
""",
    "bare_under": "takes|taking|took|atop|over|on top of -|a|the|this nude|naked|bare",
    "kin_amour": """
cousin|cousins|sibling|siblings|twin|twins|stepsibling|family|stepfamily
love|lust|romance|passion|lovers|affair
""",
    "tongues": "tongue, tongues, with tongue",
    "weapon_in_more": """
knife|blade|dagger|sword|axe|machete deep|buried|plunged|stuck|lodged in|into|inside
""",
    "head_shown": """
holds|holding|lifts|raises up|aloft|high -|a|the|his|her -|dripping|bloody head|heads
""",
    "wrist_more": """
polso, polsi, pulso, pulsos, poignet, poignets, handgelenk, handgelenke, handgelenken, pulsader,
muñeca, muñecas
""",
    "razor_more": """
rasierklinge, rasierklingen, klinge, lametta, lamette, cuchilla, cuchillas, rasoir, gilete, navaja,
messer, couteau, cuchillo, coltello, faca, corte, cortes, cortada, cortadas, coupures, coupés,
schnitte, tagli, tagliati, lâmina
""",
    "phallus_in": "pecker|cock|dick|penis|member|manhood|prick|johnson in|inside|into|up",
    "debt_held": """
locked, kept, held, trapped, not allowed out, cannot leave, works off, working off, work off
""",
    "debt_word": "debt, debts, passport, papers, documents, ransom",
    "night_work": """
hostess, hostesses, club, nightclub, massage, webcam, cam, dancer, dancers, escort, escorts, call
girl
""",
    "bound_more": """
may|must|could not leave, never|not allowed to leave, forbidden to leave, locked inside, no papers,
papers taken
""",
    "end_it": "ends it, ending it, end it, ended it",
    "rope_own": "{own} rope|noose|belt|bedsheet|scarf|cord",
    "self_gave": "~give|gave|given|inflicted|inflicts on {self}, gave|gives|giving {self}",
    "threat_job": """
lose|loses|losing -|her|his|the|their job|flat|apartment|role|visa|home, or lose, or get fired, or
be fired
""",
    "undress_now": "undress, undresses, strip, strips, disrobe, disrobes, get|gets naked",
    "leap_more": """
para morir, para morrer, pour mourir, per morire, um zu sterben, in den tod, se jette, se tira, se
avienta, wants|want out of life, done with life, tired of life, ends it, ending it, final|last step,
nothing left to live for, no reason to live, about to fall, letting go of life
""",
    "rut": """
knots|knotting the|her|him|a, going|goes at it, went at it, finish|finishes|finished|comes|came
inside, ruts, rut with, rutted, doing it, did it with, getting it on, gets it on, get it on with,
~bonk, ~boink, ~shtup, coupling with, coupled with, couples with, coupling, couplings, coupling
between, gets laid by, gets laid with, intimate relations
""",
    "submits": """
submits|submitting|submitted|submit to, surrenders|surrendering to, offers|offering|gives|giving
{self} to, ~mount, romp, romps, romping, tryst, trysts, interspecies, cross species, in heat, on all
fours for, rides bareback naked, pleased by, caught in the act, fooling around with, satisfied by,
sated by, taken from behind, takes it from, claimed by, shared with,
offerte|offert|ofrecida|offerta|oferecida à|a|al|au|ao -|un|una|uno|um|uma|le|lo, on top of
-|a|the|her nude|naked|bare|her|him|woman|man|girl, takes|taking|took naked|nude|bare,
montada|montado|montée|montata|montato por|par|da, bred, impregnated, legs open for
""",
    "person_more": """
housewife, housewives, wife, maid, milkmaid, rider, zookeeper, farmer, farmgirl, farmhand,
stablehand, nun, widow, woman, women, man, men, lady, ladies, girl, girls, human, female, male,
person, owner, secretary, cowgirl, cowboy, redhead, blonde, brunette, babe, milf, bride, guy, bloke,
dude, chick, frau, mann, femme, homme, mujer, hombre, donna, uomo, mulher, homem
""",
    "lot": "lot, lot number, lots",
    "bids": """
bid, bids, bidding, bidder, bidders, bids start|open|opening|from|close|closing,
starting|opening|minimum|current bid, reserve price, going once, hammer price
""",
    "cargo_word": "merchandise, cargo, freight, livestock, wares, commodity, commodities, stock",
    "buyers": """
buyer, buyers, bidder, bidders, customers, clients, purchaser, purchasers, traders, dealers,
punters, owners
""",
    "handed": """
handed|given|passed|gifted|delivered|sold|traded|shipped|presented|auctioned -|over|off|on to, ~hand
over to, deliver|delivers|delivering to, kept by|for
""",
    "payer": """
billionaire, millionaire, oligarch, tycoon, sheikh, sheik, sultan, buyer, buyers, bidder, client,
clients, customers, owner, new owner, master, warlord, cartel, highest bidder, paying, harem,
brothel, pimp, madam
""",
    "barcode": "barcode, barcodes, bar code, bar codes, qr code",
    "barcode_skin": """
tattoo, tattooed, tattoos, neck, necks, skin, forehead, branded, wrist, nape
""",
    "owned": """
owner, owners, owner s, owned, property, purchased, buyer, buyers, sold, captive, captives, brothel,
brothels, slave, slaves, pimp, purchase, resold
""",
    "head_roll": """
head|heads -|is|are|goes|go rolling|rolls|rolled, rolling|falling|flying head|heads, head|heads
falls|falling|fell|flies|flying off
""",
    "head_taker": """
execution, executions, executed, executioner, executioners, guillotine, axe, sword, blade, chopping
block, scaffold, machete, decapitation, beheading, gruesome, gory, bloody, blood
""",
    "wound_seen": """
wounds, wound, gashes, slashes, scars, marks, bloody
bandage|bandages|arm|arms|wrist|wrists|sleeve|sleeves, cuts, bleeding, blood, burns, bruises,
bandages, bandaged
""",
    "did_it": "~do|did|done|does|doing it|this|that to {self}",
    "cutter": "cutter, cutters, cutter girl|boy",
    "wound_new": """
new|fresh|latest|recent|open|healing -|razor|blade wound|wounds|gashes|scars|marks|slashes
""",
    "note_last": """
goodbye|farewell|suicide|final note|letter|notes|letters|message, last note, last words note, adieu
note, lettre|mot|note d'adieu, carta|nota|bilhete de despedida, lettera|biglietto d'addio,
abschiedsbrief, abschiedsbriefe, note of goodbye, note to say goodbye
""",
    "ending_means": """
gun, pistol, revolver, shotgun, rifle, handgun, loaded gun|pistol, pill, pills, sleeping pills,
tablets, noose, rope around, razor, razor blade, razor blades, blade, pistola, pistole, pistolet,
revólver, pastillas, pillole, comprimés, comprimidos, tabletten, schlaftabletten, rasierklinge,
rasoir, cuchilla, lametta, gilete, exhaust, gas oven, ledge
""",
    "pills_more": """
pill, capsules, medication, pastillas, pillole, comprimés, comprimidos, tabletten, cachets
""",
}
