"""Who is bound by a paper and who signed it, from the words round it."""

import re
from dataclasses import dataclass, field

from memoranda.reading.entities.cast import Actor, ActorKind
from memoranda.reading.statements.press.papers import Paper
from memoranda.reading.statements.press.scene import Scene
from memoranda.reading.statements.press.skeleton import Group, Skeleton
from memoranda.reading.vocabulary import words

BETWEEN = re.compile(
    r"\b(?:between|among|amongst|linking|binding|uniting)\s+(?:(?:the|its|both|their)\s+)?$",
    re.IGNORECASE,
)
WITH = re.compile(
    r"\b(?:with|alongside)\s+(?:(?:the|its|his|her|their|our|a|an)\s+)?(?:[\w’'-]+,?\s+){0,4}?$",
    re.IGNORECASE,
)
BY = re.compile(r"\bby\s+(?:(?:the|both|its)\s+)?(?:[\w-]+\s+)?$", re.IGNORECASE)
FOR = re.compile(
    r"\b(?:for|on behalf of|representing)\s+(?:(?:the|its)\s+)?$", re.IGNORECASE
)
BYSTANDER = re.compile(
    r"\b(?:in|at|from|near|to|into|of|on|under|within|through|via|support(?:ed)? (?:of|by)|sponsored by"
    r"|according to|told|funded by|presence of|attended by|financed by|hosted by|reported by|during|visit to|margins of)"
    r"\s+(?:(?:the|its|a|an|our|his|her)\s+)?(?:[\w’'-]+\s+)?$",
    re.IGNORECASE,
)
BACKING = re.compile(
    r"\b(?:supported|sponsored|hosted|attended|organi[sz]ed|reported|accompanied|witnessed|financed|funded|headed|led|issued|published|run|held)"
    r"\s+by\s+(?:(?:the|its|his|her)\s+)?(?:[\w-]+\s+)?$"
)
SPEAKING_FOR = re.compile(
    r"\b(?:heads|directors|ministers|presidents|leaders|representatives|mayors|rectors|officials|delegations|governments|ministries|representative|government|city|cities|municipalities) of\s+(?:(?:the|both)\s+)?$"
)
TIES = re.compile(
    r"\b(?:relations|ties|links|friendship|contacts|dialogue|framework of (?:\w+\s+)?cooperation|war|conflict)\s+between\s+(?:\w+\s+)?$"
)
EACH = re.compile(r"\b(?:each|separately|respectively)\b")
REPORTING = re.compile(
    r"^\s*,?\s*(?:reported|reports|said|says|announced that|writes|told|informs|learned|quoted)\b"
)
SUBJECT_GAP = re.compile(r"[;:]|\b(?:that|which|where|while|after|when|said|told)\b")


@dataclass(slots=True)
class Sides:
    """Positions in the cast, in order, without repetition."""

    parties: list[int] = field(default_factory=list)
    signatories: list[int] = field(default_factory=list)
    partner: bool = False  # only the other side was named: "with X"
    apart: bool = False  # several papers, one with each of ``parties`` behind "with"
    each: bool = False  # "the two have each signed with X"
    several_with: list[int] = field(default_factory=list)

    def one_by_one(self) -> "list[Sides]":
        """Several papers apart: one with each partner, or of each one with it."""
        common = [p for p in self.parties if p not in self.several_with]
        if self.apart:
            return [
                Sides([*common, partner], self.signatories, partner=True)
                for partner in self.several_with
            ]
        if self.each and len(common) > 1 and len(self.several_with) == 1:
            return [Sides([one, *self.several_with], []) for one in common]
        return [self]

    def bind(self, actor: int) -> None:
        """Add a party."""
        if actor not in self.parties:
            self.parties.append(actor)

    def sign(self, actor: int) -> None:
        """Add a signatory."""
        if actor not in self.signatories:
            self.signatories.append(actor)


def _after_setting(skeleton: Skeleton, group: Group) -> Group | None:
    """The actors behind "In the Old Hall, ..."; None where nothing follows it."""
    place = next(
        (n for n, item in skeleton.items.items() if item is group.members[0]), None
    )
    if place is None or len(group.members) < 2:
        return None
    comma = re.match(r"\s*,\s+(?:the\s+)?", skeleton.bones[place + 1 : group.end])
    if not comma:
        return None
    return Group(place + 1 + comma.end(), group.end, group.members[1:])


class SideReader:
    """Reads the sides of a paper from its sentence."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        lists = words(scene.language, "roles")
        self.of_state = re.compile(
            "|".join(map(re.escape, lists["of_state"])), re.IGNORECASE
        )
        self.of_city = re.compile(
            "|".join(map(re.escape, lists["of_city"])), re.IGNORECASE
        )

    def sides(self, paper: Paper) -> Sides:
        """The sides named in the paper's own sentence."""
        skeleton = self.scene.skeletons[paper.sentence]
        left, right = paper.reach
        sides = Sides(each=EACH.search(skeleton.bones, left, right) is not None)
        subject = self._subject(skeleton, paper)
        for group in skeleton.groups():
            if subject is not None and group.end == subject.end:
                self._take(sides, subject, ("subject", paper))
                continue
            role = self._role(skeleton, group, paper)
            if role:
                self._take(sides, group, (role, paper))
        return sides

    def _role(self, skeleton: Skeleton, group: Group, paper: Paper) -> str | None:
        left, right = paper.reach
        before = skeleton.bones[max(0, group.start - 50) : group.start]
        if not left <= group.start < right or BACKING.search(before):
            return None
        behind_another = left > 0 and group.start < paper.position
        if BETWEEN.search(before) and not (TIES.search(before) or behind_another):
            return "between"
        voice = paper.voice
        behind_verb = voice is not None and group.start > voice.start
        by = voice is not None and voice.form in {"passive", "noun"}
        roles = (
            ("by", behind_verb and by and BY.search(before)),
            (
                "with",
                (group.start > paper.position or behind_verb) and WITH.search(before),
            ),
            ("for", behind_verb and FOR.search(before)),
        )
        said = next((role for role, found in roles if found), None)
        return said or self._glued(skeleton, group, paper)

    def _glued(self, skeleton: Skeleton, group: Group, paper: Paper) -> str | None:
        """ "the French-Omani agreement", "Vilnius' agreement with"."""
        gap = skeleton.bones[group.end : paper.position]
        glued = group.end <= paper.position and re.fullmatch(
            r"(?:['’]s?)?\s*(?:[\w-]+\s+){0,3}", gap
        )
        places = all(m.sort in "\ue002\ue003" for m in group.members)
        if (
            glued
            and (len(group.members) > 1 or "’" in gap or "'" in gap)
            and (places or "'" in gap or "’" in gap)
        ):
            return "between"
        return None

    def _subject(self, skeleton: Skeleton, paper: Paper) -> Group | None:
        voice = paper.voice
        if voice is None or voice.form not in {"active", "relative"}:
            return None
        best = None
        for group in skeleton.groups():
            floor = paper.position if voice.form == "relative" else 0
            if group.end > voice.start or group.start < floor:
                continue
            gap = skeleton.bones[group.end : voice.start]
            before = skeleton.bones[max(0, group.start - 40) : group.start]
            if len(gap) > 110 or SUBJECT_GAP.search(gap) or REPORTING.match(gap):
                continue
            aside = BYSTANDER.search(before) and not SPEAKING_FOR.search(before)
            named = _after_setting(skeleton, group) if aside else group
            if named is not None:
                best = self._nearer(best, named)
        return best

    def _nearer(self, best: Group | None, group: Group) -> Group:
        """A later group is nearer to the verb; a lone place does not displace a body."""
        if best is None or any(m.sort not in "\ue002\ue003" for m in group.members):
            return group
        bodies = any(m.sort not in "\ue002\ue003" for m in best.members)
        return best if bodies else group

    def _take(self, sides: Sides, group: Group, how: tuple[str, Paper]) -> None:
        role, paper = how
        bodies = any(m.sort in "\ue000\ue001" for m in group.members)
        for member in group.members:
            if bodies and member.sort == "\ue003":
                continue  # "the City Museum, Vienna, and ..."
            for actor in member.of.link.actors:
                self._side(sides, actor)
        if role == "with":
            named = [a for m in group.members for a in m.of.link.actors]
            sides.several_with += [a for a in named if not self._is_person(a)]
            sides.partner = bool(named)
            sides.apart = sides.apart or (paper.plural and len(named) > 1)

    def _side(self, sides: Sides, position: int) -> None:
        """A body or place is bound itself; a person signs and binds another."""
        if not self._is_person(position):
            sides.bind(position)
            return
        sides.sign(position)
        stood_for = self.stood_for(position)
        if stood_for is not None:
            sides.bind(stood_for)

    def _is_person(self, position: int) -> bool:
        return self.scene.actor(position).kind is ActorKind.PERSON

    def stood_for(self, position: int) -> int | None:
        """Whom a person binds: a minister the state, a rector the university."""
        actor = self.scene.actor(position)
        office = self._office(actor)
        if self.of_state.search(office) and not self._deputy_of_body(actor, office):
            return actor.home if actor.home is not None else actor.employer
        if self.of_city.search(office) and actor.home is not None:
            return actor.home
        return actor.employer if actor.employer is not None else actor.home

    def _deputy_of_body(self, actor: Actor, office: str) -> bool:
        """A president of an academy speaks for the academy."""
        body = actor.employer is not None
        low = office.lower()
        return body and "president" in low and "minister" not in low

    def _office(self, actor: Actor) -> str:
        return " | ".join(self.scene.text[s:e] for s, e in actor.roles)
