"""``hcsffi explain``: any code in any form, answered in the same words."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcsffi import cli, hresult
from hcsffi.documents.catalog import find
from hcsffi.hresult.pasted import find_codes


def explained(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """What the command prints for these codes."""
    assert cli.main(["explain", *words]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize(
    "word", ["0x8037010E", "0x8037010e", "2151088398", "-2143878898", "HCS_E_SYSTEM_NOT_FOUND", "0xC037010E", "8037010E", "0x8037010EL"]
)
def test_every_form_of_one_code_is_explained_alike(capsys: pytest.CaptureFixture[str], word: str) -> None:
    """Logs, debuggers and other clients print one code in five ways."""
    assert explained(capsys, word) == explained(capsys, "HCS_E_SYSTEM_NOT_FOUND")


def test_the_explanation_has_symbol_meaning_causes_and_remedy(capsys: pytest.CaptureFixture[str]) -> None:
    """The point is what to do next."""
    text = explained(capsys, "0x8037010F")
    for word in ("HCS_E_SYSTEM_ALREADY_EXISTS", "0x8037010F", "-2143878897", "meaning:", "causes:", "remedy:", "another id"):
        assert word in text


@pytest.mark.parametrize(
    ("word", "symbol"),
    [("0x490", "HRESULT_FROM_WIN32(ERROR_NOT_FOUND)"), ("5", "E_ACCESSDENIED"), ("0", "S_OK"), ("3221225786", "STATUS_CONTROL_C_EXIT")],
)
def test_small_numbers_are_win32_errors_and_exit_codes_are_known(capsys: pytest.CaptureFixture[str], word: str, symbol: str) -> None:
    """Some clients strip the facility, and a process ends with an NTSTATUS (A-27, C-13)."""
    assert symbol in explained(capsys, word)


def test_an_unknown_code_is_taken_apart(capsys: pytest.CaptureFixture[str]) -> None:
    """Better half an answer than none."""
    assert "FACILITY_USERMODE_HNS" in explained(capsys, "0x803B0199")


def test_several_codes_are_explained_in_their_order(capsys: pytest.CaptureFixture[str]) -> None:
    """A log has more than one code in it."""
    text = explained(capsys, "0x80370105", "-2143878898")
    assert text.index("HCS_E_INVALID_STATE") < text.index("HCS_E_SYSTEM_NOT_FOUND")


def test_a_text_that_is_no_code_fails_after_the_others_were_explained(capsys: pytest.CaptureFixture[str]) -> None:
    """One slip must not cost the other answers, nor go unnoticed."""
    assert cli.main(["explain", "no_such_code", "0x80370105"]) == 125
    said = capsys.readouterr()
    assert "HCS_E_INVALID_STATE" in said.out
    assert "no_such_code" in said.err


@pytest.mark.parametrize("word", ["0x180370105", "99999999999"])
def test_a_number_that_does_not_fit_32_bits_is_no_code(capsys: pytest.CaptureFixture[str], word: str) -> None:
    """Cutting it down would explain something else."""
    assert cli.main(["explain", word]) == 125
    assert word in capsys.readouterr().err


def test_json_output_has_the_whole_row(capsys: pytest.CaptureFixture[str]) -> None:
    """Scripts read fields, not prose."""
    (row,) = json.loads(explained(capsys, "--format", "json", "0x80370105"))
    assert row["symbol"] == "HCS_E_INVALID_STATE"
    assert row["hex"] == "0x80370105"
    assert row["value"] == 0x80370105


class Terminal(io.StringIO):
    """A standard input that nobody will write to."""

    def isatty(self) -> bool:
        """A person sits there."""
        return True


def test_no_code_at_all_is_wrong_usage(monkeypatch: pytest.MonkeyPatch) -> None:
    """Usage errors are 2, as everywhere."""
    monkeypatch.setattr("sys.stdin", Terminal())
    assert cli.main(["explain"]) == 2


@pytest.mark.parametrize(
    ("line", "symbols", "origin"),
    [
        ("Error code: Wsl/Service/CreateInstance/CreateVm/HCS/0x80370102", ["HCS_E_HYPERV_NOT_INSTALLED"], "create"),
        ("Error code: Wsl/Service/RegisterDistro/CreateVm/HCS/E_INVALIDARG", ["E_INVALIDARG"], "create"),
        ("Code: Wsl/Service/CreateInstance/CreateVm/ConfigureNetworking/HNS/0x80041002", ["WBEM_E_NOT_FOUND"], "network"),
        ("CreateNetwork failed in Win32: IP address is either invalid (0x803b000d).", ["HCN_E_INVALID_POLICY"], ""),
        (
            "hcsshim::ActivateLayer failed in Win32: in use by another process. (0x20)",
            ["HRESULT_FROM_WIN32(ERROR_SHARING_VIOLATION)"],
            "layer",
        ),
        ("hnsCall failed in Win32: The object already exists. (0x1392)", ["HRESULT_FROM_WIN32(ERROR_OBJECT_ALREADY_EXISTS)"], "network"),
        ("encountered an error during Start: winapi error #3489660962", ["HRESULT_FROM_NT(STATUS_ACCESS_DENIED)"], ""),
        ("Exception(4) tid(1074) 800706BA The RPC server is unavailable.", ["HRESULT_FROM_WIN32(RPC_S_SERVER_UNAVAILABLE)"], ""),
        ("[66E8B651-CCCF-4CCC-8579-1ED6F23E503D] Create compute system, result 0xC0370103", ["ERROR_VMCOMPUTE_OPERATION_PENDING"], ""),
        ("[process exited with code 4294967295 (0xffffffff)]", ["0xFFFFFFFF"], "exit"),
        ("heat.exe failed with exit code -2146232576.", ["CLR_E_SHIM_RUNTIMELOAD"], "exit"),
        ("container die exitCode=3221226505", ["STATUS_STACK_BUFFER_OVERRUN"], "exit"),
        ("web-1  Exited (137) 5 minutes ago", ["128+9 (SIGKILL)"], "exit"),
        ("CreateProcess: The system cannot find the file specified. (0x2)", ["HRESULT_FROM_WIN32(ERROR_FILE_NOT_FOUND)"], "process"),
        (
            "failed: error 1067, then 0x80370110 and 0x80370110 again",
            ["HRESULT_FROM_WIN32(ERROR_PROCESS_ABORTED)", "HCS_E_SYSTEM_ALREADY_STOPPED"],
            "",
        ),
        ("stop c000021a at 0x00007FFCFF7612CD, id 8b0b232d-30b9-5dc6-ae01-17e0e8ede832", ["STATUS_SYSTEM_PROCESS_TERMINATED"], ""),
    ],
)
def test_a_line_is_explained_as_it_stands_in_the_log(
    line: str, symbols: list[str], origin: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever meets a code has a line, not a number; addresses, ids and thread numbers in it are none."""
    rows = json.loads(explained(capsys, "--format", "json", line))
    assert symbols == [row["symbol"] for row in rows]
    assert {origin} == {row["from"] for row in rows}
    if "-2146232576" not in line:  # which is an option to a command line, unless it is quoted or comes after --
        assert explained(capsys, *line.split()) == explained(capsys, line)


RESULT = (
    'Failed to create: {"Error":-1070137075,"ErrorMessage":"The JSON document is invalid.","Attribution":[{"OperationFailure":'
    '{"Detail":"Construct"}},{"InvalidJson":{"Line":1,"Column":2}}],"ErrorEvents":[{"Message":"Cannot create the machine: the paging '
    'file is too small. (0x800705AF)","Provider":"17103e3f-3c6e-4677-bb17-3b267eb5be57","EventId":12000}]} (see above)'
)


def test_a_result_document_is_read_with_what_it_says(capsys: pytest.CaptureFixture[str]) -> None:
    """The code, the message beside it, and the codes inside its events, whatever text stands around."""
    rows = json.loads(explained(capsys, "--format", "json", RESULT))
    assert ["HCS_E_INVALID_JSON", "HRESULT_FROM_WIN32(ERROR_COMMITMENT_LIMIT)"] == [row["symbol"] for row in rows]
    assert rows[0]["said"] == (
        "The JSON document is invalid. / Cannot create the machine: the paging file is too small. (0x800705AF)"
        ' / attributed to {"OperationFailure": {"Detail": "Construct"}} / attributed to {"InvalidJson": {"Line": 1, "Column": 2}}'
    )


def test_a_record_of_the_network_service_is_read_too(capsys: pytest.CaptureFixture[str]) -> None:
    """HNS puts the text into Error and the number into ErrorCode."""
    text = 'HcnCreateNetwork -- Result: {"Success":false,"Error":"Cannot create a file when that file exists. ","ErrorCode":2147942583}'
    (row,) = json.loads(explained(capsys, "--format", "json", text))
    assert (row["hex"], row["from"]) == ("0x800700B7", "network")
    assert "exists already" in row["meaning"]
    assert row["said"] == "Cannot create a file when that file exists."


def test_an_exit_status_is_read_as_one(capsys: pytest.CaptureFixture[str]) -> None:
    """The document of a process's end carries its exit code."""
    (row,) = json.loads(explained(capsys, "--format", "json", '{"ProcessId":4,"Exited":true,"ExitCode":3221225786,"LastWaitResult":0}'))
    assert (row["symbol"], row["from"]) == ("STATUS_CONTROL_C_EXIT", "exit")


@pytest.mark.parametrize(
    ("origin", "words"), [("network", "port is in use"), ("layer", "layer cannot be used"), ("create", "the file is in use")]
)
def test_what_a_code_came_from_can_be_said(origin: str, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    """0x80070020 is a port to the network service and a file to the others."""
    assert words in explained(capsys, "0x80070020", "--from", origin)


def test_an_exit_code_can_be_named_as_one(capsys: pytest.CaptureFixture[str]) -> None:
    """137 alone is a Win32 error; with its origin it is a signal."""
    assert "SIGKILL" in explained(capsys, "137", "--from", "exit")
    assert "ERROR_" in explained(capsys, "137")


@pytest.mark.parametrize("words", [[], ["-"]])
def test_standard_input_is_read_where_no_text_is_given(
    words: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A log is piped in; its lines are looked through one by one."""
    monkeypatch.setattr("sys.stdin", io.StringIO("starting\nHcnCreateEndpoint: 0x80070020\nstart: 0x80070020 again, 0x8037011E\n"))
    text = explained(capsys, *words)
    assert text.index("the port is in use") < text.index("HCS_E_SERVICE_DISCONNECT")


def test_a_text_without_a_code_fails(capsys: pytest.CaptureFixture[str]) -> None:
    """Saying nothing would look like success."""
    assert cli.main(["explain", "all went well", "indeed"]) == 125
    assert "no result code" in capsys.readouterr().err


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["Error", "ErrorCode", "ErrorEvents", "Attribution", "Message", "ExitCode", "x"]), inner, max_size=4
        )
    ),
    max_leaves=12,
)


@given(
    st.text() | st.from_regex(r"((error|exit code|[(]|-|0x)[ :=]?[0-9a-fx]{1,12}[ )]?){1,4}") | JSON.map(json.dumps), st.text(max_size=5)
)
def test_any_text_can_be_looked_through(text: str, around: str) -> None:
    """What is pasted comes from anywhere: it is searched, and never an error of this program."""
    for origin in ("", "exit", "network"):
        for found in find_codes(around + text + around, origin):
            assert found.code.meaning
            assert 0 <= found.code.value <= 0xFFFFFFFF


def test_a_number_of_any_length_is_only_a_text(capsys: pytest.CaptureFixture[str]) -> None:
    """Python refuses to read one of more than 4,300 digits."""
    assert cli.main(["explain", "9" * 5000]) == 125
    assert "neither a 32-bit number" in capsys.readouterr().err


def test_a_document_as_deep_as_python_reads_is_looked_through(capsys: pytest.CaptureFixture[str]) -> None:
    """Deeper than our own reading goes, it is still text."""
    for depth in (50, 400, 900, 980):
        text = '{"x":' * depth + '{"Message":"failed: 0x8037010D"}' + "}" * depth
        assert "HCS_E_INVALID_JSON" in explained(capsys, text)


@pytest.mark.parametrize("depth", [100_000])
def test_a_hostile_document_is_only_text(depth: int, capsys: pytest.CaptureFixture[str]) -> None:
    """What is pasted comes from anywhere."""
    assert "HCS_E_INVALID_JSON" in explained(capsys, "[{" * depth + " 0x8037010D")


CHECKED = {
    "HCS_E_INVALID_JSON": {
        "one of Container, VirtualMachine and HostedSystem": ("hcs.ComputeSystem", "exactly one of Container VirtualMachine HostedSystem"),
        "one of Count, Maximum and Weight": ("hcs.Container_Processor", "at most one of Count Maximum Weight"),
        "needed members": ("hcs.MappedDirectory", "needed"),
        "memory in whole 2 MB": ("hcs.VirtualMachine_Memory", "step 2"),
        "MACs": ("hcs.NetworkAdapter", "mac"),
        "GUIDs": ("hcs.Networking", "guid"),
        "host names": ("hcs.GuestOs", "host name"),
        "SDDL": ("hcs.HvSocketServiceConfig", "sddl"),
        "volume": ("hcs.Storage", "volume"),
        "UNC paths": ("hcs.MappedDirectory", "needed unc"),
    },
    "E_INVALIDARG": {"needed members": ("hcs.Layer", "needed"), "GUIDs": ("hcs.Networking", "guid")},
    "HCN_E_INVALID_NETWORK": {
        "first and last MAC of a range": ("hcn.MacRange", "StartMacAddress no greater than EndMacAddress"),
        "names of up to 256 letters": ("hcn.HostComputeNetwork", "up to 256 letters"),
        "name servers": ("hcn.DNS", "address"),
        "prefixes": ("hcn.Subnet", "subnet"),
        "gateways": ("hcn.Subnet", "gateway of Routes inside IpAddressPrefix"),
    },
    "HCN_E_INVALID_ENDPOINT": {
        "MACs": ("hcn.HostComputeEndpoint", "mac"),
        "addresses": ("hcn.IpConfig", "address"),
        "prefix lengths": ("hcn.IpConfig", "PrefixLength within the family of IpAddress"),
        "name servers": ("hcn.DNS", "address"),
        "names of up to 256 letters": ("hcn.HostComputeEndpoint", "up to 256 letters"),
    },
    "HCN_E_INVALID_POLICY": {
        "what each Type needs": ("hcn.AclPolicySetting", "needed"),
        "addresses and prefixes": ("hcn.AclPolicySetting", "addresses"),
        "ports and ranges": ("hcn.AclPolicySetting", "ports"),
        "protocols as numbers": ("hcn.AclPolicySetting", "protocols"),
        "TCP or UDP": ("hcn.PortMappingPolicySetting", "needed among 6 17"),
        "MACs": ("hcn.DrMacAddressNetworkPolicySetting", "needed mac"),
        "VLANs from 0 to 4094": ("hcn.VlanPolicySetting", "needed from 0 to 4094"),
    },
    "HCN_E_INVALID_IP": {"addresses, no names or zones": ("hcn.IpConfig", "address")},
    "HCN_E_INVALID_INTERNAL_PORT": {"needed, from 1 to 65535": ("hcn.PortMappingPolicySetting", "needed from 1 to 65535")},
    "HCN_E_INVALID_PREFIX": {"prefixes without host bits": ("hcn.Subnet", "subnet")},
    "HCN_E_INVALID_SUBNET": {
        "gateways inside their subnet": ("hcn.Subnet", "gateway of Routes inside IpAddressPrefix"),
        "subnets apart": ("hcn.Ipam", "Subnets apart"),
    },
    "HCN_E_INVALID_IP_SUBNET": {
        "IpSubnets inside their subnet": ("hcn.Subnet", "IpSubnets inside IpAddressPrefix"),
        "and apart": ("hcn.Subnet", "IpSubnets apart"),
    },
    "HCN_E_INVALID_JSON": {"names where numbers belong": ("hcn.PortMappingPolicySetting", "needed among 6 17")},
    "HCN_E_GUID_CONVERSION_FAILURE": {"GUIDs": ("hcn.HostComputeLoadBalancer", "guid")},
}
"""What a remedy says that `hcsffi validate` checks: the words, a type, and the rule of a member or the relation of that type."""


@pytest.mark.parametrize("symbol", CHECKED)
def test_a_remedy_that_says_check_it_with_names_rules_that_there_are(symbol: str) -> None:
    """Whoever follows the advice gets what it promised."""
    remedy = hresult.TABLE[hresult.value_of(symbol)].remedy
    assert "with hcsffi validate FILE" in remedy
    for words, (published, rule) in CHECKED[symbol].items():
        cls = find(published)
        assert words in remedy
        assert any(one == rule or one.startswith(f"{rule}: ") for one in [row.rule for row in cls.__members__] + list(cls.__rules__)), words


def test_every_remedy_that_says_check_it_with_is_looked_at() -> None:
    """And nothing else is named for a check: the command is the one way."""
    said = {row.symbol for row in hresult.TABLE.values() if "hcsffi validate" in row.remedy}
    assert set(CHECKED) == said
    assert not [row.symbol for row in hresult.TABLE.values() if "hcsffi.documents" in row.remedy]
