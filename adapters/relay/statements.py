"""The relay's SQL, one named file a statement."""

from functools import partial

from adapters.postgres.statements import statement_of

statement = partial(statement_of, "adapters.relay")
