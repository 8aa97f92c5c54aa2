"""What each role may do: one table, read by every surface and every write."""

from memoranda.people.enums import Capability, Role

ALLOWED: dict[Role, frozenset[Capability]] = {
    Role.READER: frozenset({Capability.READ}),
    Role.CONTRIBUTOR: frozenset({Capability.READ, Capability.CONTRIBUTE}),
    Role.EDITOR: frozenset(
        {Capability.READ, Capability.CONTRIBUTE, Capability.JUDGE},
    ),
    Role.ADMINISTRATOR: frozenset(Capability),
}
