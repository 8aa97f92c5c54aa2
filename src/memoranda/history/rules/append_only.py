"""Statements that make a table refuse changes, in each database's own words.

Used by migrations; a table under this guard takes new rows and nothing else.
"""

ACTIONS = ("UPDATE", "DELETE")

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
    return [f"DROP TRIGGER IF EXISTS {_name(table, action)}{on}" for action in ACTIONS]


def _name(table: str, action: str) -> str:
    return f"{table}_no_{action.lower()}"


def _sqlite(table: str) -> list[str]:
    return [
        f"CREATE TRIGGER {_name(table, action)} BEFORE {action} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        for action in ACTIONS
    ]


def _postgresql(table: str) -> list[str]:
    return [_FUNCTION] + [
        f"CREATE TRIGGER {_name(table, action)} BEFORE {action} ON {table} "
        "FOR EACH ROW EXECUTE FUNCTION memoranda_append_only()"
        for action in ACTIONS
    ]


_GUARDS = {"sqlite": _sqlite, "postgresql": _postgresql}
