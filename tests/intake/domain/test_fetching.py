import gzip
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from memoranda.intake.domain import fetching
from memoranda.intake.domain.fetching import checked_address, checked_url, fetch
from memoranda.intake.domain.refusing import Refused

INNER = [
    "127.0.0.1",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.0.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "fe80::1%eth0",
    "fc00::1",
    "fd00:ec2::254",
    "ff02::1",
    "::ffff:10.0.0.1",
    "::ffff:169.254.169.254",
    "::10.0.0.1",
    "64:ff9b::a00:1",
    "2002:a00:1::1",
    "2001:0:a00:1::1",
]


@pytest.mark.parametrize("address", INNER)
def test_addresses_inside_a_network_are_refused(address):
    with pytest.raises(Refused, match="inside a network"):
        checked_address("example.org", 80, resolver=lambda *_: [address])


def test_one_inner_address_among_public_ones_is_enough():
    both = ["93.184.216.34", "127.0.0.1"]

    with pytest.raises(Refused):
        checked_address("example.org", 80, resolver=lambda *_: both)


@pytest.mark.parametrize(
    "address",
    ["93.184.216.34", "2606:2800:220:1::1", "::ffff:93.184.216.34"],
)
def test_a_public_address_is_met(address):
    assert checked_address("a.org", 80, resolver=lambda *_: [address]) == address


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("ftp://example.org/a", "only http"),
        ("file:///etc/passwd", "only http"),
        ("http:///a", "only http"),
        ("javascript:alert(1)", "only http"),
        ("http://user:secret@example.org/", "name or password"),
        ("http://example.org:22/", "such a port"),
        ("http://example.org:99999/", "no web address"),
        ("http://[::1/", "no web address"),
        ("http://example.org/" + "a" * 2000, "too long"),
    ],
)
def test_other_addresses_are_not_fetched(url, reason):
    with pytest.raises(Refused, match=reason):
        fetch(url, resolver=lambda *_: ["93.184.216.34"])


def test_letters_of_any_script_are_written_as_a_server_reads_them():
    parts = checked_url("https://ru.wikipedia.org/wiki/Баку?q=Qarayev Ə")

    assert (parts.path, parts.query) == (
        "/wiki/%D0%91%D0%B0%D0%BA%D1%83",
        "q=Qarayev%20%C6%8F",
    )


@pytest.mark.parametrize(
    ("url", "netloc"),
    [
        ("https://культура.рф/события", "%s.%s"),
        ("http://a@культура.рф:8080/", "a@%s.%s:8080"),
    ],
)
def test_a_host_of_any_script_is_written_as_the_network_knows_it(url, netloc):
    plain = netloc % ("xn--80atdujec4e", "xn--p1ai")

    assert fetching._with_plain_host(url).split("/")[2] == plain
    if "@" not in url:
        assert checked_url(url).netloc == plain


class Site(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    asked: list[str] = []

    def do_GET(self):
        self.asked.append(self.path)
        name = self.path.strip("/").partition("?")[0]
        getattr(self, f"show_{name}", self.show_none)()

    def answer(self, body: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for header, value in {"Content_Length": str(len(body)), **headers}.items():
            self.send_header(header.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def show_page(self):
        self.answer(b"a page", Content_Type="text/html")

    def show_none(self):
        self.answer(b"nothing", 404)

    def show_moved(self):
        self.answer(b"", 302, Location="/page")

    def show_inward(self):
        self.answer(b"", 302, Location="http://inner.example/secret")

    def show_file(self):
        self.answer(b"", 302, Location="file:///etc/passwd")

    def show_round(self):
        self.answer(b"", 302, Location="/round")

    def show_packed(self):
        self.answer(gzip.compress(b"a page"), Content_Encoding="gzip")

    def show_torn(self):
        self.answer(gzip.compress(b"a page")[:-9], Content_Encoding="gzip")

    def show_letters(self):
        raw = "/page?q=Баку".encode().decode("latin-1")
        self.answer(b"", 302, Location=raw)

    def show_bomb(self):
        self.answer(gzip.compress(b"0" * 30_000_000), Content_Encoding="gzip")

    def show_brotli(self):
        self.answer(b"xx", Content_Encoding="br")

    def show_picture(self):
        self.answer(b"xx", Content_Type="image/png")

    def show_cut(self):
        self.answer(b"a pa", Content_Length="6")
        self.close_connection = True

    def show_slow(self):
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        for number in range(30):
            self.wfile.write(f"X-{number}: slow\r\n".encode())
            time.sleep(0.1)

    def handle(self):
        try:
            super().handle()
        except OSError:
            self.close_connection = True  # broken off, as some tests want

    def log_message(self, *_):
        pass


@pytest.fixture
def site(monkeypatch):
    """A server of this machine that the name example.org stands for."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    whole = fetching.checked_address

    def checked(host, port, *, resolver):
        if host == "example.org":
            return "127.0.0.1"
        return whole(host, port, resolver=resolver)

    monkeypatch.setattr(fetching, "checked_address", checked)
    monkeypatch.setattr(fetching, "PORTS", {80, server.server_port})
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    Site.asked = []
    yield f"http://example.org:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_redirect_is_followed(site):
    assert fetch(f"{site}/moved") == b"a page"


def test_a_redirect_in_letters_of_any_script_is_followed(site):
    assert fetch(f"{site}/letters") == b"a page"
    assert Site.asked[-1] == "/page?q=%D0%91%D0%B0%D0%BA%D1%83"


def test_a_redirect_into_the_network_is_refused_before_it_is_met(site):
    with pytest.raises(Refused, match=r"inner.example is an address inside"):
        fetch(f"{site}/inward", resolver=lambda *_: ["10.0.0.1"])

    assert Site.asked == ["/inward"]


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("file", "only http"),
        ("round", "redirects more than"),
        ("none", "answered 404"),
        ("bomb", "larger than"),
        ("brotli", "packed in a way not known"),
        ("picture", r"no text \(image/png\)"),
        ("cut", "broke off"),
        ("torn", "broke off"),
    ],
)
def test_what_cannot_be_had_is_told(site, path, reason):
    with pytest.raises(Refused, match=reason):
        fetch(f"{site}/{path}")


def test_a_packed_page_is_unpacked(site):
    assert fetch(f"{site}/packed") == b"a page"


def test_too_much_is_refused(site, monkeypatch):
    monkeypatch.setattr(fetching, "MOST_BYTES", 3)

    with pytest.raises(Refused, match="larger than"):
        fetch(f"{site}/page")


def test_a_site_that_drips_its_answer_is_left_at_the_deadline(site, monkeypatch):
    monkeypatch.setattr(fetching, "MOST_SECONDS", 0.4)
    began = time.monotonic()

    with pytest.raises(Refused, match="took longer"):
        fetch(f"{site}/slow")

    assert time.monotonic() - began < 1.5


def test_the_address_that_was_checked_is_the_one_met(monkeypatch):
    answers = iter([["93.184.216.34"], ["127.0.0.1"]])
    met = []

    def connect(address, timeout):  # noqa: ARG001
        met.append(address)
        raise OSError("not today")

    monkeypatch.setattr(fetching.socket, "create_connection", connect)

    with pytest.raises(Refused, match="not today"):
        fetch("http://rebinding.example/", resolver=lambda *_: next(answers))

    assert met == [("93.184.216.34", 80)]
