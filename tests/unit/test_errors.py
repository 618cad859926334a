"""From an outcome to the exception a caller can act on."""

from __future__ import annotations

import json
import pickle

import pytest

from hcsffi import errors
from hcsffi.documents import InvalidDocument
from hcsffi.errors import (
    AccessDenied,
    AddressTaken,
    AlreadyExists,
    AlreadyStopped,
    Disconnected,
    DocumentRejected,
    HcsError,
    InUse,
    NotFound,
    NotSupported,
    OperationMisused,
    PortTaken,
    ServiceUnavailable,
    TimedOut,
    UnexpectedExit,
    WrongState,
)
from hcsffi.hresult import Outcome

SUBJECT = "compute system 'web-1'"

# The union of classes that the reference digest suggests (section "Taxonomies"), one row a class.
FAMILIES = {
    NotFound: [0x8037010E, 0xC037010E, 0x80070490, *range(0x803B0001, 0x803B0009), 0x803B0031],
    AlreadyExists: [0x8037010F, 0xC037010F, *range(0x803B0010, 0x803B0013), 0x803B0014, 0x803B002B, 0x80070034, 0x800700B7],
    PortTaken: [0x803B0013],
    AddressTaken: [0x803B002F],
    InUse: [0x803B002C, 0x803B0018],
    AlreadyStopped: [0x80370110, 0xC0370110, 0x8037011F],
    WrongState: [0x80370105, 0xC0370105, 0x80370120],
    AccessDenied: [0x80070005, 0x8037011B],
    TimedOut: [0x80370109, 0xC0370109, 0x80370118, 0x800705B4, 0x80070102],
    DocumentRejected: [0x8037010D, 0xC037010D, 0x803B001B, 0x803B001C, 0x803B000A, 0x803B000C, 0x803B000D, 0x803B000E],
    NotSupported: [0x8037010B, 0xC037010B, 0x80070032, 0x8007000D, 0x803B0015, 0x80004001, 0x8007007F],
    ServiceUnavailable: [0x80370102, 0x80370114, 0x803B0020, 0x800706BA, 0x800706B5],
    Disconnected: [0x8037011E, 0x8037010A],
    UnexpectedExit: [0x80370100, 0x80370106, 0x80370107, 0x8037011C, 0xC0370100, 0xC0370106, 0xC0370107],
    OperationMisused: [0x80370115, 0x80370116, 0x80370117, 0xC0370103, 0x80370119],
}


def build(code: int, document: object = None, function: str = "HcsStartComputeSystem") -> HcsError:
    """Build the error of a call that failed with this code."""
    text = document if isinstance(document, bytes) or document is None else json.dumps(document).encode()
    return errors.build(Outcome(function, code, text), SUBJECT)


@pytest.mark.parametrize(("family", "code"), [(family, code) for family, codes in FAMILIES.items() for code in codes])
def test_a_code_becomes_the_class_its_family_has(family: type[HcsError], code: int) -> None:
    """Callers act on classes, and both forms of a condition are one class (A-26)."""
    assert type(build(code)) is family


@pytest.mark.parametrize("code", [0x80070057, 0x8000FFFF, 0x80004005, 0x80990001, 0x80070006])
def test_a_code_without_a_family_is_the_root_class(code: int) -> None:
    """An unknown code is still an HcsError with everything in it."""
    assert type(build(code)) is HcsError


def test_a_taken_port_is_still_something_that_exists_already() -> None:
    """Who caught AlreadyExists for a port before goes on to catch it."""
    assert issubclass(PortTaken, AlreadyExists)


def test_a_namespace_that_holds_a_container_is_in_use() -> None:
    """The service says 'unsupported' until the container is gone (F-40); elsewhere the same code means what it says."""
    assert type(build(0x803B0015, function="HcnDeleteNamespace")) is InUse
    assert type(build(0x803B0015, function="HcnModifyNetwork")) is NotSupported


# What sig-windows-tools 71 and 249 and antrea 2301 show (F-1): the number is unsigned, the text ends in a blank.
RECORD = {"Success": False, "Error": "The IP address is either invalid or reserved. ", "ErrorCode": 2151350319}


def test_an_error_record_is_read() -> None:
    """The network service explains itself in a record of another shape than the compute service."""
    error = build(0x803B002F, RECORD, function="HcnCreateEndpoint")
    assert (error.message, error.record_code) == ("The IP address is either invalid or reserved.", 0x803B002F)
    assert str(error).endswith("- The IP address is either invalid or reserved.")


@pytest.mark.parametrize("record", [b"", b"null", b"[]", b"{", b'{"Error": 5, "ErrorCode": "x"}', b'{"ErrorCode": 99999999999}', b'"\xff'])
def test_an_error_record_that_cannot_be_read_is_kept_as_it_came(record: bytes) -> None:
    """The code of the call says what happened; nothing fails because of the text beside it."""
    error = build(0x803B002F, record, function="HcnCreateEndpoint")
    assert (type(error), error.message, error.record_code) == (AddressTaken, "", None)


@pytest.mark.parametrize(
    ("record", "code"),
    [
        (RECORD, 0x803B002F),
        ({"ErrorCode": -2143616977}, 0x803B002F),
        ({"Success": False, "Error": "no number"}, 0x80004005),
        ({"Success": False, "ErrorCode": 0}, 0x80004005),
        ({"Success": True, "ErrorCode": 0}, None),
        ({}, None),
        ([], None),
    ],
)
def test_a_record_beside_success_says_whether_it_was_one(record: object, code: int | None) -> None:
    """The Go client takes any record for a failure, also with S_OK (F-2); one that tells no failure is none."""
    told = errors.recorded("HcnCreateNetwork", json.dumps(record).encode())
    assert (None if told is None else told.hresult) == code


@pytest.mark.parametrize(
    ("family", "builtin"),
    [
        (0x8037010E, LookupError),
        (0x8037010F, FileExistsError),
        (0x80070005, PermissionError),
        (0x80370118, TimeoutError),
        (0x8037011E, ConnectionError),
        (0x8037010D, InvalidDocument),
    ],
)
def test_families_python_has_a_word_for_are_that_too(family: int, builtin: type[Exception]) -> None:
    """Code that knows Python but not HCS catches what it would expect to catch."""
    error = build(family)
    assert isinstance(error, HcsError)
    assert isinstance(error, builtin)


@pytest.mark.parametrize("function", ["HcsTerminateProcess", "HcsSignalProcess", "HcsTerminateComputeSystem", "HcsShutDownComputeSystem"])
def test_element_not_found_means_already_stopped_to_a_call_that_stops(function: str) -> None:
    """0x80070490 says both; to one who stops something it is good news (C-18)."""
    assert type(build(0x80070490, function=function)) is AlreadyStopped
    assert type(build(0x80070490, function="HcsOpenProcess")) is NotFound


def test_the_text_names_function_subject_symbol_code_meaning_and_message() -> None:
    """One line must be enough to search for and to act on."""
    error = build(0x80370105, {"Error": -2143878907, "ErrorMessage": "The requested operation\r\nis not valid."})
    expected = (
        "HcsStartComputeSystem failed for compute system 'web-1': HCS_E_INVALID_STATE (0x80370105): "
        "not allowed in the present lifecycle state - The requested operation is not valid."
    )
    assert str(error) == expected


def test_the_text_without_a_document_stands_alone() -> None:
    """No dangling dash where the service says nothing."""
    assert str(build(0x80370105)).endswith("not allowed in the present lifecycle state")


def test_events_and_attribution_are_parsed() -> None:
    """The reason of a failed create stands in the events, not in the code (A-19)."""
    error = build(
        0x80070490,
        {
            "Error": -2147023728,
            "ErrorMessage": "Construct failed",
            "ErrorEvents": [
                {
                    "Message": "no such namespace",
                    "Provider": "17A2A8D8-BE6E-5535-9AE2-D0B22A9F4F55",
                    "EventId": 12,
                    "Flags": 0,
                    "Source": "vmcompute",
                    "Data": [{"Type": "String", "Value": "x"}],
                }
            ],
            "Attribution": [{"OperationFailure": {"Detail": "Construct"}}],
        },
    )
    assert error.message == "Construct failed"
    (event,) = error.events
    assert event.message == "no such namespace"
    assert event.event_id == 12
    (record,) = error.attribution
    assert record.operation_failure is not None
    assert str(record.operation_failure.detail) == "Construct"


def test_an_event_that_is_badly_encoded_loses_only_what_is_bad() -> None:
    """The service does not encode event data well; the message beside it still counts (A-20)."""
    error = build(0x80070057, {"ErrorEvents": [{"Message": "the reason", "EventId": "not a number", "Data": 7}, 5, {"Message": 3}]})
    assert error.events[0].message == "the reason"
    assert error.events[0].event_id is None
    assert "the reason" in str(error)


@pytest.mark.parametrize(
    "document",
    [b"", b"not json", b"[1, 2]", b"\xff\xfe", b"{" * 100_000, b'{"ErrorMessage": 5, "ErrorEvents": {}, "Attribution": "x"}', b"null"],
)
def test_an_unreadable_document_never_hides_the_code(document: bytes) -> None:
    """The HRESULT of the call is the authority; the text is kept as it came (A-20)."""
    error = build(0x8037010E, document)
    assert type(error) is NotFound
    assert error.hresult == 0x8037010E
    assert error.document == document.decode("utf-8", "replace")
    assert error.events == ()
    assert error.attribution == ()


def test_the_code_of_the_call_wins_over_the_code_of_the_document() -> None:
    """Both are there and may differ; the call's is the one that is documented."""
    assert build(0x80370105, {"Error": -2147024809}).hresult == 0x80370105


def test_a_missing_function_is_named_with_the_build_that_brought_it() -> None:
    """The remedy is a newer Windows, so the error says which."""
    error = errors.build(Outcome("HcsGrantVmGroupAccess", 0x8007007F, None), "file 'x'", 19041)
    assert isinstance(error, NotSupported)
    assert "HcsGrantVmGroupAccess" in str(error)
    assert "build 19041" in str(error)
    assert error.first_build == 19041


def test_a_local_time_limit_names_its_phase_and_length() -> None:
    """The words "timed out" alone tell nobody what was going on."""
    error = TimedOut.in_phase("waiting for the system to exit", "HcsEventSystemExited", SUBJECT, 2.5)
    assert "waiting for the system to exit took longer than 2.5 s" in str(error)
    assert SUBJECT in str(error)
    assert error.hresult == 0x80370118


def test_a_rejected_document_has_a_problem_to_show() -> None:
    """Code that lists the problems of an InvalidDocument must work for the service's refusal too."""
    error = build(0x8037010D, {"ErrorMessage": "Invalid JSON document '$.Container'"})
    assert isinstance(error, DocumentRejected)
    (problem,) = error.problems
    assert problem.found == "Invalid JSON document '$.Container'"


def test_a_time_limit_survives_pickling_with_its_phase() -> None:
    """The phase is the point of the error."""
    error = TimedOut.in_phase("waiting", "HcsEventProcessExited", SUBJECT, 1)
    copy = pickle.loads(pickle.dumps(error))
    assert (copy.phase, copy.timeout_s) == ("waiting", 1)


def test_a_sentence_says_what_the_code_means_to_that_call() -> None:
    """The network service says "the file is in use" of a port; nobody should look for a file."""
    assert "the port is in use" in str(build(0x80070020, function="HcnCreateEndpoint"))
    assert "the file is in use" in str(build(0x80070020, function="HcsCreateComputeSystem"))
    assert type(build(0x80071392, function="HcnCreateNetwork")) is AlreadyExists
