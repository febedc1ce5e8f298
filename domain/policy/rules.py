"""Which kinds of word mean a category near each other, and how near."""

from domain.policy import (
    asides,
    byroads,
    callings,
    crossings,
    eastern,
    mercies,
    sidelong,
    traces,
    turns,
    unspaced,
    vernaculars,
)

KINDS_TOGETHER = """
family: parent, offspring, sibling, parent_more, offspring_more, sibling_more
bare: nude, sexual, nude_more, sexual_more
animal: animal_more
animal_slang: animal_slang_more
sexual: sexual_more
nude: nude_more
love: love_more
parent: parent_more
offspring: offspring_more
sibling: sibling_more
kin_plural: kin_plural_more
helpless: helpless_more
says_no: says_no_more
done_to: done_to_more
pills: pills_more
die: die_more
leap: leap_more
bound: bound_more
drunk: drunk_more
height: height_more
weapon_in: weapon_in_more
done_to: done_to_class
sexual: sexual_pron
underling: underling_more
real_star: real_star_more
passion: passion_more
trade_in: trade_in_more
of_somebody: of_somebody_more
wound_new: wound_new_more
leap: leap_class
height: height_class
deadly: deadly_more
slave: slave_tongues
head_roll: head_fallen
grudge: grudge_more
cry: cry_more
sexual: sexual_slang
nude: nude_slang
drunk_more: drunk_slavic
asleep: drunk_slavic
undressed_by: undressed_by_slavic
done_to: taking_turns
done_to: held_taken
done_to: undressed_by_slavic
bare: sexual_slang, nude_slang
exposed: nude_slang
portrayed: nude_slang
nude: nude_slavic
bare: nude_slavic
helpless: helpless_lands
done_to: fell_asleep_friends
single_fame: famous_first
kin_figures: kin_fiction
nude: no_clothes_more
bare: no_clothes_more, sexual_pron
says_no: says_no_wide
gas: gas_more
ending_means: rope_means
of_somebody: crime_photo
with_own: with_own_more
helpless: helpless_told
spoilt: spoilt_more
sibling: sib_more
family: sib_more
offspring: offspring_grown
family: offspring_grown
sale: sale_more
says_no: says_no_push
up_skirt: up_skirt_more
captor_place: captor_loot
crucified: nailed_to
parent: parent_plain
family: parent_plain
helpless: helpless_wide
who_is: kin_said
blood_kin: said_kin
sexual: spelt_act, sex_slavic
bare: spelt_act, spelt_nude, sex_slavic, nude_ten
nude: spelt_nude, nude_ten
exposed: spelt_nude
animal: spelt_animal
family: spelt_kin, kin_ten
true_face: true_face_tongues
sold_tongues: sold_slavic
brothel: brothel_tongues
slave: slaves_bare
done_to: undressed_passive_tongues
undressed_by_slavic: undressed_passive_tongues
kin_pair: kin_pair_ten
private_one: private_more
unclothe_ask: strips_ask
animal_mount: mount_me
who_is: said_tongues
love: love_ten
in_two: in_two_more
pills: pills_ten
die: die_ten
leap: leap_ten
helpless: no_idea
asleep: snoring, asleep_ten
says_no: please_no
acquaintance: ex_glued
"""
KINDS_TOGETHER += callings.KINDS_TOGETHER.lstrip() + traces.KINDS_TOGETHER.lstrip()
KINDS_TOGETHER += sidelong.KINDS_TOGETHER.lstrip() + turns.KINDS_TOGETHER.lstrip()
KINDS_TOGETHER += vernaculars.KINDS_TOGETHER.lstrip() + byroads.KINDS_TOGETHER.lstrip()
KINDS_TOGETHER += eastern.KINDS_TOGETHER.lstrip() + asides.KINDS_TOGETHER.lstrip()
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
non_consent = unaware + watched: 5
non_consent = says_no + goes_on: 8
non_consent = says_no + bare: 6
non_consent = cry + sexual: 6
non_consent = no_word + consent_word: 3 clause ordered
non_consent = no_word + consensual: 0 clause ordered
non_consent = consent_word + consent_gone: 4 clause ordered
bestiality = animal + sexual: 5 clause
bestiality = animal + sexual: 4
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
incest = family + kin_love: 3 clause
incest = kin_plural + sexual: 40
incest = kin_plural + nude: 3
incest = relative + sexual: 2
incest = relative + love: 2
incest = relative + kin_love: 2
incest = daughter + nude: 1 clause
kin_marked = kin_mark + family: 0 clause ordered
incest = kin_marked + bare: 14
incest = kin_marked + love: 6
kin_with = with_own + family: 1 clause ordered
incest = kin_with + bare: 8
incest = kin_with + love: 5
incest = kin_with + kin_love: 4
kin_pair = parent + offspring: 6
kin_pair = pet_parent + offspring: 5
kin_pair = sibling + sibling: 5
kin_pair = sibling + bro: 3
kin_pair = parent + bro: 2
incest = kin_pair + bare: 16
incest = kin_pair + love: 8
incest = kin_pair + kin_love: 6
kin_kiss = kiss + family: 2 clause
incest = kin_kiss + bare: 6
incest = kin_kiss + passion: 2 clause
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
cry_held = distress + held: 4
non_consent = cry_held + bare: 6
clothes_torn = garment + torn: 1 clause
non_consent = clothes_torn + distress: 5
non_consent = clothes_torn + crowd: 4
grab_part = grab + private_part: 4 clause
non_consent = grab_part + stranger: 5
non_consent = grab_part + asleep: 3 clause
non_consent = grab_part + goes_on: 4
stranger_unaware = stranger + unaware: 4
non_consent = stranger_unaware + private_part: 8
unaware_part = unaware + private_part: 4
non_consent = unaware_part + looking: 8
non_consent = assaulting + somebody: 1 clause ordered
non_consent = attacking + private_part: 6
non_consent = drugging + somebody: 1 clause ordered
non_consent = no_word + safeword: 2 clause ordered
non_consent = unwilled + intimate_act: 0 clause ordered
non_consent = undress_verb + stranger: 2 clause ordered
non_consent = undress_verb + drunk: 2 clause ordered
non_consent = creep + spied: 2
non_consent = up_skirt + looking: 4
camera_hid = camera_hidden + camera_word: 1 clause
non_consent = camera_hid + private_place: 3
non_consent = camera_hid + bare: 4
watched_one = watching + neighbour: 2 clause
non_consent = watched_one + nude: 4 clause
sneaky_shot = sneaky + snapshot: 1 clause ordered
non_consent = sneaky_shot + private_place: 3
non_consent = sneaky_shot + private_part: 3
non_consent = sneaky_shot + bare: 5 clause
misused = superior + misuses: 0 clause ordered
non_consent = misused + underling: 1 clause ordered
non_consent = threat + sexual: 2 clause
non_consent = forcing + self_on: 0 clause ordered
non_consent = free_use + asleep: 4
non_consent = free_use + helpless: 4
non_consent = violate + somebody: 2 clause ordered
non_consent = violate + asleep: 3 clause
famous_one = real_star + star: 1 clause ordered
real_person = famous_one + exposed: 3
real_person = exposed + famous_one: 2
real_person = officeholder + exposed: 3
real_person = officeholder + intimate: 2 clause
bestiality = pleasure + animal: 2 clause ordered
bestiality = animal + pleasure: 0 clause ordered
bestiality = mated_by + beast: 2 clause ordered
bestiality = barnyard + sexual: 1 clause
animal_fondled = fondling + animal: 2 clause
bestiality = animal_fondled + bare: 4
human_beast = human_being + animal: 3 clause
bestiality = human_beast + sexual: 5
bestiality = inserted + small_animal: 1 clause
kin_bed = family + bed_of: 0 clause ordered
incest = kin_bed + bare: 6
incest = inbred + bare: 4
goods = trade_in + person_plain: 0 clause ordered
trafficking = goods + closing: 0 clause ordered
trafficking = person_plain + sold_passive: 0 clause ordered
trafficking = unfree + offer: 4
caged_one = caged + person_plain: 2
trafficking = caged_one + sold: 4
trafficking = brothel_place + chained_up: 5
trafficking = lure + brothel_place: 5
trafficking = slave + brothel_place: 2
gore = real_sign + killing: 1 clause
gore = killing + real_sign: 0
gore = eroticised + killing: 1 clause
gore = killing + killed_by: 2 clause
gore = killing + remains: 2
halved_one = halving + halved: 2 clause
gore = halved_one + halved_body: 4
gore = accident + remains: 4
gore = broken_head + head_part: 1 clause
weapon_inside = weapon_in + flesh_part: 2 clause ordered
gore = weapon_inside + bleeds: 4
bled_out = crucified + bleeds: 3
gore = bled_out + nude: 6
gore = amputation + distress: 3
burning_one = burning + somebody: 1 clause
gore = burning_one + distress: 4
gore = hewing + body_part: 2 clause ordered
gore = carcass + stowed: 0 clause ordered
gore = bleeds + carcass: 0 clause ordered
gore = bleeds + remains: 1
self_harm = cut_verb + wrist: 1 clause ordered
self_harm = razor + red_water: 4
self_harm = disorder + goal: 2 clause ordered
gore = grinder + human_meat: 2
self_harm = end_verb + own_life: 0 clause ordered
life_ended = end_verb + life: 0 clause ordered
self_harm = life_ended + closing: 0 clause ordered
self_harm = how_to + dying: 2 clause ordered
self_harm = wrist + farewell: 4
self_harm = jump_off + farewell: 4
self_harm = gas + deadly: 4
self_harm = razor + own_skin: 1 clause ordered
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
incest = kin_pair + erotic: 10
incest = kin_pair + phallus: 6
incest = kin_pair + kin_act: 4 clause
incest = sibling + erotic: 2 clause
incest = family + erotic: 0 clause
incest = kin_figures + bare: 8
incest = kin_figures + erotic: 8
incest = kin_figures + love: 6
bestiality = animal + phallus: 1 clause ordered
self_harm = rails + to_die: 4
trafficking = to_traffic + person_plain: 1 clause ordered
trafficking = made_to + body_sale: 1 clause ordered
trafficking = body_sale + bound: 4
trafficking = body_sale + helpless: 6
non_consent = drunk + advantage: 4 clause
non_consent = asleep + advantage: 4 clause
non_consent = helpless + advantage: 4 clause
non_consent = undress_verb + asleep: 2 clause ordered
non_consent = made_to + sexual: 1 clause ordered
bestiality = spread_for + animal: 2 clause ordered
non_consent = held_down + sexual: 2 clause
non_consent = held_down + done_to: 2 clause
animal_tongue = animal + tongue: 1 clause ordered
bestiality = animal_tongue + bare: 3 clause
self_harm = hang_word + stool: 3
trafficking = smuggler + brothel: 5
non_consent = crowd + forcing_one: 3 clause
non_consent = forcing_one + bare: 4 clause
incest = my_kin + bare: 3 clause
self_harm = hang_from + farewell: 4
self_harm = plunge + to_death: 5 clause ordered
animal_rut = animal + rut: 3 clause
bestiality = animal_rut + bare: 12
bestiality = animal_rut + person_more: 4 clause
animal_had = animal + submits: 3 clause
bestiality = animal_had + bare: 12
incest = kin_pair + kin_taboo: 3
incest = kin_pair + kin_intimacy: 4 clause
incest = kin_pair + kin_heat: 5
incest = kin_marked + kin_heat: 6
incest = kin_marked + passion: 5
incest = kin_with + fooling_around: 3 clause
incest = kin_with + kin_intimacy: 6
incest = blood_kin + bare: 12
incest = kin_plural + french_kissing: 5
kin_sold = family + stripper: 1 clause ordered
incest = kin_sold + me_and_kin: 3
self_harm = way_out + goodbye_all: 3
acquaintance_pictured = acquaintance_weak + pictured_one: 2 clause
real_person = pictured_one + exposed: 3
real_person = acquaintance_pictured + bare: 6
real_person = long_dead + bare: 12
real_person = long_dead + exposed: 6
real_person = long_dead + intimate: 6
incest = kin_pair + kin_lust: 5
kin_far = parent + offspring: 10
incest = kin_far + kin_lust: 5
incest = kin_far + kin_intimacy: 4 clause
lot_person = lot + person_more: 2
trafficking = lot_person + bids: 8
goods_people = cargo_word + person_plain: 0 clause ordered
trafficking = goods_people + buyers: 6
trafficking = person_plain + as_goods: 2 clause ordered
handed_to = handed + payer: 3 clause ordered
trafficking = handed_to + unfree: 8 clause
owned_code = barcode + barcode_skin: 2 clause
trafficking = owned_code + owned: 6
gore = head_roll + head_taker: 5
self_harm = did_it + wound_seen: 8
self_harm = cutter + wound_new: 3 clause
self_harm = note_last + ending_means: 4
bestiality = animal + bare_under: 1 clause ordered
incest = kin_amour + bare: 8
incest = kin_kiss + tongues: 3
gore = head_shown + head_taker: 6
self_harm = wrist_more + razor_more: 3 clause
cried_on = cry + goes_on: 4
non_consent = cried_on + bare: 6
bestiality = phallus_in + animal: 2 clause ordered
incest = kin_bed + kin_intimacy: 4
held_for_debt = debt_held + debt_word: 5
trafficking = held_for_debt + night_work: 8
self_harm = hang_from + rope_own: 4
self_harm = end_it + ending_means: 4 clause
self_harm = self_gave + wound_seen: 3 clause
non_consent = threat_job + undress_now: 4 clause
non_consent = drunk_more + undressed_by: 2
mating_one = mate_word + person_class: 4 clause
bestiality = mating_one + animal: 5 clause
animal_mating = animal + mate_word: 3 clause
bestiality = animal_mating + person_class: 4 clause
bestiality = animal + used_as: 3 clause
bestiality = used_as + animal: 2 clause
animal_over = under_animal + animal: 2 clause ordered
bestiality = animal_over + nude: 4 clause
bestiality = sexual_frame + animal: 7 clause
animal_between = animal + between_legs: 2 clause
bestiality = animal_between + bare: 8
non_consent = drink_spiked + person_class: 4
non_consent = says_no + shared_out: 6
non_consent = made_to + serve_sexually: 1 clause ordered
made_undress = makes_one + undress_base: 3 clause ordered
non_consent = superior + made_undress: 6 clause
non_consent = kept_place + bare: 8
non_consent = kept_place + sex_thing: 4
pulled_off = pull_verb + garment: 3 clause ordered
pulled_off = garment + pulled: 0 clause ordered
non_consent = pulled_off + stranger: 5
non_consent = pulled_off + asleep: 6
non_consent = pulled_off + drunk: 6
non_consent = touch_verb + unasked_for: 5 clause
non_consent = stolen_from + bare: 4
non_consent = strip_search + distress: 8
real_person = exposed + famous_one: 5 clause
incest = bedding_kin + family: 1 clause ordered
kin_bath = kin_pair + bath_shared: 4 clause
incest = kin_bath + kiss: 8
incest = kin_bath + bare: 8
incest = kin_bath + intimate: 8
trafficking = slave + papers_gone: 6
sent_one = person_plain + bought_sent: 3 clause ordered
trafficking = sent_one + closing: 8 clause ordered
trafficking = person_plain + for_buyers: 4 clause
trafficking = person_sold + goods_tongues: 4 clause
trafficking = person_sold + trafficked_tongues: 3
trafficking = sold_tongues + brothel: 5
trafficking = for_sale + bride_sold: 0 clause ordered
gore = tool_through + victim: 3 clause ordered
gore = nails_in + body_part: 2 clause ordered
gore = cutting_up + body_cut_up: 2 clause ordered
gore = cut_open + organ: 4
gore = cut_open + pulled_by: 1 clause ordered
gore = fed_to + distress: 4
gore = fish_gutted + victim: 3
gore = in_pieces_tongues + person_class: 4 clause
self_harm = cut_tongues + wrist_tongues: 3 clause ordered
self_harm = self_cut_tongues + limb_tongues: 3 clause
self_harm = cuts_on + razor: 6
self_harm = cuts_on + blade_hard: 6
self_harm = rope_up + leaving_life: 6
self_harm = no_food + to_be_thin: 3
self_harm = gun_tongues + head_tongues: 3 clause ordered
self_harm = rope_neck + note_tongues: 4
self_harm = gas + deadly: 8
posted_nude = posting + nude: 1 clause ordered
non_consent = posted_nude + grudge: 6
attacked_bed = intruding + on_top: 3
non_consent = attacked_bed + distress: 5
non_consent = stranger + rub_self: 2 clause
non_consent = drug_tongues + person_class: 1 clause ordered
real_person = famous_one + sexual: 5
taken_one = person_class + taken_tongues: 2 clause ordered
bestiality = taken_one + animal: 2 clause ordered
animal_by = by_tongues + animal: 0 clause ordered
animal_does = animal_by + mounts_tongues: 1 clause ordered
bestiality = animal_does + person_class: 6
kin_within = family + inside_kin: 0 clause ordered
incest = kin_within + family: 1 clause ordered
incest = family + sixty_nine: 3 clause
kin_affair = family + affair: 1 clause
incest = kin_affair + bare: 6
incest = kin_pair + bed_tongues: 1 clause ordered
trafficking = unfree + offered_to: 4
trafficking = helpless + offered_to: 4
gore = organ + pulled_from: 2 clause ordered
gore = cut_open + killer: 4
gore = organ + opened_body: 6
gore = heart_pulled + out_of_body: 1 clause ordered
trafficking = slave + buyers_tongues: 5
trafficking = trade_in + caged_one: 5 clause
self_harm = gun + at_temple: 2 clause ordered
non_consent = device_hacked + bare: 6
non_consent = posted_nude + grudge: 8
non_consent = threat_job + submit_now: 5
non_consent = says_no + casting: 5
non_consent = held_taken + distress: 4
non_consent = helpless + wed_night: 4
non_consent = freezing + goes_on: 4
non_consent = drunk + taking_turns: 4
bestiality = animal + knot_word: 2
animal_member = animal + animal_part: 1 clause ordered
bestiality = animal_member + lick: 3
bestiality = animal_member + bare: 3 clause
gore = autopsy_word + opened_body: 3
self_harm = cutter + cutter_arms: 3
trafficking = captured_ones + captor_place: 4
trafficking = rented_one + helpless: 6
trafficking = rented_one + payer: 5
incest = kin_pair + first_time: 4
real_person = single_fame + exposed: 3 clause
real_person = name_alike + bare: 8
real_person = name_alike + exposed: 3
non_consent = slips_in + into_drink: 0 clause ordered
bestiality = self_in + animal: 2 clause ordered
climbed_on = masked_one + climbs_on: 3 clause ordered
non_consent = climbed_on + asleep: 2 clause
non_consent = clothes_torn + cry: 5
non_consent = clothes_torn + helpless: 5
non_consent = spy_device + bare: 6
non_consent = spy_device + private_place: 3
non_consent = goes_far + says_no: 4
non_consent = captured_ones + done_to: 3
non_consent = fantasy_captive + done_to: 3
non_consent = no_will + bare: 4
non_consent = time_stop + undress_verb: 5
non_consent = time_stop + done_to: 5
filmed_sly = filming + on_the_sly: 6
non_consent = filmed_sly + bare: 6
non_consent = abuse_tongues + person_class: 3 clause
non_consent = abuse_tongues + helpless: 4
non_consent = abuse_tongues + drunk_more: 4
non_consent = peep_tongues + bare: 5
animal_behind = animal + behind_one: 1 clause
bestiality = animal_behind + all_fours: 6 clause
watched_with = watch_with + animal: 2 clause ordered
bestiality = watched_with + bare: 8
bestiality = animal_between + lapping: 4
animal_reared = animal + animal_rear: 1 clause ordered
bestiality = mouth_on + animal_reared: 2 clause ordered
animal_enters = animal + enters_one: 2 clause ordered
bestiality = animal_enters + bare: 2 clause
self_harm = wrist + red_water: 3
self_harm = cutting_tool + across_skin: 2 clause ordered
incest = kin_panties + sniffing: 3
incest = kin_marked + in_bed: 4
incest = kin_pair + lingerie_bed: 6
incest = family + ride_him: 1 clause ordered
kin_in = family + inside_only: 0 clause ordered
incest = kin_in + family: 1 clause ordered
incest = kin_figures + in_bed: 6
real_person = role_actor + exposed: 4
"""
RULES += crossings.RULES.lstrip()
"""`a = b + c: n` finds `a` where a word of kind `b` and one of `c` have at most n words between.

`clause`: both in one clause; `ordered`: `b` stands first; `parted by`: no word of that kind lies
between.
What is found is a category, or a kind for the rules after it. `closing` is the end of a clause.
"""

PARDONS = """
cause_soft near cause: 3 clause
cause_soft near memory: 3 clause
cause_soft after cause_before: 1 clause
cause_hard near cause: 3 clause
cause_hard after cause_before: 1 clause
death_soft near prop: 3
death_soft near prop_weak: 1 clause
death_soft near title: 3
death_soft near art: 3
broken_soft near object: 2 clause
will_soft near unserious: 3
spy_soft near spy_toy: 5
fame_soft near fame_thing: 3
magic_half near magic: 8
before_end near jump_sport: 14
before_jump_ten near jump_sport: 14
toes_over near jump_sport: 14
"""
PARDONS += mercies.PARDONS.lstrip() + eastern.PARDONS.lstrip()
"""`a near b: n` blanks words of kind `a` with at most n words to one of `b`, where nothing in the
text is bare and no word of UNPARDONED stands anywhere; `after`: only where `b` stands first.
`bare, away from c`: also where nothing but `a` is bare, and no word of kind `c` is in its clause.
"""
UNPARDONED = "how_to, real_sign, of_somebody, die_now"

UNSPACED_RULES = """
incest = family + bare
bestiality = animal + sexual
non_consent = helpless + bare
trafficking = sale + bare
minor = young + bare
"""
UNSPACED_RULES += unspaced.RULES.lstrip()
"""Met where all kinds stand anywhere in a text in a script without spaces."""
