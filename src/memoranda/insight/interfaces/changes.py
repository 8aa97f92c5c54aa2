"""A change in one plain sentence, as text or with links."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.html import format_html, format_html_join
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from memoranda.insight.queries.changes import Verb
from memoranda.register.enums import SubjectType
from memoranda.register.interfaces.addresses import address_of
from memoranda.register.interfaces.wording import worded
from memoranda.register.rules.properties import PROPERTIES
from memoranda.register.rules.standing import BY_RULE
from memoranda.ui import edtf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from memoranda.insight.queries.changes import Change
    from memoranda.register.models import Claim, Document, Entry

MOST = 12
LONGEST = 90  # characters of a title
OWN_WORD = (Verb.STATED, Verb.CORRECTED, Verb.JOINED, Verb.KEPT_APART)


class Pen:
    """Writes sentences as text. ``public``: people are named only where a page of the
    site names them, for their own word and for what they joined. ``most``: the values
    named in one sentence.
    """

    def __init__(self, *, public: bool, most: int = MOST) -> None:
        self._public = public
        self._most = most

    def sentence(self, change: Change) -> str:
        """What was done, in one sentence without a full stop."""
        return _SAY[change.verb](self, change)

    def who(self, change: Change) -> str:
        """The person, or the rule or policy, that did it."""
        person, rule = change.person, change.rule
        if person is not None:
            named = not self._public or change.verb in OWN_WORD
            return str(person) if named else _("a person")
        if rule.startswith(BY_RULE):
            return self.say(_("the rule {name}"), name=rule.removeprefix(BY_RULE))
        if change.judgement is not None or change.restriction is not None:
            return self.say(_("the rule {name}"), name=rule)
        return self.say(_("the policy {name}"), name=rule)

    def say(self, text: str, **given: object) -> str:
        """``text`` with its places filled."""
        return text.format(**given)

    def join(self, between: str, parts: Iterable[object]) -> str:
        """The parts with ``between`` between them."""
        return between.join(map(str, parts))

    def record(self, entry: Entry | None) -> str:
        """A record by its title."""
        return cut(entry.title) if entry else _("a record that is not shown")

    def document(self, document: Document) -> str:
        """A document by its title."""
        return cut(document.title or document.source)

    def value(self, claim: Claim) -> str:
        """What a claim says, in words."""
        said = worded(claim.subject.type, claim.property, claim.value)
        if claim.target is None:
            return said
        address = getattr(claim.target, "address", None)
        target = self.record(address.entry if address else None)
        return (
            self.say("{said} ({target})", said=said, target=target) if said else target
        )

    def values(self, claims: Sequence[Claim]) -> str:
        """The values of claims by their properties: "Kind: Plan; Signed on: 2019"."""
        by_property: dict[str, list[str]] = {}
        for claim in claims[: self._most]:
            texts = by_property.setdefault(label_of(claim), [])
            value = self.value(claim)
            if value not in texts:
                texts.append(value)
        said = self.join(
            "; ",
            (
                self.say("{name}: {values}", name=name, values=self.join(", ", texts))
                for name, texts in by_property.items()
            ),
        )
        more = len(claims) - self._most
        if more <= 0:
            return said
        rest = ngettext("{number} more value", "{number} more values", more)
        return self.join("; ", [said, self.say(rest, number=more)])


class LinkingPen(Pen):
    """Writes sentences as HTML, records and documents as links.

    ``documents``: where the page of a document is, for pages that are not the site's.
    """

    def __init__(
        self,
        *,
        public: bool,
        most: int = MOST,
        documents: Callable[[Document], str] = address_of,
    ) -> None:
        super().__init__(public=public, most=most)
        self._documents = documents

    def say(self, text: str, **given: object) -> str:
        """``text`` with its places filled, escaped where they are not HTML."""
        return format_html(text, **given) if given else text

    def join(self, between: str, parts: Iterable[object]) -> str:
        """The parts, escaped where they are not HTML."""
        return format_html_join(between, "{}", ((part,) for part in parts))

    def record(self, entry: Entry | None) -> str:
        """A link to the record's page."""
        if entry is None:
            return super().record(entry)
        return format_html('<a href="{}">{}</a>', address_of(entry), cut(entry.title))

    def document(self, document: Document) -> str:
        """A link to the document's page."""
        language = document.language or "und"
        return format_html(
            '<a href="{}" lang="{}">{}</a>',
            self._documents(document),
            language,
            super().document(document),
        )


def cut(title: str) -> str:
    """A title short enough to stand in a sentence."""
    return Truncator(title).chars(LONGEST)


def label_of(claim: Claim) -> str:
    """What the property of a claim is called."""
    known = PROPERTIES.get((SubjectType(claim.subject.type), claim.property))
    return str(known.label) if known else claim.property


def _accepted(pen: Pen, change: Change) -> str:
    told: dict[str, Any] = {
        "who": pen.who(change),
        "values": pen.values(change.claims),
    }
    if change.document is None:
        return pen.say(_("{who} accepted {values}"), **told)
    told["document"] = pen.document(change.document)
    if change.person is None:
        text = _("{values} (read in {document}, accepted by {who})")
        return pen.say(text, **told)
    return pen.say(_("{who} accepted {values} (read in {document})"), **told)


def _corrected(pen: Pen, change: Change) -> str:
    parts = []
    for claim in change.claims:
        before = [old for old in change.before if old.property == claim.property]
        told = {"label": label_of(claim), "after": pen.value(claim)}
        if before:
            old = pen.join(", ", dict.fromkeys(pen.value(one) for one in before))
            text = _("{label} from {before} to {after}")
            parts.append(pen.say(text, before=old, **told))
        else:
            parts.append(pen.say(_("{label}: {after}"), **told))
    what = pen.join("; ", dict.fromkeys(parts))
    return pen.say(_("{who} corrected {what}"), who=pen.who(change), what=what)


def _proposed(pen: Pen, change: Change) -> str:
    values = pen.values(change.claims)
    if change.person is not None:
        text = _("{who} proposed {values}; it waits for an editor")
        return pen.say(text, who=pen.who(change), values=values)
    if change.document is None:
        return pen.say(_("Proposed: {values}"), values=values)
    text = _("{values} (read in {document}, waiting for a person)")
    return pen.say(text, document=pen.document(change.document), values=values)


def _joined(pen: Pen, change: Change) -> str:
    who = pen.who(change)
    if change.document is None:
        return pen.say(_("{who} joined a record made by hand with this one"), who=who)
    text = _("{who} joined with it what {document} says")
    return pen.say(text, who=who, document=pen.document(change.document))


def _pair(text: str) -> Callable[[Pen, Change], str]:
    def said(pen: Pen, change: Change) -> str:
        left, right = (_shown(side) for side in _sides(change))
        told = {"left": pen.record(left), "right": pen.record(right)}
        return pen.say(_(text), who=pen.who(change), **told)

    return said


def _sides(change: Change) -> tuple[Any, Any]:
    judgement = change.judgement
    return (judgement.left, judgement.right) if judgement else (None, None)


def _shown(subject: Any) -> Entry | None:
    address = getattr(subject, "address", None)
    return address.entry if address else None


def _taken_back(pen: Pen, change: Change) -> str:
    if change.judgement is not None:
        return _answer_taken_back(pen, change)
    text = _("{who} took back a decision on {values}")
    return pen.say(text, who=pen.who(change), values=pen.values(change.claims))


_answer_taken_back = _pair(
    gettext_noop("{who} took back an answer on {left} and {right}")
)


def _kept(pen: Pen, change: Change) -> str:
    row = change.restriction
    told: dict[str, Any] = {
        "who": pen.who(change),
        "what": pen.document(change.document) if change.document else _("the record"),
        "office": row.office if row else "",
    }
    if change.verb == Verb.RELEASED:
        return pen.say(_("{who} let {what} go, which {office} had kept"), **told)
    if row is None or not row.until:
        return pen.say(_("{who} kept {what} to {office}"), **told)
    told["until"] = edtf.said(row.until)
    return pen.say(_("{who} kept {what} to {office} until {until}"), **told)


def _plain(text: str) -> Callable[[Pen, Change], str]:
    def said(pen: Pen, change: Change) -> str:
        values = pen.values(change.claims)
        return pen.say(_(text), who=pen.who(change), values=values)

    return said


def _added(pen: Pen, change: Change) -> str:
    document = pen.document(change.document) if change.document else ""
    return pen.say(_("{document} was added"), document=document)


_SAY: dict[Verb, Callable[[Pen, Change], str]] = {
    Verb.ADDED: _added,
    Verb.PROPOSED: _proposed,
    Verb.ACCEPTED: _accepted,
    Verb.STATED: _plain(gettext_noop("{who} stated {values}")),
    Verb.CORRECTED: _corrected,
    Verb.REJECTED: _plain(gettext_noop("{who} rejected {values}")),
    Verb.SUPERSEDED: _plain(gettext_noop("{who} set {values} aside")),
    Verb.REOPENED: _plain(gettext_noop("{who} put back among what waits {values}")),
    Verb.TAKEN_BACK: _taken_back,
    Verb.REMOVED: _plain(gettext_noop("{who} took the record off the pages")),
    Verb.JOINED: _joined,
    Verb.KEPT_APART: _pair(gettext_noop("{who} kept {left} and {right} apart")),
    Verb.LEFT_OPEN: _pair(
        gettext_noop("{who} left open whether {left} and {right} are one")
    ),
    Verb.WITHHELD: _kept,
    Verb.RELEASED: _kept,
}
