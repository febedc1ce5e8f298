"""Tables that undo disguises: signs, lookalike letters, digits for letters."""

ACCENTED_WORDS = {
    "niña": " child ",
    "niño": " child ",
    "bebé": " baby ",
    "bébé": " baby ",
    "bebê": " baby ",
    " år": " year old ",
    "_år": " year old ",
}
"""Words that are other words (names, mostly) once the accent is gone; read before it goes."""

SIGNS = {
    "👶": " baby ",
    "🧒": " child ",
    "👧": " little girl ",
    "👦": " little boy ",
    "👼": " baby ",
    "🚼": " baby ",
    "🍼": " baby ",
    "🚸": " children ",
    "🐕": " dog ",
    "🐶": " dog ",
    "🐩": " dog ",
    "🐎": " horse ",
    "🐴": " horse ",
    "🐐": " goat ",
    "🐖": " pig ",
    "🍆": " sex ",
    "−": "-",
    "–": "-",
    "—": "-",
    "。": ",",
    "、": ",",
    "’": "'",
    "\u115f": "",
    "\u1160": "",
    "\u2800": "",
}
"""Emoji that stand for a term, signs that stand for an ASCII one, letters that show nothing."""

LOOKALIKES = {
    "a": "аαɑᴀա",
    "b": "вьβʙꞵ",
    "c": "сᴄ¢",
    "d": "ԁδđᴅɗ",
    "e": "еεǝɛᴇ€",
    "f": "ƒғ",
    "g": "ɡɢց",
    "h": "нһħʜհ",
    "i": "іιıɩɪ",
    "j": "јᴊյ",
    "k": "кκᴋ",
    "l": "ӏλłʟ£",
    "m": "мᴍ",
    "n": "пηɴո",
    "o": "оοσøᴏօ",
    "p": "рρþᴘ",
    "q": "ԛզ",
    "r": "гґʀ",
    "s": "ѕꜱ",
    "t": "тτŧᴛ",
    "u": "μυᴜս",
    "v": "νᴠ",
    "w": "ԝωᴡ",
    "x": "хχ",
    "y": "уγʏ¥",
    "z": "ζᴢ",
    "3": "з",
    "ae": "æ",
    "oe": "œ",
}
"""Cyrillic, Greek, Armenian, stroked and small-capital Latin letters by the letter they ape."""

LEET_LETTERS = {
    "o": "0",
    "l": "1i!",
    "e": "3",
    "a": "4@",
    "s": "5$",
    "g": "69",
    "t": "7+",
    "b": "8",
    "z": "2",
}
"""Digits and signs by the letter they stand for; i, l, 1 and ! are one letter to the eye."""

DIGIT_LOOKALIKES = {"0": "o", "1": "il!", "2": "z", "5": "s", "8": "b"}

WHOLE_WORDS = """
gurochan, minor, minors, kinder, beheading, behead, lapset, mayat, shota, shotas, daycare
"""
"""Hard words that are only read as they are: in pieces or misspelt they are ordinary ones."""
MASKED_WORDS = """
rape, nude, cock, cocks, dick, dicks, fuck, fucks, fucked, fucking, fucker, pussy, porn, cunt,
penis, rapes, raped, raping, corpse
"""
"""Short words that are also looked for with a sign in place of a letter."""
INNOCENT_SPELLINGS = """
implement, implements, implemented, tearing, tenants, kidd, childe, childer, infancy, rapport,
torturous, flying, rapping, rapped, rapper, rappers, hottest, scaling, scaled, scaler, scalding,
barnett, defied, defiler, ruffled, ruffed, roofed, roofless, lichen, lichens, leihen, overdoing,
collegial, schuller, shuler, infanta, teena, goodchild, solari, solara, kida, babbles, masaka,
babine, schlieren, gooses, unlived, kiddle, repaid, chore, chores, clem, encre, dite, tortue,
sembrato, sembrata, sembrate, eleva, abusado, nonato, enfocado, enfocada, volador, volaron,
filete, filetes, volata, viceré, sventato, tratate, veerkracht, frotter, poignarde, poignardé,
évente, tweeën, collégial, scalded, peters, tens, miners, bays, moes, neros, trips, bowls,
barns, bains, raps, tees, raes, bambis, lols, couk
"""
"""Words that look like a disguise of a hard one and are not."""
MISSPELT_WORDS = {
    "chld": "child",
    "cihld": "child",
    "chlid": "child",
    "hcild": "child",
    "tenn": "teen",
    "incset": "incest",
    "insest": "incest",
    "incets": "incest",
    "icnest": "incest",
    "suiside": "suicide",
    "sucide": "suicide",
    "raep": "rape",
    "rpae": "rape",
    "arpe": "rape",
    "rapd": "raped",
    "rapeing": "raping",
    "snuf": "snuff",
    "snuuf": "snuff",
    "sxe": "sex",
    "esx": "sex",
    "secks": "sex",
    "seggs": "sex",
    "segs": "sex",
    "dgo": "dog",
    "odg": "dog",
    "hram": "harm",
    "hamr": "harm",
    "slef": "self",
    "sefl": "self",
    "urself": "yourself",
    "nekkid": "naked",
    "nakid": "naked",
    "noods": "nudes",
    "newds": "nudes",
    "pron": "porn",
    "donkie": "donkey",
    "hore": "horse",
    "dogg": "dog",
    "doog": "dog",
    "cannabilism": "cannibalism",
    "canabalism": "cannibalism",
    "canabilism": "cannibalism",
    "trafiquing": "trafficking",
    "prostitusion": "prostitution",
    "decapited": "decapitated",
    "zoofile": "zoophile",
    "zoofilic": "zoophilic",
    "necrofile": "necrophile",
    "servered": "severed",
    "forsed": "forced",
    "enslavd": "enslaved",
    "sewerside": "suicide",
    "deapfake": "deepfake",
}
"""Slips of words too short for the general rule."""

ORDINARY_WORDS = """
loop, flow, able, evals, kana, marc, idom, perp, exes, dias, glen, pots, soda, peels, paws,
lamina, masc, ecaf, neet, live, reed, tuba, stab, laid, diva, wolf, repaid, chore, they, star,
lana, alba, haya
"""
"""Words that say something ordinary, though backwards or in rot13 they say something else."""

UNSPACED_AGE_SIGNS = "歳才岁歲살"
"""Signs of an age in scripts that are written without spaces."""
