import pytest

from memoranda.reading.errors import UnreadableDocument
from memoranda.reading.text.decoding import decode

RUSSIAN = "Министерства культуры двух стран подписали соглашение о сотрудничестве."
TURKISH = "İki ülkenin kültür bakanlıkları işbirliği anlaşması imzaladı, şenlik açıldı."
FRENCH = "Les ministères « de la culture » ont signé l’accord à Genève – déjà."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "utf-8"),
        (RUSSIAN, "utf-8-sig"),
        (RUSSIAN, "utf-16"),
        (RUSSIAN, "cp1251"),
        (TURKISH, "cp1254"),
        (FRENCH, "cp1252"),
        ("Only plain letters.", "utf-16-le"),
        ("Only plain letters.", "utf-16-be"),
    ],
)
def test_finds_the_encoding(text: str, encoding: str):
    assert decode(text.encode(encoding)) == text


def test_a_few_damaged_bytes_leave_the_rest_utf8():
    content = (RUSSIAN * 3).encode()[:-1] + b"\xff."

    assert decode(content).startswith(RUSSIAN)


def test_refuses_binary_data():
    with pytest.raises(UnreadableDocument):
        decode(b"text\0\0text")
