"""Fetching one web address, within bounds of time, size and reach."""

import http.client
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from ipaddress import IPv4Address, IPv6Address, ip_address
from urllib.parse import SplitResult, urljoin, urlsplit

from django.utils.encoding import iri_to_uri

from memoranda.intake.domain.refusing import Refused

MOST_BYTES = 20_000_000  # of one document, unpacked
MOST_SECONDS = 30.0  # of one address with all its redirects
MOST_HOPS = 5
LONGEST = 2000  # characters of an address
PIECE = 65_536
PORTS = {80, 443, 8080, 8443}
AGENT = "Memoranda (register of international cultural cooperation)"
REDIRECTS = {301, 302, 303, 307, 308}
# What a document can be sent as; what it really is, its content tells when it is read.
KINDS = ("text/", "message/", "application/")
PACKED = {"gzip", "x-gzip", "deflate"}

Resolver = Callable[[str, int], Iterable[str]]
Address = IPv4Address | IPv6Address


def resolve(host: str, port: int) -> list[str]:
    """The addresses of ``host``. Raises OSError where it has none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(entry[4][0]) for entry in found]


def fetch(url: str, *, resolver: Resolver = resolve) -> bytes:
    """The bytes at ``url``; redirects are followed and checked like the address.

    Only public addresses are met: private, loopback and link-local ones are refused,
    and the connection goes to the very address that was checked. Raises Refused.
    """
    deadline = time.monotonic() + MOST_SECONDS
    for _ in range(MOST_HOPS):
        try:
            answer = _answer(url, deadline, resolver=resolver)
        except TimeoutError as error:
            raise Refused(f"it took longer than {MOST_SECONDS:.0f} seconds") from error
        except socket.gaierror as error:
            raise Refused("there is no site of that name, or no network") from error
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise Refused(f"it could not be fetched ({error})") from error
        if isinstance(answer, bytes):
            return answer
        url = answer
    raise Refused(f"it redirects more than {MOST_HOPS} times")


def checked_url(url: str) -> SplitResult:
    """The parts of an address that may be fetched, as far as can be said without
    asking the network. Raises Refused.
    """
    if len(url) > LONGEST:
        raise Refused("the address is too long")
    try:
        parts = urlsplit(iri_to_uri(_with_plain_host(url)))
        port = parts.port
    except ValueError as error:
        raise Refused("it is no web address") from error
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise Refused("only http and https addresses are fetched")
    if parts.username is not None or parts.password is not None:
        raise Refused("an address with a name or password in it is not fetched")
    if port not in {None, *PORTS}:
        raise Refused("addresses with such a port are not fetched")
    return parts


def _with_plain_host(url: str) -> str:
    """The address with its host as the network knows it: культура.рф is xn--….

    Raises ValueError for a host that no name can be.
    """
    parts = urlsplit(url)
    host = parts.hostname or ""
    if host.isascii():
        return url
    before, _at, _host = parts.netloc.rpartition("@")
    port = f":{parts.port}" if parts.port is not None else ""
    plain = f"{before}{_at}{host.encode('idna').decode('ascii')}{port}"
    return parts._replace(netloc=plain).geturl()


def checked_address(host: str, port: int, *, resolver: Resolver = resolve) -> str:
    """An address of ``host`` that may be met. Raises Refused where one may not."""
    addresses = list(resolver(host, port))
    for address in addresses:
        if not is_public(ip_address(address.partition("%")[0])):
            raise Refused(f"{host} is an address inside a network, not on the web")
    if not addresses:
        raise Refused(f"{host} has no address")
    return addresses[0]


def is_public(address: Address) -> bool:
    """Whether the address, and the one that it may hold within it, is on the web."""
    if isinstance(address, IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if inner is not None:
            return is_public(inner)
    return address.is_global and not (address.is_multicast or address.is_reserved)


def _answer(url: str, deadline: float, *, resolver: Resolver) -> bytes | str:
    """What is at ``url``: the bytes, or the address to ask next."""
    parts = checked_url(url)
    with (
        _connected(parts, deadline, resolver=resolver) as wire,
        _asked(parts, wire) as response,
    ):
        if response.status in REDIRECTS:
            return urljoin(url, _location(response))
        if response.status != 200:
            raise Refused(f"the site answered {response.status}")
        kind = response.headers.get_content_type()
        if response.headers.get("Content-Type") and not kind.startswith(KINDS):
            raise Refused(f"the site sent no text ({kind[:60]})")
        return _body(response, deadline)


@contextmanager
def _connected(
    parts: SplitResult, deadline: float, *, resolver: Resolver
) -> Iterator[socket.socket]:
    """A connection that breaks off at the deadline, however slowly the site answers."""
    host = parts.hostname or ""
    secure = parts.scheme == "https"
    port = parts.port or (443 if secure else 80)
    address = checked_address(host, port, resolver=resolver)
    with socket.create_connection((address, port), timeout=_left(deadline)) as plain:
        over = threading.Event()
        timer = threading.Timer(_left(deadline), _break_off, (plain, over))
        timer.start()
        try:
            wire: socket.socket = plain
            if secure:
                context = ssl.create_default_context()
                wire = context.wrap_socket(plain, server_hostname=host)
            with wire:
                yield wire
        finally:
            timer.cancel()
            if over.is_set():  # also what seems whole was cut
                raise TimeoutError


@contextmanager
def _asked(
    parts: SplitResult, wire: socket.socket
) -> Iterator[http.client.HTTPResponse]:
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port)
    connection.sock = wire
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    connection.request("GET", target, headers={"User-Agent": AGENT})
    with connection.getresponse() as response:
        yield response


def _location(response: http.client.HTTPResponse) -> str:
    """Where a redirect leads. Many sites send letters of their script as they are, in
    UTF-8, which the library reads as latin-1.
    """
    said = response.headers.get("Location", "")
    try:
        return said.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return said


def _left(deadline: float) -> float:
    return max(deadline - time.monotonic(), 0.1)


def _break_off(wire: socket.socket, over: threading.Event) -> None:
    over.set()
    try:
        wire.shutdown(socket.SHUT_RDWR)
    except OSError:
        return  # closed meanwhile


def _body(response: http.client.HTTPResponse, deadline: float) -> bytes:
    encoding = response.headers.get("Content-Encoding", "identity").strip().lower()
    if encoding not in {"identity", "", *PACKED}:
        raise Refused(f"the site sent it packed in a way not known ({encoding[:30]})")
    unpack = zlib.decompressobj(wbits=47) if encoding in PACKED else None
    content = bytearray()
    while piece := response.read1(PIECE):
        content += _unpacked(unpack, piece, room=MOST_BYTES + 1 - len(content))
        if len(content) > MOST_BYTES:
            raise Refused(f"larger than {MOST_BYTES // 1_000_000} MB")
        if time.monotonic() > deadline:
            raise TimeoutError
    if response.length or (unpack is not None and not unpack.eof):
        raise Refused("the site broke off before the end")
    return bytes(content)


def _unpacked(unpack: "zlib._Decompress | None", piece: bytes, *, room: int) -> bytes:
    """``piece`` unpacked, at most ``room`` bytes of it."""
    if unpack is None:
        return piece
    try:
        return unpack.decompress(piece, room)
    except zlib.error as error:
        raise Refused("the site sent damaged data") from error
