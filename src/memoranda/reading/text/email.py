"""E-mail messages (.eml): the body, and what its head says."""

from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from email.utils import parsedate_to_datetime

from memoranda.reading.errors import UnreadableDocument
from memoranda.reading.text.decoding import decode
from memoranda.reading.text.html import load_html
from memoranda.reading.text.loaded import Loaded

MEDIA_TYPE = "message/rfc822"


def load_email(content: bytes) -> Loaded:
    """The message's text part, or its HTML part where there is no other."""
    try:
        message = message_from_bytes(
            content, _class=EmailMessage, policy=policy.default
        )
        part = message.get_body(("plain", "html"))
        return Loaded(
            _text(part) if part else "",
            MEDIA_TYPE,
            title=_header(message, "Subject"),
            byline=_header(message, "From"),
            published=_date(message),
        )
    except UnreadableDocument:
        raise
    except Exception:  # noqa: BLE001  the parser of headers fails in many ways
        raise UnreadableDocument("the e-mail message is damaged") from None


def _text(part: MIMEPart) -> str:
    payload = part.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    if part.get_content_type() == "text/html":
        return load_html(content).original
    try:
        return content.decode(part.get_content_charset("utf-8"))
    except (LookupError, UnicodeDecodeError):
        return decode(content)


def _header(message: EmailMessage, name: str) -> str | None:
    return " ".join(str(message.get(name, "")).split()) or None


def _date(message: EmailMessage) -> str | None:
    try:
        return parsedate_to_datetime(str(message.get("Date", ""))).date().isoformat()
    except (ValueError, TypeError):
        return None
