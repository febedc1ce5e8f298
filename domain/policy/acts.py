"""Words for what is never drawn of anybody, and the words that mean it only together."""

CATEGORY_PHRASES = {
    "non_consent": """
unwilling, unwillingly, forcibly, nonconsenting, non consenting, assaulted, forced upon,
forced onto, rape, raped, rapes, raping, rapist, noncon, non con, nonconsensual, non consensual,
nonconsent, non consent, dubcon, forced sex, forced oral, forced intercourse,
forced penetration, forced stripping, forced to strip, forced to undress, forced herself,
forced himself, against her will, against his will, against their will, without consent,
without her consent, without his consent, without their consent, molest, molested, molesting,
molestation, molester, sexual assault, sexually assaulted, sexual abuse, sexually abused,
date rape, gang rape, gangrape, sleep sex, somnophilia, roofied, upskirt, creepshot, creepshots,
spycam, revenge porn, violacion, violada, violée, vergewaltigung, vergewaltigt, estupro, stupro,
stuprata, изнасилование, no consent, lack of consent, consent ignored, ignoring consent,
saying no to him, begging him to stop, begs him to stop, begging to stop, does not want to,
does not want it, doesnt want it, taken by force, forced upon her, forced on her,
forced to have sex, forced to perform, forced nudity, forced nude, forced orgasm, violated,
sexually violated, sexual violence, sexual harassment, sexually harassed, sexual coercion,
sexual blackmail, sextortion, groped, groping, gropes, groper, chikan, fondled against,
hidden camera, hidden cameras, hidden cam, hidden cams, spy cam, spy cams, spy camera,
secretly filmed, secretly recorded, secretly photographed, secret recording, filmed secretly,
filmed without, recorded without, photographed without, unaware of the camera,
she does not know, she doesnt know, unaware that she, peeping tom, up skirt, upskirts,
down blouse, downblouse, creep shot, nonconsensually, drugged drink, date rape drug, rohypnol,
chloroformed, chloroform, passed out drunk, passed out naked, passed out nude, mind control sex,
nude against, stripped against, undressed against, gangraped, gang raped, prison rape, raper,
rapey, rap3, sleep assault, sleep rape, sleeping assault, unconscious woman, unconscious girl,
incapacitated, revenge nudes, leaked nudes, violar, violaron, violador, violacion grupal,
abuso sexual, agresion sexual, sexo forzado, forzada a, sin su consentimiento, viol, viols,
violer, viol collectif, abus sexuel, agression sexuelle, sans son consentement, forcée à,
sans consentement, vergewaltigen, vergewaltiger, gruppenvergewaltigung, sexueller missbrauch,
sexuell missbraucht, sexuelle nötigung, gegen ihren willen, estuprada, estuprador, estuprar,
contra a vontade, contra su voluntad, contre son gre, contro la sua volonta, stupri, stupratore,
violentata, violenza sessuale, sesso forzato, verkrachting, verkracht, verkrachten,
tegen haar wil, aanranding, gwałt, gwałcie, zgwałcona, gwałciciel, изнасилована, изнасиловали,
изнасиловал, насилуют, насильник, насилие над, tecavüz, tecavüze, اغتصاب, تحرش جنسي, बलात्कार,
våldtäkt, våldtagen, voldtekt, voldtægt, perkosaan, diperkosa, hiếp dâm, znásilnění, znásilněna,
raiskaus, nemi erőszak, viol în grup, βιασμός, אונס, зґвалтування, forced her to, forced him to,
forces her to, forces him to, forcing her to, forcing him to, doesn t consent, doesnt consent,
does not consent, didn t consent, did not consent, unconsenting, ignores her protests,
ignoring her protests, despite her protests, protests ignored, against her wishes
""",
    "bestiality": """
dog mounting, dog mounts, mounted by a dog, mounted by a horse, zoo porn, k9 sex, bestiality,
beastiality, zoophilia, zoophile, zoophilic, zoosadism, animal sex, dog sex, horse sex, zoofilia,
zoophilie, зоофилия, bestial sex, bestialidad, bestialité, bestialismo, bestialismus, zoofil,
zoophil, zooerotica, zoosexual, zoosexuality, zoofile, sex with animals, sex with an animal, sex
with her dog, sex with his dog, sex with a dog, sex with a horse, sex with a wolf, dog penis,
horse penis, dog cock, horse cock, canine penis, equine penis, animal penis, dog knot, donkey
show, donkey sex, canine sex, equine sex, pig sex, goat sex, k9 porn, animal porn, dog porn, horse
porn, animal lover sex, mating with a dog, mating with a horse, mates with a wolf, bred by a dog,
bred by a horse, intercourse with an animal, intercourse with a dog, tiersex, sodomie mit tieren,
sodomie mit hund, sexo con animales, sexo com animais, sexe avec animaux, sesso con animali, seks
met dieren, зоофил, скотоложство, zoofilie, hayvan seksi
""",
    "incest": """
incest, incestuous, inceste, incesto, inzest, инцест, incests, inzestuös, incestueux,
incestueuse, incestuoso, incestuosa, ensest, kazirodztwo, blodskam, incestní, kindred sex,
инцестный, sex with her father, sex with her mother, sex with her son, sex with his mother,
sex with his daughter, sex with his sister, sex with my mother, sex with my mom,
sex with my sister, sex with my brother, sex with my dad, sex with my son, sex with my daughter,
sex with her uncle, sex with her cousin, sex with his aunt, sex with her stepdad,
sex with her stepbrother, family orgy, sisterfucker, motherfucking son, daughterfucker,
sleeping with her father, sleeping with his mother, sleeping with her brother,
sleeping with his sister, زنا المحارم, αιμομιξία, גילוי עריות, vérfertőzés, insest
""",
    "trafficking": """
slave trade, sold as a slave, sold as slave, trafficking, trafficked, trafficker, sex slave,
sex slaves, sexual slavery, forced prostitution, slave auction, slave market, sold into slavery,
sold into prostitution, sold for sex, trata de personas, traite des êtres humains,
menschenhandel, sex traffic, sex traffickers, traffickers, human auction, girl auction,
woman auction, auctioned girls, auctioned women, bought for sex, selling girls, selling women,
selling a girl, buying a slave, women for sale, girls for sale, girl for sale, woman for sale,
forced into prostitution, forced to prostitute, forced into sex work, forced sex work,
enforced prostitution, coerced prostitution, child prostitution, debt bondage,
captive in a brothel, held in a brothel, kept in a brothel, trapped in a brothel,
sold to a brothel, sold to a pimp, pimped out girl, pimped out women, pimping girls,
slave trader, slave traders, slave pen, slave block, sexual slave, sexual slaves, sexslave,
sexslaves, sold to the highest bidder, esclava sexual, esclavas sexuales, esclavitud sexual,
prostitución forzada, tráfico humano, tráfico de personas, tráfico de mujeres, esclave sexuelle,
esclaves sexuelles, esclave sexuel, esclavage sexuel, prostitution forcée, traite humaine,
traite des femmes, sexsklavin, sexsklavinnen, sexsklave, sexsklaven, zwangsprostitution,
zwangsprostituierte, frauenhandel, mädchenhandel, escrava sexual, escravas sexuais,
escravidão sexual, prostituição forçada, schiava sessuale, schiave sessuali,
tratta di esseri umani, prostituzione forzata, seksslavin, mensenhandel, gedwongen prostitutie,
handel ludźmi, niewolnica seksualna, секс рабыня, сексуальное рабство, сексуальная рабыня,
торговля людьми, insan ticareti, seks kölesi, الاتجار بالبشر, मानव तस्करी, människohandel,
sexslav, perdagangan manusia, obchod s lidmi
""",
    "gore": """
mangled body, intestines, decapitating, bloodbath, massacre, exploding head, ripped apart,
torn apart, chopped up, brutal murder, brutally murdered, hacked to pieces, skinned alive,
burned alive, gutted, disembowelling, gore, gory, guro, dismember, dismembered, dismemberment,
dismembering, decapitate, decapitated, decapitation, behead, beheaded, beheading, mutilate,
mutilated, mutilation, disembowel, disemboweled, disembowelled, disembowelment, eviscerated,
evisceration, entrails, viscera, flayed, impaled, impalement, cannibal, cannibalism,
necrophilia, necrophile, corpse, corpses, cadaver, dead body, dead bodies, severed head,
severed heads, severed limb, severed limbs, severed arm, severed hand, severed leg, snuff film,
snuff movie, snuff porn, torture, tortured, torturing, covered in blood, drenched in blood,
soaked in blood, pool of blood, pools of blood, blood everywhere, slashed throat, slit throat,
exposed organs, spilled guts, gore porn, innards, bowels spilling, bowels hanging,
spilling guts, spilled intestines, guts spilling, guts hanging, organs exposed, organs spilling,
dismembers, severed finger, severed fingers, severed foot, severed feet, severed legs,
severed arms, severed hands, severed ear, severed torso, severed neck, amputated limb,
amputated limbs, amputated arm, amputated leg, blood splatter, blood splattered,
blood spattered, blood soaked, bloodsoaked, blood gushing, gushing blood, spurting blood,
blood spurting, bloody corpse, bloody mess of flesh, bleeding out, bleeding to death,
bleeding corpse, rotting corpse, rotting flesh, decaying corpse, slaughtered, stabbed to death,
beaten to death, throat cut, cut her throat, throat slit, slitting her throat, slit her throat,
exposed bone, exposed bones, exposed intestines, brain matter, brains splattered, crushed skull,
skull crushed, smashed skull, vivisection, vivisected, drawn and quartered, quartered body,
headless corpse, limbless torso, skinned body, skinned corpse, flaying, flayed skin, impaling,
impaler victim, disemboweling, disembowels, eviscerate, eviscerating, mutilating, mutilates,
bodily mutilation, snuff, snuffed, crush fetish, meat hook through, gibs, gibbed, corpse sex,
sex with a corpse, nude corpse, murder victim, murdered woman, murdered girl, human remains,
body parts scattered, ero guro, eroguro, tortura, torturada, torturado, desmembrada,
desmembrado, desmembramiento, decapitada, decapitado, mutilada, mutilado, tripas fuera,
vísceras, cadáver, cadavre, cadavres, démembrée, démembré, décapitée, décapité, éviscérée,
éviscéré, mutilée, torturée, torturé, entrailles, zerstückelt, zerstückelte, enthauptet,
enthauptete, enthauptung, geköpft, ausgeweidet, verstümmelt, gefoltert, folterung, leiche,
leichen, eingeweide, smembrato, smembrata, decapitata, decapitato, mutilata, torturata,
cadavere, viscere, desmembramento, torturada, onthoofd, onthoofding, verminkt, gemarteld,
расчлененка, расчлененный, расчленение, обезглавленный, обезглавленная, отрубленная голова,
кишки, труп, трупы, пытки, ćwiartowanie, odcięta głowa, zwłoki, ścięta głowa, tortury,
kesik baş, işkence, ceset, مقطوع الرأس, تعذيب, جثة, halshuggen, lemlästad, mayat, mutilasi,
decomposing body, decomposing corpse, decomposed body
""",
    "self_harm": """
hang herself, hang himself, overdose, overdosed, self inflicted, end her life, end his life,
ending her life, ending his life, wants to die, self harm, selfharm, self harming, self injury,
self mutilation, suicide, suicidal, slit wrists, slitting wrists, slit wrist, cut wrists,
cutting wrists, cutting her wrists, cutting his wrists, cutting herself, cutting himself,
cutting themselves, hanging herself, hanging himself, hanged herself, hanged himself,
kill herself, kill himself, killing herself, killing himself, noose, overdosing, pro ana,
proana, pro anorexia, thinspo, thinspiration, suicidio, selbstmord, suicides, suicidals,
commit suicide, wrists slit, slits her wrists, slits his wrists, slitting her wrists,
slitting his wrists, slit her wrists, slit her own wrists, slitting her own wrists,
wrist cutting, wrist slitting, wristcutting, cuts on her wrists, cuts on her wrist,
cuts on her arms, cuts on her arm, cuts on her thighs, fresh cuts on, razor on her wrist,
razor blade on her wrist, razor to her wrist, blade to her wrist, knife to her own throat,
self cutting, self mutilating, self mutilated, self injuring, self injurious,
self inflicted wounds, self inflicted cuts, self immolation, jumps to her death,
jumping to her death, jump to her death, leaping to her death, gun to her own head,
gun in her own mouth, gun in her mouth, shoots herself, shooting herself, shooting himself,
shot herself, shot himself, kills herself, kills himself, killed herself, killed himself,
kill myself, killing myself, take her own life, takes her own life, taking her own life,
taking his own life, took her own life, hangs herself, hangs himself, hung herself,
hung himself, hanging by a noose, hanging from a noose, overdoses, overdose on pills,
swallowing pills to die, drowning herself, drowns herself, burning herself with,
starving herself, starve herself, meanspo, bonespo, pro bulimia, promia, suicidarse, suicida,
suicidándose, suicídio, suicidar, suicidó, autolesión, autolesiones, autolesionarse,
automutilation, se suicider, suicidée, suicider, se pendre, selbstmörder, suizid, suizidal,
selbstverletzung, selbstverletzend, selbsttötung, erhängt sich, autolesionismo, suicidarsi,
automutilação, automutilacao, zelfmoord, zelfdoding, zelfbeschadiging, automutilatie,
samobójstwo, samobójczyni, samookaleczenie, самоубийство, самоубийца, суицид, самоповреждение,
intihar, انتحار, आत्महत्या, självmord, självskada, selvmord, selvskading, bunuh diri, tự tử,
tự sát, sebevražda, sebepoškozování, öngyilkosság, sinucidere, itsemurha, αυτοκτονία, התאבדות,
самогубство, slashed wrists, slashing wrists, slashing her wrists, slashes her wrists,
slashed her wrists, opened wrists, bleeding wrists
""",
}

SEXUAL_WORDS = """
sex, sexual, sexually, fuck, fucks, fucked, fucking, intercourse, penetrated, penetrates, blowjob,
handjob, creampie, cum, breeding, mating, copulating, orgasm, knotted, porn, hardcore, sexy time,
copulate, copulates, coitus, lovemaking, fornication, fornicating, shagging, humping, sexo, sexe,
sesso, seks, секс, porno, pornographic, pornography, xxx, orgy, threesome, penetrating,
penetration, sodomized, ejaculating, anal, oral, blowjobs, handjobs, aroused, cunnilingus,
fellatio, deflowered, impregnated, impregnating, impregnate, gangbang, gangbanged,
geschlechtsverkehr, セックス
"""

NUDE_WORDS = """
nude, nudes, naked, nudity, topless, erotic, unclothed, undressed, undressing, desnuda, desnudo,
desnudas, nue, nues, nackt, nackte, nua, nuas, nuda, naakt, naga, голая, голый, çıplak, naken,
nøgen, unclad, disrobed, bottomless, nsfw
"""

ANIMAL_WORDS = """
dog, dogs, doggo, canine, hound, horse, horses, stallion, pony, donkey, goat, goats, sheep, pig,
pigs, wolf, wolves, bull, cow, animal, animals, snake, dolphin, monkey, zebra, beast, puppy,
pooch, mutt, canines, hounds, mare, mares, colt, foal, mule, donkeys, ram, lamb, boar, hog, sow,
piglet, lion, tiger, panther, hyena, ape, gorilla, chimp, chimpanzee, baboon, elk, moose, deer,
buck, stag, camel, llama, alpaca, rhino, crocodile, lizard, eel, dolphins, snakes, monkeys,
ponies, cows, bulls, beasts, livestock, rottweiler, doberman, labrador, husky,
pitbull, perro, perros, perra, caballo, caballos, chien, chiens, cheval, chevaux,
hund, hunde, pferd, pferde, cane, cani, cavallo, cachorro, cavalo, cavalos, hond, honden, paard,
собака, собакой, пес, конь, конем, köpek, animales, animaux, tier, tiere, tieren, animali,
animais, dieren
"""

HELPLESS_WORDS = """
unconscious, drugged, blackmail, blackmailed, coerced, kidnapped, abducted, hypnotized,
hypnotised, comatose, sedated, blackmailing, extorted, captive, hostage, enslaved, unwilling,
unaware, nonconsenting, forcefully, forcibly
"""

PARENT_WORDS = """
mother, mothers, mom, mum, mama, father, dad, papa, parent, parents, stepmom, stepmother,
stepdad, stepfather, aunt, uncle, grandfather, grandmother, grandpa, grandma, stepparent, madre,
padre, mamá, papá, mère, père, mutter, vater, mãe, pai, moeder, vader, мать, отец
"""

OFFSPRING_WORDS = """
son, sons, daughter, daughters, stepson, stepdaughter, niece, nephew, grandson, nieces, nephews,
granddaughter, grandsons, granddaughters, stepdaughters, stepsons, hijo, hija, fils, sohn,
tochter, filho, filha, figlio, figlia, zoon, dochter, сын, дочь
"""

SIBLING_WORDS = """
sister, sisters, brother, brothers, sibling, siblings, stepsister, stepbrother, stepsis, stepbro,
twins, cousin, stepsisters, stepbrothers, stepsiblings, cousins, hermana,
hermano, hermanos, hermanas, frère, soeur, bruder, schwester, geschwister, irmã, irmão, fratello,
sorella, брат, сестра, broer, zus
"""

KIN_PLURAL_WORDS = """
siblings, sisters, brothers, twins, cousins, stepsiblings, stepsisters, stepbrothers, hermanos,
hermanas, geschwister
"""
"""Several of one family: incest where the text is sexual anywhere, not only bare."""
KIN_MARK_WORDS = "own, biological"
"""Straight before one of a family: incest where the text is sexual or bare anywhere."""

CATEGORY_UNSPACED = {
    "non_consent": """
レイプ, 強姦, 強制性交, 痴漢, 盗撮, 睡姦, 輪姦, 凌辱, 性的暴行, 强奸, 強奸, 迷奸, 轮奸, 性侵,
猥亵, 偷拍, 迷姦, 강간, 성폭행, 성추행, 몰카, 불법촬영, 윤간, ข่มขืน
""",
    "bestiality": "獣姦, 兽交, 獸交, 人兽, 人獸, 수간, 動物との性",
    "incest": "近親相姦, 近亲相奸, 近親, 乱伦, 亂倫, 近親姦, 근친, 근친상간, 母子相姦, 兄妹相姦",
    "trafficking": """
人身売買, 性奴隷, 性奴, 性奴隶, 人口贩卖, 人口販賣, 拐卖, 人身取引, 성노예, 인신매매, 強制売春,
逼良为娼, ค้ามนุษย์
""",
    "gore": """
首を切, 斬首, 切断され, 内臓, 臓物, 屍姦, 死体, リョナ, グロ画像, 断头, 斷頭, 斩首, 肢解, 分尸,
内脏, 內臟, 尸体, 屍體, 酷刑, 虐杀, 토막, 참수, 내장, 시체, 고문, ศพ
""",
    "self_harm": """
自殺, 自杀, 自傷, リストカット, 首吊り, 自残, 自殘, 割腕, 上吊, 자살, 자해, ฆ่าตัวตาย
""",
}
"""Terms of scripts written without spaces, looked for anywhere in the text."""
