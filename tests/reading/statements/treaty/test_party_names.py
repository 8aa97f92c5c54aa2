import pytest

from memoranda.reading.statements.treaty.party_clause import party_names

CLAUSES = (
    (
        "The Government of the Kingdom of Norway and the Government of Chile,",
        [("Kingdom of Norway", "NOR"), ("Chile", "CHL")],
    ),
    (
        "the United Kingdom of Great Britain and Northern Ireland and the Grand"
        " Duchy of Luxembourg",
        [
            ("United Kingdom of Great Britain and Northern Ireland", "GBR"),
            ("Grand Duchy of Luxembourg", "LUX"),
        ],
    ),
    (
        "The Governments of the Republic of Peru and of Japan",
        [("Republic of Peru", "PER"), ("Japan", "JPN")],
    ),
    (
        "the Government of the Netherlandsandthe Government of Ireland",
        [("Netherlands", "NLD"), ("Ireland", "IRL")],
    ),
    (
        "the Ministry of Education, Science and Sport of the Republic of Malta and"
        " the Ministry of Culture of Nepal",
        [
            ("Ministry of Education, Science and Sport of the Republic of Malta", None),
            ("Ministry of Culture of Nepal", None),
        ],
    ),
    (
        "the Republic of Mali, the Republic of Niger and the Togolese Republic",
        [
            ("Republic of Mali", "MLI"),
            ("Republic of Niger", "NER"),
            ("Togolese Republic", "TGO"),
        ],
    ),
    (
        "The Harbour Museum, represented by its Director, Ms Ada Brook, and the"
        " Library of Reeds, hereinafter the Parties",
        [("Harbour Museum", None), ("Library of Reeds", None)],
    ),
    (
        "the State Library for Science and the Arts, and the Reed Society",
        [("State Library for Science and the Arts", None), ("Reed Society", None)],
    ),
    (
        "the Government of Norway and the Government of Chile of 4 May 1961",
        [("Norway", "NOR"), ("Chile", "CHL")],
    ),
    (
        "the Norwegian State School of Dance and: the Foundation Old Mill",
        [("Norwegian State School of Dance", None), ("Foundation Old Mill", None)],
    ),
    (
        "ITALY AND DENMARK ON CULTURAL RELATIONS",
        [("ITALY", "ITA"), ("DENMARK", "DNK")],
    ),
    (
        "the Provisional Military Government of the Republic of Mali and the Swiss"
        " Federal Council",
        [("Republic of Mali", "MLI"), ("Swiss Federal Council", "CHE")],
    ),
    (
        "We, the Ministers responsible for Culture and Heritage of Mali, Niger, Togo"
        " and Benin",
        [("Mali", "MLI"), ("Niger", "NER"), ("Togo", "TGO"), ("Benin", "BEN")],
    ),
    (
        "the Marsh Museum, Oslo, Norway and the Tin Theatre",
        [("Marsh Museum", None), ("Tin Theatre", None)],
    ),
    (
        "the National Council for Culture, Arts and Letters, and the Reed Society",
        [
            ("National Council for Culture, Arts and Letters", None),
            ("Reed Society", None),
        ],
    ),
    (
        "the Archive of Reeds under the Cabinet of Ministers of the Republic of Malta"
        " and the Salt Library",
        [
            (
                "Archive of Reeds under the Cabinet of Ministers of the Republic of"
                " Malta",
                None,
            ),
            ("Salt Library", None),
        ],
    ),
    (
        "the Ministry of Culture of Malta, the Ministry of Education, the Arts and"
        " Sport of Nepal and the Reed Society",
        [
            ("Ministry of Culture of Malta", None),
            ("Ministry of Education, the Arts and Sport of Nepal", None),
            ("Reed Society", None),
        ],
    ),
    (
        "the Supreme Council of Antiquities of Egypt and the Delegations of Mali and Togo",
        [
            ("Supreme Council of Antiquities of Egypt", None),
            ("Mali", "MLI"),
            ("Togo", "TGO"),
        ],
    ),
    (
        "(a) the Salt Museum;\n(b) Atelier Reed S.A.R.L.; and\n(c) Harp House",
        [("Salt Museum", None), ("Atelier Reed S.A.R.L.", None), ("Harp House", None)],
    ),
    (
        "the Board for Museums and Art. The Norwegian side and the Reed Society",
        [("Board for Museums and Art", None), ("Reed Society", None)],
    ),
    (
        "1. the Marsh Museum; and\n\n2. Salt Library",
        [("Marsh Museum", None), ("Salt Library", None)],
    ),
)


@pytest.mark.parametrize(("clause", "expected"), CLAUSES)
def test_names_the_parties_of_a_clause(
    clause: str, expected: list[tuple[str, str | None]]
) -> None:
    found = party_names(clause, (0, len(clause)), "en")

    assert [(name.name, name.country) for name in found] == expected
