"""How well the prompt gate tells prompts apart, and how long it and enhancement take.

Times are of the processor, not of the clock: the gate waits for nothing, and other work on the
machine is not its own. Python's collector looks as seldom as it does in `serve`. Texts are made of
the hand-written legal prompts, so most words are known to the gate's memory, as in service; the
hostile ones are not.

A host that takes a virtual core away is not seen from inside: the kernel counts the absence as the
time of whoever ran, so a loop that only counts has the same few slow turns in a hundred as the
gate. That is why each text is read READINGS times, and the least time is told too.
"""

import random
import statistics
import time
from collections.abc import Callable, Sequence
from typing import TypeVar

import msgspec

from adapters.bench.machine import this_machine
from adapters.bench.moderation_sets import (
    ENHANCED,
    Forbidden,
    held_out_forbidden,
    held_out_legal,
    held_out_runs,
    made_forbidden,
    made_legal,
    note_held_out_run,
    written_forbidden,
    written_legal,
)
from adapters.bench.pages import FOLDER
from adapters.eventstore.gc_tuning import tune_garbage_collector
from domain.enhancement.enhancing import ENHANCEMENT_VERSION, EnhancementRequest, enhance
from domain.moderation.gate import PROMPT_CHARACTERS_MAX, categories_asked_for, check_prompt
from domain.policy import POLICY_VERSION

LENGTHS = (500, 1_000, 2_000, PROMPT_CHARACTERS_MAX)
HOSTILE_UNITS = ("sex ", "c h i l ", "1 ", "%41", "a%", "dog ", "é", "under ", "&amp;")
SEED = 20_260_101
READINGS = 3
LOOP_TURNS = 50_000
Text = TypeVar("Text")
TRAITS: dict[str, str | int] = {"age": 26, "gender": "female", "hairColor": "brown"}


class Timed(msgspec.Struct, frozen=True, kw_only=True):
    """Milliseconds of the processor; `least_p99` over the least time of each text."""

    title: str
    characters: int
    p50: float
    p99: float
    least_p99: float


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """A set, and what the gate got wrong of it."""

    title: str
    prompts: int
    wrong: Sequence[str]
    target: str

    @property
    def share(self) -> float:
        return len(self.wrong) / self.prompts


class Measures(msgspec.Struct, frozen=True, kw_only=True):
    times: Sequence[Timed]
    sets: Sequence[Judged]


def measure_moderation(texts: int, told: Callable[[str], None]) -> Measures:
    """Times over `texts` different texts of each length; every set once."""
    tune_garbage_collector()
    told("times")
    times = [timed for length in LENGTHS for timed in _times(length, texts)]
    times += [_hostile(), _timed("a loop that only counts", 0, [LOOP_TURNS] * texts, _loop)]
    told("sets")
    return Measures(times=times, sets=_sets())


# ------------------------------------------------------------------------ times


def _times(length: int, texts: int) -> list[Timed]:
    prompts = [_text(length, seed) for seed in range(SEED, SEED + texts)]
    enhanced = [enhance(_request(prompt)).prompt for prompt in prompts]
    both = list(zip(prompts, enhanced, strict=True))
    return [
        _timed("gate, one text", length, prompts, categories_asked_for),
        _timed("gate, prompt and enhanced prompt", length, both, lambda pair: _check(*pair)),
        _timed("enhancement", length, [_request(prompt) for prompt in prompts], enhance),
    ]


def _timed(
    title: str, characters: int, texts: Sequence[Text], work: Callable[[Text], object]
) -> Timed:
    spent = [[_spent(text, work) for text in texts] for _ in range(READINGS)]
    first, least = spent[0], list(map(min, *spent))
    cuts = statistics.quantiles(first, n=100, method="inclusive")
    least_cuts = statistics.quantiles(least, n=100, method="inclusive")
    return Timed(
        title=title,
        characters=characters,
        p50=cuts[49],
        p99=cuts[98],
        least_p99=least_cuts[98],
    )


def _spent(text: Text, work: Callable[[Text], object]) -> float:
    started = time.thread_time_ns()
    work(text)
    return (time.thread_time_ns() - started) / 1e6


def _loop(turns: int) -> int:
    """Nothing but counting: what the machine itself adds to a time."""
    return sum(range(turns))


def _hostile() -> Timed:
    """The slowest of texts that repeat one thing that costs much."""
    texts = [(unit * PROMPT_CHARACTERS_MAX)[:PROMPT_CHARACTERS_MAX] for unit in HOSTILE_UNITS]
    timed = [
        _timed(f"gate, nothing but {unit!r}", len(text), [text] * 5, categories_asked_for)
        for unit, text in zip(HOSTILE_UNITS, texts, strict=True)
    ]
    return max(timed, key=lambda each: each.p50)


def _text(length: int, seed: int) -> str:
    drawn = random.Random(seed)
    lines, text = written_legal(), ""
    while len(text) < length:
        text += drawn.choice(lines) + ", "
    return text[:length]


def _request(prompt: str) -> EnhancementRequest:
    return EnhancementRequest(
        traits=TRAITS,
        prompt=prompt,
        negative_prompt="blurry",
        raw_prompt=False,
        quality_prefix="RAW photo, DSLR",
        model_negative_prompt="lowres",
        style="photo",
    )


def _check(prompt: str, enhanced: str) -> object:
    return check_prompt(prompt=prompt, negative_prompt="blurry", enhanced=enhanced)


# ------------------------------------------------------------------------- sets


HELD_OUT_FORBIDDEN = "held out: must be refused"
HELD_OUT_LEGAL = "held out: legal, chosen to look bad"


def _sets() -> list[Judged]:
    """Every set that there is; none of held-out prompts until somebody has written them."""
    made, written, held = map(list, (made_forbidden(), written_forbidden(), held_out_forbidden()))
    legal, parts, held_legal = written_legal(), list(made_legal()), held_out_legal()
    sets = [
        _judged("must be refused, made of terms and disguises", len(made), _missed(made)),
        _judged("must be refused, written by hand", len(written), _missed(written)),
        _judged("legal, written by hand", len(legal), _refused(legal), "0.5 % of both"),
        _judged("legal, made of parts", len(parts), _refused(parts), "0.5 % of both"),
        _judged(HELD_OUT_FORBIDDEN, len(held), _missed(held), "1 %"),
        _judged(HELD_OUT_LEGAL, len(held_legal), _refused(held_legal), "-"),
    ]
    return [each for each in sets if each.prompts]


def _judged(title: str, prompts: int, wrong: Sequence[str], target: str = "0") -> Judged:
    return Judged(title=title, prompts=prompts, wrong=wrong, target=target)


def _category(prompt: str) -> str | None:
    enhanced = ENHANCED.format(prompt)
    return check_prompt(prompt=prompt, negative_prompt="", enhanced=enhanced).category


def _missed(prompts: Sequence[Forbidden]) -> list[str]:
    return [f"{p.category}: `{p.prompt}`" for p in prompts if _category(p.prompt) is None]


def _refused(prompts: Sequence[str]) -> list[str]:
    return [f"{found}: `{p}`" for p in prompts if (found := _category(p)) is not None]


# ------------------------------------------------------------------------- page

ABOUT = """\
The sets lie in `adapters/bench/prompts`; what must be refused is terse terms, never a scene. What
is made and what is written by hand was tuned on: it shows that nothing was lost, not how well the
gate does on prompts that it has not seen. That is what held-out prompts are for: they are written
without sight of the policy or its lists, are run once for a policy version and told here. Once a
set is public with its misses it is among the hand-written ones: the first since policy-4, the
second since policy-5, the third since policy-6, the fourth since policy-7, the fifth since
policy-8, the sixth since policy-9, the seventh since policy-10, the eighth since policy-11, the
ninth since policy-12, the tenth since policy-13, the eleventh since policy-14, the twelfth since
policy-15. From the second on they have no lines of the category `minor`: their author would not
write such lines, and what the gate does on unseen ones of that kind is best measured with a set of
a child-safety organisation.
"""


TIMES_ABOUT = """\
Milliseconds of the processor. A host that takes a virtual core away is counted as the time of
whoever ran; the loop that only counts shows how often. The last column is over the least of three
readings of each text."""


def rows(measures: Measures) -> tuple[list[list[str]], list[list[str]]]:
    """Rows of the sets (set, prompts, wrong, share, target) and of the times."""
    sets = [
        [each.title, f"{each.prompts:,}", str(len(each.wrong)), f"{each.share:.2%}", each.target]
        for each in measures.sets
    ]
    times = [
        [each.title, f"{each.characters:,}", *map("{:.2f}".format, _figures(each))]
        for each in measures.times
    ]
    return sets, times


def _figures(timed: Timed) -> tuple[float, float, float]:
    return timed.p50, timed.p99, timed.least_p99


SET_COLUMNS = ("set", "prompts", "wrong", "share", "at most")
TIME_COLUMNS = ("what", "characters", "p50 ms", "p99 ms", "p99 ms, least of three")
RUN_COLUMNS = (
    "policy",
    "held-out set",
    "must be refused",
    "missed",
    "legal, chosen to look bad",
    "refused",
)


def write_page(measures: Measures, command: str) -> str:
    """Writes docs/benchmarks/moderation.md and returns its path; notes a first held-out run."""
    sets, times = rows(measures)
    wrong = {each.title: len(each.wrong) for each in measures.sets}
    if HELD_OUT_FORBIDDEN in wrong and HELD_OUT_LEGAL in wrong:
        missed, refused = wrong[HELD_OUT_FORBIDDEN], wrong[HELD_OUT_LEGAL]
        note_held_out_run(POLICY_VERSION, missed=missed, refused=refused)
    lines = [f"# The prompt gate: {POLICY_VERSION}, {ENHANCEMENT_VERSION}", "", ABOUT]
    lines += [*this_machine().lines(), f"- `{command}`", "", "## What it tells apart", ""]
    lines += _table(SET_COLUMNS, sets)
    lines += ["", "## Held-out prompts by policy version", ""]
    lines += _table(RUN_COLUMNS, held_out_runs())
    lines += ["", "## How long it takes", "", TIMES_ABOUT, ""]
    lines += _table(TIME_COLUMNS, times)
    for each in measures.sets:
        if each.wrong:
            lines += ["", f"## Wrong: {each.title}", "", *(f"- {wrong}" for wrong in each.wrong)]
    FOLDER.mkdir(parents=True, exist_ok=True)
    path = FOLDER / "moderation.md"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(path)


def _table(columns: Sequence[str], cells: Sequence[Sequence[str]]) -> list[str]:
    listed = [columns, ["---"] * len(columns), *cells]
    return [f"| {' | '.join(row)} |" for row in listed]
