"""What offices keep to themselves, and so what others are not shown.

``office`` is the pk of the office that looks, None for the public; what is said here
of one holds for everything that is read on its behalf.
"""

from django.db.models import Exists, OuterRef, Q, QuerySet

from memoranda.register.enums import SubjectType
from memoranda.register.models import Claim, Document, Restriction, Subject


def restrictions_holding() -> QuerySet[Restriction]:
    """The last row of each thing and office where it withholds the thing."""
    of_same = Q(document=OuterRef("document")) | Q(subject=OuterRef("subject"))
    later = Restriction.objects.filter(
        of_same, office=OuterRef("office"), pk__gt=OuterRef("pk")
    )
    return Restriction.objects.filter(withheld=True).exclude(Exists(later))


def hidden_documents(office: int | None = None) -> QuerySet[Document]:
    """The documents that are withheld, and not by ``office``."""
    if not Restriction.objects.exists():  # so that most registers pay nothing
        return Document.objects.none()
    held = restrictions_holding().order_by()
    own = held.filter(office=office, document=OuterRef("pk"))
    withheld = Document.objects.filter(pk__in=held.values("document")).order_by()
    return withheld.exclude(Exists(own)) if office else withheld


def hidden_subjects(office: int | None = None) -> QuerySet[Subject]:
    """The subjects that are not shown to ``office``, so no claim on or to them is.

    They are those withheld; those that a hidden document brought in, for what it
    speaks of is as secret as itself; and what is promised under either of these.
    """
    if not Restriction.objects.exists():
        return Subject.objects.none()
    withheld, born = _withheld_subjects(office), _born_hidden(office)
    promises = Claim.objects.filter(
        Q(target__in=withheld) | Q(target__in=born),
        subject__type=SubjectType.COMMITMENT,
        property="under",
    )
    hidden = (
        Q(pk__in=withheld)
        | Q(pk__in=born)
        | Q(pk__in=promises.order_by().values("subject"))
    )
    return Subject.objects.filter(hidden).order_by()


def _withheld_subjects(office: int | None) -> QuerySet[Restriction, int | None]:
    held = restrictions_holding().filter(subject__isnull=False).order_by()
    own = restrictions_holding().filter(office=office, subject=OuterRef("subject"))
    return (held.exclude(Exists(own)) if office else held).values_list("subject")


def _born_hidden(office: int | None) -> QuerySet[Claim, int]:
    """The subjects whose first claim rests on a hidden document."""
    earlier = Claim.objects.filter(subject=OuterRef("subject"), pk__lt=OuterRef("pk"))
    claims = Claim.objects.filter(document__in=hidden_documents(office).values("pk"))
    return claims.exclude(Exists(earlier)).order_by().values_list("subject")


def kept_by(office: int) -> QuerySet[Restriction]:
    """What ``office`` withholds now, latest first, with its documents (without text)."""
    held = restrictions_holding().filter(office=office).order_by("-pk")
    shown = held.select_related("document", "subject", "decided_by")
    return shown.defer("document__text", "document__origin")
