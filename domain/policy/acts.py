"""Words for what is never drawn of anybody."""

from domain.policy import deaths

CATEGORY_PHRASES = {
    "non_consent": """
unwilling, unwillingly, forcibly, nonconsenting, non consenting, assaulted, forced upon, forced
onto, rape, raped, rapes, raping, rapist, noncon, non con, nonconsensual, non consensual,
nonconsent, non consent, dubcon, forced sex, forced oral, forced intercourse, forced
penetration, forced stripping, forced to strip, forced to undress, forced herself, forced
himself, against her will, against his will, against their will, without consent, without her
consent, without his consent, without their consent, molest, molested, molesting, molestation,
molester, sexual assault, sexually assaulted, sexual abuse, sexually abused, date rape, gang
rape, gangrape, sleep sex, somnophilia, roofied, upskirt, creepshot, creepshots, spycam, revenge
porn, violacion, violada, violée, vergewaltigung, vergewaltigt, estupro, stupro, stuprata,
изнасилование, no consent, lack of consent, consent ignored, ignoring consent, saying no to him,
begging him to stop, begs him to stop, begging to stop, does not want to, does not want it,
doesnt want it, taken by force, forced upon her, forced on her, forced to have sex, forced to
perform, forced nudity, forced nude, forced orgasm, violated, sexually violated, sexual
violence, sexual harassment, sexually harassed, sexual coercion, sexual blackmail, sextortion,
groped, groping, gropes, groper, chikan, fondled against, hidden camera, hidden cameras, hidden
cam, hidden cams, spy cam, spy cams, spy camera, secretly filmed, secretly recorded, secretly
photographed, secret recording, filmed secretly, filmed without, recorded without, photographed
without, unaware of the camera, she does not know, she doesnt know, unaware that she, peeping
tom, up skirt, upskirts, down blouse, downblouse, creep shot, nonconsensually, drugged drink,
date rape drug, rohypnol, chloroformed, chloroform, passed out drunk, passed out naked, passed
out nude, mind control sex, nude against, stripped against, undressed against, gangraped, gang
raped, prison rape, raper, rapey, rap3, sleep assault, sleep rape, sleeping assault, unconscious
woman, unconscious girl, incapacitated, revenge nudes, leaked nudes, violar, violaron, violador,
violacion grupal, abuso sexual, agresion sexual, sexo forzado, forzada a, sin su consentimiento,
viol, viols, violer, viol collectif, abus sexuel, agression sexuelle, sans son consentement,
forcée à, sans consentement, vergewaltigen, vergewaltiger, gruppenvergewaltigung, sexueller
missbrauch, sexuell missbraucht, sexuelle nötigung, gegen ihren willen, estuprada, estuprador,
estuprar, contra a vontade, contra su voluntad, contre son gre, contro la sua volonta, stupri,
stupratore, violentata, violenza sessuale, sesso forzato, verkrachting, verkracht, verkrachten,
tegen haar wil, aanranding, gwałt, gwałcie, zgwałcona, gwałciciel, изнасилована, изнасиловали,
изнасиловал, насилуют, насильник, насилие над, tecavüz, tecavüze, اغتصاب, تحرش جنسي, बलात्कार,
våldtäkt, våldtagen, voldtekt, voldtægt, perkosaan, diperkosa, hiếp dâm, znásilnění, znásilněna,
raiskaus, nemi erőszak, viol în grup, βιασμός, אונס, зґвалтування, forced her to, forced him to,
forces her to, forces him to, forcing her to, forcing him to, doesn t consent, doesnt consent,
does not consent, didn t consent, did not consent, unconsenting, ignores her protests, ignoring
her protests, despite her protests, protests ignored, against her wishes, raped and, mind break,
mindbreak, mind broken, cnc, consensual non consent, reluctance kink, free use unaware, sleep
fucking, sleep fuck, sleepfuck, sleeprape, sexsomnia, somno, somnophile, forced breeding, forced
impregnation, forced kiss, forced kissing, forced undressing, forced striptease, forced
threesome, forced gangbang, forced fellatio, forced blowjob, forced handjob, forced anal, forced
facesitting, forced submission, forced cunnilingus, forced marriage, forcible sex, forcible
undressing, forced to have, forced to suck, forced to kneel naked, forced to pose, forced to
watch, forced to masturbate, forced to fuck, forced to orgasm, forced to bed, sex by force, sex
against, sex under threat, sex at gunpoint, unconsented, uninvited touching, unwanted sex,
unwanted sexual, unwanted touching, unwanted touch, unwanted advances, unwanted kiss, unwanted
groping, without agreement, without asking her, without her agreement, without her knowledge
nude, without any consent, without giving consent, without their knowledge, absence of consent,
consent absent, consent withdrawn, withdrawn consent, consent revoked, revoked consent, consent
refused, consent denied, consent not given, not given consent, never consented, never gave
consent, has not consented, hasn t consented, not consenting, nonconsent fantasy, no safe word
no consent, cannot consent, can t consent, cant consent, unable to consent, incapable of
consent, incapable of consenting, too drunk to consent, too drunk to say, too drunk to resist,
too drugged to, cannot say no, can t say no, unable to say no, didn t want it, didnt want it,
did not want it, didn t want to, did not want to, never wanted it, not wanting it, she didn t
agree, does not agree, against consent, taken without, used while asleep, used while
unconscious, used while drunk, fucked while asleep, sex while asleep, sex while unconscious,
touched while asleep, undressed while asleep, undressed in her sleep, touched in her sleep,
fucked in her sleep, drug rape, drugged sex, drugged and used, drugged woman, drugged girl,
hypnosis sex, hypno sex, hypnotized sex, hypnotised sex, mind controlled sex, hypnotized and,
hypnotised and, blackmail sex, blackmailed for sex, blackmailed into, coerced into, coerced sex,
coercive sex, sexual exploitation, sexually exploited, sexual predator, sexual abuser, sexual
violation, sexual molestation, sexually coerced, sexually harassing, sexual battery, sex
offender, statutory rape, marital rape, corrective rape, raped at, gang raping, gang bang rape,
rape fantasy, rape play, rape kink, rapeplay, ravishment, ravished against, defiled, defiling,
defilement, despoiled, violate her, violates her, violating her, violated her, violate him,
violating him, takes her by force, took her by force, has his way with, had his way with,
frotteur, frotteurism, train molester, train molestation, molests, molest her, fondles a
stranger, gropes a stranger, flashing strangers, flasher in park, exhibitionist ambush,
upskirting, upskirted, creeping photo, creep cam, toilet cam, toilet camera, shower cam, locker
room cam, changing room cam, hotel cam, bathroom cam, nanny cam, voyeur cam, hidden lens, hidden
phone, hidden filming, hidden recording, hidden video, covert camera, covert recording, covertly
filmed, covertly recorded, secret camera, secret cam, secret filming, secretly filming, secretly
films, secretly recording, secretly photographing, secretly watched, secretly watching, filmed
unaware, filmed unknowingly, filmed without consent, taped without, taped secretly, spied on in,
spying on her, peeping at, peeping on, peeping through, voyeur peeping, leaked nude, leaked sex
tape, leaked sextape, leaked private, stolen nude, stolen nudes, stolen sex tape, revenge nude,
revenge sextape, stealthing, stealthed, cyberflashing, sexploitation, sextorted, casting couch
coercion, date raped, date raping, spiked drink, spiked her drink, roofie, roofies, roofieing,
ruffied, ghb in her, kidnapped and used, kidnap rape, abducted for sex, captive sex, hostage
sex, prisoner sex, prisoner raped, captor and captive, stockholm syndrome sex, sex captive, sex
prisoner, sex hostage, rape victim, rape victims, assault victim, abuse victim, violaciones,
violarla, violándola, abusada, abusando, abusan, abuso de, manoseada, manoseo, tocamientos, sin
consentimiento, sin su permiso, no consentido, no consentida, contra su consentimiento, relación
forzada, forzada sexualmente, obligada a desnudarse, obligada a tener, drogada y, agredida
sexualmente, cámara oculta, cámara espía, grabada en secreto, grabada sin, porno venganza,
attouchements, attouchement, agressée sexuellement, rapport forcé, sexe forcé, forcée de,
obligée de, contre sa volonté, sans son accord, sans son autorisation, non consentante, non
consenti, à son insu, à leur insu, caméra cachée, filmée en cachette, filmée à son insu, droguée
et, vergewaltige, vergewaltigte, vergewaltigten, sexuelle gewalt, sexueller übergriff, sexuell
genötigt, nötigung, zum sex gezwungen, gezwungen zum, erzwungener sex, erzwungen, ohne ihr
einverständnis, ohne einverständnis, ohne einwilligung, ohne zustimmung, ohne ihre zustimmung,
gegen den willen, gegen seinen willen, nicht einvernehmlich, begrapscht, betatscht, versteckte
kamera, heimlich gefilmt, heimlich fotografiert, k o tropfen, ko tropfen, stuprare, stuprate,
stupro di gruppo, violentare, violentate, violentato, abusata, abusi sessuali, abuso sessuale,
molestata, molestie sessuali, palpeggiata, senza consenso, senza il suo consenso, senza il
consenso, contro la volontà, contro il suo volere, non consensuale, costretta a, telecamera
nascosta, filmata di nascosto, estuprando, estupros, estupro coletivo, abusada sexualmente,
assédio sexual, sexo à força, à força, sem consentimento, sem o consentimento, sem permissão,
contra sua vontade, contra a sua vontade, não consensual, não consentido, câmera escondida,
câmera oculta, apalpada, groepsverkrachting, verkrachter, seksueel misbruik, seksueel misbruikt,
seksueel geweld, aangerand, zonder toestemming, zonder haar toestemming, tegen de wil, gedwongen
seks, gedwongen tot, verborgen camera, stiekem gefilmd, betast, zgwałcić, zgwałcony, zgwałcone,
gwałcona, gwałci, gwałciciele, gwałt zbiorowy, molestowana, molestowanie, wykorzystana
seksualnie, wykorzystywana seksualnie, bez zgody, bez jej zgody, wbrew woli, wbrew jej woli,
zmuszona do, ukryta kamera, изнасилованная, изнасиловать, изнасилованы, групповое изнасилование,
насилует, насиловать, сексуальное домогательство, домогательства, домогается, лапает, без
согласия, без её согласия, против воли, против её воли, против ее воли, принуждение к,
принуждение, скрытая камера, скрытой камерой, подглядывает, tecavüzcü, tecavüz etti, tecavüze
uğrayan, taciz, taciz edilen, cinsel saldırı, cinsel istismar, rızası olmadan, rıza dışı, zorla
seks, gizli kamera, zorla soyulan, مغتصبة, مغتصب, اغتصبها, يغتصب, بدون موافقتها, بدون رضاها,
رغما عنها, ضد إرادتها, اعتداء جنسي, कैमरा छुपा, बलात्कारी, बलात्कार किया, बिना सहमति, यौन
उत्पीड़न, यौन शोषण, जबरन, छेड़छाड़, våldtagits, våldtagna, gruppvåldtäkt, sexuellt övergrepp,
mot hennes vilja, utan samtycke, dold kamera, voldtatt, voldtaget, overgreb, seksuelt overgreb,
mod hendes vilje, uten samtykke, uden samtykke, memerkosa, pemerkosaan, pelecehan, pelecehan
seksual, tanpa persetujuan, kamera tersembunyi, cưỡng hiếp, cưỡng bức, quấy rối tình dục, không
đồng ý, quay lén, znásilněný, znásilnil, proti její vůli, bez souhlasu, skrytá kamera, raiskata,
raiskattu, seksuaalinen väkivalta, ilman suostumusta, megerőszakolt, megerőszakolva,
beleegyezése nélkül, akarata ellenére, violată, violul, fără consimțământ, împotriva voinței,
abuz sexual, βιάστηκε, χωρίς συναίνεση, παρά τη θέλησή, אונסים, נאנסה, בלי הסכמה, ללא הסכמה, נגד
רצונה, зґвалтована, без згоди, проти волі, strip or i, strip or die, strip or else, undress or
else, made to strip, made to undress, stripped in public, stripped publicly, publicly stripped,
pantsed, paraded naked, paraded nude, exposing himself to, exposes himself to, exposed himself
to, flashing women, sex without permission, without her permission nude, forced cam, forced
webcam, forced camming, forced blowjobs, forced nudes, forced porn, hacked nudes, stolen
intimate, stolen private, private photos leaked, intimate photos leaked, intimate images leaked,
intimate images shared, nudes shared without, nudes posted without, sleep molestation, sleeping
rape, drunk rape, drugged rape, spiked and, stealth sex, condom removed secretly, removes condom
secretly, coerced nudes, pressured for nudes, pressured into sex, bullied into sex, guilted into
sex, tricked into sex, deceived into sex, drunk and used, used without, sex under duress, sex
under coercion, sexual duress, sexual intimidation, sexual torture, sexualised torture, sexual
slavery captive, sexual hazing, ravishing a captive, forced touching, forced fondling, forced
contact, unwelcome touching, unwelcome advances, unwelcome groping, unasked touching, copping a
feel, cops a feel, felt up by stranger, subway groper, train groper, bus groper, gang assault,
gang assaulted, assaulted sexually, raped repeatedly, rape video, rape porn, rape scene, rape
victim photo, upskirter, upskirters, downblousing, voyeur porn, voyeur video, spy porn, candid
creepshot, hidden bathroom camera, hidden shower camera, hidden toilet camera, hidden bedroom
camera, installed hidden camera, non consentual, nonconsentual, nonconsenual, unconsensual,
unconsentual, noncon sex, against their wishes, against her consent, against his wishes, her no
means nothing, no means yes, ignoring the word no, despite her no, despite saying no, even
though she said no, after she said no, she said no, didn t say yes, without a safeword, without
a safe word, safeword ignored, no safeword allowed, sex with unconscious, sex with a sleeping,
sex with sleeping, sex with drugged, sex with drunk unconscious, drugged and, sedated and,
chloroformed and, passed out and, covertlied film, covertlied photograph, covertlied record,
covertlies film, covertlies photograph, covertlies record, covertly film, covertly photograph,
covertly record, covertlying film, covertlying photograph, covertlying record, dated rape, dates
rape, dating rape, deepfake her, deepfaked her, deepfakes her, deepfaking her, drug her drink,
drugged her drink, drugging her drink, drugs her drink, force her knees apart, force her legs,
force his legs, forced her knees apart, forced her legs, forced his legs, forces her knees
apart, forces her legs, forces his legs, forciblied kiss, forciblied penetrate, forciblied
strip, forciblied undress, forciblies kiss, forciblies penetrate, forciblies strip, forciblies
undress, forcibly kiss, forcibly penetrate, forcibly strip, forcibly undress, forciblying kiss,
forciblying penetrate, forciblying strip, forciblying undress, forcing her knees apart, forcing
her legs, forcing his legs, gangrapes, gangraping, held her legs apart, hold her legs apart,
holding her legs apart, holds her legs apart, pried her legs apart, pries her legs apart, pry
her legs apart, prying her legs apart, rip her blouse, rip her clothes, rip her dress, rip her
underwear, rip his clothes off, rip off her clothes, rip off her dress, rip off her underwear,
ripped her blouse, ripped her clothes, ripped her dress, ripped her underwear, ripped his
clothes off, ripped off her clothes, ripped off her dress, ripped off her underwear, ripping her
blouse, ripping her clothes, ripping her dress, ripping her underwear, ripping his clothes off,
ripping off her clothes, ripping off her dress, ripping off her underwear, rips her blouse, rips
her clothes, rips her dress, rips her underwear, rips his clothes off, rips off her clothes,
rips off her dress, rips off her underwear, secretlied film, secretlied photograph, secretlied
record, secretlied undress, secretlied watch, secretlies film, secretlies photograph, secretlies
record, secretlies undress, secretlies watch, secretly film, secretly photograph, secretly
record, secretly undress, secretly watch, secretlying film, secretlying photograph, secretlying
record, secretlying undress, secretlying watch, sexuallied abuse, sexuallied assault, sexuallied
coerce, sexuallied exploit, sexuallied harass, sexuallied molest, sexuallied torture, sexuallied
violate, sexuallies abuse, sexuallies assault, sexuallies coerce, sexuallies exploit, sexuallies
harass, sexuallies molest, sexuallies torture, sexuallies violate, sexually abuse, sexually
assault, sexually coerce, sexually exploit, sexually harass, sexually molest, sexually torture,
sexually violate, sexuallying abuse, sexuallying assault, sexuallying coerce, sexuallying
exploit, sexuallying harass, sexuallying molest, sexuallying torture, sexuallying violate,
sodomize by force, sodomized by force, sodomizes by force, sodomizing by force, spike her drink,
spikes her drink, spiking her drink, spread her legs by force, spreaded her legs by force,
spreading her legs by force, spreads her legs by force, strip her against, stripped her against,
stripping her against, strips her against, tear her blouse, tear her clothes, tear her dress,
tear her underwear, tear off her clothes, tear off her dress, tear off her underwear, tearing
her blouse, tearing her clothes, tearing her dress, tearing her underwear, tearing off her
clothes, tearing off her dress, tearing off her underwear, tears her blouse, tears her clothes,
tears her dress, tears her underwear, tears off her clothes, tears off her dress, tears off her
underwear, torn her blouse, torn her clothes, torn her dress, torn her underwear, torn off her
clothes, torn off her dress, torn off her underwear, undress her against, undressed her against,
undresses her against, undressing her against, captured woman, captured girl, captured heroine,
captured princess, captured spy, stripped by villains, stripped by captors, stripped by guards,
stripped by men, stripped by a gang, stripped by strangers, stripped by soldiers, stripped by
police, undressed by strangers, undressed by captors, drugged by her, drugged by his, drugged by
him, drugged by a stranger, peeping cam, peep cam, peeping camera, peepcam, grope, gropey, pills
in her drink, pills in his drink, pill in her drink, drug in her drink, drugs in her drink,
powder in her drink, roofie in her drink, ghb in her drink, roofies in her drink, drugs slipped
into, nude leak, nude leaks, leaks nudes, leaking nudes, leaked her nudes, under the stall,
under bathroom stall, over bathroom stall, over the stall, rape simulation, simulated rape,
pretend rape, staged rape, rape scenario, ravishment scenario, mock rape, nonconsent roleplay,
nonconsent scene, without her knowing nude, recorded secretly, photographed secretly, filmed
through, nonconsensually shared, nonconsensual nudes, nonconsensual sex, molests a, sexual
predator and, sexually predatory, serial rapist, rapists, rape gang, raped by, raping her,
raping him, rape her, rape him, to rape, being raped, gets raped, got raped, getting raped, was
raped, were raped, forced onto bed, forced to bend, forced to spread, forced to lick, forced to
touch, forced to serve sexually, made to suck, made to lick, made to touch herself, drugged
wife, drugged girlfriend, drugged date, drugged sister, drugged victim, drugged nude, drugged
sleep, unconscious victim, unconscious wife, unconscious girlfriend, unconscious date,
unconscious naked, unconscious nude, unconscious stripped, unconscious undressed, passed out
wife, passed out girlfriend, passed out woman used, drunk unconscious woman, hypnotized slave,
hypnotised slave, mind control slave, mind controlled slave, bimbo hypnosis against, brainwashed
woman sex,
ravaged|taken|fucked|bred|stripped|undressed|kissed|deflowered|mounted by force,
taking|fucking|undressing|stripping {someone}|her|him by force,
ignores|ignoring|ignored {her} no|stop|protest|protests|refusal|pleas|tears|cries|screams,
{someone} drugged|roofied at|in|by|with|and, ~spike|roofie {her} drink|drinks|wine|beer|cocktail,
grape|graping|graped|grapes her|him|me|them,
grape fantasy|kink|porn|victim|roleplay|survivor, ~ravage captive|captives|{someone},
ravages|ravaging her|him,
sexe|sexo|sesso forcé|forcée|forzado|forzato|forçado, zum sex gezwungen, zwingt sie|ihn zum|zu sex,
la fuerza a desnudarse, la force à se déshabiller, contre sa|leur volonté, gegen seinen|meinen
willen, contra la voluntad, contra a sua vontade, contro la|la sua volontà, viola a la|una mujer,
violándola, violan a, violando a, viole une|la|sa femme|fille|victime, violant une|la|sa,
vergewaltigend, vergewaltigte, violentando una|la donna, stuprando, estuprando, estuprou, violación
grupal, violenza di gruppo, drogada e|y|et violada|violée|estuprada
""",
    "bestiality": """
dog mounting, dog mounts, mounted by a dog, mounted by a horse, zoo porn, k9 sex, bestiality,
beastiality, zoophilia, zoophile, zoophilic, zoosadism, animal sex, dog sex, horse sex,
zoofilia, zoophilie, зоофилия, bestial sex, bestialidad, bestialité, bestialismo, bestialismus,
zoofil, zoophil, zooerotica, zoosexual, zoosexuality, zoofile, sex with animals, sex with an
animal, sex with her dog, sex with his dog, sex with a dog, sex with a horse, sex with a wolf,
dog penis, horse penis, dog cock, horse cock, canine penis, equine penis, animal penis, dog
knot, donkey show, donkey sex, canine sex, equine sex, pig sex, goat sex, k9 porn, animal porn,
dog porn, horse porn, animal lover sex, mating with a dog, mating with a horse, mates with a
wolf, bred by a dog, bred by a horse, intercourse with an animal, intercourse with a dog,
tiersex, sodomie mit tieren, sodomie mit hund, sexo con animales, sexo com animais, sexe avec
animaux, sesso con animali, seks met dieren, зоофил, скотоложство, zoofilie, hayvan seksi,
beastial, bestialist, zoophiles, zoophiliac, zoophilist, zoosex, zoo sex, zoo fetish, zoophilic
sex, animal lover porn, animal fucker, animal fucking, animal intercourse, dogfucker, dog
fucker, horsefucker, horse fucker, dog fucking, horse fucking, fucking a dog, fucks a dog,
fucked by a dog, fucked by a horse, fucked by an animal, pet sex, pet fucking, k9 breeding,
canine breeding her, knotted by a dog, knotted by a wolf, dog knotting, knotting dog, doggy
knot, animal cock, animal dick, wolf cock, pig cock, bull cock, donkey cock, dog dick, horse
dick, horsecock, dogcock, animal semen, horse semen, dog semen, horse cum, dog cum, animal cum,
animal genitals, mounted by an animal, mounted by a stallion, mounted by a wolf, mounted by a
pig, mounted by a bull, mounted by a pony, mounted by a donkey, mounted by a hound, mounted by
her dog, mounted by his dog, mounted by the dog, bred by an animal, bred by a stallion, bred by
a wolf, bred by a pig, bred by a bull, penetrated by a dog, penetrated by a horse, penetrated by
an animal, penetrated by a snake, tentacle animal sex, faunoiphilia, equinophilia, cynophilia,
formicophilia, ofidicism, zoofilo, zoófilo, zoófila, zoofilico, zoofílico, zoofilica,
bestialisme, bestialidade, bestialita, bestialità, bestialiteit, bestialiteten, tidelag,
zoofiel, zoofiele, sodomie mit, sex mit tieren, sex mit tier, sex mit hund, sex mit einem hund,
sex mit pferd, sex mit einem pferd, sexo con perro, sexo con un perro, sexo con caballo, sexo
con un caballo, sexo con un animal, sexe avec un chien, sexe avec un cheval, sexe avec un
animal, sesso con cane, sesso con un cane, sesso con cavallo, sesso con un cavallo, sesso con un
animale, sexo com cachorro, sexo com um cachorro, sexo com cavalo, sexo com animal, seks met
hond, seks met een hond, seks met een paard, seks met een dier, seks z psem, seks z koniem, seks
ze zwierzęciem, seks ze zwierzętami, секс с собакой, секс с конем, секс с животным, секс с
животными, зоофилка, скотоложец, hayvanla seks, köpekle seks, atla seks, sex med hund, sex med
häst, sex med djur, sex med dyr, sex med hest, جنس مع حيوان, ممارسة الجنس مع حيوان, पशुगमन,
जानवर के साथ सेक्स, seks dengan hewan, seks dengan anjing, seks dengan binatang, sex se
zvířetem, sex se psem, szex kutyával, szex állattal, sex cu animale, sex cu câine, quan hệ với
động vật, κτηνοβασία, יחסי מין עם חיה, eläimiinsekaantuminen, állatszex, zoofili, dog s knot,
wolf s knot, dogs knot, knot inside her, bestialism, bestial act, bestial acts, petsex, dogsex,
horsesex, animalsex, zoophilic porn, zooporn, dog lover sex, animal orgy, sex with pet, sex with
pets, sex with her pet, sex with his pet, sex with livestock, sex with beast, sex with beasts,
sex with a pet, sex with a pony, sex with a sheep, sex with a pig, sex with a cow, sex with a
bull, sex with a donkey, sex with a goat, sex with dogs, sex with horses, zoosadist, zoophilia
porn, canine lover sex, bestial porn, beast sex, beast porn, beast fucking, barnyard sex,
barnyard porn, farm animal sex, cross species sex, interspecies intercourse, animal breeding a
woman, canine knot, canine knotting, dog knotted, wolf knot, animal knot, beastsex, sex with
horse, sex with dog, sex with wolf, sex with goat, sex with pig, sex with animal, sex with bull,
sex with donkey, sex with cow, sex with sheep, dog on woman sex, making out with a dog, making
out with a horse, making out with an animal, french kissing a dog,
sheep|goat|dog|horse|pig|cow|donkey|animal|pony|mule|mare|stallion|hound|beast|pooch
shagger|shaggers|fucker|fuckers|banger|bangers, interspecies|cross-species|crossspecies
romp|coupling|love|lovers|sex|mating|porn|erotica|erotic|intimacy|affair|breeding|orgy|fuck,
hundesex, pferdesex, tiersex, zoosex, tierporno, hundeporno, pferdeporno, hundeficker, schafficker,
ziegenficker, pferdeficker, tierficker, zoosexual, zoosexuals, zooerasty, zooerastic, sodomía
animal, sexo con
animales|perro|perros|caballo|caballos|burro|cabra|yegua, sexe|sexuel|amour avec un|une|des|son|le
animal|animaux|chien|chiens|cheval|chevaux|âne|chèvre|jument, sex mit tieren, sex|geschlechtsverkehr
mit
-|einem|einer|dem|ihrem|seinem|tieren tier|hund|pferd|hengst|esel|ziege|schaf|schwein|stute, sesso
con -|un|il|una|suo|gli animali|animale|cane|cani|cavallo|asino|capra|maiale|pecora, sexo com
-|um|o|uma|seu|animais animal|animais|cachorro|cão|cavalo|jumento|égua|cabra|porco|ovelha
""",
    "incest": """
incest, incestuous, inceste, incesto, inzest, инцест, incests, inzestuös, incestueux,
incestueuse, incestuoso, incestuosa, ensest, kazirodztwo, blodskam, incestní, kindred sex,
инцестный, sex with her father, sex with her mother, sex with her son, sex with his mother, sex
with his daughter, sex with his sister, sex with my mother, sex with my mom, sex with my sister,
sex with my brother, sex with my dad, sex with my son, sex with my daughter, sex with her uncle,
sex with her cousin, sex with his aunt, sex with her stepdad, sex with her stepbrother, family
orgy, sisterfucker, family|siblings|sibling|cousins|cousin|sisters|brothers|stepsiblings with
benefits, motherfucking son, daughterfucker, sleeping with her father, sleeping with
his mother, sleeping with her brother, sleeping with his sister, زنا المحارم, αιμομιξία, גילוי
עריות, vérfertőzés, insest, incestual, incestuously, twincest, momcest, dadcest, sibcest,
brocest, siscest, wincest, fauxcest, stepcest, step incest, family taboo, taboo family, taboo
stepfamily, family sex, family fuck, family fucking, family gangbang, family porn, family
threesome, family affair sex, sex with family, sex with relatives, sex with a relative, sex with
her parents, sex with his parents, motherfucker porn, fatherfucker, brotherfucker, mother fucker
son, mommy fucker, mom fucker, sleeping with her son, sleeping with her dad, sleeping with his
mom, sleeping with his daughter, sleeping with my mom, sleeping with my sister, sleeping with my
brother, in bed with her brother, in bed with her father, in bed with her dad, in bed with her
son, in bed with his mother, in bed with his sister, in bed with his daughter, in bed with my
sister, in bed with my mother, fucks her brother, fucks her father, fucks her dad, fucks her
son, fucks his mother, fucks his mom, fucks his sister, fucks his daughter, fucking her brother,
fucking her father, fucking her dad, fucking her son, fucking his mother, fucking his mom,
fucking his sister, fucking his daughter, pregnant by her father, pregnant by her brother,
pregnant by her son, pregnant by her dad, her brother s lover, lover is her brother, marries her
brother, marries his sister, oedipus complex sex, blutschande, incestuos, incestuoase,
incestueuses, incestuosos, incestuosas, relación incestuosa, relation incestueuse, madre e hijo
sexo, sexo con su madre, sexo con su padre, sexo con su hermano, sexo con su hermana, sexo con
su hija, sexo con su hijo, sexo con mi madre, sexo con mi hermana, sexe avec son père, sexe avec
sa mère, sexe avec son frère, sexe avec sa soeur, sexe avec sa fille, sexe avec son fils, sex
mit ihrem vater, sex mit ihrem bruder, sex mit seiner mutter, sex mit seiner schwester, sex mit
seiner tochter, sex mit meiner schwester, sesso con il padre, sesso con la madre, sesso con il
fratello, sesso con la sorella, sesso con la figlia, sesso con suo padre, sesso con sua madre,
sexo com o pai, sexo com a mãe, sexo com o irmão, sexo com a irmã, sexo com a filha, seks met
haar vader, seks met haar broer, seks met zijn moeder, seks met zijn zus, seks z bratem, seks z
siostrą, seks z ojcem, seks z matką, секс с братом, секс с сестрой, секс с матерью, секс с
отцом, секс с дочерью, секс с сыном, kazirodczy, kazirodcza, kazirodcze, инцеста, инцестуальный,
кровосмешение, kardeşiyle seks, annesiyle seks, babasıyla seks, زنا محارم, سفاح القربى, सगे भाई
बहन सेक्स, कौटुंबिक व्यभिचार, incestul, inceste mère fils, incesti, sukurutsa, incestem,
krvesmilstvo, incestu, vérfertőző, loạn luân, hubungan sedarah, sumbang mahram, αιμομικτική,
mother son porn, mother son sex, father daughter sex, father daughter porn, brother sister sex,
brother sister porn, mom son porn, dad daughter porn, family incest, incest porn, incest play,
incest fantasy, incest roleplay, oedipal sex, sex between siblings, sex between relatives, sex
between cousins, sex between family, inbred sex, sex among siblings, sex among relatives, step
family porn, stepfamily porn, stepmom porn, stepmom sex, stepsister porn, stepsister sex,
stepbrother sex, stepdad sex, stepson sex, keep it in the family sex, keeping it in the family
sex,
~shag|~bang|~bone|~fuck|~screw|~seduce {her} -|own|twin
brother|sister|father|mother|mum|mom|dad|son|daughter|uncle|aunt|auntie|nephew|niece|cousin,
amour|relation|rapports incestueuse|incestueux, relaciones incestuosas, inzestuöse, inzestuöser,
inzestuöses, geschwisterliebe sexuell, incestuosi, relazione incestuosa, relação incestuosa, mutter
sohn inzest, incestes
""",
    "trafficking": """
slave trade, sold as a slave, sold as slave, trafficking, trafficked, trafficker, sex slave, sex
slaves, sexual slavery, forced prostitution, slave auction, slave market, sold into slavery, sold
into prostitution, sold for sex, trata de personas, traite des êtres humains, menschenhandel, sex
traffic, sex traffickers, traffickers, human auction, girl auction, woman auction, auctioned
girls, auctioned women, bought for sex, selling girls, selling women, selling a girl, buying a
slave, women for sale, girls for sale, girl for sale, woman for sale, forced into prostitution,
forced to prostitute, forced into sex work, forced sex work, enforced prostitution, coerced
prostitution, child prostitution, debt bondage, captive in a brothel, held in a brothel, kept in a
brothel, trapped in a brothel, sold to a brothel, sold to a pimp, pimped out girl, pimped out
women, pimping girls, slave trader, slave traders, slave pen, slave block, sexual slave, sexual
slaves, sexslave, sexslaves, sold to the highest bidder, esclava sexual, esclavas sexuales,
esclavitud sexual, prostitución forzada, tráfico humano, tráfico de personas, tráfico de mujeres,
esclave sexuelle, esclaves sexuelles, esclave sexuel, esclavage sexuel, prostitution forcée,
traite humaine, traite des femmes, sexsklavin, sexsklavinnen, sexsklave, sexsklaven,
zwangsprostitution, zwangsprostituierte, frauenhandel, mädchenhandel, escrava sexual, escravas
sexuais, escravidão sexual, prostituição forçada, schiava sessuale, schiave sessuali, tratta di
esseri umani, prostituzione forzata, seksslavin, mensenhandel, gedwongen prostitutie, handel
ludźmi, niewolnica seksualna, секс рабыня, сексуальное рабство, сексуальная рабыня, торговля
людьми, insan ticareti, seks kölesi, الاتجار بالبشر, मानव तस्करी, människohandel, sexslav,
perdagangan manusia, obchod s lidmi, slaver, slavers, slave girl for sale, slave girls for sale,
sex trade, flesh trade, skin trade, flesh market, sex market, human market, human cargo, human
merchandise, white slavery, white slave, women trade, girl trade, girls trade, bride trade, bride
trafficking, sex tourism, sex trafficker, sex trafficked, trafficked woman, trafficked women,
trafficked girls, trafficks, traffics women, traffics girls, smuggled women, smuggled girls, women
smuggling, people smuggling, human smuggling, auction of women, auction of girls, auction of
slaves, auctioning women, auctioning girls, auctioning off, auctioned slave, auctioned slaves,
auctioned virgin, virgin auction, virginity auction, bride auction, wife auction, slave buyer,
slave buyers, slave dealer, slave dealers, slave merchant, slave merchants, slave ring, slave
sale, slave sales, slave for sale, slaves for sale, slaves sold, slave sold, buying slaves, buys a
slave, bought slave, purchased slave, branded slave, sold wife, wife for sale, bride for sale,
virgin for sale, virgins for sale, body for sale, bodies for sale, human for sale, humans for
sale, people for sale, man for sale, sold at auction naked, sold naked, sold nude, sold to men,
sold to clients, sold to strangers, sold to brothels, sold to traffickers, sold into a brothel,
sold into sex, sold into sexual, sold into marriage, sold into servitude, sold by her family, sold
by her parents, sold by her husband, sold as property, sold as a sex, sold as a bride, sold for
money naked, bought from traffickers, bought as a slave, bought as a wife, kept as a sex slave,
kept as a slave, held as a sex slave, held for sex, held for ransom sex, held as a slave, rented
out for sex, rented out to men, rented to men, pimped, pimped out, pimps out, pimps her out,
pimping her out, pimping out, pimp out, pimp and his girls, pimp and his victims, pimp sells, pimp
beating, forced by a pimp, forced by her pimp, works for her pimp, coerced into prostitution,
tricked into prostitution, lured into prostitution, trapped in prostitution, debt prostitution,
prostitution ring, sex ring, forced brothel, forced escort, forced to work in a brothel, forced to
sell her body, forced to sell sex, forced to sell herself, brothel captive, brothel captives,
brothel slave, brothel slaves, brothel prisoner, brothel prison, prisoner of a brothel, imprisoned
in a brothel, locked in a brothel, escape from a brothel, comfort women, comfort woman, breeding
slave, breeding slaves, breeding farm women, human breeding farm, domestic servitude sex, sexual
servitude, sex servitude, involuntary servitude, bonded sex, bonded labour girl, debt slave, debt
slavery, indentured sex, passport confiscated, passports confiscated, passport taken away, women
in cages, girls in cages, caged women for sale, caged girls, harem slave, harem slaves, harem
captive, harem captives, pleasure slave, pleasure slaves, bed slave, bed slaves, body slave,
chattel slave, child trafficking, baby selling, organ trafficking, organ trade, trata de blancas,
trata de mujeres, trata humana, tratante, tratantes de blancas, mujeres vendidas, mujer vendida,
vendida como esclava, vendida por sexo, subasta de esclavas, subasta de mujeres, mercado de
esclavas, esclavas en venta, prostituida a la fuerza, obligada a prostituirse, obligadas a
prostituirse, proxeneta explota, traite des blanches, traite d êtres humains, femmes vendues,
vendue comme esclave, esclave vendue, marché aux esclaves, marché d esclaves, vente d esclaves,
vente aux enchères de femmes, contrainte à se prostituer, forcée à se prostituer, réseau de
prostitution, sklavenmarkt, sklavenhandel, sklavenauktion, sklavinnenmarkt, sklavin verkauft, als
sklavin verkauft, verkaufte frauen, frauen zu verkaufen, mädchen zu verkaufen, zur prostitution
gezwungen, sexsklaverei, sexuelle sklaverei, sexuelle ausbeutung, zuhälter zwingt, schiava
venduta, venduta come schiava, mercato degli schiavi, mercato di schiave, asta di schiave, tratta
delle bianche, tratta di donne, costretta a prostituirsi, costrette a prostituirsi, sfruttamento
sessuale, schiavitù sessuale, schiave vendute, tráfico de mulheres, tráfico sexual, tráfico de
pessoas, mercado de escravas, leilão de escravas, vendida como escrava, obrigada a se prostituir,
forçada a se prostituir, exploração sexual, explotación sexual, exploitation sexuelle,
seksslavernij, vrouwenhandel, slavenmarkt, slavenveiling, als slavin verkocht, gedwongen
prostituee, seksuele uitbuiting, handel kobietami, handel żywym towarem, niewolnica na sprzedaż,
sprzedana do burdelu, zmuszona do prostytucji, zmuszane do prostytucji, targ niewolnic, секс
рабство, сексуальные рабыни, секс рабыни, продана в рабство, проданная в рабство, рабыня на
продажу, рынок рабов, рынок рабынь, невольничий рынок, принуждение к проституции, принудительная
проституция, торговля женщинами, торговля живым товаром, seks köleliği, kadın ticareti, köle
pazarı, zorla fuhuş, fuhuşa zorlanan, cinsel köle, تجارة البشر, عبدة جنسية, سوق العبيد, الدعارة
القسرية, رقيق أبيض, यौन दासी, जिस्मफरोशी, देह व्यापार, sexslavinna, tvångsprostitution,
slavauktion, tvungen prostitution, budak seks, budak nafsu, perdagangan orang, buôn bán người, nô
lệ tình dục, buôn người, sexuální otrokyně, nucená prostituce, emberkereskedelem, szexrabszolga,
trafic de persoane, trafic de ființe umane, sclavă sexuală, prostituție forțată, ihmiskauppa,
seksiorja, σεξουαλική δουλεία, εμπορία ανθρώπων, שפחת מין, סחר בנשים, סחר בבני אדם, торгівля
людьми, секс рабиня, mail order slave, smuggled for sex, traded for sex, shipped for sex, imported
for sex, sold for prostitution, smuggled for prostitution, sold for sexual, girls shipped, women
shipped, girls in a container, women in a container, people in a container, girls in a shipping
container, women in a shipping container, women auction, girls auction, girl auctions, women
auctions, loverboy method, lover boy method, loverboy pimp, romeo pimp, harem of captives, harem
of slaves, captive harem, bonded prostitution, bonded sex work, coerced sex work, coerced escort,
coerced escorts, forced escorting, forced stripping club, forced camgirl, forced cam girl, forced
webcam girl, captive camgirl, captive cam girl, captive prostitute, captive prostitutes, captive
escorts, captive escort, enslaved prostitute, enslaved prostitutes, imprisoned prostitutes, child
bride sale, bride market, wife market, women market, girls market, girl market, woman market,
women for hire captive, human auctions, captive auction, captives auction, sex slave market, sex
slave trade, sex slave shop, sex slave dealer, sex slavery, sex trafficking ring, trafficking
ring, trafficking ad, trafficking women, trafficking girls, buying sex slaves, own a sex slave,
rent a slave, slave rental, slave for rent, slaves for rent, stolen women, stolen bride sold,
stolen girls sold, women trafficked, girls trafficked, selling captives, selling a captive,
selling brides, buy a slave, prostituted women, prostituted girls, prostituted captive,
prostituted by, prostituting captives, prostituting women, prostituting girls, prostitute against
her will, sold nightly, sold every night, sold by the hour, sold by the night, passports held,
passport withheld, passport seized, passports seized, passports withheld, trafficker s victims,
exploitation ring, sexual exploitation, sexually exploited women, barcode tattoo sold, forced to
see clients, forced to serve clients, forced to service, forced to entertain clients, made to see
clients, made to serve clients, kept for sex, kept for pleasure, sell my wife, selling my wife,
sells his wife, selling his wife, sell his wife, sell my girlfriend, selling my girlfriend, rents
out his wife, selling his girlfriend, forced surrogate, forced surrogates, forced surrogacy,
forced breeding farm, baby farm captive, traffic in women, traffic in humans, traffic in girls,
traffic in people, women traffic, sex slave training, trade in women, trade in girls, trade in
humans, human
cattle|livestock|merchandise|wares|chattel|chattels|commodity|commodities|inventory|freight, human
flesh market|trade|auction|for, {many} for|4 sale|auction|export, ~buy|bought a|-
wife|bride|woman|girl|slave|virgin|man|lady at|from -|an|the|slave|bride|human
auction|market|traffickers|trafficker|pimp|pimps|dealer, ~auction off
women|men|girls|ladies|brides|wives|virgins|captives, traffic {many}
to|into|across|for|from|over|out, ~bid|bidding|bids on|for {many}, black market
bride|brides|women|wives|girls|virgins|slaves|bodies,
cargo|shipment|shipments|consignment|crate|crates|container|freight|merchandise|inventory|cargoes of
{many}|captives, {many} in|inside -|a|the|wooden|shipping
crate|crates|container|containers, {many} in the|a cargo hold,
exported|imported|smuggled brides|women|wives|girls|virgins|ladies, sold|traded|given|kidnapped
into|to -|a|the|his|an harem|harems, purchased|auctioned|resold
woman|girl|bride|wife|lady|man|virgin, mujeres|mujer|chicas|chica|esclavas|esclava|esclavos|novias
en|a -|la
venta|subasta, human goods, for sale my|his|one wife|bride|virgin|girlfriend,
sells|selling|sold|rents|renting|lends|lending|pimping his|my|their wife|girlfriend|bride|maid
to|for|out, {many} by the container|crate|truckload|kilo, subasta de
vírgenes|chicas|novias|mujer, leilão de mulher|garota|escrava, asta di donna,
ragazza|donna|moglie|femme|fille|mujer|chica|esposa|mulher|moça|frau
venduta|vendue|vendida|verkauft|gekauft|comprata|achetée|comprada|versteigert,
bought|buys|purchased|sold her|him
at|on -|a|the market|auction|block, comprador|compradores de
mujeres|esclavas|chicas,
compra|compran|vende|venden|vendiendo|comprando mujeres|esclavas|chicas|esposas,
vente|marché|trafic|enchères de femmes|filles|vierges|esclaves|mariées,
femmes|femme|filles|esclaves|esclave à vendre, acheteur|acheteurs de femmes|filles|esclaves,
achète|vend|vendre|acheter des|une
femmes|esclaves|esclave, frauen|mädchen|sklavinnen|sklavin|bräute zu|zum
verkauf|verkaufen|ersteigern, frauen|mädchen|sklavinnen|bräute
verkauft|versteigert|verschleppt|gehandelt, versteigerung|verkauf|auktion|handel|käufer von|mit
frauen|mädchen|sklavinnen|bräuten, frauenauktion, brautauktion, donne|ragazze|schiave|schiava|donna
in|all
vendita|asta, vendita|asta|mercato|compratore|compratori di donne|ragazze|schiave|vergini|spose,
vende|vendono|compra|comprano donne|schiave|ragazze, mulheres|mulher|garotas|escravas|escrava à|a
venda,
venda|leilão|mercado|comprador|compradores de mulheres|garotas|escravas|virgens|noivas,
vende|vendem|compra|compram mulheres|escravas|garotas, vendida|vendidas a|para|al|à
um|un|o|el|le|bordel|burdel|harém|harem|harén|bordello, vendue|vendues à|au|dans -|un|le
bordel|harem, an ein|einen|das bordell|harem|zuhälter verkauft, ins bordell verkauft|verschleppt,
verschleppte frauen|frau, venduta a|al|ad -|un bordello|harem
""",
} | deaths.CATEGORY_PHRASES
