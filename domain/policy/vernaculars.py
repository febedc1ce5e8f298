"""Acts in ten languages by their verbs: undressed, touched, taken, licked, sold, cut, hanged.

Earlier lists name them in a form or two; here verbs stand in the forms that a prompt has them in,
beside whom it is done to. More kinds of word as in `contexts` and more rules as in `rules`.
"""

KINDS_TOGETHER = """
out_of_it: asleep_told, drunk_told, out_told
out_of_it: asleep, asleep_ten, snoring, drunk_more, drunk_slavic, helpless_ten, helpless_lands
asleep: asleep_told
drunk: drunk_told
helpless: out_told
done_to: hands_on, coupling_verb
sexual: coupling_verb
bare: coupling_verb
kin_act: coupling_verb
parent: parent_told
offspring: offspring_told
sibling: sibling_told
family: parent_told, offspring_told, sibling_told
animal: animal_told_ten
legs_ten: genital_ten, genital_told
genital_ten: genital_told
licks_all: licks_told
licks_all: lick_inf
mount_ten: mounts_told
pimp: pimp_told
photo_told: given_ten_photo
sexual: mouth_sure
bare: mouth_sure
"""
"""As in `rules`, for which these are more."""

RULES = """
undone_one = strips_off + garment_told: 4 clause
edit_off = takes_from + garment_told: 3 clause ordered
non_consent = undone_one + out_of_it: 8
non_consent = hands_on + out_of_it: 6
touched_out = soft_touch + out_of_it: 6
non_consent = touched_out + nude: 6
non_consent = under_garment + out_of_it: 8
non_consent = hands_on + refusing_told: 6
non_consent = undone_one + refusing_told: 6
real_person = strips_whom + photo_told: 6
real_person = strips_whom + photo_word: 5 clause
real_person = strips_whom + private_tongues: 3 clause
real_person = strips_whom + private_told: 3 clause
real_person = strips_loose + photo_told: 5 clause
real_person = edit_off + photo_told: 6
real_person = edit_off + private_told: 4 clause
real_person = edit_off + private_tongues: 4 clause
real_person = look_through + private_told: 6
real_person = look_through + private_tongues: 6
mouthed_one = licks_all + genital_ten: 3 clause
licked_by = lick_inf + animal: 4 clause ordered
bestiality = licked_by + legs_ten: 5
bestiality = licked_by + nude: 6
bestiality = animal + mouthed_one: 4 clause
from_mine = anybody_told + of_place_ten: 2 clause ordered
real_person = from_mine + bare: 4
real_person = after_photo + bare: 6
beast_upon = animal + mounts_told: 1 clause ordered
bestiality = beast_upon + anybody_told: 3 clause ordered
bestiality = beast_upon + nude: 4
lets_animal = lets_self + animal: 4 clause
bestiality = lets_animal + mount_ten: 3 clause
mouth_kin = mouth_verb + family: 3 clause ordered
incest = family + mouth_kin: 4 clause ordered
incest = mouth_sure + family: 5 clause
eats_kin_pt = family + eats_slang: 0 clause ordered
incest = eats_kin_pt + family: 0 clause ordered
incest = kin_pair + bed_naked: 4
sells_one = pimp + sells_told: 2 clause
trafficking = sells_one + people_told: 3 clause
trafficking = sells_told + brothel_told: 5 clause
caged_ten = people_told + cage_told: 3 clause
trafficking = caged_ten + auction_tongues: 4
trafficking = caged_ten + sells_told: 4
trafficking = like_cattle + sells_told: 4 clause
gore = butchered + body_tongues: 3 clause
gore = butchered + people_told: 3 clause
gore = butchered + blood_tongues: 4
gore = guts_tongues + slit_told: 4 clause
self_harm = cut_told + vein_told: 3 clause
self_harm = self_cut_told + limb_told: 4 clause
self_harm = leaps_told + note_told: 8
high_leap = leaps_told + high_told: 4 clause
self_harm = high_leap + death_wish: 8
self_harm = pills_told + death_wish: 5
self_harm = gun_tongues + own_mouth: 4 clause
non_consent = no_told + continues_told: 6
non_consent = forces_told + sexual: 5 clause
real_person = office_now + bare: 4 clause
real_person = office_now + intimate: 3 clause
real_person = of_mine_ten + bare: 3 clause
real_person = ex_ten + bare: 5
real_person = true_photo + private_tongues: 8
human_sucks = anybody_told + suck_verb: 2 clause ordered
bestiality = human_sucks + animal: 1 clause ordered
cut_limb_told = cut_told + arm_told: 2 clause
self_harm = cut_limb_told + blade_told: 3 clause
self_harm = limb_cut_tr + blade_told: 3 clause
bestiality = animal + suck_tr: 1 clause ordered
price_worn = priced_told + people_told: 5
trafficking = price_worn + auction_tongues: 6
trafficking = price_worn + nude: 4
handlers = trafficker_told + people_told: 3 clause
trafficking = handlers + bound_told: 3 clause
gore = throat_told + throat_cut: 2 clause
gore = spurts_told + blood_tongues: 2 clause
noose_on = rope_told + neck_told: 3 clause
self_harm = noose_on + chair_told: 6
does_kin = family + deed_told: 1 clause ordered
incest = does_kin + family: 3 clause ordered
incest = does_kin + nude: 6
tr_does_kin = family + deed_tr: 2 clause ordered
incest = tr_does_kin + family: 4 clause
non_consent = out_of_it + serve_selves: 6
non_consent = takes_by_force + people_told: 4 clause
beast_deed = animal + beast_takes: 2 clause ordered
bestiality = beast_deed + closing: 1 clause ordered
bestiality = beast_deed + anybody_told: 2 clause
"""
"""As in `rules`, for which these are more rules."""

CATEGORY_PHRASES = {
    "self_harm": """
sich erhängt|erhängen|aufhängt|aufhängen|erhängend, hängt|hing sich auf, erhängt sich,
erhängte|erhängter am|an, hat sich erhängt|aufgehängt|erschossen|vergiftet, erschießt sich, sich
erschießt|erschossen|vergiftet, se pend|pendre|pendant au|à|dans|avec|d, s est
pendu|pendue|suicidé|suicidée|ouvert, s|se suicide|suicidant|suicider, pendu|pendue à une|au -|la
plafond|poutre|arbre|corde, se|- ahorca|ahorcándose|ahorcarse|ahorcó, se cuelga del|de, se
suicida|suicidando|suicidándose|mata|matando|matándose -|con|de|com|tirándose, ahorcado|ahorcada
en|de -|la|el|una, si impicca|impiccò|impiccando|impiccarsi|uccide|suicida|spara,
impiccandosi|suicidandosi|impiccato|impiccata, se enforca|enforcou|enforcando|suicidou, enforcando
se, enforcado|enforcada no|na|em, hangt zich -|aan op|een, zich
ophangen|verhangen|ophangt|opgehangen|verhangt, pleegt|plegen zelfmoord, opgehangen aan een|de,
wiesza|powiesił|powiesiła|zabija|zabił się, powieszony|powieszona na|w, popełnia|popełnił|popełniła
samobójstwo, kendini asıyor|asmış|astı|asar|öldürüyor|öldüren|vuran|vuruyor, intihar
eden|ediyor|etmiş|etti, tavana asılmış|asılı|asan|asıyor, kendini -|tavana|ağaca|ipe|iple
asan|asıyor|asmış|astı|asarken,
вешается|повесился|повесилась|повесившийся|повесившаяся|застрелился|застрелилась|отравилась|отравился|стреляется,
кончает|покончил|покончила|кончить с собой|жизнью, сводит|свел|свёл|свела счёты|счеты с, повеситься
""",
    "gore": """
bei lebendigem leib|leibe -|zersägt|gehäutet|verbrannt|zerstückelt|aufgeschnitten, lebendig
zersägt|zerstückelt|gehäutet|zerlegt|gekocht|begraben|aufgeschnitten|ausgeweidet, blutfontäne,
blutfontänen, dépecé|dépecée|éventré|éventrée|éviscéré|éviscérée|écartelé|écartelée vif|vive,
scuoiato|squartato|sventrato vivo, desollado|descuartizado|destripado vivo,
esfolado|esquartejado|estripado vivo, żywcem pokrojony|ćwiartowany|zakopany|krojony,
расчленён|расчленен|расчленённый|расчлененный|расчленённая|расчленение|расчленяет|расчлененка|расчленёнка|четвертован,
выпущенными|выпущены|выпотрошен|выпотрошенный|выпотрошенная|потрошит -|кишками|кишки|внутренностями,
parçalanmış ceset|beden|vücut, kafası|başı kesik|kesilmiş|koparılmış|kopmuş,
ścięcie|obcięcie|odcięcie|odrąbanie głowy, dekapitacja, dekapitacji, kafa|baş
kesme|kesimi|uçurma|koparma, отсечение|отрубание|отрезание головы, отрезает|отрубает|отрубил голову,
отрубленная|отрезанная голова, köpfung, geköpft wird, skopf, enthauptet wird, kopf
abgeschlagen|abgehackt|abgerissen|abgesägt, tête coupée|tranchée|arrachée|sciée, cabeza
cortada|cercenada|arrancada, testa tagliata|mozzata|staccata, cabeça decepada|cortada|arrancada,
hoofd afgehakt|afgesneden|afgerukt, głowa ucięta|odcięta|odrąbana
""",
    "bestiality": """
comendo|comeu|come|fodendo|fode a|uma|o|um égua|vaca|cabra|ovelha|mula|jumenta|cadela|cachorra|porca
""",
}
"""As in `acts`: what is refused wherever it stands."""

KINDS = {
    "strips_off": """
zieht|ziehen|zog|zerrt|reißt|streift|riss|öffnet|schiebt|knöpft ihr|ihm|ihnen|der|einer,
enlève|enlèvent|retire|retirent|ôte|baisse|baissent|arrache|arrachent|soulève|déboutonne|dégrafe|descend,
enlevant, retirant, lui enlève|retire|ôte|baisse|arrache|soulève|dégrafe,
quita|quitan|quitando|quitándole|baja|bajan|bajando|bajándole|arranca|arrancan|sube|levanta|desabrocha|desabrochando|saca|sacan,
le quita|quitan|baja|bajan|arranca|sube|levanta|saca|desabrocha,
toglie|tolgono|togliendo|togliendole|sfila|sfilano|sfilando|sfilandole|abbassa|abbassano|abbassando|strappa|strappano|slaccia|solleva|alza,
le toglie|tolgono|sfila|abbassa|strappa|slaccia|solleva|alza|leva,
tirando|tira|tiram|tirou|baixando|baixa|abaixando|abaixa|arrancando|arranca|levantando|levanta|puxando|abrindo|removendo
a|o|as|os|sua|dela, trekt|trekken|rukt|haalt|schuift|maakt|doet haar|zijn|hem|de|het|d|ze,
ściąga|ściągają|zdejmuje|zdejmują|zrywa|zrywają|zsuwa|rozpina|podciąga|podnosi|zadziera|zdarł,
çıkarıyor|çıkaran|çıkarıyorlar|çıkarırken|çıkardı|indiriyor|indiren|sıyırıyor|sıyıran|yırtıyor|yırtan|kaldırıyor|kaldıran|çözüyor|çıkarmak,
снимает|снимают|снял|сняли|стягивает|стягивают|стянул|сдирает|срывает|срывают|сорвал|задирает|задрал|спускает|расстёгивает|расстегивает|снимающий
""",
    "takes_from": """
zieh, ziehe, entferne, entfernen, enlève, retire, ôte, supprime, efface, quítale, quita, elimina,
borra, togli, toglile, levale, rimuovi, tira, tire, remova, remove, apaga, haal, verwijder, trek,
gum, zdejmij, usuń, ściągnij, wymaż, çıkar, çıkart, sil, kaldır, yok et, сними, снять, убери,
убрать, удали, удалить, сотри, стяни
""",
    "garment_told": """
slip, höschen, unterhose, bh, büstenhalter, bluse, rock, kleid, hose, kleidung, kleider, klamotten,
unterwäsche, oberteil, shirt, bikini, strumpfhose, nachthemd, badeanzug, schlüpfer, tanga, top,
topje, culotte, slip, soutien gorge, soutif, jupe, robe, chemisier, chemise, vêtements, habits,
pantalon, haut, maillot, string, nuisette, pyjama, collants, fringues, bragas, braguitas, tanga,
sujetador, sostén, brasier, falda, vestido, blusa, pantalón, pantalones, ropa, ropa interior,
camiseta, camisón, bañador, calzones, medias, pijama, mutande, mutandine, reggiseno, gonna, vestito,
vestiti, camicetta, pantaloni, slip, biancheria, maglietta, costume, perizoma, camicia da notte,
collant, calcinha, sutiã, soutien, saia, blusa, vestido, calça, roupa, roupas, biquíni, shorts,
camisola, cueca, camisa, onderbroek, slipje, bh, beha, rok, rokje, jurk, jurkje, kleren, kleding,
bloes, broek, ondergoed, shirtje, nachthemd, panty, majtki, majtek, majteczki, figi, stanik,
biustonosz, spódnicę, spódnica, spódniczkę, sukienkę, sukienka, bluzkę, bluzka, spodnie, ubranie,
ubrania, bieliznę, bielizna, koszulę, rajstopy, stringi, piżamę, koszulkę, ciuchy, külotunu, külot,
külodunu, donunu, sütyenini, sütyen, eteğini, etek, elbisesini, elbise, bluzunu, bluz, pantolonunu,
pantolon, kıyafetini, kıyafetlerini, kıyafetleri, giysilerini, iç çamaşırını, çamaşırını, gömleğini,
geceliğini, tişörtünü, kıyafet, трусы, трусики, лифчик, бюстгальтер, юбку, платье, блузку, кофту,
штаны, джинсы, одежду, бельё, белье, колготки, рубашку, ночнушку, купальник, шорты, пижаму, майку,
футболку, нижнее белье|бельё
""",
    "hands_on": """
begrapscht, begrapschen, befummelt, befummeln, betatscht, betatschen, fummelt, grapscht, fasst
sie|ihr|ihn an|zwischen|unter, fasst|greift|langt ihr|ihm unter|zwischen|an|in, knetet ihre,
entkleidet, entkleiden, zieht sie|ihn aus, vergeht sich, vergreift sich, missbraucht, macht sich
-|an über|her, nutzt sie|ihn -|sexuell aus, pelotent, tripote, tripotent, caresse
ses|son|les|sa|la|le, la|le|les
déshabille|déshabillent|pelote|tripote|touche|touchent|caresse|prend|pénètre|pénètrent|baise,
déshabille, déshabillent, attouchements, profite|profitent d|de, abuse|abusent d|de, main|mains
sous|dans sa|son|la|le, manosea, manosean, manoseando, manoseándola, toquetea, toquetean, toca|tocan
sus|su|la|el|a, la|lo|le
tocan|toca|desnuda|desnudan|manosea|manosean|viste|penetra|penetran|viola|violan, desnuda|desnudan
a, desnudándola, metiendo|mete|meten mano|la, se aprovecha|aprovechan, abusa|abusan de, palpa,
palpano, palpeggia, palpeggiano, palpandola, palpeggiandola, tocca|toccano -|il|le|i -|suo|sue|suoi,
la|lo palpa|palpeggia|tocca|toccano|spoglia|spogliano|denuda|penetra|scopa|scopano|violenta,
spogliano, spogliandola, si approfitta, approfitta|approfittano di|della, mani addosso, le
mette|infila le|una mani|mano, abusando, apalpa, apalpando, bolina, bolinando, passando|passa a|as
mão|mãos, tocando|toca -|n nela|nele|ela|no|na, despindo, despe, a despe, tirando a roupa, se
aproveita|aproveitando|aproveitam, abusa|abusando|abusam dela|dele|da|do|de, aproveitando se,
betast, betasten, bepotelt, bepotelen, befriemelt, graait, kleedt|kleden -|haar|hem|een|de -|vrouw
uit, uitgekleed, misbruikt, zit aan haar, vergrijpt zich, maakt misbruik, voelt onder haar, hand
onder haar, obmacuje, obmacują, obłapia, maca, macają, rozbiera, rozbierają, molestuje, molestują,
wykorzystuje, wykorzystują, wkłada rękę|ręce, dobiera się, elliyor, elleyen, elliyorlar, soyuyor,
soyan, soyuyorlar, taciz ediyor|eden, mıncıklıyor, mıncıklayan, tecavüz, kötüye kullanan, istismar
eden|ediyor, faydalanan, лапает, лапают, щупает, щупают, раздевает, раздевают, раздел, раздели,
тискает, тискают, мацает, домогается, пристаёт, пристает, насилует, насилуют, воспользовался,
залез|залезает под, лезет под|в, засовывает, суёт руку
""",
    "under_garment": """
unter|in den|ihren|ihr|die|ihrem|ihre rock|slip|bluse|kleid|bh|höschen|hose|decke|shirt, sous|dans
sa|la|son|le|ses jupe|robe|culotte|chemise|soutien|pantalon|couverture, debajo de|bajo|dentro
su|la|de|las -|la falda|vestido|blusa|ropa|bragas|sábana, bajo la|su falda|ropa|blusa, sotto|dentro
la|il|nelle|le -|sua gonna|vestito|camicetta|mutande|mutandine|coperta, debaixo|embaixo|dentro
da|do|de saia|vestido|blusa|calcinha|roupa|lençol, onder|in haar|de
rok|rokje|jurk|bloes|slip|bh|broek|deken, pod|w|za
spódnicę|spódnicą|sukienkę|bluzkę|majtki|kołdrę|stanik|bieliznę,
eteğinin|elbisesinin|bluzunun|külotunun altına|içine|altında|altından, под
юбку|платье|блузку|кофту|одеяло|трусы, в трусы|трусики|лифчик
""",
    "refusing_told": """
wehrt sich, sträubt sich, fleht, bettelt, will nicht, wollte nicht, gegen ihren|seinen willen, ohne
einwilligung|zustimmung|ihr, weint dabei, se débat, se débattant, supplie, suppliant, ne veut pas,
contre son gré, contre sa volonté, sans son accord|consentement, en pleurs, en pleurant, se resiste,
forcejea, suplica, suplicando, no quiere, en contra|contra de su|su voluntad, sin su
consentimiento|permiso, llorando, si dimena, si divincola, supplica, non vuole, contro la
sua|volontà -|volontà, senza il suo|consenso -|consenso, piangendo, in lacrime, se debate, se
debatendo, suplica, implora, implorando, não quer, contra a|sua sua|vontade -|vontade, sem o|seu
consentimento|permissão, chorando, stribbelt tegen, verzet zich, smeekt, wil niet, tegen haar
zin|wil, zonder -|haar toestemming, huilend, opiera się, wyrywa się, błaga, nie chce, wbrew jej|-
woli, bez jej|- zgody, płacze, płacząc, direniyor, direnen, yalvarıyor, yalvaran, istemiyor,
istemeyen, rızası dışında|olmadan, zorla, ağlıyor, ağlayan, ağlarken, сопротивляется, вырывается,
умоляет, не хочет, против её|ее воли, против воли, без её|ее|- согласия, плачет, плачущую, плачущая,
насильно, силком
""",
    "strips_whom": """
zieh|ziehe|ziehen -|bitte sie|ihn|die|den|meine|meinen|meiner, entkleide, entblöße,
mach|mache|machen sie|ihn|die|den|meine|meinen nackt|nackig, nackig|nackt machen,
déshabille|dénude|déshabillez|dénudez la|le|les|cette|ma|mon|moi|l, mets|mettre|met
la|le|moi|ma|mon|cette à|nu|nue, mets la|le|moi|moi à|nu|nue, desnuda a, desnúdala, desnúdalo,
desviste a, desvístela, desvestí a, ponla|ponlo|pon|poner -|a|la|el|mi -|vecina|jefa|amiga
desnuda|desnudo|encuerada, encuera a, spoglia la|il|l|questa|mia|i, spogliala, spoglialo, denuda,
denudala, svesti la|questa, svestila, metti|mettila nuda|a, despe|dispa|desnude|dispi
a|o|essa|minha|meu|esta, deixa|deixe|deixar|coloca|põe -|a|o|minha|meu|ela|essa|esta
-|vizinha|colega|chefe|ex|amiga|professora|mulher|moça|namorada|cunhada pelada|nua|nu|pelado|sem,
kleed|ontkleed haar|hem|de|deze|mijn|die, maak -|haar|hem|mijn|die|deze
-|collega|buurvrouw|ex|vrouw|lerares naakt|bloot, rozbierz, rozebrać, obnaż, zrób z niej nagą,
kadını|kızı|onu|kişiyi|arkadaşımı|komşumu|adamı|hocamı soy|soyun|soyundur, soyar mısın,
çıplak|üstsüz yap|yapın|hale|bırak, çıplaklaştır, раздень, раздеть, разденьте, обнажи, обнажить,
оголи, оголить, сделай|сделать|сделайте -|её|ее|его|мою|эту|голой
голой|голым|голую|обнажённой|обнаженной, nudifica, nudifier, nudifizieren
""",
    "photo_told": """
auf|aus|von|vom -|dem|diesem|meinem|ihrem|seinem foto|bild|selfie|fotos|bildes, sur|de|dans
la|cette|ma|sa|son|l|ce photo|image|cliché|selfie, en|de|a la|esta|mi|su
foto|imagen|selfie|fotografía, della|dalla|nella|in|di -|la|questa|sua foto|immagine|selfie,
da|na|nessa|dessa|nesta|desta foto|imagem|selfie, op|van de|deze|die|mijn|haar|dit
foto|afbeelding|selfie|plaatje, ze|na|z -|tego|tym|jej|moim zdjęcia|zdjęciu|fotki|fotce|obrazka,
fotoğraftaki, fotoğraftan, fotoğrafta, fotodaki, resimdeki, resimden, fotoğrafındaki, с|на|из
-|этой|этом|этого|моей фото|фотографии|снимке|снимка|картинке|картинки|фотки|фотке|скриншоте,
in|on|from|of this|the photo|picture|image|selfie, adjunta, allegata, em anexo, ci joint|jointe, im
anhang, als bijlage, w załączniku, во вложении, ekteki, foto de perfil, profilbild, profilfoto
""",
    "look_through": """
durchsichtig, durchleuchten, röntgenblick, röntgenfilter, nacktfilter, transparent machen,
transparente, transparentes, filtre nu|rayons, rayons x, rayos x, raggi x, raio x, filtro
nudo|nude|desnudo|raggi, trasparente, trasparenti, transparentar, doorzichtig, röntgen,
przezroczyste, przezroczysta, prześwietl, rentgen, şeffaf, saydam, x ray, xray, прозрачной,
прозрачным, прозрачную, рентген, просвети, deepnude, undress app, nudify
""",
    "genital_told": """
scheide, muschi, möschen, pflaume ihr, arsch, arschloch, hintern, titten, klitoris, sexe de, chatte,
cul, con de, fente, seins, coño, concha, panocha, raja de, culo, tetas, clítoris, fica, figa,
passera, culo, tette, fregna, buceta, xota, xoxota, xana, perereca dela, cu dela|dele, bunda,
peitos, grelo, kut, kutje, poesje, kont, reet, tieten, cipa, cipę, cipkę, cipce, dupę, dupa, pizda,
pizdę, krocze, kroczu, amcık, amcığı, amcığını, götünü, memelerini, pizda, письку, пизда, пизде,
пизду, киска, киске, вагину, промежность, промежности, задницу, жопу, член, члена, хуй, penisini,
yarak, cock
""",
    "licks_told": """
leckt|lecken -|ihr|ihm|ihre, schleckt, lutscht, leckend, leckte, lutschen, lèche, lècher, lécher,
lèchent, léchouille, suce, lame, lamer, lamiéndole, lamiéndola, le lame, lamía, lecca, leccare,
leccandole, leccandola, le lecca, lambe, lamber, lambendo, chupa, chupando, lambendo, likt, likken,
slikt aan, gelikt, aflikt, liże, lizać, wylizuje, lizał, oblizuje, yalıyor, yalayan, yalarken,
yaladı, yalatan, yalatıyor, yalatma, лижет, лижут, лизать, вылизывает, облизывает, лизал, полизал
""",
    "coupling_verb": """
kopuliert, kopulieren, begattet, begatten, fickte, durchgefickt, vögelt, vögeln, gevögelt, bumst,
bumsen, nagelt sie, besorgt es, treibt|treiben es mit, schläft|schlafen miteinander, schiebt eine
nummer, knallt sie, geschlechtsakt, sexspiele, geschlechtsverkehr, kopuliert, verkehr haben,
oralsex, analsex, blowjobs, copule, copulent, baisée, baisé, sodomise, sodomisé, sodomisée, enculé,
enculée, encule, enculer, tringler, forniquent, fornique, pénètre, pénètrent, pénétrée, troncher,
levrette, fellation, cunnilingus, rapports sexuels, rapport sexuel, relation sexuelle, se coge, se
la coge, cogiendo, cogiendo|coge|cogiéndose a|su, se folla, follándose, follando, follarse, fornica,
fornican, fornicando, enculando, sodomiza, sodomizando, sodomizado, sodomizada, culiando, culear,
culeando, tirándose a, chingándose, penetrándola, fornicar, copulando, coito, coitos, cópula, cogida
por, garchando, se garcha, se aparea, apareándose, scopano, scopando, scopa con, scopata, chiava,
chiavare, chiavano, trombare, ingroppa, ingroppata, incula, inculata, sodomizza, sodomizzato,
sodomizzata, copula, copulano, accoppia, si accoppia, accoppiano, si accoppiano, monta da dietro,
penetrata, penetra, pecorina, rapporto sessuale, rapporti sessuali, transa, transam, transou, fode,
fodem, fodendo, fodida, fudendo, fudida, foder, mete com, metendo nela|nele|na|no, enrabando,
enraba, sodomiza, copulando, acasala, acasalando, relação sexual, relações sexuais, enfiando o pau,
neukte, geneukt, neukend, neukt, neuken, paren met, parend, gemeenschap, copuleert, copuleren,
penetreert, geslachtsgemeenschap, van bil, ruchają, rucha, ruchać, ruchana, ruchany, ruchanie,
pierdoli, pierdolą, jebie, jebać, jebana, bzyka, bzykają, dyma, dymają, pieprzy, pieprzą, pieprzyć,
kopuluje, kopulują, kopulacja, spółkuje, spółkują, spółkowanie, stosunek płciowy, odbywa stosunek,
uprawia|uprawiają seks, sikiyor, sikişiyor, sikişen, siken, sikilen, sikti, sikişme, düzüyor,
düzüşüyor, düzüşen, beceriyor, beceren, becerdi, becerilen, çiftleşiyor, çiftleşen, çiftleşme,
çiftleşirken, çiftleşmesi, ilişkiye giriyor|giren, cinsel ilişki, cinsel ilişkiye, sevişiyor,
sevişiyorlar, sevişen, sevişme, sevişirken, ебёт, ебет, ебут, ебутся, ебётся, ебется, ебал, трахнул,
трахается, трахают, трахал, трахаться, трахаются, дрючит, спаривается, спаривание, спариваются,
совокупляется, совокупляются, совокупление, совокупляться, половой акт, секс, сексе, соитие, секса,
шпилит, кончает в|на, пялит, пялят, траханье, соитии, si scopa, scopa la|il|una, si fotte, si
tromba, comendo a|uma égua|vaca|cabra|ovelha|mula|jumenta|cadela, geschlechtsakt mit, ruchanie,
pieprzy|rucha się, принуждает к сексу, к сексу, zum sex, tot seks, do seksu, rapports avec, rapporto
con il|la|un cavallo|cane|stallone
""",
    "mounts_told": """
besteigt, bespringt, begattet, deckt, rammelt, monte, grimpe, saillit, chevauche, couvre, monta, la
monta, lo monta, cubre, montan, montando, montándola, ingroppa, la monta, cobre, a monta, trepa,
bestijgt, dekt, bespringt, berijdt, kryje, pokrywa, dosiada, wskakuje na, üstüne biniyor|çıkıyor,
biniyor, aşıyor, покрывает, кроет, залезает на, взобрался на
""",
    "lets_self": """
lässt sich, lassen sich, ließ sich, se laisse, se fait, se deja, si lascia, si fa, se deixa,
deixando se, laat zich, pozwala, daje się, oddaje się, kendini, даёт, дает, позволяет, даётся
""",
    "mouth_verb": """
bläst, blasen, lutscht, leckt, suce, sucent, suçant, lèche, lechant, chupa, chupan, chupando,
mamando, masturba, masturbando, masturbe, branle, branlant, wichst, fingert, doigte, succhia,
succhiano, succhiando, likt, zuigt, vingert, ssie, liże, liżąc, yalıyor, yalayan, emiyor, emen,
parmaklıyor, сосёт, сосет, сосал, лижет, лизать, мастурбирует, обсасывает
""",
    "eats_slang": """
comendo|comeu|come|comer|pegando|traçando a|o|sua|seu|minha|meu, comendo|comeu|come|comer a|o
própria|próprio
""",
    "bed_naked": """
nackt im bett, nackt zusammen, im -|gemeinsamen ehebett, nus au lit|dans, nu au lit, au lit nus,
dans le même lit, desnudos en la|cama, en la|misma misma|cama -|cama desnudos, nudi a letto|nel, a
letto nudi|insieme, nello stesso letto, nus na cama, na cama|mesma nus|cama, naakt in bed, in bed
naakt, samen in bed, nago w łóżku, w łóżku nago, w jednym łóżku, yatakta çıplak, çıplak yatakta,
aynı yatakta, голые в постели|кровати, в постели голые, в одной постели, gemeinsam duschen|baden,
sous la douche ensemble, juntos en la ducha, insieme sotto la doccia, juntos no chuveiro, samen
onder de|douche, razem pod prysznicem, birlikte duşta, вместе в душе|ванне
""",
    "soft_touch": """
dotyka, dotykają, okşuyor, okşayan, dokunuyor, dokunan, dokunuyorlar, pieści, трогает, трогают,
гладит, streichelt, berührt, caresse, touche, acaricia, acariciando, acarezza, carezza, accarezza,
accarezzando, streelt, raakt, aanraakt, aait, küsst ihre, acariciar, touchant, tocando, toca
""",
    "strips_loose": """
ausziehen, auszieht, entkleiden, déshabiller, dénuder, desnudar, desvestir, spogliare, denudare,
svestire, despir, uitkleden, ontkleden, rozbierać, soymak, soydur, раздевать, undress, unclothe
""",
    "photo_word": """
picture, pic, image, snapshot, screenshot,
foto, fotos, photo, photos, bild, selfie, imagen, immagine, imagem, zdjęcie, zdjęcia, zdjęciu,
fotka, fotki, fotce, fotoğraf, fotoğrafı, resim, фото, фотка, фотке, фотки, фотографии, снимке,
снимок, картинке
""",
    "mouth_sure": """
bläst|blasen ihm|ihrem|seinem|ihren|einen, wichst, wichsen, fait|taille une pipe, fellation, suce
son|sa|le|la, se la|lo chupa|mama|menea|folla, la chupa a, le chupa|mama la|el, chupándosela,
mamándosela, mamada, pajea, succhia al|il|lo, lo succhia, le succhia, succhiando il|lo, spompina,
spompinando, pompino, bocchino, ditalino, chupando o|a|seu|sua, chupa o|a|seu|sua, boquete, punheta,
siririca, mamando o|no, pijpt, pijpen, gepijpt, beft, beffen, trekt hem|haar af, obciąga, obciągać,
obciągając, robi -|mu|jej|swojemu loda|laskę|minetę|palcówkę, sakso, ağzına
alıyor|alan|veriyor|veren, mastürbasyon, минет, куни, отсасывает, отсасывать, отсос, дрочит,
дрочить, сосёт|сосет|сосать|сосал член|у|ему|сыну|брату|отцу|дяде|папе
""",
    "after_photo": """
nach foto|bild|vorlage|fotovorlage, d après photo|une|la, según|segun la|esta foto, conforme
a|essa|esta foto, volgens|naar foto|deze, wg|według|na podstawie zdjęcia, fotoğrafa göre|bakarak, по
фото|фотографии
""",
    "no_told": """
sagt|sagte|schreit|ruft -|immer|laut|sie|er nein|stopp|stop|halt, nein sagt|gesagt|schreit, sie sagt
nein, dit|crie|répète non|stop|arrête, a dit non, dice|grita|dijo|repite -|que no|basta|para,
dice|grida|ripete -|di no|basta|smettila, ha detto no|di, diz|grita|disse|pede -|que|pra
não|para|parar, zegt|schreeuwt|roept|zei nee|stop|niet, mówi|krzyczy|powiedziała nie|stop|przestań,
hayır diyor|dedi|diyen|demesine|diye, dur diyor|dedi|diye, говорит|кричит|сказала|просит
нет|хватит|остановиться|перестать
""",
    "continues_told": """
macht|machte|fickt|geht|drückt weiter|einfach, hört nicht auf, ignoriert sie|es, trotzdem, continue,
continuent, n arrête|s arrête pas, insiste, insiste, sigue, siguen, continúa, no para|se|paran,
continua, continuano, non smette|si|smettono, va avanti, insiste, não para|pára|param, segue,
gaat|gaan -|gewoon door, stopt niet, doet het toch, nie przestaje|przestają|słucha, kontynuuje, robi
dalej|swoje, devam ediyor|eder|etti|ediyorlar, durmuyor, dinlemiyor, продолжает, продолжают, не
останавливается|останавливаются|слушает|прекращает
""",
    "forces_told": """
nötigt, nötigen, zwingt, zwingen, drängt, erpresst, oblige, obligent, force, forcent, contraint,
fait chanter, obliga, obligan, fuerza a, fuerzan a, chantajea, coacciona, costringe, costringono,
obbliga, ricatta, obriga, obrigam, força a, chantageia, dwingt, dwingen, chanteert, zmusza,
zmuszają, szantażuje, zorluyor, zorluyorlar, zorla, mecbur, заставляет, заставляют, принуждает,
принуждают, шантажирует, вынуждает
""",
    "true_photo": """
foto vera|reale|autentica, vraie|véritable photo, photo réelle, echtes|originales foto|bild, foto
real|auténtica|verdadera|verdadeira, echte foto, prawdziwe zdjęcie, prawdziwa fotka, gerçek
fotoğraf|fotoğrafı, настоящее|реальное фото
""",
    "suck_verb": """
bläst, lutscht, wichst, suce, suçant, pompe, branle, masturbe, chupa, chupando, mama a, mamando,
mamándosela, pajea, masturba, masturbando, succhia, succhiando, spompina, pijpt, pijpen, zuigt,
trekt af, obciąga, ssie, robi loda, sakso, сосёт, сосет, сосала, дрочит, отсасывает, лижет член,
blows, blowing, sucks, sucking, jerks off, wanks, fellates, fellating
""",
    "suck_tr": """
sakso, sakso çekiyor|çeken, ağzına alıyor|alan
""",
    "deed_told": """
reitet auf|ihren|seinen, reitet, fingert, besteigt, leckt, befummelt, prend sa|son|sur, chevauche,
doigte, lèche, caresse nue|nu|les|la, tripote, monta al|a, cabalga, cabalga a, manosea, manosea a,
dedea, lame, toca|toquetea los|las|el|la pechos|tetas|coño|pene|culo, cavalca, lecca, palpeggia,
sgrilletta, masturba, senta no|na pau|colo|cara, cavalga, lambe, lambendo, dedilha, dedando, bolina,
berijdt, vingert, likt, betast, ujeżdża, liże, palcuje, obmacuje, rozbiera, лижет, лапает, скачет
на, ласкает голую, раздевает, трёт, шпилит, sleeps with, undresses
""",
    "deed_tr": """
soyuyor, soyan, yatan, yatıyor, yalayan, yalıyor, elleyen, elliyor, okşuyor çıplak, sevişiyor,
beceriyor, biniyor, üstünde
""",
    "serve_selves": """
bedienen sich, bedient sich, machen sich über|her, vergehen sich, en profite, en profitent,
profitent d|delle|de, profite d|delle, la prennent, se aprovecha|aprovechan, se la turnan, se
turnan, se ne approfitta|approfittano, ne approfitta|approfittano, a turno, se aproveita|aproveitam,
revezam, fazem fila, maken misbruik, om de beurt, wykorzystują, wykorzystuje, po kolei,
faydalanıyor|faydalanıyorlar, sırayla, üstünü çıkarıyor|soyuyor|açıyor, пользуются, по очереди,
пользуется ею|ей
""",
    "takes_by_force": """
mit gewalt|zwang, a la fuerza, à força, met geweld, na siłę, zorla sahip|soyuyor|öpüyor|yatıyor,
zorla, насильно, силком, принуждает, принуждают
""",
    "beast_takes": """
la prend|pénètre|baise|monte en|par|- levrette|derrière|-, la penetra|monta|folla|coge, la
penetra|monta|scopa|prende -|da -|dietro, penetra|cobre|come|fode a|uma|ela mulher|moça|-, neukt
haar, bierze ją -|od -|tyłu, kadını|kızı|onu arkadan|- alıyor|beceriyor|sikiyor|dölüyor,
nimmt|fickt|besteigt sie -|von -|hinten, берёт|берет|имеет|кроет её|ее
""",
}
"""For `RULES`; some are one of a wider kind of `rules`."""
