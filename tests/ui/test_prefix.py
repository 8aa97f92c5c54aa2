"""A site under a prefix gets the path it would get at the root."""

import pytest

from memoranda.ui.prefix import under


@pytest.mark.parametrize(
    ("asked", "path"),
    [
        ("/memory/events/", "/events/"),
        ("/memory/", "/"),
        ("/memory", "/"),
        ("/events/", "/events/"),
        ("/memoryless/", "/memoryless/"),
        ("", ""),
    ],
)
def test_the_prefix_is_cut_off_or_was(asked, path):
    seen = {}

    under("/memory", lambda environ, _: seen.update(environ) or [])(
        {"PATH_INFO": asked, "SCRIPT_NAME": ""}, None
    )

    assert seen == {"PATH_INFO": path, "SCRIPT_NAME": "/memory"}


def test_without_a_prefix_nothing_is_changed():
    def application(environ, start):
        return [environ, start]

    assert under("", application) is application
