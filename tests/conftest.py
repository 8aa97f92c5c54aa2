"""How properties are tried: the same examples each run, or new ones on a hunt.

`HYPOTHESIS_PROFILE=hunt make test` tries other examples each time and more of them;
what it finds is written into the test as an `@example`.
"""

import os

from hypothesis import settings

settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("hunt", derandomize=False, deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))
