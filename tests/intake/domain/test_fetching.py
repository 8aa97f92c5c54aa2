import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from memoranda.intake.domain import fetching
from memoranda.intake.domain.fetching import checked_address, fetch
from memoranda.intake.domain.refusing import Refused


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "192.168.0.1", "169.254.169.254", "::1", "fe80::1%eth0"],
)
def test_addresses_inside_a_network_are_refused(address):
    with pytest.raises(Refused, match="inside a network"):
        checked_address("example.org", 80, resolver=lambda *_: [address])


def test_one_inner_address_among_public_ones_is_enough():
    both = ["93.184.216.34", "127.0.0.1"]

    with pytest.raises(Refused):
        checked_address("example.org", 80, resolver=lambda *_: both)


def test_a_public_address_is_met():
    found = checked_address("example.org", 80, resolver=lambda *_: ["93.184.216.34"])

    assert found == "93.184.216.34"


def test_only_web_addresses_are_fetched():
    with pytest.raises(Refused, match="only http"):
        fetch("ftp://example.org/a")


class Site(BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == "/moved":
            self.send_response(302)
            self.send_header("Location", "/page")
            self.end_headers()
            return
        self.send_response(200 if self.path == "/page" else 404)
        self.end_headers()
        self.wfile.write(b"a page")

    def log_message(self, *_):
        pass


@pytest.fixture
def site(monkeypatch):
    server = HTTPServer(("127.0.0.1", 0), Site)
    monkeypatch.setattr(fetching, "checked_address", lambda *_, **__: "127.0.0.1")
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://example.org:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_redirect_is_followed(site):
    assert fetch(f"{site}/moved") == b"a page"


def test_an_error_is_told(site):
    with pytest.raises(Refused, match="answered 404"):
        fetch(f"{site}/none")


def test_too_much_is_refused(site, monkeypatch):
    monkeypatch.setattr(fetching, "MOST_BYTES", 3)

    with pytest.raises(Refused, match="larger than"):
        fetch(f"{site}/page")
