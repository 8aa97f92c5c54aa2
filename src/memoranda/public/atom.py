"""Changes as an Atom feed (RFC 4287)."""

import re
from collections.abc import Iterable
from xml.etree import ElementTree as ET

from django.urls import reverse

from memoranda.insight.interfaces.changes import Pen
from memoranda.insight.queries.changes import Change
from memoranda.register.interfaces.addresses import address_of

NAMESPACE = "http://www.w3.org/2005/Atom"
# All but what XML 1.0 calls Char.
UNPRINTABLE = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
EPOCH = "1970-01-01T00:00:00+00:00"  # of a feed that nothing happened in yet


def feed_of(
    changes: Iterable[Change], *, title: str, page: str, own: str, origin: str
) -> bytes:
    """The feed at ``own``, whose page for people is ``page``; both with ``origin``.

    ``origin`` is the site's address, without a slash at its end. A feed made twice
    from the same register is the same.
    """
    listed = list(changes)
    feed = ET.Element("feed", {"xmlns": NAMESPACE})
    _text(feed, "id", f"{origin}{own}")
    _text(feed, "title", title)
    _text(feed, "updated", listed[0].at.isoformat() if listed else EPOCH)
    _link(feed, f"{origin}{own}", rel="self", type="application/atom+xml")
    _link(feed, f"{origin}{page}", rel="alternate", type="text/html")
    _text(ET.SubElement(feed, "author"), "name", "Memoranda")
    for change in listed:
        _add(feed, change, origin=origin)
    return bytes(ET.tostring(feed, encoding="utf-8", xml_declaration=True))


def _add(feed: ET.Element, change: Change, *, origin: str) -> None:
    pen = Pen(public=True)
    thing = change.entry or change.document
    entry = ET.SubElement(feed, "entry")
    _text(entry, "id", f"{origin}{reverse('changes')}#{change.id}")
    _text(entry, "title", _title(change, pen))
    _text(entry, "updated", change.at.isoformat())
    if thing is not None:
        _link(entry, f"{origin}{address_of(thing)}", rel="alternate", type="text/html")
    said = pen.sentence(change)
    reason = f" ({change.reason})" if change.reason else ""
    _text(entry, "summary", f"{said}{reason}.")


def _title(change: Change, pen: Pen) -> str:
    if change.entry is not None:
        return change.entry.title
    return pen.document(change.document) if change.document else str(change.verb.label)


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = UNPRINTABLE.sub("", text)


def _link(parent: ET.Element, address: str, **said: str) -> None:
    ET.SubElement(parent, "link", {"href": address, **said})
