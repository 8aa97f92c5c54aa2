from memoranda.register.rules.ranking import BEGUN, ELSEWHERE, WHOLE, density, rank_of


def test_whole_words_in_one_part_go_before_begun_and_scattered_ones():
    assert rank_of(["ada", "nord"], "ada nord") == (WHOLE, 2)
    assert rank_of(["ada", "nor"], "ada nord") == (BEGUN, 2)
    assert rank_of(["ada", "nord"], "ada | nord choir") == (ELSEWHERE, 0)


def test_the_best_part_counts_and_loose_forms_too():
    assert rank_of(["garayev"], "the garayev prize | garaev") == (WHOLE, 1)


def test_words_are_counted_up_to_ten_times():
    assert density(["choir"], "choir " * 12 + "song") == 10
