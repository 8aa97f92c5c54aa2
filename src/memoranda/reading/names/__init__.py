"""Names: keys for spellings, how alike two names are, and places."""

from memoranda.reading.names.countries import country_of
from memoranda.reading.names.folding import fold
from memoranda.reading.names.gazetteer import capital_of
from memoranda.reading.names.organisations import organisation_similarity
from memoranda.reading.names.persons import person_similarity
from memoranda.reading.names.places import PlaceMention, find_places
from memoranda.reading.names.schools import without_marks
from memoranda.reading.names.similarity import Similarity

__all__ = [
    "PlaceMention",
    "Similarity",
    "capital_of",
    "country_of",
    "find_places",
    "fold",
    "organisation_similarity",
    "person_similarity",
    "without_marks",
]
