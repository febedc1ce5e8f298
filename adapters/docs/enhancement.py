"""The page of the prompt enhancement: what it does in words, and the lexicon's own table."""

from domain.enhancement.enhancing import ENHANCEMENT_VERSION
from domain.enhancement.lexicon import lexicon_table

INTRODUCTION = f"""\
# Prompt enhancement and the prompt gate

A model draws better from a caption than from a note. Enhancement turns the character's traits and
your words into such a caption, the same way every time, and the answer lists what each layer
added under `enhancement.layers`. The version stands beside them: `{ENHANCEMENT_VERSION}` here. A
generation keeps the text and the version that it was made with.

| layer | what it is | with `raw_prompt: true` |
| --- | --- | --- |
| `quality` | the model's own prefix | left out |
| `identity` | the traits in words: "26 year old Hispanic woman, long brown hair" | left out |
| `pose` | a phrase for every label below that is in your prompt; `labels` names them | left out |
| `words` | your prompt | exactly as sent |
| `negative` | your negative prompt, then the model's | kept |
| `safety` | "adult, age 26" in the prompt; `labels` are put first in the negative prompt | kept |

A layer with nothing to say is not listed. Labels are whole words, matched without case, the
longest first, each once and at most 24. A label that is negated in its clause ("no hat",
"without glasses", "no hat or scarf") is left out. A label with a star has single words that mean
other things too: they count alone in their clause ("bar"), after a word of place ("at the bar"), or
of wearing ("in a coat"), and not in "chocolate bar" or "a coat of paint". A character without a
gender is worded as a woman, a non-binary one as a person. Enhancement never adds sexual detail and
never removes a word of yours.

## What the prompt gate refuses

The gate reads your prompt, its enhanced form and your negative prompt before anything is charged.
Legal adult content passes. A refusal is `moderation_blocked` with one category: `minor`,
`real_person`, `non_consent`, `bestiality`, `incest`, `trafficking`, `gore`, `self_harm`, or
`unreadable` (over 4,000 characters, broken Unicode).

- Words for minors, school-coded words and stated ages below 18 are refused in a prompt even when
  negated: a model reads "no children" as "children". Put what you want to avoid in the negative
  prompt, where such words are fine.
- A negative prompt may not push adults away ("adult", "mature", "25 years old"), name a public
  figure, or use negative weights on such words.
- `teen` and `barely legal` are refused although they can be said of adults; "young woman" passes.
- A character of 18 or 19 years may not be both `slim` and of `small` breast size.
"""


def enhancement_page() -> str:
    """docs/reference/enhancement.md as Markdown."""
    return f"{INTRODUCTION}\n## Labels\n\n{lexicon_table()}\n"
