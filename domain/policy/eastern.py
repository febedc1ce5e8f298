"""Arabic and Hindi: how their kinds of word belong to the wider ones, and what they mean together.

The words are in `arabic` and `hindi`. Both put them in another order than English does, so hardly a
rule here asks for one.
"""

from domain.policy import arabic, hindi

ARABIC_FRONTS = (
    *("", "و", "ف", "ب", "ل", "ك", "س", "ال", "وال", "بال", "فال", "كال", "لل", "ولل"),
    *("وب", "ول", "وس"),
)
"""What is written before a word: and, so, by, for, like, will, the, and these together."""
ARABIC_OWNERS = ("ه", "ها", "هم", "هن", "هما", "ي", "نا", "ك", "كم")
"""What is written behind it: his, her, their, my, our, your."""
ARABIC_BACKS = ("", *ARABIC_OWNERS, "ا", "ني", "ين", "ون", "ان", "ات", "هن", "وا")
HINDI_BACKS = ("", "ो", "यो", "या", "ओ", "ए", "ये", "े")
"""Endings of plurals, as they are left when signs above and below letters are gone."""

KINDS_TOGETHER = """
bare: east_nude, east_sex
nude: east_nude
exposed: east_nude
sexual: east_sex
love: east_love
kin_love: east_love
animal: east_animal
family: east_parent, east_offspring, east_sibling
parent: east_parent
offspring: east_offspring
sibling: east_sibling
asleep: east_asleep
drunk: east_drunk
out_of_it: east_asleep, east_drunk, east_out
helpless: east_out, east_forced
east_helpless: east_asleep, east_drunk, east_out, east_forced, east_refuses
says_no: east_refuses
done_to: east_touches, east_sex
hands_on: east_touches
strips_off: east_strips
garment_told: east_garment
office_now: east_office
portrayed: east_photo
east_kin: east_parent, east_offspring, east_sibling
east_body: east_corpse, east_guts, east_own_limb
pardoned_east: east_harm
true_face_tongues: east_true_face
sells_told: east_sells
auction_tongues: east_sells
slave: east_slaves
brothel_told: east_brothel
brothel: east_brothel
anybody_told: east_person
people_told: east_slaves
"""
"""As in `rules`, for which these are more."""

RULES = """
east_undone = east_strips + east_garment: 3 clause
non_consent = east_undone + east_helpless: 8
non_consent = east_touches + east_helpless: 6
non_consent = east_strips + east_helpless: 4 clause
non_consent = east_helpless + bare: 8
non_consent = east_nude + east_helpless: 8
real_person = east_undone + east_photo: 8
real_person = east_undone + east_private: 6
real_person = east_private + bare: 6
real_person = east_private + east_garment: 3 clause, parted by east_person
real_person = east_role_known + bare: 8
real_person = east_role_known + east_undone: 8
real_person = east_role_known + east_true_face: 6
real_person = east_famous + east_true_face: 5
east_faced = east_face + east_swap: 4 clause
real_person = east_faced + bare: 10
real_person = east_faced + east_photo: 6
real_person = east_faced + east_private: 8
real_person = east_faced + east_famous: 8
east_spied = east_films + east_secretly: 5
non_consent = east_spied + east_privy: 8
non_consent = east_spied + bare: 8
non_consent = east_spied + east_private: 4
non_consent = east_forced + east_disrobes: 5
non_consent = east_spied + east_person: 2 clause, parted by east_photo
incest = east_kin + east_sex: 6
incest = east_kin + east_love: 5 clause
incest = kin_pair + east_love: 8
incest = east_kin + east_lust: 4
east_made = east_makes + east_nude: 6
real_person = east_made + east_photo: 6
real_person = east_made + east_private: 6
gore = east_corpse + east_spikes: 3 clause
east_own_kin = east_kin_own + east_kin: 1 clause ordered
incest = east_own_kin + bare: 8
incest = east_sibling + east_nude: 3 clause
incest = east_kin + east_nude: 2 clause
bestiality = east_animal + east_sex: 6
bestiality = east_animal + east_love: 4 clause
east_pairs = east_animal + east_person: 2
bestiality = east_pairs + east_couples: 4
trafficking = east_slaves + east_sells: 6
trafficking = east_caged + east_sells: 6
trafficking = east_forced + east_sells: 5
trafficking = east_forced + east_brothel: 6
trafficking = east_caged + east_brothel: 6
trafficking = east_debt + east_brothel: 10
trafficking = east_sells + east_brothel: 5
trafficking = east_sells + east_nude: 4
trafficking = east_person + east_offered: 1 clause ordered
trafficking = east_slaves + east_sex: 4
gore = east_cuts + east_corpse: 3 clause
east_cut = east_cuts + east_person: 2 clause
gore = east_cut + east_blood: 6
gore = east_guts + east_out_of: 3 clause
gore = east_guts + east_blood: 3 clause
gore = east_corpse + east_blood: 1 clause, parted by east_person
self_harm = east_cuts + east_veins: 3 clause
self_harm = east_cuts + east_own_limb: 2 clause
gore = east_maimed + east_person: 1 clause
self_harm = east_wounds + east_razor: 4 clause
self_harm = east_cloth + east_hangs: 1 clause
self_harm = east_rope + east_ending: 4
self_harm = east_blade + east_veins: 5
self_harm = east_rope + east_neck: 4
east_leap = east_jumps + east_heights: 5
self_harm = east_leap + east_ending: 10
self_harm = east_pills + east_ending: 6
self_harm = east_gun + east_own_head: 4 clause
self_harm = east_heights + east_ending: 4
"""
"""As in `rules`, for which these are more."""

PARDONS = """
pardoned_east near east_cause: 4 bare
pardoned_east after east_not: 0 bare
"""
"""As in `rules`, for which these are more."""

_PHRASES = (arabic.CATEGORY_PHRASES, hindi.CATEGORY_PHRASES)
CATEGORY_PHRASES = {
    category: ",".join(each.get(category, "") for each in _PHRASES)
    for category in arabic.CATEGORY_PHRASES
}
"""As in `acts`: what is refused wherever it stands."""

_KINDS = (arabic.KINDS, arabic.AFFIXED, hindi.KINDS)
KINDS = {
    f"east_{kind}": ",".join(each[kind] for each in _KINDS if kind in each) for kind in hindi.KINDS
} | {
    "east_offered": """
للبيع, معروضه|معروضات|مطروحه للبيع, بالمزاد, في المزاد, بسعر الجمله, بيعت|تباع|بيعن
في|بالمزاد|ل|للزبائن|بسعر|لبيت, जाने|- बिकाऊ,
नीलामी में|के, बेची गई|जा|जाती|जाएगी, बेच दी, bikau, nilami me|mein, bechi gayi|ja
""",
    "east_not": "لا, لا ل, no",
}
"""For `RULES`; some are one of a wider kind of `rules`."""
