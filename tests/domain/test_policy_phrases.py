"""How the policy writes many phrases as one, and the tree that holds them."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.moderation.gate import categories_asked_for
from domain.moderation.notation import PHRASES_OF_ENTRY_MAX, written
from domain.moderation.tree import Meant, Node, grown
from domain.moderation.words import Places, Words, entries, patterns, singles


def spelt(block: str) -> list[str]:
    """The phrases of a block."""
    return [" ".join(words) for words in entries(block)]


def test_many_phrases_are_written_as_one() -> None:
    """Alternatives, words that may be missing, forms of a verb and named sets are spelt out."""
    assert spelt("jump|leap off -|the roof") == [
        "jump off roof",
        "jump off the roof",
        "leap off roof",
        "leap off the roof",
    ]
    assert spelt("~stab, ~carry") == [
        *("stab", "stabs", "stabbing", "stabbed"),
        *("carry", "carries", "carrying", "carried"),
    ]
    assert spelt("by {own} hand")[:2] == ["by her own hand", "by his own hand"]
    assert spelt("plain, as written") == ["plain", "as written"]


def test_a_contraction_is_one_word_wherever_it_is_cut() -> None:
    """What is written "can't" or "can t" is the one word that texts are read as."""
    assert spelt("can't stop, can|could|didn t stop") == [
        *("cant stop", "cant stop", "could t stop", "didnt stop"),
    ]


def test_only_phrases_up_to_a_length_are_spelt_out_where_no_others_are_asked_for() -> None:
    """Entries of many places are not multiplied out to find those of one word or of few."""
    assert singles("roof, -|the -|old roof, jump off") == {"roof"}
    assert entries("-|the -|old roof|tower", words_max=2) == [
        *(("roof",), ("tower",), ("old", "roof"), ("old", "tower")),
        *(("the", "roof"), ("the", "tower")),
    ]


def test_an_entry_that_multiplies_out_too_far_fails_the_load() -> None:
    """One sentence names the entry, how many phrases it stands for and how many it may."""
    places = " ".join(["a|b|c|d|e|f|g|h|i|j"] * 5)
    assert PHRASES_OF_ENTRY_MAX == 50_000
    with pytest.raises(ValueError, match="stands for") as refused:
        list(written(f"fine, {places}, fine too"))
    assert str(refused.value) == (
        f"The policy's entry '{places}' stands for 100,000 phrases:"
        " write it as several of at most 50,000 each."
    )


def told(node: Node, words: Words = ()) -> dict[Words, Meant]:
    """Every phrase of a tree with what it means."""
    own = {words: node.phrase.meant} if node.phrase is not None else {}
    return own | {
        phrase: meant
        for word, following in node.items()
        for phrase, meant in told(following, (*words, word)).items()
    }


def nodes_of(node: Node) -> dict[int, Node]:
    """Every node that can be reached, by its id."""
    found, left = {id(node): node}, [node]
    while left:
        for each in left.pop().values():
            if id(each) not in found:
                found[id(each)] = each
                left.append(each)
    return found


WORDS = st.lists(st.sampled_from("abc"), max_size=2).map(tuple)
PLACES = st.lists(st.lists(WORDS, min_size=1, max_size=3).map(tuple), max_size=4).map(tuple)
MEANT = st.sampled_from(("minor", "gore")).map(lambda value: frozenset((("terms", value),)))


@given(listed=st.lists(st.tuples(PLACES, MEANT), max_size=6))
def test_a_tree_holds_every_phrase_with_all_that_it_means(
    listed: list[tuple[Places, Meant]],
) -> None:
    """However entries overlap, the tree says what all of their phrases, multiplied out, mean."""
    expected: dict[Words, Meant] = {}
    for places, meant in listed:
        for parts in product(*places):
            if words := tuple(word for part in parts for word in part):
                expected[words] = expected.get(words, frozenset()) | meant
    assert told(grown(listed)) == expected


def test_a_tree_grows_with_what_is_written() -> None:
    """An entry of six places takes ten nodes, though it stands for 28,800 phrases."""
    block = (
        "a|b|c|d|e|f -|her|his|my|the|a g|h|i|j|k|l|m|n|o|p over|on|at|by q|r|s|t|u|v|w|x|y|z a|b"
    )
    (places,) = patterns(block)
    root = grown([(places, frozenset((("terms", "gore"),)))])
    assert len(told(root)) == 28_800
    assert len(nodes_of(root)) == 10


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("woman xes with god", "bestiality"),
        ("god htiw xes, woman", "bestiality"),
        ("tfiws rolyat, portrait", "real_person"),
        ("wolf and live deer, able to flow", None),
    ],
)
def test_words_turned_round_are_read_one_by_one_and_all_at_once(
    text: str, category: str | None
) -> None:
    """Words spelt backwards count in a sentence that is not, and where all of it is."""
    assert categories_asked_for(text) == ({category} if category else set())


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("dogs mating, nature documentary", None),
        ("artificial insemination of cattle, vet training", None),
        ("dogs mating", "bestiality"),
        ("woman, dogs mating with her, nature documentary", "bestiality"),
        ("nude woman, dogs mating, nature documentary", "bestiality"),
    ],
)
def test_what_animals_do_among_themselves_is_pardoned(text: str, category: str | None) -> None:
    """A vet or a documentary pardons it where nothing else is bare and its clause names nobody."""
    assert categories_asked_for(text) == ({category} if category else set())


@pytest.mark.parametrize(
    "text",
    [
        "والنساء للبيع في المزاد",
        "نـسـاء للبيع في المزاد",
        "نِساءٌ للبيع في المزاد",
        "औरतें बिकाऊ हैं",
        "औरतों की नीलामी",
    ],
)
def test_what_is_written_onto_words_of_arabic_and_hindi_is_taken_away(text: str) -> None:
    """Small words before, endings behind, vowel signs and stretched letters hide no word."""
    assert categories_asked_for(text) == {"trafficking"}


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("فتاة عمرها ١٣ سنة", "minor"),
        ("فتاة عمرها ٢٣ سنة", None),
        ("قبل ١٣ سنة، صورة المدينة", None),
        ("१३ साल की लड़की", "minor"),
        ("तेरह साल की लड़की", "minor"),
        ("२३ साल की लड़की", None),
        ("ladki, 13 saal", "minor"),
        ("13 saal pehle ka shehar", None),
    ],
)
def test_ages_are_read_in_digits_and_words_of_arabic_and_hindi(
    text: str, category: str | None
) -> None:
    """A span of years is no age."""
    assert categories_asked_for(text) == ({category} if category else set())


@pytest.mark.parametrize("sign", ["\u093e", "\u0bbe", "\u0983", "*"])
@pytest.mark.parametrize("word", ["child", "toddler"])
def test_signs_of_another_script_hide_no_latin_word(word: str, sign: str) -> None:
    """However many of them stand inside it."""
    assert categories_asked_for(f"{word[:2]}{sign}{word[2:]} nude") == {"minor"}


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("ملصق ضد التحرش الجنسي", None),
        ("تحرش في الباص", "non_consent"),
        ("आत्महत्या रोकथाम हेल्पलाइन", None),
        ("आत्महत्या, लटकता आदमी", "self_harm"),
        ("रूप और रंग", None),
    ],
)
def test_causes_are_pardoned_in_arabic_and_hindi(text: str, category: str | None) -> None:
    """A word of harm means nothing beside who acts against it, whatever vowels it is like."""
    assert categories_asked_for(text) == ({category} if category else set())
