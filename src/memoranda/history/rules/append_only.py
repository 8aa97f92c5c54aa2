"""Statements that make a table refuse changes, in each database's own words.

Used by migrations; a table under this guard takes new rows and nothing else.
"""

ACTIONS = ("UPDATE", "DELETE")
TRUNCATE = "TRUNCATE"  # PostgreSQL only, and no action upon single rows

_FUNCTION = """
CREATE OR REPLACE FUNCTION memoranda_append_only() RETURNS trigger AS $$
BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END
$$ LANGUAGE plpgsql
"""


def guard(table: str, *, vendor: str) -> list[str]:
    """The statements that put the guard on ``table``.

    Raises KeyError for a database other than sqlite and postgresql.
    """
    return _GUARDS[vendor](table)


def unguard(table: str, *, vendor: str) -> list[str]:
    """The statements that take the guard off again."""
    on = f" ON {table}" if vendor == "postgresql" else ""
    actions = [*ACTIONS, TRUNCATE] if vendor == "postgresql" else ACTIONS
    return [f"DROP TRIGGER IF EXISTS {_name(table, action)}{on}" for action in actions]


def _name(table: str, action: str) -> str:
    return f"{table}_no_{action.lower()}"


def _sqlite(table: str) -> list[str]:
    return [
        f"CREATE TRIGGER {_name(table, action)} BEFORE {action} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        for action in ACTIONS
    ]


def _postgresql(table: str) -> list[str]:
    each = [*((action, "ROW") for action in ACTIONS), (TRUNCATE, "STATEMENT")]
    return [_FUNCTION] + [
        f"CREATE TRIGGER {_name(table, action)} BEFORE {action} ON {table} "
        f"FOR EACH {scope} EXECUTE FUNCTION memoranda_append_only()"
        for action, scope in each
    ]


_GUARDS = {"sqlite": _sqlite, "postgresql": _postgresql}
