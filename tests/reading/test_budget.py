from memoranda.reading.budget import Budget


def test_a_budget_is_spent_when_its_time_is_over():
    now = [10.0]
    budget = Budget(4.0, clock=lambda: now[0])

    before = budget.is_spent()
    now[0] = 12.0
    half = (budget.is_spent(0.5), budget.is_spent())
    now[0] = 14.0

    assert (before, half, budget.is_spent()) == (False, (True, False), True)
