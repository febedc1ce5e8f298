"""Persons whom only the one who asks knows, famous ones by what they are, and kin told in speech.

Colleagues, former partners, relatives of friends, in ten languages: a picture of one of them bare
is a picture of a real person. Partners of one's own are not here.
"""

RULES = """
real_person = private_one + exposed: 4
real_person = private_one + bare: 5 clause
real_person = private_one + unclothed_of: 3 clause
real_person = someone_near + bare: 4
real_person = private_tongues + bare: 4
real_person = private_tongues + photo_tongues: 5 clause
real_person = true_face + bare: 8
unclothe_ask = takes_off + garment: 4 clause ordered, parted by parts_garment
real_person = unclothe_ask + this_photo: 6
real_person = unclothe_tongues + photo_tongues: 6
real_person = known_role + exposed: 4
real_person = known_role + bare: 4 clause
incest = kin_is + in_bed: 8
incest = kin_is + garment_off: 6
incest = kin_pair + bed_together: 3
incest = kin_plural + bed_together: 2
weds_animal = weds + animal: 1 clause ordered
bestiality = weds_animal + bare: 12
bestiality = weds_animal + wed_night: 6
real_person = under_what + private_one: 2 clause ordered
real_person = private_one + sexual: 6
animal_licks_all = animal + licks_all: 3 clause ordered
bestiality = animal_licks_all + bare: 4
bestiality = animal_licks_all + down_there: 3
moaned_at = moan_word + animal: 3
bestiality = moaned_at + bare: 6
bestiality = animal + turns_on: 2 clause
incest = kin_is + undress_tongues: 8
kin_vocative = family + he_moans: 0 ordered
incest = kin_vocative + bare: 6
incest = secret_kin + unzips: 8
incest = secret_kin + bare: 6
incest = kin_pair + kink_word: 2
bestiality = animal + please_one: 1 clause ordered
animal_mounts_one = animal + mounts_one: 0 clause ordered
bestiality = animal_mounts_one + bare: 4
non_consent = says_no + unzips: 8
incest = kin_pair + doing_it: 2 clause
incest = twin_one + undress_other: 1 clause ordered
"""
"""As in `rules`, for which these are more rules."""

KINDS = {
    "private_one": """
my|our -|former|late|old|new|hot|cute|pretty|ex
-|gym|yoga|personal|fitness|pilates|dance|driving|piano|tennis|swim|swimming|work|office|team|project|upstairs|downstairs|family|house|college|uni|university|tinder|bumble|hinge|online|internet|facebook|boxing|riding|ski|spin|language|singing
trainer|instructor|coach|tutor|lecturer|supervisor|manager|boss|ceo|director|colleague|colleagues|coworker|coworkers|workmate|workmates|teammate|associate|client|customer|employee|employees|assistant|receptionist|intern|trainee|tenant|lodger|flatmate|roommate|roommates|housemate|housemates|neighbour|neighbours|neighbor|neighbors|hairdresser|barber|stylist|barista|waitress|waiter|bartender|cashier|dentist|gp|physio|physiotherapist|psychologist|psychiatrist|counsellor,
my|our -|former|late|old|new|hot|cute|pretty|ex
-|gym|yoga|personal|fitness|pilates|dance|driving|piano|tennis|swim|swimming|work|office|team|project|upstairs|downstairs|family|house|college|uni|university|tinder|bumble|hinge|online|internet|facebook|boxing|riding|ski|spin|language|singing
counselor|midwife|vet|pharmacist|optician|masseuse|masseur|plumber|electrician|mailman|postman|postwoman|mechanic|cleaner|gardener|housekeeper|priest|pastor|vicar|lawyer|solicitor|accountant|realtor|flame|fling|hookup|date|acquaintance|acquaintances|pal|buddy|bestie|ex|exes|classmate|classmates|roomie|follower|subscriber|landlady|landlord|beautician|cardiologist|gynaecologist|gynecologist|surgeon|chiropractor|teller|librarian,
my|our co worker|workers, my|our former|divorced|estranged|ex|late|previous|last
wife|husband|girlfriend|boyfriend|partner|lover|fiancee|fiance|spouse|missus, my|our
-|older|big|twin|best|old|ex
brother|friend|boss|neighbour|neighbor|colleague|coworker|landlord|manager|wife|husband|girlfriend|boyfriend|roommate|cousin|uncle|dad|father|son|sister|mate|buddy|teacher|coach|professor|mom|mum|aunt|nephew|flatmate
s -|new|hot|best|ex
wife|husband|girlfriend|boyfriend|fiancee|fiance|partner|friend|boss|colleague|coworker|secretary|assistant|missus|bride|mistress|roommate|teacher|trainer,
wife|girlfriend|husband|boyfriend|fiancee|mother|sister|secretary|assistant of my|our
-|older|best|old|ex
brother|friend|boss|neighbour|neighbor|colleague|coworker|landlord|manager|roommate|cousin|uncle|father|son|mate|buddy|teacher|coach|professor,
my|our ex s -|new wife|husband|girlfriend|boyfriend|partner|sister|mother
""",
    "ex_glued": "exgirlfriend, exwife, exhusband, exboyfriend",
    "private_more": """
{someone}|postwoman|postman|mayor|baker|librarian|nurse|teacher of my|our
street|village|town|building|office|block|team,
coworker|colleague|neighbour|neighbor|classmate|acquaintance|flatmate|roommate|friend|guy|girl|woman|boss
of mine|ours, my|our ex bf|gf|hubby|fiancee|fiance|missus|crush|mate|colleague, my|our
math|maths|chemistry|physics|biology|german|french|spanish|kids|guitar|violin
teacher|tutor|professor|coach|trainer, my|our -|office|whole|entire
team|staff|department|choir|colleagues|coworkers|classmates
""",
    "under_what": """
what s|is under|beneath|underneath|below, under|beneath|underneath the|- clothes|clothing of|from
""",
    "licks_all": """
lick, licks, licking, licked, laps, lapping, leckt, leckend, ableckt, lèche, lèchent, léchant, lame,
lamiendo, lamen, lecca, leccano, leccando, lambe, lambendo, lambem, likt, likken, liże, liżą,
liżący, yalıyor, yalayan, yalarken, лижет, лижут, облизывает, вылизывает
""",
    "please_one": "please|pleases|pleasing|satisfies|satisfy|pleasures a|the|his|her {someone}",
    "mounts_one": """
besteigt, bespringt, monta, montan, montando, saillit, monte, cobre, dekt, kryje, pokrywa, покрывает
""",
    "please_no": "please dont, please don t, please no",
    "down_there": """
down there, between her|his legs|thighs, her|his privates|crotch|groin, for pleasure
""",
    "moan_word": "moan, moans, moaned, moaning, orgasms, climaxes",
    "turns_on": """
take|takes|taking|took turns on|with -|a|the|her|his|naked
woman|girl|man|wife|lady|her|him|bride|nun
""",
    "mount_me": "mounts|mount|mounting|mounted|knots|breeds|licks|licking|humps me",
    "he_moans": """
he|she|they moans|moaned|gasps|gasped|begs|begged|pants|groans|groaned
""",
    "secret_kin": """
don|dont|not|never t|- tell|telling -|our|your mum|mom|dad|mother|father|parents
""",
    "unzips": """
unzips|unzipping|unbuttons|unbuttoning|undoes|undoing|unhooks|unhooking|slips|slipping|peels|peeling|pulls|pulling
-|off|down|up her|his|the
dress|bra|shirt|blouse|skirt|trousers|jeans|robe|nightgown|panties|underwear
""",
    "kink_word": "kink, kinks, fetish, fantasy, sex fantasy, taboo, smut, lewds, nsfw",
    "doing_it": "doing it, getting it on, going at it, at it like rabbits",
    "twin_one": "her|his|my|their|own twin",
    "undress_other": """
undresses|undressing|strips|stripping|undressed her|him|them, undress each other
""",
    "undress_tongues": """
zieht sie|ihn|sich aus, auszieht, entkleidet, déshabillant, la|le déshabille, la|le|lo desnuda,
desnudándola, desnudándolo, spogliandola, spogliandolo, la|lo spoglia, despindo a|o, despe a,
tirando a roupa, kleedt haar|hem uit, rozbierając, rozbiera, soyuyor, soyarken, раздевая, раздевает
""",
    "said_tongues": """
tu es|tes ma|mon, du bist meine|mein, eres mi, sei mia|mio, tu és|você é minha|meu, jij|je bent
mijn, jesteś moja|moją|mój|moim, sen benim, ты -|же моя|мой, ich|i bin|ben deine|dein|je|jouw,
ist|das|dies -|ist meine|mein|seine|ihre|ihr|sein -|eigene|eigener, c est ma|mon|sa|son, est|cest
ma|mon|sa|son, es|soy mi|su|tu, è|sono mia|mio|sua|suo|tua|tuo, é|sou minha|meu|sua|seu|tua, is|ben
mijn|haar|zijn|je, to|jest moja|mój|jego|jej|twoja|twój, benim|onun -|öz, это|она|он -|же
моя|мой|его|её|ее|твоя|твой
""",
    "love_ten": """
sevgili, sevgililer, sevgilisi, kochankami, kochanek, kochanka, любовник, любовница, любовниками
""",
    "someone_near": """
{someone}|person|someone|somebody who|that
cuts|does|washes|teaches|trains|delivers|cleans|walks|serves|brings|fixed|sold|sells|babysits|dumped|rejected|ghosted|bullied|married|fired
my|our|me|us, {someone}|person|someone|somebody who|that
works|worked|lives|lived|sits|studies|trains|goes|went|sat
at|in|with|next|across|above|below|behind|beside|near|opposite|to my|our|me|us|same,
{someone}|barista|waitress|waiter|cashier|receptionist|teacher|nurse|pharmacist|librarian|neighbour|neighbor|colleague|coworker|manager|bartender|baker|instructor
from|at|in my|our -|local|corner
work|workplace|office|gym|building|block|street|village|town|department|team|choir|church|course|university|uni|bakery|supermarket|bank|pharmacy|cafe|coffee|pub|neighbourhood|neighborhood|company|firm|apartment|flat|salon|clinic|bus|train|club,
{someone}|neighbour|neighbor|colleague from
work|accounting|hr|reception|sales|marketing|upstairs|downstairs|number|next -|door, {someone} i|we
know|knew|dated|work|worked|studied|matched, {someone} i|we used|use to work|date|know|live,
{someone} in|from|on my -|profile|holiday|wedding|attached
picture|photo|pic|selfie|video|feed|phone|contacts
""",
    "unclothed_of": """
without|minus|sans {her}|a|any|the
clothes|clothing|shirt|blouse|top|bra|dress|skirt|underwear|bikini|panties|trousers|uniform|scrubs
""",
    "true_face": """
real|actual faces, face|faces from -|the|this|her|that
link|url|website|site|profile|page|article|video|clip, her|his|their|my|s -|own
actual|real|true|exact|genuine -|life face|likeness|features, actual|exact|true likeness|face,
use|using {her} face|likeness, use|using|copy|copying {her}|my|this|the
-|profile|staff|linkedin|facebook|instagram|wedding|holiday|id|passport
photo|photos|picture|pictures|pic|pics|selfie|selfies, this|that|here is|s|are {her}
photo|photos|picture|pictures|pic|pics|face|selfie, based on|from -|a {her}|my|staff
-|linkedin|facebook|instagram|wedding|holiday|staff
photo|photos|picture|pictures|pic|pics|selfie|selfies|profile, looks|look exactly|just|like
like|this this|her|him|here, make|makes|making her|him|them look -|exactly|just like her|him|them
""",
    "unclothe_ask": """
remove|removing|delete|erase|lose|strip|photoshop|edit -|out|off|away -|of
-|the|her|his|my|their|all -|red|black|white
bikini|dress|top|shirt|blouse|clothes|clothing|bra|underwear|skirt|swimsuit|jeans|trousers|pants|shorts|uniform|panties|lingerie|outfit|leggings|nightgown|robe|towel|tshirt,
take|taking|pull|get|strip {her}|the
bikini|dress|top|shirt|blouse|clothes|clothing|bra|underwear|skirt|swimsuit|jeans|trousers|pants|shorts|uniform|panties|outfit|leggings|robe|towel
off, undress|unclothe|disrobe|denude her|him|them|my|the|this|these|everyone
""",
    "strips_ask": "remove everything, strip|undress {someone}|her|him|them, nothing left on",
    "takes_off": """
take|takes|taking|pull|strip off, remove, removing, erase, delete, get rid of, lose
""",
    "parts_garment": """
from, logo, stain, text, writing, hat, coat, background, watermark, glasses, lint, wrinkles
""",
    "this_photo": """
this|attached|uploaded snapshot|selfie|pic|screenshot, in|on|from|of|to
this|that|the|my|our|her|his|attached|uploaded|these|those
-|attached|uploaded|holiday|wedding|group|beach|profile|class|office
photo|photos|picture|pictures|pic|pics|image|selfie|snapshot|screenshot|photograph,
attached|uploaded photo|picture|pic|image|selfie
""",
    "known_role": """
famous|wellknown|viral|real|popular|known|recognisable|recognizable
-|tv|tennis|football|soccer|basketball|tiktok|youtube|kpop|film|french|british|american|german|instagram
chef|player|idol|idols|senator|senators|politician|politicians|streamer|gamer|nurse|comedian|comedienne|host|presenter|star|celebrity|rapper|dj|skater|boxer|wrestler|swimmer|cyclist|author|billionaire|ceo|activist|royal|royals|duchess|duke,
british|swedish|spanish|dutch|danish|norwegian|belgian|real royal|royals|monarch|king|queen|crown,
k|j pop idol|idols|star|singer|member|group, kpop|jpop idol|idols|star|singer|member|group,
everyone|everybody|you|we -|all knows|recognises|recognizes, you all know, viral
tiktok|youtube|instagram reigning|current|defending|incumbent|sitting|outgoing
-|world|olympic|european|national|us|french|german|british|spanish|italian|dutch|polish|turkish|brazilian|russian
-|chess|tennis|boxing|heavyweight|darts|golf
champion|champ|president|chancellor|minister|mayor|pope|monarch|governor|senator|bachelor|bachelorette,
world|olympic|wimbledon -|chess|tennis|darts|boxing|snooker|heavyweight|figure|skating
champion|medalist|medallist|winner, eurovision|oscar|grammy|emmy|olympic|olympics|idol|nobel
-|gold|song|prize winner|winners|medalist|medallist|laureate|contestant,
lead|main|leading|female|star|starring actress|actor|singer of|in|from that|my|this,
singer|frontwoman|frontman|drummer|guitarist|bassist|vocalist of|from that|my,
weather|news|breakfast presenter|anchor|host, weather lady,
presenter|newsreader|anchor|host|meteorologist|weathergirl|weatherman|weatherwoman from|of|on|at
-|the -|local|national
channel|bbc|cnn|fox|nbc|abc|itv|sky|rtl|tf1|tve|rai|news|morning|breakfast|evening,
goalkeeper|striker|captain|coach of|from our|my|the national|women|womens, contestant|winner from|of
-|the love|big|bachelor|idol|voice|bake
""",
    "kin_said": """
she|he|that|this|thats|shes|hes|who -|s|is|was|are my|his|her|your|their|our, i|im -|am|m
your|his|her, you|youre -|are|re my|his|her, calls|called|calling|call
him|her|me|them|herself|himself -|her|his|my, says|said|whispers|whispered|moans|moaned|tells
hello|hi|yes|please|oh|kiss|love
""",
    "said_kin": """
they|we|couple|lovers|both|two|who|these are|re|were
-|actually|secretly|really|half|twin|both|in|full siblings|twins|cousins|related|stepsiblings,
share|shares|sharing|shared a|the|one|same -|same
father|mother|dad|mum|mom|parents|parent|bloodline|grandmother|grandfather|womb, the same
father|mother|dad|mum|mom|parents|grandmother|grandfather|womb|bloodline|dna
""",
    "bed_together": """
in -|one|a|the|same|double bed together|entwined|embracing|spooning, together|entwined|spooning in
-|one|a|the|same|double bed, sharing one|a|the -|same|double bed
""",
    "weds": "married|marries|marry|marrying|weds|wed|wedding her|his|a|the|my",
    "spelt_act": """
s e x, s e x y, s e x u a l, f u c k, f u c k s, f u c k e d, f u c k i n g, p o r n, p o r n o, c u
m, s 3 x, f ck, f cks, f cking, f cked
""",
    "spelt_nude": """
n u d e, n u d e s, n a k e d, t o p l e s s, n u d i t y, n u d i s t, n 4 k e d
""",
    "spelt_animal": """
d o g, d o g s, h o r s e, h o r s e s, g o a t, p o n y, s t a l l i o n, w o l f, p i g, d o n k e
y, s h e e p, k 9, k 9s, c a n i n e, h o u n d, b u l l, p u p p y, k nine
""",
    "kin_ten": """
kardeşim, ablam, abim, ağabeyim, annem, babam, kuzenim, teyzem, halam, amcam, dayım, yeğenim,
siostrzenica, siostrzeniec, bratanek, bratanica, kuzynka, kuzyn, племянница, племянник,
schwesterherz
""",
    "spelt_kin": """
m o m, m u m, d a d, s i s t e r, b r o t h e r, m o t h e r, f a t h e r, a u n t, u n c l e, c o u
s i n, s i s, s o n
""",
    "private_tongues": """
voisine|collègue|amie|patronne de mon|ma mère|père|soeur|frère|oncle|femme|mari, vecina|amiga|jefa
de mi madre|padre|hermana|hermano|mujer|marido, nachbarin|freundin|kollegin|chefin meiner|meines
mutter|vaters|frau|mannes|eltern, vicina|amica|collega di mia|mio madre|padre|moglie|marito,
vizinha|amiga do|da meu|minha pai|mãe|marido|esposa, frau|freundin|mutter|schwester|mann von
meinem|meiner -|besten
kumpel|bruder|chef|freund|nachbarn|kollegen|boss|vermieter|cousin|onkel|schwester|freundin|kollegin|chefin,
mia|mio ex, mojej|moją|mojego|moja|mój
byłej|byłą|byłego|byłym|szefowej|sąsiadce|sąsiadki|nauczycielki|trenerki|koleżance, eski
karımın|kocamın|sevgilimin|eşimin, patronumun|öğretmenimin|komşumun|hocamın|baldızımın|sekreterimin,
моей|моего|нашей
начальницы|начальнице|учительницы|тренерши|секретарши|знакомой|тёщи|тещи|невестки|бывшей|бывшего,
meine|meiner|meinen|meinem|mein|unsere|unserer|unser
-|ehemalige|ehemaligen|frühere|alte|neue|heiße|hübsche
nachbarin|nachbar|nachbars|nachbarn|kollegin|kollege|kollegen|arbeitskollegin|arbeitskollege|arbeitskollegen|chefin|chef|lehrerin|lehrer|trainerin|trainer|fitnesstrainer|fitnesstrainerin|exfrau|exfreundin|exfreund|exmann|mitbewohnerin|mitbewohner|vermieterin|vermieter|ärztin|zahnärztin|zahnarzt|hausarzt|hausärztin|therapeutin|friseurin|friseur|putzfrau|sekretärin|praktikantin|azubine|kommilitonin|mieterin|yogalehrerin|tanzlehrerin|fahrlehrer|fahrlehrerin|bekannte|schwägerin|schwager|untermieterin|kundin|mandantin|angestellte|physiotherapeutin|masseurin|anwältin|professorin|schwiegermutter|tinderdate|verflossene,
ex frau|freundin|freund|mann, frau|freundin|mutter|schwester|mann|sekretärin meines|meiner
-|besten|alten|großen|kleinen
bruders|chefs|freundes|nachbarn|kollegen|bosses|vermieters|cousins|onkels|schwester|freundin|kollegin|chefin|mitbewohners|vetters,
mon|ma|mes|notre -|ancien|ancienne|vieille|jolie|belle|nouvelle|ex
voisin|voisine|voisins|collègue|collègues|patron|patronne|prof|professeur|professeure|coach|entraîneur|entraîneuse|coloc|colocataire|propriétaire|proprio|dentiste|docteur|doctoresse|médecin|kiné|coiffeuse|coiffeur|secrétaire|stagiaire|assistante|boulangère|infirmière|psy|avocate|monitrice|moniteur|cheffe|nounou|belle-sœur|concierge|factrice|locataire,
ancienne|ancien|ex femme|mari|copine|copain|compagne|épouse, femme|copine|mari|soeur|mère|épouse de
mon|ma|notre -|meilleur|grand|petit|ex
frère|patron|ami|voisin|collègue|pote|cousin|boss|chef|oncle|coloc|ami, mi|nuestra|nuestro
-|antigua|antiguo|vieja|ex
vecina|vecino|vecinas|jefa|jefe|profesora|profesor|profe|compañera|compañero|entrenadora|entrenador|cuñada|cuñado|exmujer|exmarido|exnovia|exnovio|exesposa|casera|casero|inquilina|secretaria|dentista|doctora|médica|enfermera|peluquera|colega|amiga|amigo|empleada|asistenta|niñera|masajista|psicóloga|fisio|fisioterapeuta|abogada|monitora|instructora|clienta|suegra|conocida|portera|panadera,
mujer|novia|esposa|madre|hermana|secretaria de mi|nuestro -|mejor|ex
hermano|jefe|amigo|vecino|primo|compañero|colega|jefa|amiga|tío|casero|cuñado, ex
mujer|marido|novia|novio|esposa, mia|mio|nostra|nostro -|ex|vecchia|bella
vicina|vicino|collega|capo|professoressa|prof|istruttrice|istruttore|allenatrice|allenatore|cognata|suocera|segretaria|dentista|dottoressa|infermiera|parrucchiera|amica|amico|coinquilina|coinquilino|estetista|commercialista|insegnante|maestra|fisioterapista|avvocata|barista|conoscente|exmoglie,
ex moglie|marito|fidanzata|fidanzato|ragazza, moglie|fidanzata|ragazza|madre|sorella|compagna
di|del|della mio|mia|nostro|migliore -|caro
fratello|capo|amico|vicino|collega|cugino|zio|amica|cognato, minha|meu|nossa|nosso
-|ex|antiga|antigo|bela
vizinha|vizinho|colega|chefe|professora|professor|treinadora|treinador|personal|cunhada|sogra|secretária|dentista|doutora|médica|enfermeira|cabeleireira|amiga|amigo|empregada|diarista|inquilina|psicóloga|fisioterapeuta|advogada|instrutora|estagiária|patroa|conhecida|manicure,
ex mulher|marido|namorada|namorado|esposa, mulher|esposa|namorada|mãe|irmã de|do|da meu|minha
-|melhor irmão|chefe|amigo|vizinho|primo|colega|tio, mulher|esposa|namorada|mãe|irmã|secretária
do|da meu|minha -|melhor irmão|chefe|amigo|vizinho|primo|colega|tio, mijn|onze|ons
-|vroegere|voormalige|oude|knappe|ex
buurvrouw|buurman|buurmeisje|collega|baas|bazin|lerares|leraar|trainer|trainster|sportschooltrainer|fitnesstrainer|schoonzus|schoonmoeder|ex|exvrouw|exvriendin|exman|huisgenote|huisgenoot|huisbaas|hospita|tandarts|kapster|kapper|secretaresse|docente|yogalerares|poetsvrouw|schoonmaakster|verpleegster|therapeute|huisarts|studiegenote|stagiaire|zwager|kennis,
ex vrouw|vriendin|vriend, vrouw|vriendin|moeder|zus|man van mijn|onze -|beste|oudste
broer|baas|vriend|buurman|collega|neef|zwager|oom|huisbaas, moja|moją|mojej|mój|mojego|nasza|naszą
-|była|byłą|stara|dawna
sąsiadka|sąsiadkę|sąsiadki|sąsiad|sąsiada|koleżanka|koleżankę|koleżanki|kolega|kolegę|szefowa|szefową|szef|szefa|nauczycielka|nauczycielkę|trenerka|trenerkę|trener|trenera|szwagierka|szwagierkę|teściowa|bratowa|bratową|współlokatorka|współlokatorkę|sekretarka|sekretarkę|dentystka|fryzjerka|fryzjerkę|przyjaciółka|przyjaciółkę|lekarka|instruktorka|znajoma|znajomą,
była|byłą|byłej|byłego żona|żonę|dziewczyna|dziewczynę|męża|mąż,
żona|żonę|dziewczyna|dziewczynę|matka|matkę|siostra|siostrę mojego|mojej
brata|szefa|kolegi|sąsiada|przyjaciela|kuzyna|wujka|koleżanki,
komşum|komşumu|komşumun|patronum|patronumu|öğretmenim|öğretmenimi|antrenörüm|hocam|hocamı|baldızım|baldızımı|yengem|yengemi|görümcem|kaynanam|sekreterim|sekreterimi|dişçim|kuaförüm|kiracım,
iş|ev|oda|sınıf arkadaşım|arkadaşımı|arkadaşımın|sahibim|sahibimi, eski
karım|karımı|kocam|kocamı|sevgilim|sevgilimi|eşim|eşimi|nişanlım,
abimin|kardeşimin|arkadaşımın|patronumun|komşumun|kuzenimin|amcamın
karısı|karısını|eşi|eşini|sevgilisi|sevgilisini, моя|мою|моей|мой|моего|наша|нашу
-|бывшая|бывшую|бывшей|бывший|бывшего|старая
соседка|соседку|соседки|сосед|соседа|коллега|коллегу|коллеги|начальница|начальницу|начальник|учительница|учительницу|тренер|тренера|тренерша|тренершу|свояченица|невестка|невестку|теща|тёща|тёщу|тещу|подруга|подругу|подруги|секретарша|секретаршу|квартирантка|стоматолог|парикмахерша|преподавательница|преподавательницу|однокурсница|однокурсницу|знакомая|знакомую|врач|врача,
бывшая|бывшую|бывшей жена|жену|жены|девушка|девушку,
жена|жену|девушка|девушку|подруга|подругу|мать|сестра|сестру моего|моей
брата|начальника|друга|соседа|коллеги|шефа|дяди|подруги
""",
    "true_face_tongues": """
echtes|echten|echtem|richtiges|wahres|original gesicht, vrai|véritable visage, vraie tête,
cara|rostro real|verdadera|verdadero|auténtica, volto|faccia|viso vero|vera|reale, rosto|cara
real|verdadeiro|verdadeira, echt|echte gezicht, prawdziwa|prawdziwą twarz, gerçek|kendi
yüzü|yüzüyle|yüz, настоящее|настоящим|реальное|реальным лицо|лицом
""",
    "photo_tongues": """
auf|in|von diesem|dem|meinem|ihrem foto|bild|selfie, sur|dans|de cette|ma|sa photo|image, en|de|a
esta|mi|su foto|imagen|fotografía, in|da|di questa|mia|sua foto|immagine, nesta|desta|dessa|nessa
foto|imagem, na|da minha foto, op|in|van deze|die|mijn|haar foto|afbeelding|selfie, na tym|moim|jej
zdjęciu|obrazku, z tego|jej zdjęcia, bu fotoğraftaki|fotoğrafta|resimdeki|resimde, на|с
этом|этой|этого|моём|моем фото|фотографии|снимке|картинке|снимка
""",
    "unclothe_tongues": """
ausziehen, auszieht, zieh|ziehe|ziehen|zieht, entkleide, entkleiden, mach|mache|machen
-|sie|ihn|meine nackt, déshabille, déshabiller, déshabillez,
enlève|enlever|enlevez|retire|retirer|retirez|ôte -|lui|leur ses|les|sa|son|leurs|le|la|tous
vêtements|habits|robe|maillot|haut|chemise|jupe|culotte|bikini,
quita|quitar|quítale|quítales|quitarle|elimina|borra la|el|su|toda|le
ropa|vestido|bikini|camiseta|blusa|falda|la, desnuda|desnudar a, spoglia, spogliare, spogliala,
svesti, svestire, togli|togliere|leva|toglile|rimuovi i|il|la|le|gli|lo
vestiti|vestito|costume|maglietta|camicia|gonna|reggiseno, tire|tira|tirar|remova|remover|retire
a|o|as|toda roupa|vestido|biquíni|blusa|roupas|saia|camisa, dispa, despir, kleed|kleedt, uitkleden,
trek|haal -|haar|zijn|de kleren|jurk|bikini|kleding, rozbierz, rozebrać, zdejmij|usuń -|jej|mu
ubranie|ubrania|sukienkę|bikini, soy, soyun, kıyafetlerini|elbisesini|giysilerini çıkar|sil,
раздень, раздеть, сними|снять|убери|убрать -|с|неё|нее|её|ее одежду|платье|купальник
""",
}
"""For `RULES`; some are one of a wider kind of `rules`."""
