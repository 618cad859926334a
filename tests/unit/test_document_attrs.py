"""Every document type behaves as whoever knows attrs expects: attrs made it, and typing, inspect, copy and pickle see it."""

from __future__ import annotations

import copy
import enum
import inspect
import pickle
import pydoc
import sys
import typing
from collections.abc import Mapping, Sequence
from typing import Any

import attrs
import pytest
from by_rule import surplus

from hcsffi import documents
from hcsffi.documents.document import Document, member
from hcsffi.documents.enumeration import FlagsEnum, NumberEnum, TextEnum
from hcsffi.documents.kind import Kind, parse
from hcsffi.documents.scalar import RANGES, Timestamp

from every_type import by_published_name, classes, document_types, enumerations, full, mentioned

TYPES = document_types()
PLAIN: dict[str, Any] = {"bool": bool, "float64": float, "binary": bytes, "datetime": Timestamp, **dict.fromkeys(RANGES, int)}
SEQUENCE: Any = Sequence
MAPPING: Any = Mapping
UNKNOWN = {"Odd": [1, {"deep": None}]}


def annotation(cls: type[Document], kind: Kind) -> Any:
    """The Python type a kind of the wire stands for."""
    if kind.form == "scalar":
        return PLAIN.get(kind.name, str)
    if kind.form == "any":
        return Any
    if kind.form == "array":
        return SEQUENCE[annotation(cls, kind.inner)]
    if kind.form == "map":
        return MAPPING[str, annotation(cls, kind.inner)]
    return mentioned(cls, kind.name)


def test_there_are_as_many_types_as_the_tables_and_clients_have() -> None:
    """An empty list of types would let every test below pass."""
    assert (452, 132) == (len(TYPES), len(enumerations()))
    assert 584 == len(by_published_name()) == len(classes())


def test_attrs_made_every_document_type() -> None:
    """`attrs.define`, frozen, slotted, keyword-only, every member optional: not something that looks like it."""
    for cls in TYPES:
        assert attrs.has(cls), cls
        assert "__attrs_attrs__" in vars(cls), cls
        assert "__slots__" in vars(cls), cls
        assert not hasattr(cls(), "__dict__"), cls
        for field in attrs.fields(cls):
            assert (field.default, field.kw_only, field.init, field.eq) == (None, True, True, True), f"{cls.__name__}.{field.name}"


def test_every_enumeration_is_an_enum() -> None:
    """Iteration, `in` and lookup by name are Python's own."""
    for kind in enumerations():
        cls: Any = kind
        assert issubclass(cls, enum.Enum)
        for name, value in cls.__members__.items():
            assert cls[name] is value is cls(value.value)
            assert value.is_known


def test_a_field_carries_its_row() -> None:
    """Tools that know attrs find wire name, kind, version, sources and unit where attrs keeps such things."""
    for cls in TYPES:
        *fields, unknown = attrs.fields(cls)
        assert "unknown_members" == unknown.name
        assert [(row.name, row.wire, row.kind, row.since, row.sources) for row in cls.__members__] == [
            (field.name, *(field.metadata[key] for key in ("wire", "kind", "since", "sources"))) for field in fields
        ], cls
    assert "MiB" == attrs.fields(documents.ContainerMemory).size_in_mb.metadata["unit"]


def test_annotation_and_kind_of_every_row_say_the_same() -> None:
    """The annotation is what type checkers believe, the kind what the wire does."""
    for cls in TYPES:
        hints = typing.get_type_hints(cls)
        for row in cls.__members__:
            wanted = typing.Union.__getitem__(
                (annotation(cls, parse(row.kind)), None)
            )  # Python 3.10 cannot join every annotation with None
            assert wanted == hints[row.name], f"{cls.__name__}.{row.name}"


def test_resolved_fields_have_types_instead_of_texts() -> None:
    """`attrs.resolve_types` is what cattrs and every other reader of fields calls first."""
    for cls in TYPES:
        hints = typing.get_type_hints(cls)
        assert attrs.resolve_types(cls) is cls
        assert {field.name: field.type for field in attrs.fields(cls)} == {field.name: hints[field.name] for field in attrs.fields(cls)}


def test_the_signature_names_every_member_and_nothing_else() -> None:
    """Editors and `help` show it."""
    for cls in TYPES:
        parameters = inspect.signature(cls).parameters.values()
        assert [field.name for field in attrs.fields(cls)] == [parameter.name for parameter in parameters]
        assert all(parameter.kind is inspect.Parameter.KEYWORD_ONLY and parameter.default is None for parameter in parameters)


def test_a_full_instance_holds_every_member() -> None:
    """The tests below look at full instances; a member left out of them would be a member nobody tests."""
    missing = {(cls, row.wire) for cls in TYPES for row in cls.__members__ if getattr(full(cls), row.name) is None}
    assert {(cls, name) for cls in TYPES for name in surplus(cls.__rules__, [row.wire for row in cls.__members__])} == missing


def test_validate_accepts_what_was_made() -> None:
    """`attrs.validate` runs the same check as the constructor."""
    for cls in TYPES:
        attrs.validate(full(cls))


def test_evolve_makes_a_changed_copy_and_keeps_the_rest() -> None:
    """Members nobody knows included; the changes are checked."""
    for cls in TYPES:
        made = full(cls)
        assert made == attrs.evolve(made)
        changed = attrs.evolve(made, unknown_members=UNKNOWN)
        assert (UNKNOWN, made) == (changed.unknown_members, attrs.evolve(changed, unknown_members=None))
        if cls.__members__:
            first = cls.__members__[0].name
            assert None is getattr(attrs.evolve(made, **{first: None}), first)
            with pytest.raises(TypeError):
                attrs.evolve(made, unheard_of=1)  # type: ignore[call-arg]  # the mistake under test


def test_a_wrong_value_is_refused_by_constructor_and_evolve() -> None:
    """A set is a value of no kind: every checked member of every type refuses it, at its place in the document."""
    for cls in TYPES:
        for row in cls.__members__:
            wrong: dict[str, Any] = {row.name: {1}}
            with pytest.raises(documents.InvalidDocument) as made:
                cls(**wrong)
            with pytest.raises(documents.InvalidDocument) as changed:
                attrs.evolve(cls(), **wrong)
            for caught in (made, changed):
                assert [f"$.{row.wire}"] == [problem.path for problem in caught.value.problems], f"{cls.__name__}.{row.name}"


def test_asdict_and_astuple_give_the_members_by_their_python_names() -> None:
    """The ordinary ways of attrs into plain Python."""
    for cls in TYPES:
        made = full(cls)
        names = [field.name for field in attrs.fields(cls)]
        shallow = attrs.asdict(made, recurse=False)
        assert {name: getattr(made, name) for name in names} == shallow
        assert tuple(shallow.values()) == attrs.astuple(made, recurse=False)
        deep = attrs.asdict(made)
        assert names == list(deep)
        assert not list(documents_inside(deep)), cls
        assert len(names) == len(attrs.astuple(made))


def documents_inside(value: Any) -> typing.Iterator[Document]:
    """Documents anywhere in a value that should be plain."""
    if isinstance(value, Document):
        yield value
    for item in value.values() if isinstance(value, Mapping) else value if isinstance(value, (list, tuple)) else ():
        yield from documents_inside(item)


def test_equality_and_hash_go_by_value() -> None:
    """Two documents with the same content are one in a set; one member more makes another."""
    for cls in TYPES:
        made, again = full(cls), full(cls)
        assert made == again
        assert hash(made) == hash(again)
        assert 1 == len({made, again})
        assert made != attrs.evolve(made, unknown_members=UNKNOWN)
        assert made != object()
        for row in cls.__members__:
            if getattr(made, row.name) is not None:
                assert made != attrs.evolve(made, **{row.name: None}), f"{cls.__name__}.{row.name}"


def test_copies_are_equal_and_as_frozen_as_the_first() -> None:
    """Whoever hands a document to another process or keeps it for later gets the same one back."""
    for cls in TYPES:
        made: Any = attrs.evolve(full(cls), unknown_members=UNKNOWN)
        for again in (copy.copy(made), copy.deepcopy(made), pickle.loads(pickle.dumps(made)), replaced(made)):
            assert (cls, made) == (type(again), again)
            assert documents.to_json(made) == documents.to_json(again)
            with pytest.raises(attrs.exceptions.FrozenInstanceError):
                again.unknown_members = None


def replaced(document: Any) -> Any:
    """`copy.replace` where Python has it (3.13), what it calls where not."""
    if sys.version_info >= (3, 13):
        return copy.replace(document)
    return document.__replace__()


def test_no_member_can_be_set_or_deleted() -> None:
    """What was checked stays checked; the error is the one attrs users catch."""
    for cls in TYPES:
        made: Any = full(cls)
        for name in (*(row.name for row in cls.__members__), "unknown_members"):
            with pytest.raises(attrs.exceptions.FrozenInstanceError):
                setattr(made, name, None)
            with pytest.raises(attrs.exceptions.FrozenInstanceError):
                delattr(made, name)
        with pytest.raises(AttributeError):
            made.unheard_of = 1


CHANGES: dict[str, typing.Callable[[Any], Any]] = {
    "append": lambda held: held.append(1),
    "setitem": lambda held: held.__setitem__(next(iter(held)) if isinstance(held, Mapping) else 0, None),
    "delitem": lambda held: held.__delitem__(next(iter(held)) if isinstance(held, Mapping) else 0),
    "clear": lambda held: held.clear(),
    "pop": lambda held: held.pop(),
    "popitem": lambda held: held.popitem(),
    "update": lambda held: held.update(x=1),
    "setdefault": lambda held: held.setdefault("x", 1),
    "ior": lambda held: held.__ior__({"x": 1}),
    "iadd": lambda held: held.__iadd__([1]),
    "extend": lambda held: held.extend([1]),
    "insert": lambda held: held.insert(0, 1),
    "remove": lambda held: held.remove(held[0]),
    "reverse": lambda held: held.reverse(),
    "sort": lambda held: held.sort(),
}


def holders(value: Any) -> typing.Iterator[Any]:
    """Every list and mapping inside a document, at every depth."""
    if isinstance(value, Document):
        for field in attrs.fields(type(value)):
            yield from holders(getattr(value, field.name))
    elif isinstance(value, Mapping):
        yield value
        for item in value.values():
            yield from holders(item)
    elif isinstance(value, Sequence) and not isinstance(value, (str, bytes)):
        yield value
        for item in value:
            yield from holders(item)


def test_a_document_cannot_be_changed_through_a_list_or_mapping_inside() -> None:
    """Made by hand or read, known members or not: a list that could still grow would make the check a promise about yesterday."""
    held = 0
    for cls in TYPES:
        made = attrs.evolve(full(cls), unknown_members=UNKNOWN)
        for document in (made, documents.from_json(cls, documents.to_json(made)), documents.from_mapping(cls, documents.to_mapping(made))):
            before = documents.to_json(document)
            for inside in holders(document):
                held += 1
                for change in CHANGES.values():
                    with pytest.raises((TypeError, AttributeError)):
                        change(inside)
            assert before == documents.to_json(document), cls
    assert held > 3 * len(TYPES)


def test_a_list_given_to_a_constructor_stays_the_callers_own() -> None:
    """The caller may go on using it; the document has taken what was in it."""
    layers = [documents.Layer(path="a")]
    config: dict[str, Any] = {"3": documents.ComPort(named_pipe="p")}
    storage, devices = documents.Storage(layers=layers), documents.Devices(com_ports=config)
    layers.append(documents.Layer(path="b"))
    config.clear()
    assert (1, 1) == (len(storage.layers or ()), len(devices.com_ports or {}))


def test_every_type_matches_by_keyword() -> None:
    """`case documents.Properties(state=...)` is how the state of a system is asked."""
    for cls in TYPES:
        match full(cls):
            case Document(unknown_members=None):
                pass
            case other:
                pytest.fail(f"{other!r} does not match")
    match documents.from_mapping(documents.Properties, {"Id": "a", "State": "Running"}):
        case documents.Properties(id=name, state=documents.State.RUNNING):
            assert "a" == name
        case other:
            pytest.fail(f"{other!r} does not match")


def test_the_text_of_an_instance_shows_what_is_set_and_no_secret() -> None:
    """A log line with nineteen None in it says nothing, and one with a password says too much."""
    for cls in TYPES:
        assert f"{cls.__name__}()" == repr(cls())
        text = repr(full(cls))
        shown = [row.name for row in cls.__members__ if getattr(full(cls), row.name) is not None]
        assert all(f"{name}=" in text for name in shown), cls
    secret = documents.AuthenticationPresharedKey(key="Pa55w0rd")
    assert "Pa55w0rd" not in repr(secret)
    assert b"Pa55w0rd" in documents.to_json(secret)


def test_secret_members_are_marked_and_shown_nowhere() -> None:
    """A key, a token, a cookie, credentials, an environment or what a registry keeps belong in the document that is sent, not in a log."""
    marked = {f"{cls.__published__}.{row.wire}" for cls in TYPES for row in cls.__members__ if row.secret}
    assert {
        "hcn.AuthenticationPresharedKey.Key",
        "hcs.V1.ContainerConfig.Credentials",
        "hcs.RegistryLayer.fileaccesstoken",
        "hcs.ContainerCredentialGuardState.Cookie",
        "hcs.ContainerCredentialGuardState.CredentialSpec",
        "hcs.ContainerCredentialGuardAddInstanceRequest.CredentialSpec",
        "hcs.ProcessParameters.Environment",
        "hcs.V1.ProcessConfig.Environment",
        *[f"hcs.RegistryValue.{name}Value" for name in ("String", "Binary", "DWord", "QWord")],
        *[f"hcs.RegistryMakeValue.data_{name}" for name in ("string", "multistring", "dword", "binary")],
        "hcn.RegKey.Value",
        "hcn.GuestService.Base64EncodedData",
        "hcs.NvramVariable.Data",
    } == marked
    guarded = documents.ContainerCredentialGuardState(cookie="0aff11", credential_spec="spec-of-mine", rpc_endpoint="e")
    assert "0aff11" not in repr(documents.Container(container_credential_guard=guarded))
    assert "spec-of-mine" not in repr(guarded)
    assert "rpc_endpoint='e'" in repr(guarded)


def test_help_shows_every_member_with_wire_name_unit_since_and_sentence() -> None:
    """The published tables have no explanations; here they are."""
    text = pydoc.plain(pydoc.render_doc(documents.GuestOs))
    for part in ("What the guest's operating system is told about itself.", "host_name", "HostName", "2.0"):
        assert part in text
    for cls in TYPES:
        text = " ".join(pydoc.plain(pydoc.render_doc(cls)).replace("|", " ").split())
        for row in cls.__members__:
            for part in (row.name, row.wire, row.since or "", row.unit, row.sentence):
                assert " ".join(part.split()) in text, f"{cls.__name__}.{row.name}: {part}"


def test_an_unknown_text_is_a_value_of_the_same_enumeration() -> None:
    """A newer service has newer states; code that compares, keeps and sends them need not know."""
    for cls in enumerations():
        if not issubclass(cls, TextEnum):
            continue
        value: Any = cls("Nobody")
        assert (cls, False, "Nobody") == (type(value), value.is_known, value.value)
        assert value == cls("Nobody") == "Nobody"
        assert hash(value) == hash(cls("Nobody"))
        assert value != next(iter(cls))
        assert value not in list(cls)
        for again in (pickle.loads(pickle.dumps(value)), copy.deepcopy(value), copy.copy(value)):
            assert (cls, value, False) == (type(again), again, again.is_known)


def test_an_unknown_number_is_a_value_of_the_same_enumeration() -> None:
    """Bit 31 may mean something tomorrow."""
    for cls in enumerations():
        if issubclass(cls, TextEnum):
            continue
        number = 2**31 + (next(iter(cls.__members__.values())).value if issubclass(cls, FlagsEnum) else 0)
        value: Any = cls(number)
        assert (cls, False, number) == (type(value), value.is_known, value.value)
        assert value == cls(number) == number
        again = pickle.loads(pickle.dumps(value))
        assert (cls, value, False) == (type(again), again, again.is_known)
        if issubclass(cls, FlagsEnum):
            assert value & 2**31


def test_letter_case_of_texts_is_forgiven_and_kept() -> None:
    """Shipping clients send SDNROUTE and services take it."""
    for cls in enumerations():
        if not issubclass(cls, TextEnum):
            continue
        for known in cls.__members__.values():
            for text in {known.value.upper(), known.value.lower()} - {item.value for item in cls}:
                value: Any = cls(text)
                assert value.is_known
                assert (known, hash(known), text) == (value, hash(value), value.value), f"{cls.__name__}({text!r})"
                again = pickle.loads(pickle.dumps(value))
                assert (cls, known, text) == (type(again), again, again.value)


def test_values_tell_since_when_and_who_knows_them() -> None:
    """`check` names the first Windows release that has a value."""
    assert ("2.1", "docs dump hcsshim hcs-rs") == (documents.StdHandle.ALL.since, documents.StdHandle.ALL.sources)
    assert (None, "hcsshim") == (documents.hcs.ModifyRequestType.PRE_ADD.since, documents.hcs.ModifyRequestType.PRE_ADD.sources)
    bits: Any = documents.NetworkFlags
    assert all(bit.text for bit in bits.__members__.values())
    assert issubclass(documents.ProtocolType, NumberEnum)


def test_looking_at_the_root_of_all_types_changes_none_of_them() -> None:
    """`help(Document)` asks the root for its rows; a type that is made afterwards has its own all the same."""
    assert () == Document.__members__
    assert Document.__doc__

    @attrs.define(frozen=True, kw_only=True)
    class Later(Document, published="hcs.Later", since="2.0", sources="docs"):
        width: int | None = member("Width", "uint8", "2.0", "docs")

    assert ["width"] == [row.name for row in Later.__members__]
    assert 3 == Later(width=3).width


def test_a_document_type_cannot_be_extended() -> None:
    """A subclass would be another type on the wire than it says."""
    for cls in TYPES:
        with pytest.raises(TypeError):
            type("Mine", (cls,), {})
