"""The fields of cooperation that count as one in scoring."""

from bench.scoring.names import folded

# By the word that the labels of agreement texts use: what else is said for it.
_SAID = {
    "adult education": ("popular education",),
    "archives": ("archive",),
    "arts": ("art", "fine arts", "visual arts"),
    "copyright": ("intellectual property",),
    "cultural centres": ("cultural centers", "cultural institutes"),
    "diplomas": ("degrees", "equivalence", "recognition of diplomas"),
    "education": ("higher education",),
    "exhibitions": ("exhibition",),
    "film": ("cinema", "cinematography", "films"),
    "health": ("public health",),
    "heritage": ("antiquities", "cultural heritage", "monuments", "restoration"),
    "language": ("language teaching", "languages"),
    "libraries": ("library",),
    "museums": ("museum",),
    "press": ("journalism", "mass media", "media"),
    "publishing": ("books", "literature", "publications"),
    "research": ("scientific research",),
    "scholarships": ("fellowships", "students"),
    "social welfare": ("welfare",),
    "sport": ("physical culture", "sports"),
    "television": ("tv",),
    "textbooks": ("textbook",),
    "theatre": ("performing arts", "theater"),
    "youth": ("youth exchange",),
}
_WORD = {said: word for word, others in _SAID.items() for said in others}


def field_of(said: str) -> str:
    """The word of the labels for a field of cooperation, however it is written."""
    plain = folded(said.replace("_", " "))
    return _WORD.get(plain, plain)
