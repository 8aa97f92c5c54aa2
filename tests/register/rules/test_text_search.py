from memoranda.register.rules.text_search import MOST_BYTES, query_of, vector_of


def test_words_of_the_title_are_marked():
    assert vector_of("anna", "anna sang") == "'anna':1A,2 'sang':3"


def test_the_last_word_may_be_unfinished_and_loose_forms_count():
    assert query_of(["ana", "garayev"]) == ("('ana') & ('garayev':* | 'garaev':*)")


def test_a_long_text_keeps_its_words_and_loses_places():
    words = [f"word{number}" for number in range(60_000)]

    vector = vector_of("", " ".join(words * 3))

    assert vector.count("'") == 2 * len(words)
    assert len(vector.split(":")[1].split(",")) == 1


def test_words_beyond_the_bound_stay_out():
    words = [f"{number:0200d}" for number in range(6_000)]

    vector = vector_of("title", " ".join(words))

    assert vector.startswith("'title'")
    assert len(vector.encode()) < MOST_BYTES + 6_000 * 10
    assert 4_000 < vector.count(" ") < 6_000
