"""More words as in `acts`: bodies destroyed, by others or by their own hand."""

CATEGORY_PHRASES = {
    "gore": """
mangled body, intestines, decapitating, bloodbath, massacre, exploding head, ripped apart, torn
apart, chopped up, brutal murder, brutally murdered, hacked to pieces, skinned alive, burned
alive, gutted, disembowelling, gore, gory, guro, dismember, dismembered, dismemberment,
dismembering, decapitate, decapitated, decapitation, behead, beheaded, beheading, mutilate,
mutilated, mutilation, disembowel, disemboweled, disembowelled, disembowelment, eviscerated,
evisceration, entrails, viscera, flayed, impaled, impalement, cannibal, cannibalism,
necrophilia, necrophile, corpse, corpses, cadaver, dead body, dead bodies, severed head, severed
heads, severed limb, severed limbs, severed arm, severed hand, severed leg, snuff film, snuff
movie, snuff porn, torture, tortured, torturing, covered in blood, drenched in blood, soaked in
blood, pool of blood, pools of blood, blood everywhere, slashed throat, slit throat, exposed
organs, spilled guts, gore porn, innards, bowels spilling, bowels hanging, spilling guts,
spilled intestines, guts spilling, guts hanging, organs exposed, organs spilling, dismembers,
severed finger, severed fingers, severed foot, severed feet, severed legs, severed arms, severed
hands, severed ear, severed torso, severed neck, amputated limb, amputated limbs, amputated arm,
amputated leg, blood splatter, blood splattered, blood spattered, blood soaked, bloodsoaked,
blood gushing, gushing blood, spurting blood, blood spurting, bloody corpse, bloody mess of
flesh, bleeding out, bleeding to death, bleeding corpse, rotting corpse, rotting flesh, decaying
corpse, slaughtered, stabbed to death, beaten to death, throat cut, cut her throat, throat slit,
slitting her throat, slit her throat, exposed bone, exposed bones, exposed intestines, brain
matter, brains splattered, crushed skull, skull crushed, smashed skull, vivisection, vivisected,
drawn and quartered, quartered body, headless corpse, limbless torso, skinned body, skinned
corpse, flaying, flayed skin, impaling, impaler victim, disemboweling, disembowels, eviscerate,
eviscerating, mutilating, mutilates, bodily mutilation, snuff, snuffed, crush fetish, meat hook
through, gibs, gibbed, corpse sex, sex with a corpse, nude corpse, murder victim, murdered
woman, murdered girl, human remains, body parts scattered, ero guro, eroguro, tortura,
torturada, torturado, desmembrada, desmembrado, desmembramiento, decapitada, decapitado,
mutilada, mutilado, tripas fuera, vísceras, cadáver, cadavre, cadavres, démembrée, démembré,
décapitée, décapité, éviscérée, éviscéré, mutilée, torturée, torturé, entrailles, zerstückelt,
zerstückelte, enthauptet, enthauptete, enthauptung, geköpft, ausgeweidet, verstümmelt,
gefoltert, folterung, leiche, leichen, eingeweide, smembrato, smembrata, decapitata, decapitato,
mutilata, torturata, cadavere, viscere, desmembramento, torturada, onthoofd, onthoofding,
verminkt, gemarteld, расчлененка, расчлененный, расчленение, обезглавленный, обезглавленная,
отрубленная голова, кишки, труп, трупы, пытки, ćwiartowanie, odcięta głowa, zwłoki, ścięta
głowa, tortury, kesik baş, işkence, ceset, مقطوع الرأس, تعذيب, جثة, halshuggen, lemlästad,
mayat, mutilasi, decomposing body, decomposing corpse, decomposed body, gored by, splatterpunk,
splattered with blood, blood splatters, bloodstained corpse, bloodied corpse, blood drenched,
blood covered, blood sprayed, spraying blood, sprays blood, blood spraying, blood spray, blood
pouring, pouring blood, blood pours, blood spurts, rivers of blood, bathed in blood, bathing in
blood, bath of blood, lying in blood, lying in her own blood, in her own blood, in his own
blood, choking on blood, vomiting blood, coughing blood, drowning in blood, bleeds out, bled
out, bleed out, bled to death, bleeding profusely, bleeding heavily, exsanguinated,
exsanguination, bleeding wounds, bleeding wound, gaping wound, gaping wounds, open wound, open
wounds, deep wounds, stab wound, stab wounds, gunshot wound, gunshot wounds, bullet wound,
bullet wounds, exit wound, infected wound, festering wound, festering, maggots, maggot infested,
maggot ridden, putrid flesh, putrefying, putrefied, rotting body, rotting bodies, rotten flesh,
rotten corpse, decaying body, decayed corpse, bloated corpse, bloated body, charred corpse,
charred body, charred remains, burnt corpse, burned corpse, burning corpse, burned to death,
burnt to death, burnt alive, burning alive, boiled alive, buried alive, eaten alive, eating
human flesh, human flesh, eating flesh, eats flesh, devouring flesh, devoured alive, cannibals,
cannibalistic, cannibalize, cannibalized, cannibalised, cannibalising, anthropophagy,
anthropophagous, human meat, human butcher, human butchery, butchered body, butchered corpse,
butchered woman, butchered human, vore gore, hard vore, dead woman, dead girl, dead man, dead
nude, dead naked, lifeless body, lifeless bodies, lifeless corpse, murdered man, murdered body,
murdered corpse, murdering her, murders her, murder scene, brutal killing, brutal death, brutal
execution, bloody murder, bloody execution, bloody torture, bloody massacre, bloody mutilation,
bloody severed, bloody stump, bloody stumps, bloody organs, bloody guts, bloody remains, mass
grave, mass graves, pile of bodies, pile of corpses, piles of bodies, piles of corpses, heap of
bodies, heap of corpses, genocide victims, execution by, beheads, beheaded body, beheaded
corpse, beheadings, decapitates, decapitations, guillotined, guillotine victim, hanged corpse,
hanged body, hanged man rotting, hung drawn and quartered, drawn quartered, crucified alive,
lynched, lynching, stoned to death, strangled to death, choked to death, kicked to death, hacked
to death, hacked apart, hacked up, chopped to pieces, chopped into pieces, cut to pieces, cut
into pieces, cut in half body, bisected body, bisected, sliced apart, slashed open, slashed
face, cut open belly, belly cut open, belly slit, stomach slit, stomach ripped, stomach torn,
chest ripped, chest torn open, chest cut open, torn in half, torn limb, limb from limb, limbs
torn, limbs ripped, limbs severed, limbs cut, limbs hacked, head severed, head ripped, head
torn, head blown, head exploding, head explodes, head smashed, head crushed, head cut off, heads
on spikes, head on a spike, head on a pike, heads on pikes, skull split, skull smashed, skull
caved, skull cracked, brains blown, brains spilling, brain exposed, eyes gouged, eye gouged, eye
gouging, gouged eyes, gouging eyes, gouged out, eyes ripped out, eye ripped out, eyeball
hanging, tongue cut out, tongue ripped out, heart ripped out, heart torn out, still beating
heart, ripped out heart, spine ripped, spine torn, throat ripped, throat torn, throat slashed,
throats slit, slitting throat, slits throat, cut throat body, dismembered corpse, amputation
gore, amputating, chainsaw massacre, chainsaw victim, chainsaw murder, meat grinder body, wood
chipper body, flesh ripped, flesh torn, flesh peeled, flesh hanging, flesh stripped, ripped
flesh, torn flesh, peeled flesh, peeling flesh, skin peeled, skin flayed, skin ripped, skin torn
off, skin peeling off, skinning a, skinning her, degloved, degloving, scalped, scalping,
vivisecting, eviscerates, bowels, bowels out, guts out, guts ripped, guts spilled, guts
everywhere, guts on the floor, intestinal, autopsied, open autopsy, torturer, tortures, torture
porn, torture chamber victim, torture victim, torture scene, tortured to death, tortured body,
tortured woman, necro, necros, necrophilic, necrophiliac, necrophiliacs, necrophilous, fucking a
corpse, fucks a corpse, corpse fucking, sex with the dead, sex with a dead, sex with dead, sex
with cadaver, nude cadaver, naked corpse, naked cadaver, morgue sex, sex in a morgue, cadavers,
carcass of a woman, human carcass, human carcasses, snuff video, snuff videos, snuff scene,
snuff films, snuff movies, snuff footage, gore video, gore videos, gore fetish, gorefest,
goreporn, gorehound, gore art, guro art, ryona, crushvideo, crush video, crush videos, body
horror gore, mangled corpse, mangled limbs, mangled flesh, mangled bodies, mangled remains,
mutilated woman, mutilated genitals, genital mutilation, castrate, emasculated by, mutilator,
evisceratus, immolated, being immolated, impales, spitroasted on a spike, spit roasted human,
sangre por todas partes, charco de sangre, cubierta de sangre, bañada en sangre, cuerpo
mutilado, cuerpo desmembrado, cabeza cortada, cabeza cercenada, degollada, degollado,
degollamiento, descuartizada, descuartizado, descuartizamiento, destripada, destripado,
eviscerada, eviscerado, torturas, torturando, canibal, caníbal, canibalismo, necrofilia,
necrófilo, cadáveres, asesinada brutalmente, apuñalada, acuchillada, cubierto de sangre, mare de
sang, couverte de sang, baignant dans son sang, tête coupée, tête tranchée, membres coupés,
égorgée, égorgé, égorgement, éventrée, éventré, écorchée vive, écorché vif, démembrement,
décapitation, torturées, cannibale, cannibalisme, nécrophilie, nécrophile, cadavre nu, boyaux,
tripes à l air, poignardée, abgetrennter kopf, abgetrennte, abgetrennter, abgehackt, abgehackte,
abgehackter, blutüberströmt, blutlache, blutbad, ausgeweidete, aufgeschlitzt, aufgeschlitzte,
gehäutet, gehäutete, zerfetzt, zerfetzte, verstümmelte, verstümmelung, folter, gefolterte,
folterte, foltern, leichnam, kannibale, kannibalismus, nekrophilie, nekrophil, erstochen,
erdrosselt, erwürgt, massaker, gemetzel, innereien, gedärme, decapitazione, smembramento,
smembrate, sgozzata, sgozzato, squartata, squartato, sventrata, sventrato, mutilazione,
torturato, cannibalismo, cadaveri, testa mozzata, pozza di sangue, coperta di sangue, budella,
interiora, accoltellata, decapitação, cabeça decepada, cabeça cortada, esquartejada,
esquartejado, esfolada viva, mutilação, poça de sangue, coberta de sangue, tripas, degolada,
esfaqueada, afgehakt, afgehakte, afgehakt hoofd, afgesneden hoofd, onthoofde, in stukken gehakt,
verminkte, verminking, marteling, gefolterd, kannibaal, kannibalisme, necrofilie, lijk, lijken,
lijkschending, bloedbad, plas bloed, ingewanden, afgerukt, obcięta głowa, odcięta ręka,
rozczłonkowana, rozczłonkowane, rozczłonkowanie, poćwiartowana, okaleczona, okaleczone,
okaleczenie, torturowana, torturowany, kanibalizm, kanibal, nekrofilia, zwłok, trupy,
wnętrzności, jelita na wierzchu, kałuża krwi, masakra, wypatroszona, расчленёнка, расчленённое,
расчленённая, расчленил, обезглавливание, отрубленные головы, отрезанная голова, отрубленная
рука, изувеченная, изувеченное, изуродованный труп, пытка, пытают, пытать, каннибал,
каннибализм, некрофилия, некрофил, лужа крови, вся в крови, внутренности наружу, выпотрошенная,
кровавое месиво, мясорубка тело, мертвое тело, kesilmiş kafa, kopmuş kafa, kopuk baş,
parçalanmış ceset, cesetler, iç organları, işkence gören, yamyam, yamyamlık, nekrofili, kan
gölü, boğazı kesilmiş, رأس مقطوع, جثث, تقطيع أوصال, أشلاء, أحشاء, بركة دماء, آكل لحوم البشر,
नरभक्षी, लाश, कटा हुआ सिर, सिर कटा, यातना, खून से लथपथ, avhuggen, avhugget huvud, stympad,
tortyr, torterad, kannibal, inälvor, blodbad, halshugget, lemlæstet, afhugget, tortur, mutilated
i, kepala terpenggal, dipenggal, dimutilasi, disiksa, penyiksaan, usus terburai, genangan darah,
chặt đầu, xác chết, tra tấn, moi ruột, ăn thịt người, phanh thây, useknutá hlava, mrtvola,
mučení, mučená, kanibalismus, vnitřnosti, kaluž krve, levágott fej, lefejezett, holttest,
megcsonkított, kínzás, kannibalizmus, cap tăiat, cadavru, dezmembrat, dezmembrată, tortură,
canibalism, băltoacă de sânge, silvottu, irtileikattu pää, kidutus, kannibalismi, αποκεφαλισμός,
πτώμα, βασανιστήρια, ακρωτηριασμένο, ערוף ראש, גופה, עינויים, קניבליזם, розчленування, тортури,
bullet through, bullet through the skull, axe in her, axe in his, axe in the skull, axe in the
head, knife in her chest, knife in his chest, knife in her back, knife in his back, knife
through, stake through, spike through, gouged eye, gouged socket, eyeless sockets bleeding,
empty eye sockets, blood and guts, guts and blood, crushed head, crushed face, face crushed,
crushed limbs, crushed body, body crushed, melted face, melted flesh, melting flesh, acid
attack, acid burns, acid burned, chunks of flesh, pieces of flesh, chunk of flesh, bloody flesh,
heart cut out, hanged woman, hanged girl, hanged victim, hanged people, hara kiri gore, body
parts, body part severed, dismembered parts, severed body, torso only corpse, roadkill woman,
meat hook, meat hooks, blood bath, slaughterhouse victim, slaughterhouse humans, slaughterhouse
woman, human slaughter, human slaughterhouse, guts ripped out, nailed to a cross bleeding, iron
maiden victim, bone saw, flesh wound open, cut throat, throats cut, gore scene, gory scene,
gruesome murder, gruesome death, gruesome corpse, grisly murder, grisly corpse, bloody crime
scene, war crime scene, mass shooting, execution scene, firing squad victim, electric chair
victim, hanging victim, lynching victim, stabbed repeatedly, stabbed through, stabbing victim,
stabbing scene, throat being cut, throat being slit, bone sticking out, bones sticking out,
bones protruding, bone protruding, protruding bone, protruding bones, skinned human, skinned
humans, skinned bodies, decapitación, desmembración, mutilación, evisceración, éviscération,
zerstückelung, sgozzamento, enucleated, enucleation, human sacrifice, sacrificed human, blood
sacrifice, blood ritual sacrifice, butchered alive, cooked human, human head, human heads, human
skin, human entrails, human organs, human limbs, severed body part, broken neck corpse, snapped
neck, snapping her neck, neck snapped, breaking her neck, waterboarding, waterboarded, face
ripped off, face torn off, face peeled off, ripped off face, skin peeled off, skin ripped off,
flesh torn off, flesh ripped off, flesh torn from, burnt body, burned body, burnt bodies, burned
bodies, charred bodies, hanging bodies, hanged bodies, bodies hanging, war crime bodies, pile of
dead, piled bodies, body pieces, chopping up a body, chopped up body, bludgeoned to death,
battered to death, clubbed to death, crushed to death, trampled to death, mauled to death,
whipped to death, flogged to death, torture to death, blood orgy, sexualised violence,
sexualized violence, sexual violence gore, erotic death, erotic murder, erotic strangulation,
erotic asphyxiation death, autoerotic asphyxiation, eroticised death, eroticized death, death
footage, death video, deaths on camera, death on camera, real death, real deaths, real killing,
real execution, real beheading, real murder, dying on camera, killed on camera, human roadkill,
roadkill human, slaughter of people, slaughter of civilians, slaughter of women, slaughter of
humans, body snatched organs, hook through flesh, flesh hook, blood fountain, fountain of blood,
fingernails pulled, nails pulled out, teeth pulled out torture, brains blown out, head blown
off, head blown open, skull smashed open, caved in face, caved in skull, face caved in, skull
caved in, cracked open skull, crushed remains, dead body pile, gore website, liveleak, live
leak, cartel execution, execution video, beheading video, torture video, mutilation video, snuff
vid, snuff clip, snuff photo, necro sex, necro porn, corpse lover, corpse fetish, corpse porn,
dead body sex, naked dead body, nude dead body, bloodied victim, bloody victim, dissected alive,
dissecting a victim, victim dissected, organs harvested, organ harvesting victim, ritual
killing, ritual murder, sacrificial victim, sacrificed victim, blood and brains, crushed by a
train, hit by a train gore, split in half body, severed spine, spilling entrails, trailing
entrails, ripped open belly, ripped open stomach, ripped open chest, disfigured corpse, drowned
corpse, strangled victim, strangled woman, stabbed woman, murdered wife, murdered people,
murdered family, dead family photo, killing spree, butchered man, butchered people, butchered
victim, body in pieces, bodies in pieces, body in parts, bash her head in, bash his head in,
bashed her head in, bashed his head in, bashes her head in, bashes his head in, bashing her head
in, bashing his head in, bludgeon, bludgeoned, bludgeoning, bludgeons, boil alive, boiling
alive, boils alive, buried a body, buries a body, buries alive, burn alive, burns alive, bury a
body, bury alive, burying a body, burying alive, butcher a human, butcher a man, butcher a
victim, butcher a woman, butcher people, butchered a human, butchered a man, butchered a victim,
butchered a woman, butchering a human, butchering a man, butchering a victim, butchering a
woman, butchering people, butchers a human, butchers a man, butchers a victim, butchers a woman,
butchers people, cave in her skull, cave in his skull, caved in her skull, caved in his skull,
caves in her skull, caves in his skull, caving in her skull, caving in his skull, chop off
heads, chop off her head, chop off his head, chop off limbs, chop to pieces, chopped off heads,
chopped off her head, chopped off his head, chopped off limbs, chopping off heads, chopping off
her head, chopping off his head, chopping off limbs, chopping to pieces, chops off heads, chops
off her head, chops off his head, chops off limbs, chops to pieces, cook a human, cook human,
cooked a human, cooking a human, cooking human, cooks a human, cooks human, crucified a man,
crucified a woman, crucifies a man, crucifies a woman, crucify a man, crucify a woman,
crucifying a man, crucifying a woman, crush her skull, crush his skull, crushed her skull,
crushed his skull, crushes her skull, crushes his skull, crushing her skull, crushing his skull,
cut his throat, cut off heads, cut off her head, cut off his head, cut off limbs, cut up a body,
cuts his throat, cuts off heads, cuts off her head, cuts off his head, cuts off limbs, cuts to
pieces, cuts up a body, cutting his throat, cutting off heads, cutting off her head, cutting off
his head, cutting off limbs, cutting to pieces, cutting up a body, dispose of a body, disposed
of a body, disposes of a body, disposing of a body, dissolve a body, dissolve a corpse, dissolve
in acid, dissolved a body, dissolved a corpse, dissolved in acid, dissolves a body, dissolves a
corpse, dissolves in acid, dissolving a body, dissolving a corpse, dissolving in acid, drain her
blood, drain his blood, drained her blood, drained his blood, draining her blood, draining his
blood, drains her blood, drains his blood, eat a corpse, eat a human, eat alive, eat corpses,
eat human, eat human flesh, eaten a corpse, eaten a human, eaten corpses, eaten human, eaten
human flesh, eating a corpse, eating a human, eating alive, eating corpses, eating human, eats a
corpse, eats a human, eats alive, eats corpses, eats human, eats human flesh, exsanguinate,
exsanguinates, exsanguinating, feast on human, feasted on human, feasting on human, feasts on
human, flay alive, flayed alive, flaying alive, flays alive, garotte, garotted, garottes,
garotting, garrote, garroted, garrotes, garroting, gouge her eyes, gouge his eyes, gouge out
eyes, gouge out her eyes, gouge out his eyes, gouged her eyes, gouged his eyes, gouged out eyes,
gouged out her eyes, gouged out his eyes, gouges her eyes, gouges his eyes, gouges out eyes,
gouges out her eyes, gouges out his eyes, gouging her eyes, gouging his eyes, gouging out eyes,
gouging out her eyes, gouging out his eyes, hack apart, hack off heads, hack off her head, hack
off his head, hack off limbs, hack to pieces, hacked off heads, hacked off her head, hacked off
his head, hacked off limbs, hacking apart, hacking off heads, hacking off her head, hacking off
his head, hacking off limbs, hacking to pieces, hacks apart, hacks off heads, hacks off her
head, hacks off his head, hacks off limbs, hacks to pieces, hide a body, hide a corpse, hided a
body, hided a corpse, hides a body, hides a corpse, hiding a body, hiding a corpse, impale her,
impale him, impaled her, impaled him, impales her, impales him, impaling her, impaling him,
lynch, lynches, rip limb from limb, rip off limbs, rip out her heart, rip out his heart, rip out
organs, ripped limb from limb, ripped off limbs, ripped out her heart, ripped out his heart,
ripped out organs, ripping limb from limb, ripping off limbs, ripping out her heart, ripping out
his heart, ripping out organs, rips limb from limb, rips off limbs, rips out her heart, rips out
his heart, rips out organs, roast a human, roasted a human, roasting a human, roasts a human,
saw off her head, saw off his head, saw off limbs, saw up a body, sawing off her head, sawing
off his head, sawing off limbs, sawing up a body, sawn off her head, sawn off his head, sawn off
limbs, sawn up a body, saws off her head, saws off his head, saws off limbs, saws up a body,
skin alive, skined alive, skining alive, skins alive, slash her throat, slash his throat,
slashed her throat, slashed his throat, slashes her throat, slashes his throat, slashing her
throat, slashing his throat, slit his throat, slit the throat, slit throats, slits her throat,
slits his throat, slits the throat, slits throats, slitting his throat, slitting the throat,
slitting throats, smash her head in, smash her skull, smash his head in, smash his skull,
smashed her head in, smashed her skull, smashed his head in, smashed his skull, smashes her head
in, smashes her skull, smashes his head in, smashes his skull, smashing her head in, smashing
her skull, smashing his head in, smashing his skull, tear limb from limb, tear off limbs, tear
out her heart, tear out his heart, tear out organs, tearing limb from limb, tearing off limbs,
tearing out her heart, tearing out his heart, tearing out organs, tears limb from limb, tears
off limbs, tears out her heart, tears out his heart, tears out organs, torn limb from limb, torn
off limbs, torn out her heart, torn out his heart, torn out organs, vivisect, vivisects, body
dissolving in acid, skinless human, skinless body, skinless corpse, skinless face, flayed human,
death porn, brutal stabbing, brutal killings, brutal torture, brutal beating, vicious stabbing,
bloody stabbing, bloody murder scene, stump bleeding, intestine rope, rope of intestines,
spilled intestine, spilled organs, head on a stick, heads on sticks, heads on stakes, head on a
stake, head on a pole, human head on, woman s head on a plate, severed human, severed man,
severed woman, severed neck stump, electrocuted body, electric chair burning, burning in the
electric chair, maimed body, maimed bodies, maimed victim, disfigured body, disfigured victim,
eyes torn out, eyes cut out, eyes plucked out, eyes stabbed, stabbed in the eye, stabbed in the
chest, stabbed in the neck, stabbed in the stomach, stabbed in the back bleeding, shot in the
head bleeding, bullet wound head, bullet hole in head, bullet hole in forehead, bullet riddled
body, bullet holes in body, brains on the wall, brains on the floor, brains exposed, skull open,
skull cut open, skull cracked open, exposed skull, exposed ribs, exposed spine, exposed muscle
flesh torn, open wound gore, gruesome wounds, gruesome remains, grisly remains, gruesome
torture, grisly scene, gruesome scene, carnage bodies, bodies strewn, strewn bodies, dead
soldiers pile, mutilated dead, dead mutilated, putrid corpse, decomposed corpse, corpse pile,
corpses piled, hanging corpse, hanging corpses, hung corpses, hanged corpses, meat made of
human, human sausage, human jerky, human barbecue, cannibal feast, cannibal meal, cannibal
dinner, cannibal killer, cannibal ritual, ghoul eating corpse, zombie eating guts, zombie eating
intestines, eating intestines, eating entrails, eating brains raw, ripping out guts, pulling out
guts, pulling out intestines, pulls out intestines, electric chair execution, electric chair
death, electrocution execution, face smashed in, face bashed in, broken neck dead, dissecting a
body, dissecting a person, dissecting a human, dissected body, dissected human, skewered body,
skewered human, skewered man, skewered woman, bodies blown apart, blown apart body, bodies
blown, blown to bits, blown to pieces, torn leg, torn arm, torn limbs, torn skin flesh, open
chest cavity, opened chest cavity, missing limbs blood, bloody torso, bleeding torso, bleeding
limbs, bloody limbs, bleeding neck stump, bleeding stumps, animal cruelty, animal torture,
kitten crushed, crushed kitten, puppy crushed, tortured animal, tortured dog, tortured cat,
mutilated animal, guts and brains, brains and guts, flesh and guts, guts and flesh, bodies torn
to shreds, body torn to shreds, torn to shreds body, torn to shreds alive, exploding body,
exploding bodies, exploded body, exploded bodies, exploding human, exploding torso, human
skinning, skinning alive, skinning a human, skinning a man, skinning a woman, skinning people,
skinning him alive, skinning her alive, blood guts, guts blood, blood and gore, guts and gore,
brains and blood, blood and intestines, skin hanging off, meat hanging human, crushed heads,
severed breast, severed breasts, severed penis, severed genitals, genital torture, hacked up
body, cut up body, cut up corpse, chopped corpse, chopped limbs, pieces of body, pieces of a
body, pieces of human, human pieces, human parts, human guts, human bones bloody, corpse photo,
corpse parts, decayed body, dead body photo, real dead body, dead bodies photo, real corpse,
real corpses, murder photo, murder scene photo, crime scene corpse, crime scene body, suicide
photo, execution photo, lynching photo, torture photo, slaughter victims, blood soaked corpse,
blood soaked body, blood covered body, blood soaked victim, blood covered victim
""",
    "self_harm": """
hang herself, hang himself, overdose, overdosed, self inflicted, end her life, end his life,
ending her life, ending his life, wants to die, self harm, selfharm, self harming, self injury,
self mutilation, suicide, suicidal, slit wrists, slitting wrists, slit wrist, cut wrists,
cutting wrists, cutting her wrists, cutting his wrists, cutting herself, cutting himself,
cutting themselves, hanging herself, hanging himself, hanged herself, hanged himself, kill
herself, kill himself, killing herself, killing himself, noose, overdosing, pro ana, proana, pro
anorexia, thinspo, thinspiration, suicidio, selbstmord, suicides, suicidals, commit suicide,
wrists slit, slits her wrists, slits his wrists, slitting her wrists, slitting his wrists, slit
her wrists, slit her own wrists, slitting her own wrists, wrist cutting, wrist slitting,
wristcutting, cuts on her wrists, cuts on her wrist, cuts on her arms, cuts on her arm, cuts on
her thighs, fresh cuts on, razor on her wrist, razor blade on her wrist, razor to her wrist,
blade to her wrist, knife to her own throat, self cutting, self mutilating, self mutilated, self
injuring, self injurious, self inflicted wounds, self inflicted cuts, self immolation, jumps to
her death, jumping to her death, jump to her death, leaping to her death, gun to her own head,
gun in her own mouth, gun in her mouth, shoots herself, shooting herself, shooting himself, shot
herself, shot himself, kills herself, kills himself, killed herself, killed himself, kill
myself, killing myself, take her own life, takes her own life, taking her own life, taking his
own life, took her own life, hangs herself, hangs himself, hung herself, hung himself, hanging
by a noose, hanging from a noose, overdoses, overdose on pills, swallowing pills to die,
drowning herself, drowns herself, burning herself with, starving herself, starve herself,
meanspo, bonespo, pro bulimia, promia, suicidarse, suicida, suicidándose, suicídio, suicidar,
suicidó, autolesión, autolesiones, autolesionarse, automutilation, se suicider, suicidée,
suicider, se pendre, selbstmörder, suizid, suizidal, selbstverletzung, selbstverletzend,
selbsttötung, erhängt sich, autolesionismo, suicidarsi, automutilação, automutilacao, zelfmoord,
zelfdoding, zelfbeschadiging, automutilatie, samobójstwo, samobójczyni, samookaleczenie,
самоубийство, самоубийца, суицид, самоповреждение, intihar, انتحار, आत्महत्या, självmord,
självskada, selvmord, selvskading, bunuh diri, tự tử, tự sát, sebevražda, sebepoškozování,
öngyilkosság, sinucidere, itsemurha, αυτοκτονία, התאבדות, самогубство, slashed wrists, slashing
wrists, slashing her wrists, slashes her wrists, slashed her wrists, opened wrists, bleeding
wrists, self harmer, self harms, self harmed, selfharming, self hurt, self hurting, self abuse
cutting, self destruction cutting, self inflicted cut, self inflicted burns, self inflicted
injury, self inflicted injuries, self inflicted gunshot, self inflicted stab, self lacerating,
self laceration, self cuts, self slashing, self strangulation, self asphyxiation, self
suffocation, self poisoning, self starvation, self immolating, self immolates, self destruct by
cutting, self wounding, auto mutilation, autoasphyxiation, suicidality, suiciding, suicided,
suicide note, suicide pact, suicide attempt, suicide bomber, attempted suicide, unalive,
unaliving, unalived, unalive herself, sewerslide, sewer slide, kys, end my life, end your life,
end their life, ended her life, ended his life, ends her life, ends his life, end it all by,
ending it all, take my life, take his own life, takes his own life, took his own life, take her
life, takes her life, taking her life, take his life, taking his life, took her life, took his
life, wants to end it, ready to die, wanting to die, want to die, wishes to die, ready to end
it, no reason to live, no will to live, no longer wants to live, doesn t want to live, does not
want to live, death by her own, death by own hand, by her own hand dead, jump off a bridge,
jumping off a bridge to, jumps off a bridge to, jump off a building, jumping off a building,
jumps off a building, jumped off a building, jump off a roof, jumping off a roof, jumps off a
roof, jumped off a roof, jumping from a bridge, jumps from a bridge, jumping from a roof,
jumping from a building, about to jump from, about to jump off, jump in front of a train,
jumping in front of a train, jumps in front of a train, lying on train tracks, lying on the
train tracks, lying on railway tracks, lies on the tracks, step in front of a train, stepping in
front of a train, throws herself off, throwing herself off, throws himself off, throwing himself
off, throws herself from, throws himself from, throws herself under, throws herself in front,
throwing herself in front, throwing herself under, leaps to her death, leaps to his death, jumps
to his death, jumping to his death, jumping to death, leap to death, cut her wrists, cut his
wrists, cuts her wrists, cuts his wrists, cut my wrists, cutting my wrists, cut wrist, slits
wrists, slits wrist, slashes wrists, wrist slash, wrist slashing, wrist cuts, wrists cut, wrist
slit, wrists slashed, razor to wrist, razor to wrists, razor on wrist, razor on wrists, blade on
wrist, blade to wrist, blade on her wrist, blade against her wrist, knife to her wrist, knife to
wrist, razor blade cuts, razor cuts, razorblade cuts, cutter scars, cutting scars, self harm
scars, cut marks on her, cut marks on arm, cuts on arms, cuts on arm, cuts on his arms, cuts on
his wrists, cuts on thighs, cuts on wrists, cuts along her arm, cuts into her arm, cuts into her
own, cutting into her arm, cutting her own, cutting his own, cutting her arm, cutting her arms,
cutting her thighs, cutting her skin, cutting her legs, cutting his arm, cutting his arms,
cutting my arms, slicing her arm, slicing her wrists, slicing her own, slicing his wrists,
carving into her arm, carving into her skin, burning her own, burns her own arm, burning her arm
with, cigarette burns on her own, noose around, rope noose, tying a noose, in a noose, hang
myself, hangs himself from, hanged by the neck, hanging by the neck, hung by the neck, hanging
by her neck, hangs by her neck, hanging by his neck, hanging from the ceiling dead, hanging from
a beam dead, rope around her neck chair, kicking the chair away noose, belt around her neck,
plastic bag over her head, bag over her own head, gun to own head, gun to her own, gun to his
own, gun to his own head, gun in his mouth, gun in his own mouth, gun barrel in her mouth, gun
barrel in his mouth, pistol in her mouth, pistol in his mouth, pistol to her own, pistol to his
own, pistol to her temple, pistol to his temple, gun to her temple, gun to his temple, revolver
to her temple, revolver to his temple, gun against her temple, gun under her chin, shotgun in
his mouth, shotgun under his chin, russian roulette, blows her brains, blowing her brains, blows
his brains, blowing his brains, overdose of pills, overdose of sleeping, overdosed on,
overdosing on, od on pills, od d on, overdose death, swallowing pills, swallows pills,
swallowing a handful, swallows a handful, handful of pills, handfuls of pills, bottle of
sleeping pills, too many pills, too many sleeping pills, empty pill bottle, empty pill bottles,
empty bottle of pills, pills and goodbye, pills and a note, drinking bleach, drinks bleach,
swallowing bleach, drinking poison, drinks poison, swallowing poison, poisoned herself, toaster
in the bath, toaster into the bath, hairdryer in the bath, car exhaust suicide, hose from
exhaust, carbon monoxide in the garage, slit veins, opening her veins, opens her veins, opened
her veins, opened veins, cutting her veins, cut veins, slashing her veins, slits her veins,
bleeding out in the bathtub, bleed out in the bath, starving herself thin, starving himself,
starves herself, starving to be thin, anorexic, anorexics, anorexic goal, anorexia, pro
anorexic, proanorexia, pro ed, pro eating disorder, ana mia, ana buddy, ana tips, ana goals,
anamia, bulimic, bulimia, purging after eating, purging tips, making herself vomit, makes
herself vomit, forcing herself to vomit, fingers down her throat to vomit, edtwt, thinspo goal,
bonespiration, skeletal anorexic, emaciated goal, starvation goals, suicidas, se suicida,
cortándose las venas, cortarse las venas, se corta las venas, cortándose las muñecas, se corta
las muñecas, cortes en las muñecas, cortes en los brazos, ahorcándose, ahorcada, ahorcarse, se
ahorca, quitarse la vida, quitándose la vida, se quita la vida, autolesionándose, autolesiona,
sobredosis, se dispara en la cabeza, se suicide, se suicidant, mettre fin à ses jours, met fin à
ses jours, se tailler les veines, se taillant les veines, s ouvrir les veines, s ouvre les
veines, veines ouvertes, poignets tailladés, poignets coupés, se scarifie, se scarifier, se
pend, se pendant, automutilée, automutiler, surdose, overdose de, se tire une balle, anorexique,
anorexie, selbstmörderin, selbstmordgefährdet, selbst töten, sich umbringen, bringt sich um,
sich das leben nehmen, nimmt sich das leben, erhängt, erhängte, sich erhängen, sich aufhängen,
sich ritzen, ritzt sich, ritzen, pulsadern, pulsadern aufgeschnitten, schneidet sich die
pulsadern, aufgeschnittene pulsadern, selbstverstümmelung, freitod, überdosis, magersüchtig,
magersucht, lebensmüde, suizidgefährdet, si suicida, suicidandosi, togliersi la vita, si toglie
la vita, tagliarsi le vene, si taglia le vene, tagliandosi le vene, tagli sui polsi, tagliarsi i
polsi, si taglia i polsi, impiccarsi, impiccata, impiccato, si impicca, impiccandosi,
autolesionista, anoressica, anoressia, suicidando se, se suicidando, tirar a própria vida,
tirando a própria vida, cortar os pulsos, cortando os pulsos, pulsos cortados, cortes nos
pulsos, cortes nos braços, enforcada, enforcado, se enforca, se enforcando, enforcar se,
automutilando, automutilar, anoréxica, zelfmoordpoging, zelfmoordenares, pleegt zelfmoord,
zichzelf snijden, snijdt zichzelf, polsen doorgesneden, doorgesneden polsen, snijdt haar polsen,
polsen snijden, zichzelf ophangen, hangt zich op, verhangt zich, overdosis, zelfverminking,
zelfverwonding, automutileren, samobójca, samobójcza, samobójczy, popełnia samobójstwo, podcięte
żyły, podcina sobie żyły, podcinanie żył, tnie się, cięcie się, samookalecza się, okalecza się,
powieszona, wiesza się, powieszony, przedawkowanie, odebrać sobie życie, anoreksja,
anorektyczka, самоубийства, самоубийцы, самоубийством, покончить с собой, покончила с собой,
покончил с собой, кончает с собой, режет вены, режет себе вены, вскрыла вены, вскрытые вены,
вскрывает вены, порезанные вены, порезы на руках, порезы на запястьях, режет себя, повесилась,
повесился, вешается, петля на шее, селфхарм, самоповреждения, самоповреждением, передозировка,
передоз, анорексия, анорексичка, суицидница, суицидальный, суицидальная, выпилиться, intihar
ediyor, intihar eden, intihar etmek, bileklerini kesen, bileklerini kesiyor, bilek kesme,
kendini asan, kendini asıyor, kendini kesen, kendine zarar, kendini öldüren, aşırı doz, ينتحر,
تنتحر, إيذاء النفس, قطع معصم, تقطع معصمها, شنق نفسها, تشنق نفسها, جرعة زائدة, आत्मघात, आत्महत्या
करती, फांसी लगाती, फांसी, कलाई काटती, कलाई काटना, खुद को काटना, खुद को मारना, ज़हर खाती,
självmordsförsök, begår självmord, skär sig, skära sig, skurna handleder, hänger sig, tar sitt
liv, selvmordsforsøg, skærer sig selv, selvmordsforsøk, kutter seg selv, tar sitt eget liv,
gantung diri, menyayat pergelangan, mengiris pergelangan, melukai diri, menyakiti diri, cắt cổ
tay, rạch tay, treo cổ, tự làm hại, uống thuốc tự tử, spáchat sebevraždu, podřezané žíly,
oběsila se, oběšená, řeže se, sebevrah, öngyilkos, felvágja az ereit, ereit felvágó, felakasztja
magát, felakasztott, önsértés, sinucigaș, sinucigașă, se sinucide, își taie venele, vene tăiate,
spânzurată, se spânzură, automutilare, supradoză, itsetuhoinen, viiltelee, viiltely, hirttäytyy,
hirttäytynyt, ranteet auki, αυτοκτονεί, αυτοτραυματισμός, κόβει τις φλέβες, κρεμάστηκε, חותכת
ורידים, תולה את עצמה, פגיעה עצמית, מתאבדת, самогубця, суїцид, ріже вени, taillader les veines,
taillade les veines, se taillade, se taillader, cutting thighs, cutting thigh, cutting forearm,
cutting forearms, cutting wrist, slicing thighs, slicing forearm, harakiri, hara kiri, seppuku,
hanging from rafters, hanging from the rafters, od ing, o d ing, sets herself on fire, setting
herself on fire, set herself on fire, sets himself on fire, setting himself on fire, set himself
on fire, se coupe les veines, se couper les veines, se coupe les poignets, se coupant les
veines, corta os pulsos, corta as veias, cortar as veias, cortando as veias, corta se, se
cortando, se corta los brazos, se corta con, cortándose los brazos, schneidet sich die arme,
schneidet sich in, schneidet sich auf, sich die arme aufschneiden, si taglia le braccia,
tagliarsi le braccia, snijdt in haar arm, snijdt haar armen, rani się żyletką, żyletką, режет
руки, режет себе руки, вскрывает себе вены, ana inspiration, ana diet, ana body, ana inspo, mia
inspiration, self burning, head in oven, scars from cutting, scars of cutting, gas oven suicide,
neck yourself, rope yourself, offing yourself, offing myself, off myself, delete yourself, end
yourself, end myself, wish i was dead, wish i were dead, wish she was dead, wants to be dead,
want to be dead, better off dead, rather be dead, hope i die, let me die, deserve to die,
deserves to die, tired of living, done living, done with living, life not worth living, not
worth living, no point in living, goodbye cruel world, exit bag, helium bag, suicide bag,
suicide kit, suicide tutorial, suicide method, suicide methods, suicide guide, suicide
instructions, suicide tips, suicide challenge, suicide encouragement, suicide forum, suicide
stream, suicide livestream, suicide partner, blow my brains, blowing my brains, blow your
brains, blow her brains, blow his brains, punish your body, self punishment, fresh self
inflicted, fresh wounds cutter, starvation diet, starvation challenge, starve to be thin,
starving to be beautiful, purge after, purging after, how to purge, how to starve, how to vomit,
hide your eating disorder, hide an eating disorder, hide my eating disorder, eating disorder
tips, eating disorder goals, ed tips, anorexia tips, anorexia goals, anorexia inspiration,
anorexia challenge, bulimia tips, bulimia challenge, thigh gap goals, bones showing goals, blue
whale challenge, blackout challenge, choking game, choking challenge, pass out challenge,
cutting challenge, razor challenge, set myself on fire, setting myself on fire, set yourself on
fire, myself on fire, drink bleach, drink poison, swallow pills to, take all the pills, took all
the pills, all the pills at once, hang yourself, hanging yourself, hanging myself, kill
yourself, killing yourself, cut yourself, cutting yourself, cutting myself, hurt yourself,
hurting yourself, burn yourself, starve yourself, drown yourself, harm yourself, harming
yourself, shoot yourself, slit your wrists, slit my wrists, slash your wrists, cut your wrists,
jump off the bridge, jump to your death, jump off a cliff to, step by step hanging, hanging step
by step, hanging instructions, commit self murder, self murder, self destruction razor, bleed
for relief, cut for relief, cutting for relief, cutter scars fresh, do it kill, glorify suicide,
glorified suicide, glorifying suicide, romanticised suicide, romanticized suicide, beautiful
suicide, glamorous suicide, romantic suicide, double suicide, joint suicide, assisted suicide
diy, die by suicide, dying by suicide, died by suicide, blade to skin, blade on skin, blade to
her skin, razor blade to skin, razor blade on skin, self hanging, kms, make yourself bleed, make
myself bleed, making herself bleed, making himself bleed, makes herself bleed, self strangling,
self choking, self drowning, self stabbing, self shooting, self beating, self bruising, self
punching, self biting scars, kill my self, kill me now note, drink antifreeze, drinking
antifreeze, drinks antifreeze, drink drain cleaner, drinking drain cleaner, drink cyanide,
drinking cyanide, swallow bleach, swallow poison, eat rat poison, eating rat poison, not eating
challenge, no eating challenge, zero calories challenge, 0 calories challenge, no food
challenge, head in gas oven, head in the gas oven, suicide aesthetic, self harm aesthetic,
romanticise suicide, romanticize suicide, romanticised self harm, romanticized self harm, how to
hang myself, how to hang yourself, how to hang oneself, cut deeper, cut deep wrists, cutting
deeper, neck rope chair, slit my throat, slit my own throat, slit his own throat, slit her own
throat, slitting her own throat, cut my throat, cut her own throat, cut his own throat, hiding
cuts, hide cuts, hide the cuts, hide my cuts, hiding my cuts, hiding self harm, hide self harm,
conceal cuts, concealing cuts, cover up cuts, promote anorexia, promoting anorexia, promotes
anorexia, glorify anorexia, promote suicide, promoting suicide, promote self harm, promoting
self harm, normalise self harm, urging suicide, urges suicide, suicide dare, dared to die, drink
to death, eat to death, ways to self harm, jump off bridge, jump off building, jump off roof,
jump off balcony, jump off rooftop, jump off a balcony, jump off the balcony, jump off a
rooftop, jump off the rooftop, jump off the roof, jump off the building, jump off a tall
building, jump from bridge, jump from building, jump from roof, jump from balcony, jump from
rooftop, jump from a balcony, jump from the balcony, jump from a rooftop, jump from the rooftop,
jump from the roof, jump from the building, jump from a tall building, jumping off bridge,
jumping off building, jumping off roof, jumping off balcony, jumping off rooftop, jumping off a
balcony, jumping off the balcony, jumping off a rooftop, jumping off the rooftop, jumping off
the roof, jumping off the building, jumping off a tall building, jumping from bridge, jumping
from building, jumping from roof, jumping from balcony, jumping from rooftop, jumping from a
balcony, jumping from the balcony, jumping from a rooftop, jumping from the rooftop, jumping
from the roof, jumping from the building, jumping from a tall building, jumps off bridge, jumps
off building, jumps off roof, jumps off balcony, jumps off rooftop, jumps off a balcony, jumps
off the balcony, jumps off a rooftop, jumps off the rooftop, jumps off the roof, jumps off the
building, jumps off a tall building, jumps from bridge, jumps from building, jumps from roof,
jumps from balcony, jumps from rooftop, jumps from a balcony, jumps from the balcony, jumps from
a rooftop, jumps from the rooftop, jumps from the roof, jumps from the building, jumps from a
tall building, leap off bridge, leap off building, leap off roof, leap off balcony, leap off
rooftop, leap off a balcony, leap off the balcony, leap off a rooftop, leap off the rooftop,
leap off the roof, leap off the building, leap off a tall building, leap from bridge, leap from
building, leap from roof, leap from balcony, leap from rooftop, leap from a balcony, leap from
the balcony, leap from a rooftop, leap from the rooftop, leap from the roof, leap from the
building, leap from a tall building, leaping off bridge, leaping off building, leaping off roof,
leaping off balcony, leaping off rooftop, leaping off a balcony, leaping off the balcony,
leaping off a rooftop, leaping off the rooftop, leaping off the roof, leaping off the building,
leaping off a tall building, leaping from bridge, leaping from building, leaping from roof,
leaping from balcony, leaping from rooftop, leaping from a balcony, leaping from the balcony,
leaping from a rooftop, leaping from the rooftop, leaping from the roof, leaping from the
building, leaping from a tall building
""",
}
