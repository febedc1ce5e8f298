"""Which kinds of word mean a category near each other, and how near."""

KINDS_TOGETHER = """
family: parent, offspring, sibling
bare: nude, sexual
"""
"""Kinds that are several kinds of `contexts` in one."""

RULES = """
minor = youth + young_person: 2 clause ordered, parted by grown
minor = youth_role + bare: 10
minor = youth_role + intimate: 5
minor = boy + bare: 3 clause
minor = age_hint + bare: 12
minor = age_hint + intimate: 6
real_person = acquaintance + portrayed: 5
real_person = acquaintance_weak + exposed: 4
real_person = acquaintance_weak + face: 1 clause ordered
real_person = famous + exposed: 3
real_person = celebrity + identified: 3 clause
non_consent = helpless + bare: 10
non_consent = helpless + intimate: 3
non_consent = asleep + done_to: 4
non_consent = helpless + done_to: 3
non_consent = unaware + watched: 3
non_consent = says_no + goes_on: 8
non_consent = says_no + bare: 6
non_consent = cry + sexual: 6
non_consent = no_word + consent_word: 3 clause ordered
non_consent = no_word + consensual: 0 clause ordered
non_consent = consent_word + consent_gone: 4 clause ordered
bestiality = animal + sexual: 5 clause
bestiality = animal + sexual: 2
bestiality = animal + erotic: 3
bestiality = animal + love: 2
bestiality = animal + carnal: 1 clause
animal_act = animal_mount + animal: 3
bestiality = animal_act + bare: 12
animal_mounts = animal + mounting: 1 clause ordered
bestiality = animal_mounts + somebody: 2 clause ordered
animal_near = with_a + animal_slang: 0 clause ordered
bestiality = animal_near + sexual: 4
bestiality = animal_near + erotic: 2
bestiality = mouthing + animal: 2 clause
animal_licks = animal_slang + lick: 0 clause ordered
bestiality = animal_licks + bare: 3
incest = family + sexual: 5 clause
incest = family + sexual: 3
incest = family + love: 3 clause
incest = kin_plural + sexual: 40
incest = kin_plural + nude: 3
incest = relative + sexual: 2
incest = relative + love: 2
incest = daughter + nude: 1 clause
kin_marked = kin_mark + family: 0 clause ordered
incest = kin_marked + bare: 14
incest = kin_marked + love: 6
kin_with = with_own + family: 1 clause ordered
incest = kin_with + bare: 8
incest = kin_with + love: 5
kin_pair = parent + offspring: 3
kin_pair = pet_parent + offspring: 3
kin_pair = sibling + sibling: 3
incest = kin_pair + bare: 16
incest = kin_pair + love: 8
kin_kiss = kiss + family: 2 clause
incest = kin_kiss + bare: 6
sale_of = sale + person_sold: 4
trafficking = sale_of + bare: 10
trafficking = sale + slave: 3
trafficking = sale + for_sex: 3
trafficking = slave + sexual: 3
slave_shown = slave + slave_show: 5
trafficking = slave_shown + bare: 10
trafficking = helpless + sale: 2
trafficking = caged + sold: 3
trafficking = brothel + bound: 6
trafficking = pimp + person_sold: 5
trafficking = pimp + bound: 6
trafficking = pimp + sexual: 4
gore = ripped_hard + body_part: 3 clause
gore = organ + organ_seen: 2 clause
gore = wound_hard + victim: 3 clause
gore = dead + sexual: 4
gore = dead + nude: 4
gore = saw + sawn: 4 clause
gore = throat + cut_throat: 2 clause
gore = spoilt + spoilt_body: 2 clause
self_harm = harm_verb + self: 1 clause ordered
self_harm = wrist + blade: 3 clause
self_harm = limb_own + blade_hard: 4
self_harm = wrist + sharp: 2
cut_limb = cut_verb + limb_own: 1 clause ordered
self_harm = cut_limb + blade: 4
self_harm = pills + die: 4
self_harm = height + leap: 5
self_harm = cord + neck: 2 clause ordered
self_harm = gun + own_head: 3 clause ordered
"""
"""`a = b + c: n` finds `a` where a word of kind `b` and one of `c` have at most n words between.

`clause`: both in one clause; `ordered`: `b` stands first; `parted by`: no word of that kind lies
between.
What is found is a category, or a kind for the rules after it.
"""

UNSPACED_RULES = """
incest = family + bare
bestiality = animal + sexual
non_consent = helpless + bare
trafficking = sale + bare
minor = young + bare
"""
"""Met where both kinds stand anywhere in a text in a script without spaces."""
