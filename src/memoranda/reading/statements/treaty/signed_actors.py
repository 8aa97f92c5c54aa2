"""The actors of an agreement: who is bound and who signed."""

from memoranda.reading.records import Instrument, NamedActor


def actors_of(instrument: Instrument) -> tuple[NamedActor, ...]:
    """Parties as organisations, signatories as persons with the office they held."""
    parties = tuple(
        NamedActor(party.name, "organisation", country=party.country)
        for party in instrument.parties
    )
    persons = tuple(
        NamedActor(
            signatory.name,
            "person",
            roles=(signatory.capacity,) if signatory.capacity else (),
        )
        for signatory in instrument.signatories
    )
    return parties + persons
