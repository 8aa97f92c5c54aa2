"""Moving a register between two databases: what is kept as it is, the rest made anew."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.apps import apps
from django.core.management.color import no_style
from django.db import DEFAULT_DB_ALIAS, connections, models, transaction

from memoranda.register.domain.projections import rebuild
from memoranda.register.domain.search import index_document
from memoranda.register.models import (
    Address,
    Document,
    Entry,
    Facet,
    Fact,
    Mark,
    Stale,
    Tally,
    Waiting,
)
from memoranda.register.queries.digests import projection_digest, register_digest
from memoranda.store.writing import one_state

PROJECTED: set[type[models.Model]] = {
    Entry,
    Address,
    Fact,
    Facet,
    Tally,
    Mark,
    Waiting,
}
# Sessions stay: whoever was signed in signs in again at the new place.
LEFT_BEHIND = {"sessions", "usersessions"}
AT_ONCE = 200  # rows; originals may be some megabytes each
Step = Callable[[int, int, str], None]


class CannotMove(Exception):
    """Nothing was moved; the message is one line for the user."""


def move_register(target: str, *, progress: Step) -> str:
    """Copy the register of the default database to the empty one at alias ``target``.

    Wholly or not at all; the digest of the projections, equal on both sides. The
    source is read as of one moment and not changed. Raises CannotMove.
    """
    with one_state(), transaction.atomic(using=target):
        _require_empty(target)
        if Stale.objects.exists():
            raise CannotMove(
                "Some of what was added is not shown yet. Nothing was moved; "
                "run: memoranda rebuild"
            )
        wanted = register_digest(), projection_digest()
        kept = [model for model in _tables() if model not in PROJECTED]
        for model in kept:
            model._base_manager.using(target).all()._raw_delete(target)  # noqa: SLF001
        for done, model in enumerate(kept):
            progress(done, len(kept), str(model._meta.verbose_name_plural))  # noqa: SLF001
            _copy(model, target)
        _number_on(target)
        with _as_default(target):
            for document in Document.objects.order_by("pk").iterator(50):
                index_document(document)
            moved = _digests_made_anew()
        if moved != wanted:
            raise CannotMove(
                "What arrived differs from what was sent, so nothing was moved. "
                "Run memoranda check on the source, then move again."
            )
    return wanted[1]


def _digests_made_anew() -> tuple[str, str]:
    """Both digests of the default database, its projections made anew."""
    shown = rebuild()
    return register_digest(), shown


def _tables() -> list[type[models.Model]]:
    return [
        model
        for model in apps.get_models(include_auto_created=True)
        for about in (model._meta,)  # noqa: SLF001
        if about.managed and not about.proxy and about.app_label not in LEFT_BEHIND
    ]


def _require_empty(target: str) -> None:
    for model in _tables():
        ours = model.__module__.startswith("memoranda.")
        if ours and model._base_manager.using(target).exists():  # noqa: SLF001
            raise CannotMove(
                f"The target is not empty: it holds {model._meta.verbose_name_plural}. "  # noqa: SLF001
                "Nothing was changed; name an empty one."
            )


def _copy(model: type[models.Model], target: str) -> None:
    rows: list[Any] = []
    manager = model._base_manager  # noqa: SLF001
    for row in manager.order_by("pk").iterator(AT_ONCE):
        rows.append(row)
        if len(rows) == AT_ONCE:
            manager.using(target).bulk_create(rows)
            rows = []
    manager.using(target).bulk_create(rows)


def _number_on(target: str) -> None:
    """New rows are numbered after those that were moved."""
    connection = connections[target]
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), _tables()):
            cursor.execute(statement)


@contextmanager
def _as_default(alias: str) -> Iterator[None]:
    """Let what names no database use this one meanwhile."""
    own = connections[DEFAULT_DB_ALIAS]
    connections[DEFAULT_DB_ALIAS] = connections[alias]
    try:
        yield
    finally:
        connections[DEFAULT_DB_ALIAS] = own
