"""The tree and the notes against other people's implementations of the same formats."""

from __future__ import annotations

import base64
import hashlib

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from hypothesis import given, settings
from hypothesis import strategies as st
from pymerkle import InmemoryTree
from pymerkle import verify_inclusion as judge_inclusion

from adapters.audit.keys import SigningKey
from domain.audit.merkle import (
    EMPTY_ROOT,
    Frontier,
    consistency_ranges,
    inclusion_ranges,
    is_consistent,
    prove,
    root_from_inclusion,
    subtree_root,
)
from domain.audit.signed_note import (
    Checkpoint,
    NoteInvalid,
    PublicKey,
    parse_note,
    parse_public_key,
    parse_public_keys,
)

# The example of golang.org/x/mod/sumdb/note, whose format C2SP signed-note describes.
GO_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
GO_TEXT = (
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n"
)
GO_SIGNATURE = (
    "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM="
)


def _entries(size: int) -> list[bytes]:
    return [b"entry %d" % number for number in range(size)]


def _leaves(size: int) -> list[bytes]:
    return [hashlib.sha256(b"\x00" + entry).digest() for entry in _entries(size)]


def _hash_of(leaves: list[bytes]):
    return lambda node: subtree_root(leaves[node[1] << node[0] : (node[1] + 1) << node[0]])


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 700), st.data())
def test_roots_and_proofs_are_those_of_rfc_6962(size: int, data: st.DataObject) -> None:
    """pymerkle computes the same root, and accepts and makes the same inclusion path."""
    tree = InmemoryTree(algorithm="sha256")
    for entry in _entries(size):
        tree.append_entry(entry)
    leaves = _leaves(size)
    index = data.draw(st.integers(0, size - 1))
    root = subtree_root(leaves)
    assert root == tree.get_root()
    proof = prove(inclusion_ranges(index, size), _hash_of(leaves))
    assert root_from_inclusion(index, size, leaves[index], proof) == root
    theirs = tree.prove_inclusion(index + 1)
    judge_inclusion(leaves[index], root, theirs)
    assert proof == list(theirs.path)[1:]


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 700), st.data())
def test_a_frontier_does_not_care_how_it_grew(size: int, data: st.DataObject) -> None:
    """Leaf by leaf, in any pieces or at once: the same root."""
    leaves = _leaves(size)
    frontier = Frontier()
    while frontier.size < size:
        step = data.draw(st.integers(1, size - frontier.size))
        frontier.extend(leaves[frontier.size : frontier.size + step])
    assert frontier.root() == subtree_root(leaves)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 400), st.data())
def test_a_prefix_is_consistent_and_nothing_else_is(new: int, data: st.DataObject) -> None:
    """The proof holds for the true older root, and for no other root, size or shorter proof."""
    leaves = _leaves(new)
    old = data.draw(st.integers(1, new))
    older, newer = subtree_root(leaves[:old]), subtree_root(leaves)
    proof = prove(consistency_ranges(old, new), _hash_of(leaves))
    assert is_consistent(old, new, older, newer, proof)
    assert not is_consistent(old, new, b"\x00" * 32, newer, proof)
    assert not is_consistent(old, new, older, b"\x00" * 32, proof)
    assert not is_consistent(old, new, older, newer, [*proof, older])
    if proof:
        assert not is_consistent(old, new, older, newer, proof[:-1])


def test_a_wrong_leaf_or_place_leads_elsewhere() -> None:
    """An inclusion proof is worth nothing for another entry, another index or another size."""
    leaves = _leaves(100)
    proof = prove(inclusion_ranges(41, 100), _hash_of(leaves))
    root = subtree_root(leaves)
    assert root_from_inclusion(41, 100, leaves[41], proof) == root
    assert root_from_inclusion(41, 100, leaves[42], proof) != root
    assert root_from_inclusion(42, 100, leaves[41], proof) != root
    assert root_from_inclusion(100, 100, leaves[41], proof) is None
    assert root_from_inclusion(-1, 100, leaves[41], proof) is None
    assert root_from_inclusion(41, 100, leaves[41], proof * 1_000) is None
    assert root_from_inclusion(41, 100, leaves[41], proof[:-1]) is None
    assert root_from_inclusion(41, 100, leaves[41], [*proof, root]) is None


@pytest.mark.parametrize("claimed", range(5, 20))
def test_a_proof_of_a_smaller_tree_proves_no_larger_one(claimed: int) -> None:
    """The way from two leaves to three is too short for a tree of five or more."""
    leaves = [bytes([number]) * 32 for number in range(3)]
    old, new = subtree_root(leaves[:2]), subtree_root(leaves)
    assert is_consistent(2, 3, old, new, [leaves[2]])
    assert not is_consistent(2, claimed, old, new, [leaves[2]])


def test_the_empty_tree_has_the_hash_of_nothing() -> None:
    """RFC 6962, section 2.1."""
    expected = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert (EMPTY_ROOT.hex(), Frontier().root().hex()) == (expected, expected)


def test_a_key_of_another_implementation_is_understood() -> None:
    """Name, id and key of Go's example, and its signature over its text."""
    key = parse_public_key(GO_KEY)
    assert (key.name, key.key_id.hex(), key.line()) == ("PeterNeumann", "c74f20a3", GO_KEY)
    signature = base64.b64decode(GO_SIGNATURE)
    assert signature[:4] == key.key_id
    Ed25519PublicKey.from_public_bytes(key.key).verify(signature[4:], GO_TEXT.encode())


def test_a_checkpoint_is_spelled_as_c2sp_says() -> None:
    """Origin, size, root in base64; an empty line; an em dash, the key's name, id and signature."""
    checkpoint = Checkpoint(origin="xavira-ledger/a", size=7, root=EMPTY_ROOT)
    note = SigningKey(b"\x01" * 32).sign(checkpoint)
    lines = note.split("\n")
    assert lines[:4] == [
        "xavira-ledger/a",
        "7",
        "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
        "",
    ]
    assert lines[4].startswith("— xavira-ledger/a ")
    assert lines[5:] == [""]
    assert parse_note(note).checkpoint == checkpoint


@pytest.mark.parametrize(
    "note",
    [
        "",
        "a\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
        "a\n01\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n— a AAAAAAA=\n",
        "a\n-1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n— a AAAAAAA=\n",
        "a\n99999999999999999999\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n— a AAAAAAA=\n",
        "a\n1\nAAAA\n\n— a AAAAAAA=\n",
        "a\n1\n!!!!\n\n— a AAAAAAA=\n",
        "a b\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n— a AAAAAAA=\n",
        "a\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n- a AAAAAAA=\n",
        "a\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n— a AA==\n",
        "a\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n— a AAAAAAA=",
        "a\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n" + "— a AAAAAAA=\n" * 101,
        "x" * 70_000,
        "a\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=!\n\n— a AAAAAAA=\n",
        "a\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n"
        + "x" * 70_000
        + "\n\n— a AAAAAAA=\n",
    ],
)
def test_what_is_no_checkpoint_is_refused(note: str) -> None:
    """No half-read note: the one error, whatever is wrong."""
    with pytest.raises(NoteInvalid):
        parse_note(note)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# only a comment\n",
        "a+00000000+AQ==",
        GO_KEY.replace("c74f20a3", "c74f20a4"),
        GO_KEY.replace("Peter", "Petra"),
        PublicKey(name="a", key=b"\x01" * 32).line().replace("+AQ", "+Ag"),
    ],
)
def test_what_is_no_public_key_is_refused(text: str) -> None:
    """A key whose id does not belong to it is a misprint or a trick."""
    with pytest.raises(NoteInvalid):
        parse_public_keys(text)
