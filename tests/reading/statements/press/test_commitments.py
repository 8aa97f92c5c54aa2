from collections.abc import Callable

from memoranda.reading.statements.press.commitments import read_commitments
from memoranda.reading.statements.press.scene import Scene


def test_a_promise_and_who_makes_it(scene_of: Callable[..., Scene]) -> None:
    scene = scene_of(
        "The [O Harbour Museum] will lend forty paintings to the museum in Graz"
        " in 2024; nobody minded.",
        published="2023-02-01",
    )

    [promise] = read_commitments(scene)

    assert promise.what.quote == (
        "The Harbour Museum will lend forty paintings to the museum in Graz in 2024"
    )
    assert [body.value for body in promise.who] == ["Harbour Museum"]
    assert promise.due is not None
    assert promise.due.value == "2024"


def test_an_idle_will_is_no_promise(scene_of: Callable[..., Scene]) -> None:
    scene = scene_of("The museum's music will never be forgotten.")

    assert read_commitments(scene) == []
