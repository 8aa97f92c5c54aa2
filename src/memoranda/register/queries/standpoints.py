"""From where the register is looked at: by whom, and as of when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Q, QuerySet

from memoranda.register.models import (
    Claim,
    Document,
    Judgement,
    Restriction,
    Subject,
    Verdict,
)
from memoranda.register.queries.restrictions import hidden_documents, hidden_subjects

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Standpoint:
    """``office``: the pk of the office that looks, None for the public.

    ``until``: what was written after this moment is left out; None for now. What is
    withheld today is withheld from looks at the past too.
    """

    office: int | None = None
    until: datetime | None = None

    def documents(self) -> QuerySet[Document]:
        """The documents that are seen from here."""
        kept = Document.objects.exclude(pk__in=self.hidden_documents())
        return kept.filter(added_at__lte=self.until) if self.until else kept

    def subjects(self) -> QuerySet[Subject]:
        """The subjects that are seen from here, whether or not they existed then."""
        return Subject.objects.exclude(pk__in=self.hidden_subjects())

    def claims(self) -> QuerySet[Claim]:
        """The claims that are seen from here: on, from and to nothing hidden."""
        hidden = self.hidden_subjects()
        claims = (
            Claim.objects.exclude(subject__in=hidden)
            .exclude(target__in=hidden)
            .exclude(document__in=self.hidden_documents())
        )
        return claims.filter(asserted_at__lte=self.until) if self.until else claims

    def verdicts(self) -> QuerySet[Verdict]:
        """The verdicts given until then, those on claims that are not seen too."""
        verdicts = Verdict.objects.all()
        return verdicts.filter(decided_at__lte=self.until) if self.until else verdicts

    def judgements(self) -> QuerySet[Judgement]:
        """The judgements given until then on subjects that are both seen."""
        hidden = self.hidden_subjects()
        given = Judgement.objects.exclude(Q(left__in=hidden) | Q(right__in=hidden))
        return given.filter(decided_at__lte=self.until) if self.until else given

    def restrictions(self) -> QuerySet[Restriction]:
        """What the office that looks withheld and let go; nothing for the public."""
        own = Restriction.objects.filter(office=self.office)
        return own.filter(decided_at__lte=self.until) if self.until else own

    def hidden_subjects(self) -> QuerySet[Subject, Any]:
        """The subjects that are not seen from here, for use in another query."""
        return hidden_subjects(self.office).values_list("pk")

    def hidden_documents(self) -> QuerySet[Document, Any]:
        """The documents that are not seen from here, for use in another query."""
        return hidden_documents(self.office).values_list("pk")


PUBLIC = Standpoint()
