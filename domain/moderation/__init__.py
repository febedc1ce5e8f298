"""How a text is read by the content policy. Start at `gate`; the policy itself is `domain/policy`.

`letters` undoes what the eye undoes, `words` reads words, `pieces` puts together what was cut and
`codes` decodes; `reading` finds the policy's phrases, `contexts` which of them stand near each
other, and `plain` is the short way for a text without disguise.
"""
