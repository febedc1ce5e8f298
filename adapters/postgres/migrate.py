"""Forward-only, numbered migrations: files `NNNN_<scope>_<name>.sql`, each applied once.

Scope `ground` is applied in schema xavira_ground, scope `book` once in each book's schema.
Runs as the database's owner and is the only code that does.
"""

from collections.abc import Iterator
from importlib import resources
from typing import Any

import psycopg
from psycopg import Connection, sql

from adapters.postgres.connections import AUDITOR_ROLE, ROLES, book_schema, literal
from adapters.postgres.locks import MIGRATION
from domain.ids import Book

BOOKS: tuple[Book, ...] = ("live", "test")
GROUND_SCHEMA = "xavira_ground"


class MigrationFailed(Exception):
    """A migration could not be applied; the message names it."""


def migrate(database_url: str) -> list[str]:
    """Brings the database to the newest schema; returns what was applied, in order.

    Raises MigrationFailed, or psycopg.OperationalError when the database cannot be reached.
    """
    with psycopg.connect(database_url, autocommit=True) as connection:
        connection.execute("SELECT pg_advisory_lock(%s)", MIGRATION.numbers)
        try:
            create_roles(connection)
            _create_schemas(connection)
        except psycopg.errors.InsufficientPrivilege as error:
            raise MigrationFailed(
                f"This login may not make the roles and schemas ({error.diag.message_primary}):"
                " put a superuser's, or theirs who made them, into XAVIRA_DATABASE_OWNER_URL."
            ) from error
        done = {row[0] for row in connection.execute("SELECT name FROM xavira_ground.migrations")}
        applied = []
        for name, schema, text in _pending():
            if name not in done:
                _apply(connection, name, schema, text)
                applied.append(name)
        return applied


def pending(database_url: str) -> list[str]:
    """Names of migrations that are not applied yet. Raises psycopg.OperationalError."""
    with psycopg.connect(database_url, autocommit=True) as connection:
        return missing(connection)


def missing(connection: Connection[Any]) -> list[str]:
    """As `pending`, of a connection with autocommit in any of our roles."""
    try:
        done = {row[0] for row in connection.execute("SELECT name FROM xavira_ground.migrations")}
    except psycopg.errors.UndefinedTable:
        done = set()
    return [name for name in every_migration() if name not in done]


def every_migration() -> list[str]:
    """Names of all that this version knows, in order."""
    return [name for name, _, _ in _pending()]


def _pending() -> Iterator[tuple[str, str, str]]:
    """(name, schema, SQL) of every migration there is, ground before books, in order."""
    folder = resources.files("adapters.postgres") / "migrations"
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".sql")), key=lambda f: f.name)
    for file in files:
        _, scope, _ = file.name.split("_", 2)
        text = file.read_text()
        stem = file.name.removesuffix(".sql")
        if scope == "ground":
            yield stem, GROUND_SCHEMA, text
        else:
            for book in BOOKS:
                yield f"{stem}@{book}", book_schema(book), text


def create_roles(connection: Connection[Any]) -> None:
    """Make the roles that the schema is granted to, where they are missing; any may be taken."""
    for role in (*ROLES, AUDITOR_ROLE):
        connection.execute(
            sql.SQL(
                "DO $$ BEGIN CREATE ROLE {role} NOLOGIN;"
                " EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$"
            ).format(role=sql.Identifier(role))
        )
        connection.execute(
            sql.SQL(
                "DO $$ BEGIN IF NOT pg_has_role(current_user, {name}, 'MEMBER')"
                " THEN GRANT {role} TO CURRENT_USER; END IF; END $$"
            ).format(name=sql.Literal(role), role=sql.Identifier(role))
        )


def _create_schemas(connection: Connection[Any]) -> None:
    for schema in (GROUND_SCHEMA, *(book_schema(book) for book in BOOKS)):
        connection.execute(sql.SQL("CREATE SCHEMA IF NOT EXISTS {}").format(sql.Identifier(schema)))
        for role in ROLES:
            connection.execute(
                sql.SQL("GRANT USAGE ON SCHEMA {} TO {}").format(
                    sql.Identifier(schema), sql.Identifier(role)
                )
            )
    connection.execute(
        "CREATE TABLE IF NOT EXISTS xavira_ground.migrations ("
        " name text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())"
    )
    for role in ROLES:
        connection.execute(
            sql.SQL("GRANT SELECT ON xavira_ground.migrations TO {}").format(sql.Identifier(role))
        )


def _apply(connection: Connection[Any], name: str, schema: str, text: str) -> None:
    try:
        with connection.transaction():
            connection.execute(
                "SELECT set_config('search_path', %s, true)", (f"{schema},{GROUND_SCHEMA}",)
            )
            connection.execute(literal(text))
            connection.execute("INSERT INTO xavira_ground.migrations (name) VALUES (%s)", (name,))
    except psycopg.Error as error:
        raise MigrationFailed(f"Migration {name} failed: {error}") from error
