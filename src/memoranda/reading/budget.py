"""The time that one document may take."""

import time
from collections.abc import Callable


class Budget:
    """Counts from its making; ``seconds`` of wall time."""

    def __init__(
        self, seconds: float, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._seconds = seconds
        self._clock = clock
        self._began = clock()

    def is_spent(self, share: float = 1.0) -> bool:
        """True when ``share`` of the time is over."""
        return self._clock() - self._began >= share * self._seconds
