"""Small things of the register, made through its own ways in."""

from itertools import count

from memoranda.people.enums import Role
from memoranda.people.models import Account
from memoranda.register.domain.claims import Evidence, assert_claim, judge_claim
from memoranda.register.domain.documents import keep_document
from memoranda.register.domain.subjects import open_subject
from memoranda.register.enums import ClaimStatus, SubjectType
from memoranda.register.models import Claim, Document, Subject

_numbers = count(1)


def person(username: str = "", /, *, role: Role = Role.EDITOR, **described) -> Account:
    username = username or f"person {next(_numbers)}"
    described = {"username": username} | described
    return Account.objects.create(role=role, **described)


def document(text: str = "", **described) -> Document:
    text = text or f"The ministers of two countries met, number {next(_numbers)}."
    described = {"media_type": "text/plain", "genre": "press"} | described
    described.setdefault("source", "a.txt")
    return keep_document(text.encode(), text=text, **described)[0]


def evidence(document: Document, quote: str = "") -> Evidence:
    quote = quote or document.text
    start = document.text.index(quote)
    return Evidence(document, start, start + len(quote), quote)


def subject(type_: SubjectType = SubjectType.ACTOR, seed: str = "") -> Subject:
    return open_subject(type_, seed=seed or f"seed {next(_numbers)}")


def claim(subject: Subject, property_: str, value=None, **said) -> Claim:
    """A claim, quoting a new document unless a person or evidence is given."""
    accept = said.pop("accept", True)
    if "by" not in said and "evidence" not in said:
        said["evidence"] = evidence(document())
    written = assert_claim(subject, property_, value=value, **said)
    if accept:
        judge_claim(written, ClaimStatus.ACCEPTED, policy="assisted")
    return written


def actor(name: str, **said) -> Subject:
    """An actor with an accepted name."""
    opened = subject(SubjectType.ACTOR)
    claim(opened, "name", name, **said)
    return opened
