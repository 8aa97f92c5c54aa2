"""Fetching one web address, within bounds of time, size and reach."""

import http.client
import ipaddress
import socket
import ssl
import time
from collections.abc import Callable, Iterable
from urllib.parse import urljoin, urlsplit

from memoranda.intake.domain.refusing import Refused

MOST_BYTES = 20_000_000
MOST_SECONDS = 30.0
MOST_HOPS = 5
PIECE = 65_536
AGENT = "Memoranda (register of international cultural cooperation)"
REDIRECTS = {301, 302, 303, 307, 308}

Resolver = Callable[[str, int], Iterable[str]]


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
            response = _ask(url, deadline, resolver=resolver)
            with response:
                if response.status in REDIRECTS:
                    url = urljoin(url, response.headers.get("Location", ""))
                    continue
                if response.status != 200:
                    raise Refused(f"the site answered {response.status}")
                return _body(response, deadline)
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise Refused(f"it could not be fetched ({error})") from error
    raise Refused(f"it redirects more than {MOST_HOPS} times")


def checked_address(host: str, port: int, *, resolver: Resolver = resolve) -> str:
    """An address of ``host`` that may be met. Raises Refused where one may not."""
    addresses = list(resolver(host, port))
    for address in addresses:
        if not ipaddress.ip_address(address.partition("%")[0]).is_global:
            raise Refused(f"{host} is an address inside a network, not on the web")
    if not addresses:
        raise Refused(f"{host} has no address")
    return addresses[0]


def _ask(url: str, deadline: float, *, resolver: Resolver) -> http.client.HTTPResponse:
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise Refused("only http and https addresses are fetched")
    secure = parts.scheme == "https"
    port = parts.port or (443 if secure else 80)
    address = checked_address(parts.hostname, port, resolver=resolver)
    left = max(deadline - time.monotonic(), 0.1)
    wire: socket.socket = socket.create_connection((address, port), timeout=left)
    if secure:
        context = ssl.create_default_context()
        wire = context.wrap_socket(wire, server_hostname=parts.hostname)
    connection = http.client.HTTPConnection(parts.hostname, port, timeout=left)
    connection.sock = wire
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    connection.request("GET", target, headers={"User-Agent": AGENT})
    return connection.getresponse()


def _body(response: http.client.HTTPResponse, deadline: float) -> bytes:
    content = bytearray()
    while piece := response.read1(PIECE):
        content += piece
        if len(content) > MOST_BYTES:
            raise Refused(f"larger than {MOST_BYTES // 1_000_000} MB")
        if time.monotonic() > deadline:
            raise Refused(f"it took longer than {MOST_SECONDS:.0f} seconds")
    return bytes(content)
