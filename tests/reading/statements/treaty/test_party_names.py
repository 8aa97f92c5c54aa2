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
)


@pytest.mark.parametrize(("clause", "expected"), CLAUSES)
def test_names_the_parties_of_a_clause(
    clause: str, expected: list[tuple[str, str | None]]
) -> None:
    found = party_names(clause, (0, len(clause)), "en")

    assert [(name.name, name.country) for name in found] == expected
