"""More words as in `acts`: bodies destroyed, by others or by their own hand."""

CATEGORY_PHRASES = {
    "gore": """
bits|chunks|pieces|lumps of brain|brains|skull|flesh,
brain|brains|guts|intestines on -|the wall|walls|floor|pavement|road|ground,
arm|arms|hand|hands|leg|legs|foot|body|person|head in|into|through -|a|the meat grinder|mincer,
arm|arms|hand|hands|leg|legs|body|person|head in|into|through -|a|the
grinder|shredder|woodchipper, ribs|ribcage|chest|skull broken|cracked|ripped|split|torn|pried
open, body|bodies chopped|hacked|sawn|butchered|dismembered, carved|hacked|chopped|sliced up
{someone}, {someone} gutted|skinned|butchered|slaughtered like|by, bodies|corpses
stacked|piled|heaped|strewn|dumped, acid burnt|burned|scarred|melted face|skin|flesh|woman|man,
eye|eyes|eyeball|eyeballs hanging|dangling|torn|pulled|popped out,
victim|victims|body|bodies|corpse in pieces|bits, arm|arms|leg|legs|head|hand|foot|jaw|ear|nose
blown|torn|ripped|hacked|chopped|sawn|bitten off, skinned|flayed|peeled face|faces|scalp,
kopfloser|kopflose|kopfloses
körper|leiche|frau|mann, corpo|corpos sem cabeça, corps sans tête, cuerpo|cuerpos sin cabeza, corpo
senza
testa, körper ohne kopf, gurochan, bestgore, goregrish,
dead|slain|murdered|butchered|slaughtered|dismembered|decapitated|beheaded|disembowelled|disemboweled|mutilated|eviscerated|gutted|flayed
{someone}, {someone} torn|ripped|hacked|chopped|blown|sliced|split in|into|to
two|half|pieces|bits|shreds|chunks, headless woman|man|girl|lady|bloke|guy|female|male
body|corpse|-, blood|bloody and|- gutz, abgetrennt, abgetrenntes, abgetrennten, {someone}
burnt|burned|skinned|buried|boiled|flayed|eaten alive,
stabbed|shot|hacked|beaten|bludgeoned|tortured|strangled|clubbed|burnt|burned {someone} to death,
intestines, decapitating, bloodbath, massacre, gutted, disembowelling, gore, gory, guro,
dismember, dismembered, dismemberment, dismembering, decapitate, decapitated, decapitation,
behead, beheaded, beheading, mutilate, mutilated, mutilation, disembowel, disemboweled,
disembowelled, disembowelment, eviscerated, evisceration, entrails, viscera, flayed, impaled,
impalement, cannibal, cannibalism, necrophilia, necrophile, corpse, corpses, cadaver, torture,
tortured, torturing, innards, dismembers, bloodsoaked, slaughtered, vivisection, vivisected,
flaying, impaling, disemboweling, disembowels, eviscerate, eviscerating, mutilating, mutilates,
snuff, snuffed, gibs, gibbed, eroguro, tortura, torturada, torturado, desmembrada, desmembrado,
desmembramiento, decapitada, decapitado, mutilada, mutilado, vísceras, cadáver, cadavre, cadavres,
démembrée, démembré, décapitée, décapité, éviscérée, éviscéré, mutilée, torturée, torturé,
entrailles, zerstückelt, zerstückelte, enthauptet, enthauptete, enthauptung, geköpft, ausgeweidet,
verstümmelt, gefoltert, folterung, leiche, leichen, eingeweide, smembrato, smembrata, decapitata,
decapitato, mutilata, torturata, cadavere, viscere, desmembramento, onthoofd, onthoofding,
verminkt, gemarteld, расчлененка, расчлененный, расчленение, обезглавленный, обезглавленная,
кишки, труп, трупы, пытки, ćwiartowanie, zwłoki, tortury, işkence, ceset, تعذيب, جثة, halshuggen,
lemlästad, mayat, mutilasi, splatterpunk, exsanguinated, exsanguination, festering, maggots,
putrefying, putrefied, cannibals, cannibalistic, cannibalize, cannibalized, cannibalised,
cannibalising, anthropophagy, anthropophagous, beheads, beheadings, decapitates, decapitations,
guillotined, lynched, lynching, bisected, amputating, degloved, degloving, scalped, scalping,
vivisecting, eviscerates, bowels, intestinal, autopsied, torturer, tortures, necro, necros,
necrophilic, necrophiliac, necrophiliacs, necrophilous, cadavers, gorefest, goreporn, gorehound,
ryona, crushvideo, castrate, mutilator, evisceratus, immolated, impales, degollada, degollado,
degollamiento, descuartizada, descuartizado, descuartizamiento, destripada, destripado,
eviscerada, eviscerado, torturas, torturando, canibal, caníbal, canibalismo, necrofilia,
necrófilo, cadáveres, apuñalada, acuchillada, égorgée, égorgé, égorgement, éventrée, éventré,
démembrement, décapitation, torturées, cannibale, cannibalisme, nécrophilie, nécrophile, boyaux,
poignardée, abgetrennte, abgetrennter, abgehackt, abgehackte, abgehackter, blutüberströmt,
blutlache, blutbad, ausgeweidete, aufgeschlitzt, aufgeschlitzte, gehäutet, gehäutete, zerfetzt,
zerfetzte, verstümmelte, verstümmelung, folter, gefolterte, folterte, foltern, leichnam,
kannibale, kannibalismus, nekrophilie, nekrophil, erstochen, erdrosselt, erwürgt, massaker,
gemetzel, innereien, gedärme, decapitazione, smembramento, smembrate, sgozzata, sgozzato,
squartata, squartato, sventrata, sventrato, mutilazione, torturato, cannibalismo, cadaveri,
budella, interiora, accoltellata, decapitação, esquartejada, esquartejado, mutilação, tripas,
degolada, esfaqueada, afgehakt, afgehakte, onthoofde, verminkte, verminking, marteling, gefolterd,
kannibaal, kannibalisme, necrofilie, lijk, lijken, lijkschending, bloedbad, ingewanden, afgerukt,
rozczłonkowana, rozczłonkowane, rozczłonkowanie, poćwiartowana, okaleczona, okaleczone,
okaleczenie, torturowana, torturowany, kanibalizm, kanibal, nekrofilia, zwłok, trupy, wnętrzności,
masakra, wypatroszona, расчленёнка, расчленённое, расчленённая, расчленил, обезглавливание,
изувеченная, изувеченное, пытка, пытают, пытать, каннибал, каннибализм, некрофилия, некрофил,
выпотрошенная, cesetler, yamyam, yamyamlık, nekrofili, جثث, أشلاء, أحشاء, नरभक्षी, लाश, यातना,
avhuggen, stympad, tortyr, torterad, kannibal, inälvor, blodbad, halshugget, lemlæstet, afhugget,
tortur, dipenggal, dimutilasi, disiksa, penyiksaan, mrtvola, mučení, mučená, kanibalismus,
vnitřnosti, lefejezett, holttest, megcsonkított, kínzás, kannibalizmus, cadavru, dezmembrat,
dezmembrată, tortură, canibalism, silvottu, kidutus, kannibalismi, αποκεφαλισμός, πτώμα,
βασανιστήρια, ακρωτηριασμένο, גופה, עינויים, קניבליזם, розчленування, тортури, decapitación,
desmembración, mutilación, evisceración, éviscération, zerstückelung, sgozzamento, enucleated,
enucleation, waterboarding, waterboarded, liveleak, bludgeon, bludgeoned, bludgeoning, bludgeons,
exsanguinate, exsanguinates, exsanguinating, garotte, garotted, garottes, garotting, garrote,
garroted, garrotes, garroting, lynch, lynches, vivisect, vivisects, best|vore|amputation gore,
mangled|dead|quartered|skinned|decomposing|decomposed|rotting|decaying|bloated|charred|butchered|lifeless|murdered|beheaded|hanged|bisected|tortured|crushed|severed|burnt|burned|skinless|electrocuted|maimed|disfigured|dissected|skewered|exploding|exploded|decayed
body, exploding head, ripped|torn|hacked|sliced|hack|hacking|hacks apart, chopped up, brutal
murder|killing|death|execution|stabbing|killings|torture|beating, brutally murdered,
hacked|chopped|cut|chop|chopping|chops|cuts|cutting|hack|hacking|hacks|blown to pieces,
skinned|burned|burnt|burning|boiled|buried|eaten|devoured|crucified|butchered|dissected|boil|boiling|boils|buries|burn|burns|bury|burying|eat|eating|eats|flay|flayed|flaying|flays|skin|skined|skining|skins|skinning
alive,
dead|rotting|lifeless|mangled|skinned|burnt|burned|charred|hanging|hanged|piled|maimed|carnage|strewn|exploding|exploded
bodies, severed
head|heads|limb|limbs|arm|hand|leg|finger|fingers|foot|feet|legs|arms|hands|ear|torso|neck|spine|human|man|woman|breast|breasts|penis|genitals,
snuff film|movie|porn|video|videos|scene|films|movies|footage|vid|clip|photo,
covered|drenched|soaked|bathed|bathing|lying|drowning in blood, pool|pools|rivers|bath|fountain of
blood, blood
everywhere|splatter|splattered|spattered|soaked|gushing|spurting|splatters|drenched|covered|sprayed|spraying|spray|pouring|pours|spurts|bath|sacrifice|orgy|fountain|guts,
slashed|slit|slitting|slits|cut throat, exposed organs|bone|bones|intestines|skull|ribs|spine,
spilled guts|intestines|intestine|organs, gore porn|videos|fetish|art|website,
bowels|guts|organs|brains spilling, bowels|guts|eyeball|flesh|bodies hanging, spilling guts,
organs|brain|brains exposed, amputated limb|arm|leg, amputated|mangled|torn|bleeding|chopped
limbs, gushing|spurting|spraying|sprays|pouring|vomiting|coughing|guts blood,
bloody|bleeding|rotting|decaying|headless|skinned|nude|decomposing|bloodstained|bloodied|rotten|decayed|bloated|charred|burnt|burned|burning|butchered|lifeless|murdered|beheaded|hanged|dismembered|naked|mangled|gruesome|grisly|disfigured|drowned|skinless|putrid|decomposed|hanging|chopped|real
corpse, bloody mess of flesh, bleeding|bleeds|bled|bleed|gouged|bowels|guts out,
bleeding|stabbed|beaten|bled|burned|burnt|stoned|strangled|choked|kicked|hacked|tortured|bludgeoned|battered|clubbed|crushed|trampled|mauled|whipped|flogged|torture
to death,
rotting|putrid|rotten|eating|eats|devouring|ripped|torn|peeled|peeling|mangled|melted|melting
flesh, throat|limbs|throats cut, cut|slitting|slit|slash|slashed|slashes|slashing|slits her
throat, throat|belly|stomach|throats slit, brain matter, brains splattered, crushed
skull|head|face|limbs|remains|kitten|heads, skull crushed|split|smashed|caved|cracked|open,
smashed skull, drawn and quartered, limbless torso, flayed skin,
impaler|murder|guillotine|chainsaw|torture|hanged|slaughterhouse|hanging|lynching|stabbing|bloodied|bloody|sacrificial|sacrificed|strangled|butchered|maimed|disfigured
victim, bodily mutilation, crush fetish, meat hook through, corpse
sex|fucking|lover|fetish|porn|pile|photo|parts, sex with a corpse,
murdered|butchered|dead|tortured|mutilated|hanged|roadkill|slaughterhouse|strangled|stabbed|skewered
woman, murdered girl|man|wife|family, human
remains|flesh|meat|butcher|butchery|carcass|carcasses|slaughter|slaughterhouse|sacrifice|head|heads|skin|entrails|organs|limbs|roadkill|sausage|jerky|barbecue|skinning|pieces|parts|guts,
body parts scattered, ero guro, tripas fuera, отрубленная голова, odcięta|ścięta|obcięta głowa,
kesik baş, مقطوع الرأس, gored|execution|emasculated by, splattered with blood, lying in her own
blood, in her own blood, in his own blood, choking on blood, bleeding
profusely|heavily|torso|stumps, bleeding|gaping|open|deep|stab|gunshot|bullet|gruesome wounds,
bleeding|gaping|open|stab|gunshot|bullet|exit|infected|festering wound, maggot infested, maggot
ridden, charred|mangled|gruesome|grisly remains, eating|eat|eaten|eats human flesh,
butchered|skinned|sacrificed|cooked|roadkill|cook|cooking|cooks|eat|eaten|eating|eats|skinless|flayed|dissected|skewered|exploding
human, hard vore, dead girl|man|nude|naked|mutilated,
murdering|murders|skinning|impale|impaled|impales|impaling her,
murder|torture|gore|gory|execution|stabbing|grisly|gruesome scene, bloody
murder|execution|torture|massacre|mutilation|severed|stump|stumps|organs|guts|remains|flesh|stabbing|torso|limbs,
mass grave|graves|shooting, pile|piles|heap of bodies, pile|piles|heap of corpses, genocide
victims, hanged man rotting, hung drawn and quartered, drawn quartered, hacked up, chopped into
pieces, cut into pieces, cut in half body, slashed open, slashed|melted|skinless face, cut open
belly, belly|chest|skull cut open, stomach|chest|limbs|head|spine|throat|flesh|skin|guts ripped,
stomach|limbs|spine|throat|flesh torn, chest torn open, torn in half, torn limb|leg|arm, limb from
limb, limbs severed, limbs hacked, head severed|torn|blown|exploding|explodes|smashed|crushed,
head cut off, heads on spikes|pikes|sticks|stakes, head on a spike|pike|stick|stake|pole, brains
blown, eyes gouged, eye gouged, eye gouging, gouged eyes|eye|socket, gouging eyes,
eyes|eye|tongue|heart|guts ripped out, tongue|heart|eyes cut out, heart torn out, still beating
heart, ripped out heart, throat slashed, cut throat body, chainsaw massacre,
chainsaw|gruesome|grisly|erotic|real|ritual murder, meat grinder body, wood chipper body, flesh
peeled|stripped|hook, skin peeled, skin flayed, skin torn|peeling|peeled|ripped|hanging off,
skinning a, guts spilled, guts everywhere, guts on the floor, open autopsy, torture|necro|death
porn, torture chamber victim,
fucking|fucks|dissolve|dissolved|dissolves|dissolving|eat|eaten|eating|eats|hide|hided|hides|hiding
a corpse, sex with the dead, sex with a dead, sex with dead, sex with cadaver, nude cadaver, naked
cadaver, morgue sex, sex in a morgue, carcass of a woman,
gore|crush|death|execution|beheading|torture|mutilation video, guro art, crush videos, body horror
gore, mutilated genitals|i|dead|animal, genital mutilation, being immolated, spitroasted on a
spike, spit roasted human, sangre por todas partes, charco|cubierta|cubierto de sangre, bañada en
sangre, cuerpo mutilado, cuerpo desmembrado, cabeza cortada, cabeza cercenada, asesinada
brutalmente, mare de sang, couverte de sang, baignant dans son sang, tête coupée, tête tranchée,
membres coupés, écorchée vive, écorché vif, cadavre nu, tripes à l air, abgetrennter kopf, testa
mozzata, pozza di sangue, coperta di sangue, cabeça decepada, cabeça cortada, esfolada viva, poça
de sangue, coberta de sangue, afgehakt hoofd, afgesneden hoofd, in stukken gehakt, plas bloed,
odcięta ręka, jelita na wierzchu, kałuża krwi, отрубленные головы, отрезанная голова, отрубленная
рука, изуродованный труп, лужа крови, вся в крови, внутренности наружу, кровавое месиво, мясорубка
тело, мертвое тело, kesilmiş kafa, kopmuş kafa, kopuk baş, parçalanmış ceset, iç organları,
işkence gören, kan gölü, boğazı kesilmiş, رأس مقطوع, تقطيع أوصال, بركة دماء, آكل لحوم البشر, कटा
हुआ सिर, सिर कटा, खून से लथपथ, avhugget huvud, kepala terpenggal, usus terburai, genangan darah,
chặt đầu, xác chết, tra tấn, moi ruột, ăn thịt người, phanh thây, useknutá hlava, kaluž krve,
levágott fej, cap tăiat, băltoacă de sânge, irtileikattu pää, ערוף ראש,
bullet|knife|stake|spike|stabbed through, bullet through the skull, axe in her, axe in his, axe in
the skull, axe in the head, knife in her chest, knife in his chest, knife in her back, knife in
his back, eyeless sockets bleeding, empty eye sockets, blood and guts|brains|gore|intestines, guts
and blood|brains|flesh|gore, face|body|kitten|puppy crushed, acid attack|burns|burned,
chunks|pieces|chunk of flesh, hanged girl,
hanged|murdered|butchered|butcher|butchering|butchers|skinning people, hara kiri gore, body parts,
body part severed, dismembered parts, torso only corpse, meat hook, meat hooks, slaughterhouse
humans, nailed to a cross bleeding, iron maiden victim, bone saw, flesh wound open,
gruesome|erotic|eroticised|eroticized|real death, bloody crime scene, war crime scene, firing
squad victim, electric chair victim|burning|execution|death, stabbed repeatedly, throat being cut,
throat being slit, bone sticking out, bones sticking out, bones protruding, bone protruding,
protruding bone, protruding bones, skinned humans, blood ritual sacrifice, severed body part,
broken neck corpse, snapped neck, snapping her neck, neck snapped, breaking her neck, face
ripped|torn|peeled off, ripped off face, flesh torn off, flesh ripped off, flesh torn from, war
crime bodies, pile of dead, body pieces, chopping|cut|cuts|cutting|saw|sawing|sawn|saws up a body,
chopped|hacked|cut up body, sexualised violence, sexualized violence, sexual violence gore, erotic
strangulation, erotic asphyxiation death, autoerotic asphyxiation, death footage,
deaths|death|dying|killed on camera, real deaths|killing|execution|beheading, slaughter of
people|civilians|women|humans, body snatched organs, hook through flesh, fingernails pulled, nails
pulled out, teeth pulled out torture, brains blown out, head blown off, head blown open, skull
smashed open, caved in face, caved in skull, face caved|smashed|bashed in, skull caved in, cracked
open skull, dead body pile|sex|photo, live leak, cartel execution, necro sex, naked|nude|real dead
body, dissecting|butcher|butchered|butchering|butchers a victim, victim dissected, organs
harvested, organ harvesting victim, ritual killing, crushed by a train, hit by a train gore, split
in half body, spilling|trailing|eating entrails, ripped open belly|stomach|chest, dead family
photo, killing spree, butchered man, body in pieces, bodies in pieces, body in parts,
bash|bashed|bashes|bashing|smash|smashed|smashes|smashing her head in,
bash|bashed|bashes|bashing|smash|smashed|smashes|smashing his head in,
buried|buries|bury|burying|dissolve|dissolved|dissolves|dissolving|hide|hided|hides|hiding|dissecting
a body,
butcher|butchered|butchering|butchers|cook|cooked|cooking|cooks|eat|eaten|eating|eats|roast|roasted|roasting|roasts|dissecting|skinning
a human, butcher|butchered|butchering|butchers|crucified|crucifies|crucify|crucifying|skinning a
man, butcher|butchered|butchering|butchers|crucified|crucifies|crucify|crucifying|skinning a
woman, cave|caved|caves|caving in her skull, cave|caved|caves|caving in his skull,
chop|chopped|chopping|chops|cut|cuts|cutting|hack|hacked|hacking|hacks off heads,
chop|chopped|chopping|chops|cut|cuts|cutting|hack|hacked|hacking|hacks|saw|sawing|sawn|saws off
her head,
chop|chopped|chopping|chops|cut|cuts|cutting|hack|hacked|hacking|hacks|saw|sawing|sawn|saws off
his head,
chop|chopped|chopping|chops|cut|cuts|cutting|hack|hacked|hacking|hacks|rip|ripped|ripping|rips|saw|sawing|sawn|saws|tear|tearing|tears|torn
off limbs, crush|crushed|crushes|crushing|smash|smashed|smashes|smashing her skull,
crush|crushed|crushes|crushing|smash|smashed|smashes|smashing his skull,
cut|cuts|cutting|slash|slashed|slashes|slashing|slit|slits|slitting his throat,
dispose|disposed|disposes|disposing|pieces of a body, dissolve|dissolved|dissolves|dissolving in
acid, drain|drained|draining|drains her blood, drain|drained|draining|drains his blood,
eat|eaten|eating|eats|hanging|hung|hanged|real corpses, feast|feasted|feasting|feasts on human,
gouge|gouged|gouges|gouging her|his|out eyes, gouge|gouged|gouges|gouging out her eyes,
gouge|gouged|gouges|gouging out his eyes, impale|impaled|impales|impaling him,
rip|ripped|ripping|rips|tear|tearing|tears|torn limb from limb,
rip|ripped|ripping|rips|tear|tearing|tears|torn out her heart,
rip|ripped|ripping|rips|tear|tearing|tears|torn out his heart,
rip|ripped|ripping|rips|tear|tearing|tears|torn out organs, slit|slits|slitting the throat,
slit|slits|slitting throats, body dissolving in acid, vicious stabbing, bloody murder scene, stump
bleeding, intestine rope, rope of intestines, human head on, woman s head on a plate, severed neck
stump, burning in the electric chair, eyes torn out, eyes plucked out, eyes stabbed, stabbed in
the eye|chest|neck|stomach, stabbed in the back bleeding, shot in the head bleeding, bullet wound
head, bullet hole in head, bullet hole in forehead, bullet riddled body, bullet holes in body,
brains on the wall, brains on the floor, skull cracked open, exposed muscle flesh torn, open wound
gore, gruesome|animal|genital torture, bodies strewn, dead soldiers pile, corpses piled, meat made
of human, cannibal feast|meal|dinner|killer|ritual, ghoul eating corpse, zombie eating guts,
zombie eating intestines, eating intestines, eating brains raw, ripping out guts, pulling out
guts, pulling out intestines, pulls out intestines, electrocution execution, broken neck dead,
dissecting a person, skewered man, bodies blown apart, blown apart body, bodies blown, blown to
bits, torn skin flesh, open chest cavity, opened chest cavity, missing limbs blood, bleeding neck
stump, animal cruelty, tortured animal|dog|cat, brains and guts, flesh and guts, bodies torn to
shreds, body torn to shreds, torn to shreds body, torn to shreds alive, exploding torso, skinning
him alive, skinning her alive, brains and blood, meat hanging human, cut up corpse, pieces of
body, pieces of human, human bones bloody, dead bodies photo,
murder|suicide|execution|lynching|torture photo, murder scene photo, crime scene corpse, crime
scene body, slaughter victims, blood soaked corpse|body|victim, blood covered body, blood covered
victim,
butchered|massacred|mauled|maimed|bludgeoned|disfigured|slaughtered {folk},
bloody|gory|bleeding|spiked|speared heads, {someone} fed|thrown|pushed|pulled into|to|through a|the
woodchipper|grinder|shredder|mincer|blender,
{folk} butchered|massacred|dismembered|bludgeoned|disembowelled|disemboweled|eviscerated|impaled,
bloody|steaming|spilled|spilt guts|entrails|innards|organs|bowels,
cabeza|cabezas|mano|manos|brazo|pierna
cortada|cortadas|cercenada|cercenadas|arrancada|arrancado|amputada, cabeza|cabezas rodando,
ejecución sangrienta|brutal, baño de sangre, leichenteile, leichenteil, leichenberg,
menschenfleisch, restos humanos, carne humana,
morceaux de corps|cadavre, chair|viande humaine, pezzi di cadavere|corpo, apuñalado, apuñalando,
acuchillando, degollando,
descuartizando, masacrados, masacrada, tête|têtes|main|mains
coupée|coupées|tranchée|tranchées|arrachée|arrachées, tête|têtes qui roule|roulent, gorge|gorges
tranchée|tranchées|ouverte, membres|bras arrachés|arraché|coupés|coupé, égorgeant, éventrant,
démembrant, décapitant, bain de sang, corps
démembré|démembrés|mutilé|mutilés|déchiqueté|déchiquetés, massacrés, poignardé,
abgetrennter|abgeschlagener|abgehackter|abgerissener kopf|arm|finger|fuß,
abgetrennte|abgeschlagene|abgehackte|abgerissene hand|köpfe|hände|arme|beine, rollender kopf,
rollende köpfe, kehle durchgeschnitten|aufgeschlitzt, durchgeschnittene kehle, aufgeschlitzter
bauch, abgeschlachtet, abgeschlachtete, niedergemetzelt, zerstückeln, enthaupten, enthaupteter,
ermordete|erstochene frau|frauen, testa|teste|mano|braccio
mozzata|mozzate|mozzato|tagliata|tagliate|staccata, gola|gole tagliata|tagliate|squarciata,
corpo|corpi smembrato|smembrati|mutilato|mutilati|squartato, bagno di sangue, sgozzare, sgozzando,
smembrando, decapitando, massacrati, massacrata, pugnalata, arti strappati,
cabeça|cabeças|mão|mãos|braço|perna
cortada|cortadas|decepada|decepadas|arrancada|arrancado|decepado, cabeça|cabeças rolando, garganta
cortada, corpo|corpos mutilado|mutilados|esquartejado|esquartejados, banho de sangue, esfaqueado,
esfaqueando, degolando, esquartejando, membros arrancados|decepados
""",
    "self_harm": """
gonna|wanna kill|hang|shoot|cut {self}, going to|want to|wants to|ready to kill {self}, ~starve to
be|get|become|look|stay skinny|thin|slim|beautiful|bones, ~starve {self} skinny|thin|slim, helium
hood|mask|bag, exit hood|kit, ~top {self}, ~off {self}, doing|do|does|did {self} in, ~do|did|done
away with {self}, string|strings|stringing|strung {self} up, ~finish {self} off,
end|ends|ending|ended it all, died|die|dies|dying|dead|death|killed|perished by|at {her}|- own
hand|hands, blow|blows|blowing|blew|blown {own} brains out, blow|blows|blowing|blew {her} brains
out, sewerslide, suislide, unliving, ~carve -|words|lines|names|a into|in|on {own}
skin|arm|arms|thigh|thighs|flesh|leg|legs, sh scar|scars|cut|cuts|wound|wounds|marks|blade,
razor|blade|razorblade|scalpel to|against|across {her}|-
arm|arms|forearm|forearms|thigh|wrist|wrists|veins, ~throw|threw {self} under|off|from|in, ~chuck
{self} under|off|from, ~hurl {self} under|off|from, ~fling|flung {self} under|off|from,
take|takes|taking|took|taken {own} life|lives, ~gas {self}, ~drown {self}, ~poison {self}, ~starve
{self} to death, ~pill|dose {self} to death, ~slash|slit|slits|slitting|open|opens|opened|opening
{own} wrists|wrist|veins|throat|arteries, ~slash|slit|slits|slitting {her} wrists|wrist|veins,
overdose, overdosed, selfharm, suicide, suicidal, noose, overdosing, proana, thinspo,
thinspiration, suicidio, selbstmord, suicides, suicidals, wristcutting, overdoses, meanspo,
bonespo, promia, suicidarse, suicida, suicidándose, suicídio, suicidar, suicidó, autolesión,
autolesiones, autolesionarse, automutilation, suicidée, suicider, selbstmörder, suizid, suizidal,
selbstverletzung, selbstverletzend, selbsttötung, autolesionismo, suicidarsi, automutilação,
automutilacao, zelfmoord, zelfdoding, zelfbeschadiging, automutilatie, samobójstwo, samobójczyni,
samookaleczenie, самоубийство, самоубийца, суицид, самоповреждение, intihar, انتحار, आत्महत्या,
självmord, självskada, selvmord, selvskading, sebevražda, sebepoškozování, öngyilkosság,
sinucidere, itsemurha, αυτοκτονία, התאבדות, самогубство, selfharming, autoasphyxiation,
suicidality, suiciding, suicided, unalive, unaliving, unalived, kys, anorexic, anorexics,
anorexia, proanorexia, anamia, bulimic, bulimia, edtwt, bonespiration, suicidas, ahorcándose,
ahorcada, ahorcarse, autolesionándose, autolesiona, sobredosis, automutilée, automutiler, surdose,
anorexique, anorexie, selbstmörderin, selbstmordgefährdet, erhängt, erhängte, ritzen, pulsadern,
selbstverstümmelung, freitod, überdosis, magersüchtig, magersucht, lebensmüde, suizidgefährdet,
suicidandosi, impiccarsi, impiccata, impiccato, impiccandosi, autolesionista, anoressica,
anoressia, enforcada, enforcado, automutilando, automutilar, anoréxica, zelfmoordpoging,
zelfmoordenares, overdosis, zelfverminking, zelfverwonding, automutileren, samobójca, samobójcza,
samobójczy, powieszona, powieszony, przedawkowanie, anoreksja, anorektyczka, самоубийства,
самоубийцы, самоубийством, повесилась, повесился, вешается, селфхарм, самоповреждения,
самоповреждением, передозировка, передоз, анорексия, анорексичка, суицидница, суицидальный,
суицидальная, выпилиться, ينتحر, تنتحر, आत्मघात, फांसी, självmordsförsök, selvmordsforsøg,
selvmordsforsøk, oběšená, sebevrah, öngyilkos, felakasztott, önsértés, sinucigaș, sinucigașă,
spânzurată, automutilare, supradoză, itsetuhoinen, viiltelee, viiltely, hirttäytyy, hirttäytynyt,
αυτοκτονεί, αυτοτραυματισμός, κρεμάστηκε, מתאבדת, самогубця, суїцид, harakiri, seppuku, żyletką,
kms, jump|jumps|jumping|leap|leaping off|from -|a|the bridge|building|roof|balcony|rooftop,
jump|jumps|jumping|leap|leaping off|from a tall building, wanna die, wanna be dead, self
delete|deleting|deletion|deletes|inflicted|harm|harming|injury|mutilation|cutting|mutilating|mutilated|injuring|injurious|immolation|harmer|harms|harmed|hurt|hurting|lacerating|laceration|cuts|slashing|strangulation|asphyxiation|suffocation|poisoning|starvation|immolating|immolates|wounding|burning|punishment|murder|hanging|strangling|choking|drowning|stabbing|shooting|beating|bruising|punching,
sewer slide,
hang|cutting|hanging|hanged|kill|killing|shoots|shooting|shot|kills|killed|hangs|hung|drowning|drowns|starving|starve|unalive|poisoned|starves
herself, hang|cutting|hanging|hanged|kill|killing|shooting|shot|kills|killed|hangs|hung|starving
himself, end|ending|ended|ends|take|takes|taking|took her life,
end|ending|ended|ends|take|taking|took his life,
wants|ready|wanting|want|wishes|deserve|deserves|dared to die,
slit|slitting|cut|slashed|slashing|opened|bleeding|slits|slashes wrists, slit|cut|slits wrist,
cutting wrists|themselves|scars|thighs|thigh|forearm|forearms|wrist|challenge|myself|deeper,
cutting|slits|slitting|slit|slashing|slashes|slashed|cut|cuts|slicing her wrists,
cutting|slits|slitting|cut|cuts|slicing his wrists, pro ana|anorexia|bulimia|anorexic|ed,
commit|attempted|se|glorify|glorified|glorifying|romanticised|romanticized|beautiful|glamorous|romantic|double|joint|romanticise|romanticize|promote|promoting|urging|urges
suicide, wrists slit|cut|slashed, slit her own wrists, slitting her own wrists, wrist
cutting|slitting|slash|slashing|slit, cuts on her wrists|wrist|arms|arm|thighs, fresh cuts on,
razor on her wrist, razor blade on her wrist, razor|blade|knife to her wrist, knife to her own
throat, self inflicted wounds|cuts|cut|burns|injury|injuries|gunshot|stab,
jumps|jumping|jump|leaping|leaps to her death, gun to her own head, gun in her own mouth, gun in
her mouth, kill|killing|hang|offing|off|end|hanging myself, take|takes|taking|took her own life,
taking|take|takes|took his own life, hanging by a noose, hanging from a noose, overdose on pills,
swallowing pills to die, burning herself with, se
suicider|pendre|suicida|ahorca|suicidant|scarifie|scarifier|pend|pendant|suicidando|enforca|enforcando|sinucide|spânzură|taillade|taillader|cortando,
erhängt sich, bunuh|gantung|melukai|menyakiti diri, tự tử, tự sát, self abuse cutting, self
destruction cutting, self destruct by cutting, auto mutilation, suicide
note|pact|attempt|bomber|bag|kit|tutorial|method|methods|guide|instructions|tips|challenge|encouragement|forum|stream|livestream|partner|aesthetic|dare,
end my|your|their life, end it all by, ending it all, take my life, wants to end it, ready to end
it, no reason to live, no will to live, no longer wants to live, doesn t want to live, does not
want to live, death by her own, death by own hand, by her own hand dead, jumping off a bridge to,
jumps off a bridge to, jumped off a building, jumped off a roof, about to jump from, about to jump
off, jump|jumping|jumps|step|stepping in front of a train, lying on train tracks, lying on the
train tracks, lying on railway tracks, lies on the tracks, throws herself off|from|under, throwing
herself off, throws himself off, throwing himself off, throws himself from, throws herself in
front, throwing herself in front, throwing herself under, leaps|jumps|jumping to his death,
jumping|leap|drink|eat to death, cut|cutting|slit my wrists,
wrist|razor|razorblade|hiding|hide|conceal|concealing cuts, razor|blade|knife to wrist, razor to
wrists, razor on wrist, razor on wrists, blade on wrist, blade on her wrist, blade against her
wrist, razor blade cuts, cutter scars, self harm scars, cut marks on her, cut marks on arm, cuts
on arms|arm|thighs|wrists, cuts on his arms, cuts on his wrists, cuts along her arm,
cuts|cutting|carving into her arm, cuts into her own, cutting her
own|arm|arms|thighs|skin|legs|veins, cutting his own|arm|arms, cutting my arms, slicing her arm,
slicing her own, carving into her skin, burning her own, burns her own arm, burning her arm with,
cigarette burns on her own, noose around, rope noose, tying a noose, in a noose, hangs himself
from, hanged|hanging|hung by the neck, hanging by her neck, hangs by her neck, hanging by his
neck, hanging from the ceiling dead, hanging from a beam dead, rope around her neck chair, kicking
the chair away noose, belt around her neck, plastic bag over her head, bag over her own head, gun
to own head, gun to her own, gun to his own, gun to his own head, gun|pistol|shotgun in his mouth,
gun in his own mouth, gun barrel in her mouth, gun barrel in his mouth, pistol in her mouth,
pistol to her own, pistol to his own, pistol|gun|revolver to her temple, pistol|gun|revolver to
his temple, gun against her temple, gun under her chin, shotgun under his chin, russian roulette,
blows her brains, blowing her|his|my brains, blows his brains, overdose|handful|handfuls of pills,
overdose of sleeping, overdosed on, overdosing on, od on pills, od d on, overdose death,
swallowing pills, swallows pills, swallowing a handful, swallows a handful, bottle of sleeping
pills, too many pills, too many sleeping pills, empty pill bottle, empty pill bottles, empty
bottle of pills, pills and goodbye, pills and a note, drinking|drinks|swallowing|drink|swallow
bleach, drinking|drinks|swallowing|drink|swallow poison, toaster in the bath, toaster into the
bath, hairdryer in the bath, car exhaust suicide, hose from exhaust, carbon monoxide in the
garage, slit|opened|cut veins, opening|opens|opened|slashing|slits her veins, bleeding out in the
bathtub, bleed out in the bath, starving herself thin, starving to be thin,
anorexic|thinspo|emaciated goal, pro eating disorder, ana
mia|buddy|tips|goals|inspiration|diet|body|inspo, purging after eating,
purging|ed|anorexia|bulimia tips, making herself vomit, makes herself vomit, forcing herself to
vomit, fingers down her throat to vomit, skeletal anorexic, starvation goals, cortándose las
venas, cortarse las venas, se corta las venas, cortándose las muñecas, se corta las muñecas,
cortes en las muñecas, cortes en los brazos, quitarse la vida, quitándose la vida, se quita la
vida, se dispara en la cabeza, mettre fin à ses jours, met fin à ses jours, se
tailler|taillant|coupe|couper|coupant les veines, s ouvrir les veines, s ouvre les veines, veines
ouvertes, poignets tailladés, poignets coupés, overdose de, se tire une balle, selbst töten, sich
umbringen|erhängen|aufhängen|ritzen, bringt sich um, sich das leben nehmen, nimmt sich das leben,
ritzt sich, pulsadern aufgeschnitten, schneidet sich die pulsadern, aufgeschnittene pulsadern, si
suicida, togliersi la vita, si toglie la vita, tagliarsi le vene, si taglia le vene, tagliandosi
le vene, tagli sui polsi, tagliarsi i polsi, si taglia i polsi, si impicca,
suicidando|enforcar|oběsila|řeže|corta se, tirar a própria vida, tirando a própria vida,
cortar|cortando|corta os pulsos, pulsos cortados, cortes nos pulsos, cortes nos braços, pleegt
zelfmoord, zichzelf snijden, snijdt zichzelf, polsen doorgesneden, doorgesneden polsen, snijdt
haar polsen, polsen snijden, zichzelf ophangen, hangt zich op, verhangt zich, popełnia
samobójstwo, podcięte żyły, podcina sobie żyły, podcinanie żył,
tnie|cięcie|samookalecza|okalecza|wiesza się, odebrać sobie życie,
покончить|покончила|покончил|кончает с собой, режет|вскрыла|вскрытые|вскрывает|порезанные вены,
режет себе вены, порезы на руках, порезы на запястьях, режет себя, петля на шее, intihar
ediyor|eden|etmek, bileklerini kesen, bileklerini kesiyor, bilek kesme, kendini
asan|asıyor|kesen|öldüren, kendine zarar, aşırı doz, إيذاء النفس, قطع معصم, تقطع معصمها, شنق
نفسها, تشنق نفسها, جرعة زائدة, आत्महत्या करती, फांसी लगाती, कलाई काटती, कलाई काटना, खुद को काटना,
खुद को मारना, ज़हर खाती, begår självmord, skär|skära|hänger sig, skurna handleder, tar sitt liv,
skærer sig selv, kutter seg selv, tar sitt eget liv, menyayat pergelangan, mengiris pergelangan,
cắt cổ tay, rạch tay, treo cổ, tự làm hại, uống thuốc tự tử, spáchat sebevraždu, podřezané žíly,
felvágja az ereit, ereit felvágó, felakasztja magát, își taie venele, vene tăiate, ranteet auki,
κόβει τις φλέβες, חותכת ורידים, תולה את עצמה, פגיעה עצמית, ріже вени, taillader les veines,
taillade les veines, slicing thighs, slicing forearm, hara kiri, hanging from rafters, hanging
from the rafters, od ing, o d ing, sets herself on fire, setting herself|himself|myself on fire,
set herself|himself|myself|yourself on fire, sets himself on fire, se coupe les poignets,
corta|cortar|cortando as veias, se corta los brazos, se corta con, cortándose los brazos,
schneidet sich die arme, schneidet sich in, schneidet sich auf, sich die arme aufschneiden, si
taglia le braccia, tagliarsi le braccia, snijdt in haar arm, snijdt haar armen, rani się żyletką,
режет руки, режет себе руки, вскрывает себе вены, mia inspiration, head in oven, scars from
cutting, scars of cutting, gas oven suicide,
neck|rope|offing|delete|end|hang|hanging|kill|killing|cut|cutting|hurt|hurting|burn|starve|drown|harm|harming|shoot
yourself, wish i was dead, wish i were dead, wish she was dead, wants to be dead, want to be dead,
better off dead, rather be dead, hope i die, let me die, tired of living, done living, done with
living, life not worth living, not worth living, no point in living, goodbye cruel world, exit
bag, helium bag, blow my|your|her|his brains, punish your body, fresh self inflicted, fresh wounds
cutter, starvation diet, starvation|anorexia|bulimia|blackout|choking|razor challenge, starve to
be thin, starving to be beautiful, purge after, purging after, how to purge|starve|vomit, hide
your|an|my eating disorder, eating disorder tips, eating disorder goals, anorexia goals, anorexia
inspiration, thigh gap goals, bones showing goals, blue whale challenge, choking game, pass out
challenge, myself on fire, swallow pills to, take all the pills, took all the pills, all the pills
at once, slit|slash|cut your wrists, jump to your death, jump off a cliff to, step by step
hanging, hanging step by step, hanging instructions, commit self murder, self destruction razor,
bleed|cut|cutting for relief, cutter scars fresh, do it kill, assisted suicide diy, die|dying|died
by suicide, blade to skin, blade on skin, blade to her skin, razor blade to skin, razor blade on
skin, make yourself bleed, make myself bleed, making herself bleed, making himself bleed, makes
herself bleed, self biting scars, kill my self, kill me now note, drink|drinking|drinks
antifreeze, drink drain cleaner, drinking drain cleaner, drink cyanide, drinking cyanide, eat rat
poison, eating rat poison, not eating challenge, no eating challenge, zero calories challenge, 0
calories challenge, no food challenge, head in gas oven, head in the gas oven, self harm
aesthetic, romanticised|romanticized|hiding|hide|promote|promoting|normalise self harm, how to
hang myself|yourself|oneself, cut deeper, cut deep wrists, neck rope chair, slit my throat, slit
my|his|her own throat, slitting her own throat, cut my throat, cut her own throat, cut his own
throat, hide the cuts, hide my cuts, hiding my cuts, cover up cuts,
promote|promoting|promotes|glorify anorexia, ways to self harm,
razor|razorblade|cutting marks|cuts|lines|wounds|slashes|scars|gashes|stripes
on|across|along|over|down -|the|{own}|{her} -|inner
wrist|wrists|forearm|forearms|arm|arms|thigh|thighs,
knife|blade|scalpel marks|cuts|lines|wounds|slashes|scars on|across|along {own}
wrist|wrists|forearm|forearms|arm|arms|thigh|thighs, fresh|deep|open|new
cuts|slashes|gashes|wounds|lines on|across|along {own} -|inner
wrist|wrists|forearm|forearms|arm|arms|thigh|thighs, wounds|gashes|slashes on|across {own}
wrist|wrists|forearm|forearms|arms|thighs,
barcode|ladder|sliced|shredded|slashed|carved|laddered wrists|forearms|thighs,
~swallow|~down|taking|takes|took|gulping|eating
every|all|each|fistful|handful|bottle|fistfuls|handfuls of|- the|her|his|my|-
pill|pills|tablets|painkillers, mettant|mis|mettre|met fin à ses|mes|leurs|sa jours|vie,
pendu|pendue par|au|à désespoir|bout|son, femme|homme pendue|pendu, ~slice|slashes|slashing|~gash
{her} -|own arm|arms|forearm|forearms|thigh|thighs|wrist|wrists|skin,
se tue, se tuer, s est tuée, s
est tué, se mata, matarse, matándose, se matando, si uccide, uccidersi, uccidendosi,
tötet sich, tötete sich, ~carve|~scratch|~cut|~etch words|lines|names|letters into|in|on {her}
-|own|inner
arm|arms|leg|legs|thigh|thighs|skin|wrist|forearm|flesh, ~starve -|{self} until|till -|her|his|my
bones|ribs,
se pendre, se taillader,
veut|voulant mourir, avale|avaler|avalant|prend tous|trop|plein|des de|les|ses|-
comprimés|cachets|médicaments|somnifères, entailles|coupures|lacérations|scarifications|marques
fraîches|- sur|au|aux|de|à ses|son|le|les|- poignet|poignets|bras|avant-bras|cuisses|rasoir,
scarification, scarifications, cortes|heridas|marcas frescos|frescas|recientes|- en|de|sobre
el|la|las|los|sus|su|- muñeca|muñecas|brazo|brazos|antebrazo|muslos, quiere|quiero|queriendo morir,
tragando|traga|tragar|tomando todas|muchas|demasiadas las|sus|- pastillas|píldoras,
acabar|acabando|terminar con su|mi vida, se quitó la vida, frische|tiefe|offene|-
schnitte|schnittwunden|ritzwunden am|an|auf|im den|dem|seinem|ihrem|-
handgelenk|handgelenken|unterarm|unterarmen|arm|armen, will|wollte|möchte sterben, nicht mehr leben
will|wollen|möchte, sich das leben genommen, nahm sich das leben, schluckt|schlucken alle|zu
viele|viele|- tabletten|pillen|schlaftabletten, vuole|voglio morire, farla finita, tagli
freschi|recenti|- su|sul|sui|sulle|al|ai polso|polsi|braccio|braccia|avambraccio|cosce,
ingoia|ingoiando|ingerisce tutte|troppe|molte le|- pillole|pastiglie, tolta|togliendosi la vita,
cortes recentes|frescos|- no|nos|nas pulso|pulsos|braço|braços|antebraço|coxas, quer|quero morrer,
engole|engolindo|tomando todos|muitos|todas os|as|- comprimidos|remédios|pílulas, acabar|acabando
com a própria|minha|sua vida, tirou|tira|tirar a própria|minha vida
""",
}
