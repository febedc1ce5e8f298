"""More kinds of word as in `contexts`: classes of wording, combined by rules and not listed."""

KINDS = {
    "mate_word": """
~mate, mating, breeding, breeds, breed, bred, ~mount, coupling, couples with, rutting, ~hump,
~inseminate, ~impregnate, ~penetrate, doing it
""",
    "used_as": """
used|kept|taken|treated as -|a|her|his|the
lover|mate|husband|wife|partner|boyfriend|girlfriend|toy|plaything, used as -|a sex toy, lover of,
lover of a, as her|his lover
""",
    "under_animal": """
under, beneath, underneath, below, straddled by, pinned by, topped by, lying with
""",
    "sexual_frame": """
erotic|lewd|pornographic|sexual|kinky|nsfw
photo|photos|picture|scene|scenes|drawing|video|shoot|shot|act|session|encounter|moment|fun|play|pose
""",
    "between_legs": """
between her|his|their|my legs|thighs|knees, between -|a|the woman|women|wife|girl|man s
legs|thighs|knees,
up between her|his legs
""",
    "sexual_pron": "pron, pr0n, p0rn, nudes with, sexcapade, sexcapades, smut",
    "done_to_class": """
took her, took him, takes him, touchée, touché, touchées, angefasst, betatscht, toccata da, caressée
par, befummelt, groped by, shared with friends, passed around
""",
    "drink_spiked": """
drink|wine|beer|glass|cocktail is|was|gets|got|being drugged|spiked|roofied, drugged|roofied
drink|wine|beer|cocktail, ~drug {her} drink|wine|beer, drugs|roofies|drugging|roofying a|the|his|her
""",
    "shared_out": """
shared with|among|between|by, passed around|round|on, ~lend|lent to, used by, taken by, taken
anyway, offered to
""",
    "serve_sexually": """
service|pleasure|satisfy|serve the|his|her|their|all|several
guards|guard|men|soldiers|captors|captor|masters|warden|inmates|boss, undress, disrobe, strip naked,
get naked, kneel naked
""",
    "makes_one": """
makes|making|forces|forcing|orders|ordering|compels|compelling a|an|the|his|her|two
""",
    "undress_base": "undress, strip, disrobe, strip down, to undress, to strip, to disrobe",
    "kept_place": """
locked|kept|chained|imprisoned|held|trapped in|inside -|a|the|his|her
cellar|basement|attic|shed|bunker|closet|wardrobe|trunk|van
""",
    "sex_thing": """
sex toy, sex pet, sex object, sex slave, toy for men, plaything, fucktoy, fuck toy
""",
    "pull_verb": "pulling|pulls|pulled|yanking|yanks|yanked|tugging|tugs down|up|off|aside",
    "pulled": "pulled|yanked|hiked|lifted|pushed|tugged up|down|aside|off",
    "touch_verb": "~touch, ~grope, ~fondle, ~caress, ~kiss, ~undress, ~strip, ~rub, ~lick",
    "unasked_for": """
without asking|permission|consent, without {her} consent|permission|agreement, against {her}
will|wish|wishes, unasked, when she|he refuses|refused
""",
    "underling_more": """
athlete, athletes, player, dancer, singer, parishioner, customer, passenger, passengers, hostage,
migrant, refugee, worker, apprentice, subordinate, follower, disciple, suspect, detained woman,
tourist, patient, model, models, extra, extras
""",
    "stolen_from": """
stolen|hacked|swiped|copied|taken from|off {her} phone|cloud|laptop|computer|account
""",
    "strip_search": "strip search, strip searches, strip searched, strip searching",
    "real_star_more": """
well known, world famous, celebrated, a list, hollywood, renowned, bollywood
""",
    "bedding_kin": """
bedding|beds|bedded|bed his|her|my|their|your, bedding|beds|bedded his|her|my own|grown|adult|real
""",
    "bath_shared": """
share|shares|sharing|shared|in a|the|one shower|bath|bathtub|tub|jacuzzi,
shower|showers|bathe|bathes together
""",
    "passion_more": """
deeply, hungrily, on the lips, on lips, open mouthed, with desire, like lovers, as lovers
""",
    "papers_gone": """
passport, passports, papers|documents|phone taken|locked|seized|gone|withheld, unpaid, no wages,
without pay|wages, never paid, no pay
""",
    "bought_sent": """
bought|ordered online and shipped|delivered|sent, bought by mail, bought off the internet,
shipped|delivered|packed|mailed in a|the box|crate|container|sack, bought and
shipped|sold|delivered, sold for -|a|some gold|cash|goat|money
""",
    "trade_in_more": """
trades, peddles, peddling, hawking, barters, bartering, smuggles, traffics, resells, reselling
""",
    "for_buyers": """
waiting|wait|waits|awaiting|await|lined|shown|presented|paraded|displayed|inspected|examined|offered
-|up|out for|to|before|by -|the|their|new|rich buyers|buyer|bidders|slavers|traders|owners, awaiting
buyers|bidders, buyers|bidders inspect|inspecting|examine|examining|choose|choosing|view|viewing
""",
    "goods_tongues": """
als ware, wie vieh, comme marchandise, comme du bétail, comme une marchandise, como mercancía, como
ganado, come merce, come bestiame, como mercadoria, como gado, zum verkauf, en venta, in vendita, à
venda, à vendre, aux enchères, all'asta, en subasta, em leilão, versteigert
""",
    "trafficked_tongues": """
traficada, traficadas, traficado, trafiquée, trafiquées, trafficata, trafficate, verschleppt,
verschleppte
""",
    "sold_tongues": "verkauft, vendue, vendues, vendida, vendidas, venduta, vendute",
    "tool_through": """
chainsaw|handsaw|hacksaw|buzzsaw|drill|machete|sword|spear|spike|pole|stake|harpoon|pitchfork|axe|hook
through|into, impaled|skewered|run through|ran through by|with|on
""",
    "nails_in": """
nail|nails|spike|spikes hammered|driven|pounded|drilled|forced into|through -|his|her
""",
    "cutting_up": """
carve|carves|carving|carved|chop|chops|chopping|slice|slices|slicing|hack|hacks|hacking|saw|saws|sawing|cuts|cutting
up|apart a|the|his|her|-
""",
    "body_cut_up": """
body, human body, corpse, human, victim, dead man|woman, torso, carcass of a man|woman, human beings
""",
    "cut_open": """
cut|sliced|slit|ripped|torn|split|sawn|sawed open, cut|sawn|sawed|ripped in half|two
""",
    "pulled_by": "by -|a|the|wild|two|four horses|hooks|chains|machines|machine|train",
    "fed_to": """
fed|thrown to -|the|his|her pigs|hogs|dogs|sharks|lions|crocodiles|wolves|rats|piranhas
""",
    "of_somebody_more": """
gutted|slaughtered|butchered|skinned|carved|filleted|split like -|a|an|the
fish|pig|pigs|hog|animal|cattle|deer|lamb|chicken|game, {someone} severed|chopped|decapitated|bloody
head|heads|hand|hands|arm|arms|leg|legs|foot
""",
    "fish_gutted": """
gutted|slaughtered|butchered|skinned|carved|filleted|split like -|a|an|the
fish|pig|pigs|hog|animal|cattle|deer|lamb|chicken
""",
    "in_pieces_tongues": """
découpé|découpée|coupé|coupée|découpés en morceaux, fatto|fatta|tagliato|tagliata a|in pezzi,
cortado|cortada|hecho|hecha en pedazos|trozos, cortado|cortada|feito|feita em pedaços, in stücke
gehackt|geschnitten|gerissen, aufgeschlitzte, aufgeschlitzter
""",
    "wound_new_more": "new|fresh|latest|recent|deep|open cuts|cut|scratches|slices",
    "height_class": "edge of the|a roof|rooftop|building|bridge|cliff|tower|balcony|platform",
    "cut_tongues": """
cortando, cortar, corta, cortándose, cortarse, cortou, taglia, tagliarsi, tagliando, tagliandosi,
coupe, coupant, couper, s'ouvre, ouvre, abre, abriendo, schneidet, schneiden, ritzt, aufschneiden,
aufgeschnitten, aufgeschnittene, tranche, taillade
""",
    "wrist_tongues": """
polsi, polso, pulsos, pulso, poignets, poignet, handgelenk, handgelenke, pulsader, pulsadern,
muñecas, muñeca, venas, veines, vene, veias, adern, arterias, artérias
""",
    "self_cut_tongues": """
se coupe, se taillade, se lacère, se scarifie, si taglia, se corta, se cortando, se corte, schneidet
sich, sich schneidet, ritzt sich, sich ritzt, verletzt sich, se hace daño, si fa del male, se fait
du mal, se machuca
""",
    "limb_tongues": """
bras, braccia, braccio, brazos, brazo, braços, braço, arme, arm, arms, unterarm, unterarme, cuisses,
cosce, muslos, coxas, oberschenkel, haut, piel, pelle, pele
""",
    "cuts_on": """
cuts|cut|gashes|slashes|scratches -|all over|on|along|across|covering -|her|his|my|both
arm|arms|forearm|forearms|thigh|thighs|wrist|wrists, arm|arms|thigh|thighs|forearm|forearms full of
cuts, arms|thighs|legs covered in|with cuts
""",
    "rope_up": """
rope|noose|belt|bedsheet|cord tied|hung|looped|slung|thrown|fixed|hanging to|over|from|around
-|a|the|his|her beam|rafter|rafters|ceiling|fan|pipe|hook|banister|staircase
""",
    "leaving_life": """
ready to go, wants to go, ready to die, no more pain, end tonight, ends tonight, ends today, last
letter, suicide, note on the table, saying goodbye, wants to die, cannot go on, can t go on,
farewell, goodbye, goodbye letter|note, final night, last night on earth
""",
    "leap_class": """
wants it to end|stop, wants it all to end|stop, wants it over, cannot go on, can t go on, no way
back, ready to fall|let go|step off|end, last step, ready to end it, saying goodbye, last goodbye,
goodbye world
""",
    "deadly_more": """
sleep forever, never wake, never wakes, wants to die, ends it, ending it, farewell, goodbye
""",
    "no_food": """
not|stopped|stops|refuses|refusing|never eating|eat -|food, skips|skipping every meal|meals,
starving, starves, starve
""",
    "to_be_thin": """
to|until|till be|become|get|look|reach bones|skeletal|skinny|skeleton|emaciated, until|till she|he
is bones|skinny|skeletal, only bones, ribs as a goal, bone thin, until bones show
""",
    "gun_tongues": """
pistola, arma, waffe, pistole, pistolet, revólver, revolver, fusil, fucile, gewehr
""",
    "head_tongues": """
própria|propia|propre|propria|eigenen|eigener|sua|seine|ihre|su
cabeça|cabeza|tête|testa|kopf|têmpora|sien|tempe|tempia|schläfe|boca|bouche|bocca|mund
""",
    "rope_neck": """
strick|seil|schlinge um -|den|seinen|ihren -|eigenen hals, corde autour du|de son cou, noeud coulant
autour du cou, cuerda|soga al|en el|alrededor del cuello, corda|cappio al|intorno al collo, corda
no|em volta do pescoço
""",
    "note_tongues": """
abschiedsbrief, lettre d'adieu, carta, lettera, bilhete, adieu, adiós, adeus, addio
""",
    "for_sale": "for sale",
    "bride_sold": "wife, bride, virgin, girlfriend",
    "posting": """
post|posts|posted|posting|upload|uploads|uploaded|leaks|shares|spreads her|his|my|their
""",
    "grudge": "my ex, ex, vengeful, jealous, jilted, revenge, angry, bitter, spiteful",
    "intruding": "intruder, burglar, robber, attacker, stalker, kidnapper, captor, home invader",
    "on_top": "on top of, in bed, on her bed, lies on, climbs on, in her bedroom",
    "rub_self": "~rub|~press|~grind himself on|against, rubbing|grinding against",
    "drug_tongues": """
drogue|droguant|droga|drogando|drogó|betäubt|narcotizza|dopa|dopou une|una|uma|un|eine|sa|su|seine|a
""",
    "taken_tongues": """
prise|pris|montée|monté|saillie|couverte|baisée par, montada|montado|cubierta|tomada por,
montata|montato|presa da, montada por, coberta por
""",
    "by_tongues": "vom, von einem, von ihrem, von seinem",
    "mounts_tongues": "besteigen, bestiegen, gedeckt, begattet, genommen, gevögelt, decken",
    "inside_kin": "inside|astride his|her|my|their -|own, on top of his|her|my -|own",
    "sixty_nine": "in 69, in a 69, 69ing, sixty nine, sixty nining",
    "affair": "affair, affairs, tryst, fling",
    "bed_tongues": "a letto, au lit, en la cama, na cama, im bett",
    "offered_to": """
offered|presented|given|gifted|delivered|handed|shown to -|the|rich|wealthy|powerful
men|man|clients|guests|lords|bosses|buyers
""",
    "slave_tongues": """
esclavas, esclaves, sklavinnen, schiave, escravas, sklaven, schiavi, escravos
""",
    "pulled_from": "pulled|yanked|cut|ripped|torn|scooped|dragged|falling from|out",
    "killer": "killer, murderer, maniac, psychopath, slasher, serial killer",
    "opened_body": "open|opened|split skull|chest|ribcage|belly|abdomen|torso",
    "head_fallen": "head|heads falls|drops|rolls|falling|dropping|rolling|tumbles",
    "at_temple": "to|at|against -|the temple|temples, on the temple",
    "heart_pulled": """
heart|tongue|eye|eyes|lung|spine|liver pulled|torn|ripped|cut|carved|scooped|yanked
""",
    "out_of_body": """
from -|a|the|her|his|their chest|throat|skull|socket|sockets|belly|torso|ribcage|body, out of
-|a|the|her|his|their chest|throat|skull|socket|sockets|belly|torso|ribcage|body
""",
    "buyers_tongues": "compratori, compradores, acheteurs, käufer, bieter",
    "person_class": """
woman, women, man, men, lady, ladies, girl, girls, guy, guys, bloke, blokes, human, humans, female,
male, person, housewife, wife, husband, milf, blonde, brunette, redhead, nun, bride, widow, couple,
farmer, milkmaid, maid, nurse, secretary, girlfriend, boyfriend, mujer, hombre, femme, homme, frau,
mann, donna, uomo, mulher, homem
""",
}
