"""Persons by office, song or deed, uploaded photos, and kin by age, in ten languages.

A famous person may be told without a name: the one who holds an office now, who sang a song, who
founded a firm. Whoever is in a photo that is given is a real person too.
"""

KINDS_TOGETHER = """
bare: seks_photo
sexual: seks_photo
nude: nude_place
exposed: nude_place
bare: nude_place
this_photo: given_photo
unclothe_ask: unclothe_more
photo_tongues: photo_ten
single_fame: stage_name
family: father_pt
parent: father_pt
"""
"""As in `rules`, for which these are more."""

RULES = """
crowned = crown_word + of_land: 1 clause ordered
crowned = land_before + crown_word: 0 clause ordered
crowned = crown_word + crown_name: 0 clause ordered
crowned = in_office + crown_word: 1 clause ordered
real_person = sits_in_office + exposed: 5
real_person = sits_in_office + sexual: 8 clause
crowned = crown_word + in_office_after: 0 clause ordered
real_person = crowned + exposed: 5
real_person = crowned + bare: 8 clause
real_person = crowned + sexual: 4
real_person = pope_word + exposed: 3
real_person = pope_word + sexual: 5
known_maker = maker + of_the_work: 0 clause ordered
known_maker = celebrity + of_the_work: 0 clause ordered
real_person = known_maker + exposed: 9, parted by genre
real_person = known_maker + sexual: 9, parted by genre
real_person = singer_of + exposed: 8, parted by genre
real_person = singer_of + sexual: 8, parted by genre
maker_from = maker_tongues + of_tongues: 0 clause ordered
real_person = maker_from + exposed: 4 clause ordered, parted by genre
real_person = maker_from + exposed: 4 ordered, parted by genre
did_what = one_who + famous_deed: 0 clause ordered
real_person = did_what + exposed: 8
real_person = did_what + sexual: 8
real_person = plays_role + exposed: 6
real_person = plays_role + sexual: 6
real_person = given_photo + bare: 8
real_person = given_photo + no_garment: 8
real_person = unclothe_ask + given_photo: 10
undress_ten = strip_verb_ten + clothes_ten: 8 clause
undress_ten = strip_verb_ten + garment: 8 clause
undress_ten = strip_verb_ten + nude: 8 clause
real_person = undress_ten + photo_ten: 8
real_person = undress_ten + private_tongues: 4 clause
incest = kin_far + bare: 10 clause
kin_with_aged = with_own + family: 5 clause ordered
incest = kin_with_aged + bare: 7 clause
incest = kin_with_ten + bare: 6 clause
incest = kin_plural + do_each: 3 clause
incest = sibling + do_each: 4 clause
"""
"""As in `rules`, for which these are more rules."""

KINDS = {
    "crown_word": """
queen, king, prince, princess, monarch, duchess, duke, emperor, empress, sultan, emir, president,
chancellor, prime minister, vice president, first lady, head of state, foreign minister, king and
queen, royals, royal couple, crown prince|princess, queen mother|consort, king consort, pm,
chancellor, pope, archbishop, mayor, governor, premier, ambassador,
koningin, koning, prins, prinses, minister president, premier, burgemeester,
königin, könig, prinz, prinzessin, kanzler, kanzlerin, bundeskanzler, bundeskanzlerin, präsident,
präsidentin, ministerpräsident, ministerpräsidentin, bürgermeister, bürgermeisterin, kronprinz,
kronprinzessin, außenministerin, papst, papstes,
reine, roi, président, présidente, premier ministre, première ministre, première dame, princesse,
ministre, maire, pape, chancelier, chancelière,
reina, rey, presidente, presidenta, primer ministro, primera ministra, primera dama, princesa,
príncipe, infanta, alcaldesa, alcalde, ministra, papa,
regina, principessa, principe, presidente del consiglio, primo ministro, sindaca, sindaco, premier,
rainha, rei, primeiro ministro, primeira ministra, primeira dama, prefeito, prefeita, governadora,
królowa, królowej, królową, król, króla, prezydent, prezydenta, premier, premiera, papież, księżna,
księżniczka, kanclerz,
kraliçe, kraliçesi, kralı, kral, cumhurbaşkanı, başbakan, başbakanı, bakan, prenses, prensesi, papa,
королева, королеву, король, короля, президент, президента, президентша, премьер министр, принцесса,
принц, папа римский, канцлер, мэр
""",
    "of_land": """
of -|the
england|britain|uk|netherlands|holland|spain|denmark|sweden|norway|belgium|luxembourg|monaco|jordan|morocco|thailand|japan|germany|france|italy|poland|portugal|russia|ukraine|turkey|usa|us|america|canada|mexico|brazil|argentina|korea|hungary|austria|switzerland|finland|ireland|scotland|australia|zealand|bhutan|malaysia|brunei|qatar|dubai|serbia|croatia|romania|chile|colombia|venezuela|philippines|indonesia|vatican|eu|wales|sussex|cambridge|cornwall|york|united
-|states|kingdom,
von|der|aus -|den|der
england|großbritannien|niederlande|niederlanden|spanien|dänemark|schweden|norwegen|belgien|deutschland|frankreich|italien|polen|portugal|russland|ukraine|türkei|usa|österreich|ungarn|finnland|jordanien|monaco|brasilien|kanada|italiens|frankreichs|spaniens,
de|d|du|des -|la|l
angleterre|espagne|danemark|suède|norvège|belgique|hollande|allemagne|france|italie|pologne|portugal|russie|ukraine|turquie|autriche|monaco|jordanie|brésil|canada|états|bas|pays,
de -|los|la|el
españa|inglaterra|dinamarca|suecia|noruega|bélgica|holanda|alemania|francia|italia|polonia|portugal|rusia|ucrania|turquía|méxico|argentina|brasil|chile|colombia|perú|venezuela|jordania|mónaco|estados|países,
di|d|della|del|dei|degli
inghilterra|spagna|danimarca|svezia|norvegia|belgio|olanda|germania|francia|italia|polonia|portogallo|russia|ucraina|turchia|austria|monaco|giordania|brasile|stati|paesi|repubblica|consiglio,
da|do|dos|de
inglaterra|espanha|dinamarca|suécia|noruega|bélgica|holanda|alemanha|frança|itália|polônia|portugal|rússia|ucrânia|turquia|brasil|argentina|mônaco|jordânia|república|estados,
van -|de|het
nederland|spanje|denemarken|zweden|noorwegen|belgië|engeland|duitsland|frankrijk|italië|polen|portugal|rusland|oekraïne|turkije|monaco|jordanië|amerika,
hiszpanii, danii, szwecji, norwegii, belgii, holandii, anglii, niemiec, francji, włoch, polski,
rosji, ukrainy, turcji, stanów, brytyjska, brytyjski, rp, испании, дании, швеции, норвегии, бельгии,
нидерландов, англии, великобритании, германии, франции, италии, польши, россии, украины, турции,
сша, рф
""",
    "land_before": """
british, english, dutch, spanish, danish, swedish, norwegian, belgian, jordanian, hollanda, ispanya,
ingiltere, danimarka, isveç, norveç, belçika, monako, ürdün, fransa, almanya, italya, türkiye, abd,
rusya, spanische, spanischen, dänische, dänischen, schwedische, schwedischen, norwegische,
niederländische, niederländischen, belgische, britische, britischen, nederlandse, spaanse, deense,
zweedse, britse, noorse, hiszpańska, duńska, szwedzka, holenderska, norweska, испанская, датская,
британская, шведская, голландская
""",
    "crown_name": """
máxima, maxima, letizia, felipe, mathilde, philippe, sofia, silvia, sonja, mary, camilla, charles,
margrethe, frederik, harald, haakon, mette marit, willem alexander, amalia, victoria of sweden,
rania, abdullah, mohammed, william, kate, catherine, harry, meghan, charlene, albert of monaco,
leonor, elisabeth of belgium, naruhito, masako, xi, putin, trump, macron, merz, scholz, meloni,
sánchez, erdogan, tusk, duda, nawrocki, lula, milei, sheinbaum, modi, zelensky, zelenskyy, starmer,
von der leyen, leo, leone, león, leão, leon, xiv, francesco, franziskus, françois, francisco
""",
    "in_office": """
current, incumbent, reigning,
amtierende, amtierender, amtierenden, aktuelle, aktueller, aktuellen, jetzige, jetziger,
derzeitige, derzeitiger, huidige, zittende, obecny, obecna, obecną, urzędujący, urzędująca,
şimdiki, mevcut, şu anki, нынешний, нынешняя, нынешнего, действующий, действующая, attuale, atual
""",
    "sits_in_office": """
sitting president|chancellor|minister|prime|mayor|governor|senator|pope|pm|vice|monarch|mp
""",
    "in_office_after": """
actuel, actuelle, actual, en funciones, attuale, atual, in carica, en exercice, of today, of ours,
now in office
""",
    "pope_word": """
the pope, papst, papstes, pape, papa francisco|francesco|leone|león|leão, de paus, papież, papieża,
papieżem, папа римский, папу римского
""",
    "nude_place": """
nu au|dans|sur|sous|chez, père|pape|roi|président|homme|acteur|chanteur|ministre nu, pai|papa|rei nu
na|no|em|com, actuel nu, nu na|no|em|numa cama|banho|banheiro|chuveiro|quarto|sofá|praia
""",
    "seks_photo": """
seksfoto, seksfotos, sexfoto, sexfotos, sexbild, sexbilder, seksfilmpje, sexvideo, sexvideos,
pornobild, pornobilder, pornofoto, pornofotos, seksvideo, fotos de sexo, foto porno, video porno,
sekstejp, orgie, orgien, orgia, orgía, oral sex, sex photo|photos|picture|pictures|pics, beim sex,
uprawiający seks, seks filmi, секс фото, порно, порнофото, mating press, prone bone
""",
    "father_pt": "pai de, meu pai, seu pai, o pai, pai e, pai nu",
    "maker": """
vocalist, frontman, frontwoman, rapper, guitarist, drummer, founder, cofounder, co founder, ceo,
owner, inventor, host, presenter, anchor, winner, lead actor|actress, leading man|lady, bassist
""",
    "of_the_work": """
of|from|behind|in -|the|that|this
song|hit|band|series|sitcom|blockbuster|franchise|show|film|movie|saga|album|tv|netflix|podcast|group|trilogy|ballad|single|anthem,
who|that sings|sang|raps|rapped|recorded|released|sung, of
tesla|amazon|apple|meta|facebook|microsoft|google|twitter|x|spacex|openai|virgin|ikea|nike|netflix|tiktok|paypal,
of the last|latest|current|previous -|women|womens|us|tour|world|french|australian
tour|open|cup|olympics|election|eurovision|wimbledon|oscars|masters|bachelor|season|france|de|grammys,
of wimbledon|eurovision|masterchef|survivor|idol|jeopardy, of
shallow|hello|halo|umbrella|firework|yesterday|imagine|thriller|vogue|toxic|despacito, of waka waka,
of bad guy, of shake it off, of someone like you, of rolling in the deep, of single ladies, of bad
romance, of wrecking ball, of baby one more time, of since you been gone, of since u been gone, of i
will survive, of levitating, of espresso, of flowers, of blinding lights, of shape of you, of good 4
u, of drivers license, of despechá, of 99 luftballons, of atemlos, of la vie en rose, of dancing
queen
""",
    "genre": """
opera, ópera, oper, opéra, jazz, cabaret, kabarett, varieté, burlesque, theater, theatre, teatro,
théâtre, flamenco, tango, fado, blues, club, choir, chor, coro, calle, rue, strada, musical,
musicals, band, wedding, bar, nightclub, fictional, imaginary, invented, erotic, años, ans, anni,
anos, jahre, jahren, jaar, lat, лет, ciudad, berlin
""",
    "one_who": """
the -|old|young|real|rich|blonde|famous
guy|man|woman|one|person|lady|girl|dude|actor|actress|singer|band|billionaire who|that
""",
    "famous_deed": """
founded|cofounded|owns|bought|runs
tesla|amazon|apple|meta|facebook|microsoft|google|twitter|x|spacex|openai|virgin|ikea|nike|netflix|tiktok|paypal|youtube|instagram,
founded|wrote|sang|recorded|invented|hosts|hosted|presents|composed|governs,
won -|the|an|last|this|two|three|four
-|last|years|year|s
oscar|oscars|eurovision|wimbledon|nobel|grammy|election|bachelor|superbowl|tour|open|masters|emmy|presidency|emmys|grammys|idol|voice|gold,
is -|now|currently -|the president|chancellor|pope|king|queen|mayor|pm|minister
""",
    "plays_role": """
actor|actress|man|woman|guy|girl|one|star|who who|that|- plays|played|portrays|portrayed
thor|batman|superman|spiderman|spider|wonder|hermione|wolverine|loki|bond|katniss|barbie|jack|rose|eleven|joker|catwoman|hulk|aquaman|neo|leia|rey|frodo|arya|daenerys|wednesday|the
-|man|woman|witch|mandalorian|queen
""",
    "maker_tongues": """
sängerin, sänger, schauspielerin, schauspieler, moderatorin, moderator, gründer, gewinnerin,
chanteuse, chanteur, actrice, acteur, présentatrice, animatrice, fondateur, gagnante, cantante,
actriz, presentadora, ganadora, fundador, attrice, attore, conduttrice, conduttore, vincitrice,
fondatore, cantora, cantor, atriz, ator, apresentadora, apresentador, vencedora, zangeres, zanger,
acteur, presentatrice, winnares, oprichter, piosenkarka, aktorka, prezenterka, założyciel, певица,
актриса, певицу, актрису, ведущая, ведущую, основатель
""",
    "of_tongues": """
von, aus, der, de, du, del, di, da, do, van, uit, z, ze, из, с, dei, des, d, della, dello
""",
    "given_photo": """
photo|photos|image|images|picture|pictures|pic|pics|selfie|screenshot|snapshot -|that|which i|we
-|ve|have|just|am -|just
uploaded|upload|attached|attach|sent|send|gave|provided|shared|posted|pasted|uploading|linked,
attached|uploaded|enclosed|linked|provided|supplied
-|facebook|instagram|linkedin|holiday|wedding|profile|family|office|beach|tinder|group|party|work|vacation
photo|photos|image|picture|pic|selfie|snapshot|screenshot|photograph|portrait|headshot,
in|on|from|of|to my|this|the|our|that|her attached|uploaded
-|facebook|instagram|linkedin|holiday|wedding|profile|family|office|beach|tinder|group|party|work|vacation
photo|photos|image|picture|pic|selfie|snapshot|screenshot|photograph|portrait|headshot
""",
    "unclothe_more": """
take|remove|strip|pull|get|peel|wipe|delete|erase everything|all|clothes|it off|from|away
-|the|this|that|her|him|them -|of -|the
-|lady|woman|man|girl|guy|person|people|her|him|them|ladies|men|women, take|get|pull|strip -|all|all
of the|her|his|their clothes|clothing|garments|outfit|outfits off -|of -|the|her|him|them|this|that,
make|render|turn|show|edit|get|leave her|him|them|the|this|both
-|woman|lady|man|guy|girl|person|women nude|naked|topless|undressed|unclothed|bare, nudify,
deepnude, undress, unclothe, declothe, declothed
""",
    "no_garment": """
no|without|minus|less|sans -|a|any|her|the
bra|top|shirt|panties|underwear|dress|clothes|bikini|knickers
""",
    "strip_verb_ten": """
zieh, ziehe, ziehen, zieht, ausziehen, entferne, entfernen, entkleide, entkleiden, lösche,
enlève, enlever, enlevez, retire, retirer, ôte, déshabille, déshabiller, supprime, quita, quitar,
quítale, quítales, elimina, borra, desviste, desnuda, togli, togliere, leva, levare, rimuovi,
spoglia, spogliare, elimina, cancella, tire, tira, tirar, remova, remover, retire, dispa, despe,
arranca, trek, haal, verwijder, verwijderen, kleed, zdejmij, usuń, ściągnij, rozbierz, çıkar,
çıkart, sil, kaldır, сними, снять, убери, убрать, удали, раздень, раздеть
""",
    "clothes_ten": """
kleider, kleidung, bluse, bh, unterwäsche, klamotten, habits, vêtements, culotte, soutien, ropa,
vestido, vestidos, blusa, sujetador, bragas, biquini, bañador, vestiti, vestito, abiti, camicetta,
reggiseno, mutandine, roupa, roupas, saia, sutiã, calcinha, kleren, kleding, jurk, beha, ondergoed,
ubranie, ubrania, sukienkę, stanik, bieliznę, ciuchy, kıyafetlerini, kıyafetleri, kıyafetini,
elbisesini, elbiselerini, giysilerini, sütyenini, bikinisini, одежду, платье, бельё, белье,
купальник, лифчик
""",
    "photo_ten": """
auf|in|von|aus|an meinem|dem|diesem|ihrem|meiner|deren|seinem|unserem|das|mein|diese
-|hochgeladenen|angehängten|hochgeladene|angehängte|geschickten|beigefügten
foto|fotos|bild|bildern|selfie|aufnahme, foto|bild, das|welches ich hochgeladen|geschickt|angehängt,
sur|dans|de|à ma|la|cette|sa|mon|le|l photo|photos|image|selfie|cliché, photo|image
jointe|téléchargée|envoyée, de|en|a mi|la|esta|su|el foto|fotos|imagen|fotografía|selfie|foto,
foto|imagen subida|adjunta|adjuntada|cargada, foto|imagen que subí|envié|he|adjunto,
nella|dalla|sulla|della|alla|nell|dell|di|da|in -|mia|questa|sua|la foto|immagine|fotografia|selfie,
foto|immagine che ho|allego, foto|immagine caricata|allegata, na|da|nesta|desta|dessa|nessa|minha|a
-|minha|sua foto|imagem|selfie, foto|imagem que enviei|mandei|carreguei|anexei|subi, foto|imagem
anexada|enviada|anexa, op|in|van|uit mijn|deze|de|die|haar|het -|geüploade|bijgevoegde|toegevoegde
foto|afbeelding|plaatje|selfie, z|na|ze
mojego|moim|tego|tym|jej|załączonego|załączonym|przesłanego|wgranym -|wgranego|przesłanym
zdjęcia|zdjęciu|zdjęć|fotki|obrazka|selfie, fotoğraftaki, fotoğrafımdaki, fotoğrafındaki, resimdeki,
görseldeki, fotoğraftan, resimden, на|с|со|в
моём|моем|моей|этой|этом|моего|этого|её|ее|загруженном|прикреплённом|загруженного|своей
-|загруженном|загруженной фото|фотографии|снимке|снимка|картинке|картинки|селфи
""",
    "stage_name": """
hadise, stromae, indila, maluma, ozuna, ludmilla cantora, shirin david, rosalía cantante, måneskin,
aya nakamura, mabel matiz, aleyna tilki, simge sağın, sezen aksu, hande yener, demet akalın,
gülşen şarkıcı, serenay sarıkaya, hande erçel, beren saat, tuba büyüküstün
""",
    "kin_with_ten": """
mit seiner|ihrer|meiner|der|ihrem|seinem|meinem|dem|eigenen -|eigenen|erwachsenen|leiblichen
-|jährigen
tochter|sohn|schwester|bruder|mutter|vater|nichte|neffe|neffen|tante|onkel|cousine|enkelin|stieftochter|stiefsohn|stiefmutter,
avec sa|son|leur|ma|mon -|propre|grande|grand|belle
fille|fils|soeur|frère|mère|père|nièce|neveu|tante|oncle|cousine|cousin, con su|mi|la|el|sus
-|propia|propio
hija|hijo|hermana|hermano|madre|padre|sobrina|sobrino|tía|tío|prima|primo|hijastra|hijastro, con
la|il|sua|suo|mia|mio|propria|lo -|propria|proprio|sua|suo|mia|mio
figlia|figlio|sorella|fratello|madre|padre|nipote|zia|zio|cugina|cugino, com a|o|sua|seu|minha|meu
-|própria|próprio|sua|seu|minha|meu
filha|filho|irmã|irmão|mãe|pai|sobrinha|sobrinho|tia|tio|prima|primo|enteada|enteado, met
zijn|haar|mijn|de -|eigen|volwassen dochter|zoon|zus|broer|moeder|vader|nicht|neef|tante|oom, z|ze
-|swoją|swoim|własną|własnym|dorosłą|dorosłym
córką|synem|siostrą|bratem|matką|ojcem|siostrzenicą|ciotką|wujkiem, kızıyla, oğluyla, babasıyla,
annesiyle, kardeşiyle, ablasıyla, abisiyle, ağabeyiyle, yeğeniyle, amcasıyla, dayısıyla, teyzesiyle,
halasıyla, kuzeniyle, с|со -|своей|своим|собственной|родной|родным|взрослой|взрослым
дочерью|дочкой|сыном|сестрой|братом|матерью|мамой|отцом|папой|племянницей|племянником|тётей|дядей
""",
    "do_each": """
doing each other, do each other, doing one another, doing it with each|one other|another,
doing it together, doing it to each|one other|another, do|does|did it with each|one other|another,
going at it, go at it, at it together, naked with each other, on each other naked, having each
other, taking each other, get it on, gets it on, getting it on, enjoying each other in bed, pleasing
each other, pleasuring each other, making each other come
""",
    "singer_of": """
the|that -|blonde|lead|female|famous|hot|swedish|british|american
singer|vocalist|rapper|frontman|frontwoman|voice of|behind
""",
}
"""For `RULES`; some are one of a wider kind of `rules`."""

BENIGN_PHRASES = """
doing each other s hair|makeup|nails|hairstyle|braids|taxes|homework, doing each other a
favour|favor
"""
"""As in `benign`."""
