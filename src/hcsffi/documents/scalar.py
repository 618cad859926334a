"""Single values of the wire as Python values: GUIDs, times, base64, numbers of a certain width."""

from __future__ import annotations

from binascii import Error as Base64Error
from binascii import a2b_base64, b2a_base64
from importlib import import_module
from re import ASCII
from re import compile as pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime as dt

RANGES = {
    "int8": (-(2**7), 2**7 - 1),
    "int16": (-(2**15), 2**15 - 1),
    "int32": (-(2**31), 2**31 - 1),
    "int64": (-(2**63), 2**63 - 1),
    "uint8": (0, 2**8 - 1),
    "uint16": (0, 2**16 - 1),
    "uint32": (0, 2**32 - 1),
    "uint64": (0, 2**64 - 1),
    "int": (-(2**63), 2**63 - 1),  # a width left to the platform: the widest JSON number the service reads
    "uint": (0, 2**64 - 1),
}
"""Smallest and largest value of each integer kind."""

_GUID = pattern(r"(?:urn:uuid:)?[{(]?([0-9a-f]{8})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{12})[)}]?", ASCII)
_TIME = pattern(r"(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?([Zz]|[+-]\d\d:\d\d)?", ASCII)
_DAY_OF_1601 = 584389
"""Day number (proleptic Gregorian, 0001-01-01 is day 1) of 1601-01-01, where FILETIME counts from."""


def guid(text: str) -> str:
    """Write a GUID the service's way: lower case, dashes, no braces; text that is no GUID stays as it is.

    Real services put names where the tables say GUID (`RuntimeId` of a saved system), so such text passes.
    """
    found = _GUID.fullmatch(text.lower())
    return "-".join(found.groups()) if found else text


def is_guid(text: str) -> bool:
    """Whether the text is a GUID in any usual spelling."""
    return _GUID.fullmatch(text.lower()) is not None


class Timestamp(str):
    """A time as the service writes it, with up to 100 ns of precision; the text is kept as it came.

    Args:
        text: RFC 3339, for instance `2024-05-01T12:34:56.1234567Z`; without an offset it means UTC.
    """

    __slots__ = ()

    @staticmethod
    def fits(text: str) -> bool:
        """Whether the text is a time of the calendar."""
        found = _TIME.fullmatch(text)
        if not found:
            return False
        year, month, day, hour, minute, second = map(int, found.groups()[:6])
        offset = found[8] or "Z"
        if offset not in "Zz" and (int(offset[1:3]) > 23 or int(offset[4:]) > 59):
            return False
        leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        days = (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
        return year > 0 and 1 <= month <= 12 and 1 <= day <= days[month - 1] and hour < 24 and minute < 60 and second <= 60

    @property
    def ticks_100ns(self) -> int:
        """Units of 100 ns since 1601-01-01 UTC, as FILETIME counts them; finer digits are cut off."""
        found = _TIME.fullmatch(self)
        if not found:
            raise ValueError(f"{str(self)!r} is not a time")
        date = import_module("datetime").date
        year, month, day, hour, minute, second = map(int, found.groups()[:6])
        offset = found[8] or "Z"
        minutes = 0 if offset in "Zz" else (int(offset[1:3]) * 60 + int(offset[4:])) * (-1 if offset[0] == "-" else 1)
        seconds = ((date(year, month, day).toordinal() - _DAY_OF_1601) * 24 + hour) * 3600 + (minute - minutes) * 60 + second
        return int(seconds) * 10**7 + int((found[7] or "0").ljust(7, "0")[:7])

    @property
    def datetime(self) -> dt.datetime:
        """The same moment as an aware datetime in UTC; the seventh digit does not fit and is cut off."""
        module = import_module("datetime")
        start = module.datetime(1601, 1, 1, tzinfo=module.timezone.utc)
        return start + module.timedelta(microseconds=self.ticks_100ns // 10)  # type: ignore[no-any-return]  # found by name

    @classmethod
    def of(cls, moment: dt.datetime) -> Timestamp:
        """The wire's text of an aware datetime.

        Raises:
            ValueError: the datetime is naive, so nobody knows which moment it means.
        """
        if moment.utcoffset() is None:
            raise ValueError("a naive datetime names no moment; give it a time zone")
        utc = moment.astimezone(import_module("datetime").timezone.utc)
        return cls(utc.strftime("%Y-%m-%dT%H:%M:%S").rjust(19, "0") + (f".{utc.microsecond:06d}" if utc.microsecond else "") + "Z")


def from_base64(text: str) -> bytes | None:
    """The bytes of a base64 text, or None where it is not base64."""
    try:
        plain = a2b_base64(text)
    except (Base64Error, ValueError):
        return None
    return plain if to_base64(plain) == text else None


def to_base64(value: bytes) -> str:
    """Bytes as base64 text in one line."""
    return b2a_base64(value, newline=False).decode("ascii")
