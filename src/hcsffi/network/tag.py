"""Names of endpoints that tell whose they are.

Endpoints have no owner that a client could set and trust, and namespaces have not even names; so the name of an endpoint of an attachment
tells the owner, the process that made it and the attachment: ``web.1f3c-8b20aa41-5d0c11e7.0123456789ab.eth0``. A namespace is found through
its endpoints. The end of the name is what a utility VM's guest looks for: ``eth0`` is added first.
"""

from __future__ import annotations

import hashlib
import re
from typing import Final, NamedTuple

from hcsffi.native.lifetime import Life, ProcessIdentity, life_of, own_identity

_OWNER: Final = re.compile(r"[A-Za-z0-9_-]{1,64}", re.ASCII)
_NAME: Final = re.compile(r"([A-Za-z0-9_-]{1,64})\.([0-9a-f]{1,8})-([0-9a-f]{1,16})-([0-9a-f]{8})\.([0-9a-f]{12})\.eth(\d{1,4})", re.ASCII)


def owner_name(owner: str) -> str:
    """Return the name of an owner, which becomes part of other names.

    Raises:
        ValueError: it is too long, or has other characters than letters, digits, ``-`` and ``_``.
    """
    if _OWNER.fullmatch(owner) is None:
        message = f"{owner[:80]!r} names no owner: it takes 1 to 64 letters, digits, - and _"
        raise ValueError(message)
    return owner


class EndpointTag(NamedTuple):
    """Whose an endpoint is, as its name tells.

    Args:
        owner: the owner.
        process: the process id of its maker.
        birth: when that process was born.
        place: short for the machine, its start and the namespace of process ids.
        attachment: the first 12 digits of the attachment's id.
        number: its place among the attachment's endpoints.
    """

    owner: str
    process: int
    birth: int
    place: str
    attachment: str
    number: int

    @classmethod
    def of(cls, owner: str, maker: ProcessIdentity, attachment: str, number: int) -> EndpointTag:
        """Return the tag of one endpoint of an attachment."""
        return cls(owner, maker.id, maker.birth, _place(maker), attachment.replace("-", "")[:12], number)

    @property
    def name(self) -> str:
        """The endpoint's name."""
        return f"{self.owner}.{self.process:x}-{self.birth:x}-{self.place}.{self.attachment}.eth{self.number}"

    @classmethod
    def read(cls, name: str | None) -> EndpointTag | None:
        """Return what a name tells, or ``None`` where it is not of this form."""
        found = _NAME.fullmatch(name or "")
        if found is None:
            return None
        owner, process, birth, place, attachment, number = found.groups()
        return cls(owner, int(process, 16), int(birth, 16), place, attachment, int(number))

    def life(self) -> Life:
        """Return whether its maker lives; of one that could not be seen from here nothing is known."""
        me = own_identity()
        if self.place != _place(me):
            return Life.UNKNOWN
        return life_of(me._replace(id=self.process, birth=self.birth))


def _place(one: ProcessIdentity) -> str:
    return hashlib.sha256(f"{one.machine}\x00{one.start}\x00{one.namespace}".encode()).hexdigest()[:8]
