"""Every result code the library can name: value, symbol, meaning, likely causes, remedy and source.

One condition has two numbers: computecore.dll says 0x8037xxxx, guests and the older API say 0xC037xxxx with the same low
half. The table has one row for both; :func:`canonical` folds the second form into the first. Codes are unsigned 32-bit
integers throughout; a success is below :data:`FAILED`.

The sources of the rows: ``HCSHResult`` and ``HCNHResult`` are the result-code pages of Microsoft's API reference,
``SDK 26100`` is winerror.h or computedefs.h of that Windows SDK, ``MS-ERREF`` is Microsoft's published list of Win32,
HRESULT and NTSTATUS values. Causes and remedies are collected from the public reports of users and from shipping clients.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Code(NamedTuple):
    """One result code and what a reader needs to know about it.

    Args:
        value: the code as an unsigned 32-bit integer.
        symbol: its official name; Win32 errors in their HRESULT form as ``HRESULT_FROM_WIN32(ERROR_...)``.
        meaning: what the code says, in one phrase without a full stop.
        causes: what usually leads to it, or ``""``.
        remedy: what to do about it, or ``""``.
        source: where value and symbol are published.
    """

    value: int
    symbol: str
    meaning: str
    causes: str
    remedy: str
    source: str


class Outcome(NamedTuple):
    """What a native call or a completed operation came back with, before anybody decides whether that is an error.

    Args:
        function: the native name, e.g. ``HcsStartComputeSystem``.
        hresult: the result code as an unsigned 32-bit number.
        document: the result document, the ResultError or the HCN error record as UTF-8; ``None`` when the library gave none.
    """

    function: str
    hresult: int
    document: bytes | None = None

    @property
    def succeeded(self) -> bool:
        """Whether the code is one of the success codes."""
        return self.hresult < FAILED


FAILED: Final = 0x80000000
"""The lowest code that says failure: the sign bit of an HRESULT."""

_HCS = "HCSHResult"
_SDK = "SDK 26100"
_HCN = "HCNHResult"
_REF = "MS-ERREF"

# One row a code: number, symbol and meaning, then the causes, then the remedy and the source; in one line where they fit. So that a row
# reads as a row, the formatter is off for the three tables.
# fmt: off
_SERVICE_ROWS: Final = (
    Code(0x80370100, "HCS_E_TERMINATED_DURING_START", "the system ended while it was being started",
         "the first process or the guest kernel died at once; a missing or damaged system file; too little memory",
         "read the error events and the guest's log; start with fewer devices or more memory", _HCS),
    Code(0x80370101, "HCS_E_IMAGE_MISMATCH", "the image's Windows build does not fit the host",
         "process isolation needs the same build number in the image and on the host",
         "take an image of the host's build, or run it in a VM (Hyper-V isolation)", _HCS),
    Code(0x80370102, "HCS_E_HYPERV_NOT_INSTALLED", "a Windows feature needed to run the virtual machine is absent",
         "Hyper-V or the Virtual Machine Platform is not enabled; virtualization is off in the firmware; nested virtualization is off",
         "enable the feature and restart Windows; switch virtualization on in the firmware or in the outer hypervisor", _HCS),
    Code(0x80370105, "HCS_E_INVALID_STATE", "not allowed in the present lifecycle state",
         "starting twice, saving while running, resuming what is not paused, asking a created system for statistics",
         "read the system's State and follow Created, Running, Paused", _HCS),
    Code(0x80370106, "HCS_E_UNEXPECTED_EXIT", "the system exited without being asked to",
         "a crash of the guest or of its worker process",
         "read Attribution and the error events; look for a crash report", _HCS),
    Code(0x80370107, "HCS_E_TERMINATED", "the system was ended by force",
         "a terminate request, of this client or of another one",
         "create a new system if it is still wanted", _HCS),
    Code(0x80370108, "HCS_E_CONNECT_FAILED", "the connection to the guest could not be made",
         "the guest has not booted far enough; its agent is missing or of another version",
         "wait for the guest to boot; check the agent inside the image", _HCS),
    Code(0x80370109, "HCS_E_CONNECTION_TIMEOUT", "the guest did not answer in time",
         "a guest that boots slowly or hangs; a host short of processor or memory",
         "allow more time, then terminate the system; look at the guest's console", _HCS),
    Code(0x8037010A, "HCS_E_CONNECTION_CLOSED", "the connection to the guest went away",
         "the guest is shutting down or has crashed",
         "wait for the exit event before judging it an error", _HCS),
    Code(0x8037010B, "HCS_E_UNKNOWN_MESSAGE", "the guest got a message it does not know",
         "an older guest asked for a newer feature",
         "update the image, or leave the feature out", _HCS),
    Code(0x8037010C, "HCS_E_UNSUPPORTED_PROTOCOL_VERSION", "host and guest share no protocol version",
         "the image is much older or newer than the host",
         "take an image nearer to the host's build", _HCS),
    Code(0x8037010D, "HCS_E_INVALID_JSON", "the document was rejected",
         ("malformed JSON, a member of the wrong type (a list for a map), a schema version newer than the host's, "
          "none or two of Container, VirtualMachine and HostedSystem"),
         "check the document with hcsffi.documents; lower SchemaVersion to what the service supports", _HCS),
    Code(0x8037010E, "HCS_E_SYSTEM_NOT_FOUND", "no compute system has that id",
         "it was never created, has exited, or the id is spelt otherwise (letter case counts)",
         "list the systems that exist; a system that has exited must be created anew", _HCS),
    Code(0x8037010F, "HCS_E_SYSTEM_ALREADY_EXISTS", "that id is taken by another compute system",
         "a system left behind by a client that died, or a create that was given up but went on",
         "open the system with that id and terminate it, or choose another id", _HCS),
    Code(0x80370110, "HCS_E_SYSTEM_ALREADY_STOPPED", "the system is not running any more",
         "it exited before the call, perhaps on its own",
         "when stopping, take it as success; else create a new system", _HCS),
    Code(0x80370111, "HCS_E_PROTOCOL_ERROR", "host and guest disagree on the protocol",
         "a damaged or foreign agent in the guest",
         "take an unmodified image of a supported build", _HCS),
    Code(0x80370112, "HCS_E_INVALID_LAYER", "a layer has a format the service does not know",
         "a folder that was never imported as a layer, or layers in the wrong order (nearest parent first, the operating system last)",
         "import the layer with the storage functions; check the order and the ids", _HCS),
    Code(0x80370113, "HCS_E_WINDOWS_INSIDER_REQUIRED", "the image needs an Insider build of Windows",
         "a pre-release image on a released host",
         "take a released image, or an Insider host", _HCS),
    Code(0x80370114, "HCS_E_SERVICE_NOT_AVAILABLE", "a service or feature needed to begin the operation is absent",
         "the Host Compute Service (vmcompute) or a Hyper-V service is stopped, disabled or not installed",
         "enable the Containers or Virtual Machine Platform feature; start the vmcompute service", _HCS),
    Code(0x80370115, "HCS_E_OPERATION_NOT_STARTED", "the operation tracks no call yet",
         "its result was asked for before it was handed to a call, or that call failed at once",
         "start a call with the operation first", _HCS),
    Code(0x80370116, "HCS_E_OPERATION_ALREADY_STARTED", "the operation already tracks a running call",
         "one operation was handed to two calls",
         "use one operation a call", _HCS),
    Code(0x80370117, "HCS_E_OPERATION_PENDING", "the tracked call has not finished",
         "the result was read before the completion came",
         "wait for the completion", _HCS),
    Code(0x80370118, "HCS_E_OPERATION_TIMEOUT", "the wait ended before the call did; the call goes on",
         "a slow or hanging guest, a busy host",
         "wait again, or terminate the system and create a new one", _HCS),
    Code(0x80370119, "HCS_E_OPERATION_SYSTEM_CALLBACK_ALREADY_SET", "an event callback stands in the way",
         "a second event callback on one handle, or an operation with a callback while completions are delivered as events",
         "register one callback a handle, without the operation-callback option", _HCS),
    Code(0x8037011A, "HCS_E_OPERATION_RESULT_ALLOCATION_FAILED", "no memory for the result document",
         "the process or the host is out of memory",
         "free memory and ask again", _HCS),
    Code(0x8037011B, "HCS_E_ACCESS_DENIED", "the caller may not use the host compute service",
         "the account is neither an administrator nor in the Hyper-V Administrators group; a console without elevation",
         "run elevated, or add the account to Hyper-V Administrators and sign in again", _HCS),
    Code(0x8037011C, "HCS_E_GUEST_CRITICAL_ERROR", "the guest reported a fatal error and was stopped or restarted",
         "a crash of the guest kernel",
         "read the crash report event; look at the guest's dump", _HCS),
    Code(0x8037011D, "HCS_E_PROCESS_INFO_NOT_AVAILABLE", "there is no process information to return",
         "the operation did not create a process, or its pipes were handed out before",
         "ask on the operation that created the process, once", _HCS),
    Code(0x8037011E, "HCS_E_SERVICE_DISCONNECT", "the connection to the compute service is lost",
         "the vmcompute service stopped or crashed",
         "close every handle, wait for the service, then open the systems again by id", _HCS),
    Code(0x8037011F, "HCS_E_PROCESS_ALREADY_STOPPED", "the process has already exited",
         "it ended before the call",
         "when stopping, take it as success; the exit status tells the rest", _HCS),
    Code(0x80370120, "HCS_E_SYSTEM_NOT_CONFIGURED_FOR_OPERATION", "the system was not configured for this request",
         "a device or option that had to be in the create document is not there",
         "create the system with the part the request needs", _SDK),
    Code(0x80370121, "HCS_E_OPERATION_ALREADY_CANCELLED", "the operation was asked to cancel before",
         "two cancel requests for one operation",
         "wait for its completion", _SDK),
    Code(0xC0370103, "ERROR_VMCOMPUTE_OPERATION_PENDING", "accepted, completes in the background (older API only)",
         "a call of vmcompute.dll, which says pending where computecore.dll says success",
         "wait for the notification; not an error", _SDK),
    Code(0xC0370104, "ERROR_VMCOMPUTE_TOO_MANY_NOTIFICATIONS", "too many notification callbacks (older API only)",
         "a client of vmcompute.dll that registers without unregistering",
         "unregister callbacks that are no longer needed", _SDK),
)

_NETWORK_ROWS: Final = (
    Code(0x803B0001, "HCN_E_NETWORK_NOT_FOUND", "no network has that id",
         "it was deleted by another party, or never created",
         "list the networks; when deleting, take it as success", _HCN),
    Code(0x803B0002, "HCN_E_ENDPOINT_NOT_FOUND", "no endpoint has that id",
         "it was deleted by another party, or went with its network",
         "list the endpoints; when deleting, take it as success", _HCN),
    Code(0x803B0003, "HCN_E_LAYER_NOT_FOUND", "the layer under the network is missing",
         "the network stack below the network was removed",
         "delete the network and create it again", _HCN),
    Code(0x803B0004, "HCN_E_SWITCH_NOT_FOUND", "no such virtual switch",
         "the switch was removed outside the network service",
         "delete the network and create it again", _HCN),
    Code(0x803B0005, "HCN_E_SUBNET_NOT_FOUND", "the network has no subnet for the endpoint",
         "an address or subnet outside the network's address ranges",
         "take an address of one of the network's subnets", _HCN),
    Code(0x803B0006, "HCN_E_ADAPTER_NOT_FOUND", "no such network adapter",
         "the adapter's name is misspelt, or the adapter is unplugged or disabled",
         "list the host's adapters and name one that is up", _HCN),
    Code(0x803B0007, "HCN_E_PORT_NOT_FOUND", "no such switch port",
         "the endpoint is not attached, or its system has exited",
         "attach the endpoint first", _HCN),
    Code(0x803B0008, "HCN_E_POLICY_NOT_FOUND", "an expected policy is missing",
         "the policy was removed before, or never added",
         "read the policies that are there; when removing, take it as success", _HCN),
    Code(0x803B0009, "HCN_E_VFP_PORTSETTING_NOT_FOUND", "a filtering setting of the switch port is missing",
         "the filter extension has not configured the port yet",
         "ask again when the endpoint is attached", _HCN),
    Code(0x803B000A, "HCN_E_INVALID_NETWORK", "the network document is wrong or incomplete",
         "a missing Type or address range, or members that exclude one another",
         "check the document with hcsffi.documents", _HCN),
    Code(0x803B000B, "HCN_E_INVALID_NETWORK_TYPE", "unknown network type",
         "a misspelt Type, or one this Windows does not have",
         "use NAT, ICS, Transparent, L2Bridge, L2Tunnel, Overlay, Private or Internal", _HCN),
    Code(0x803B000C, "HCN_E_INVALID_ENDPOINT", "the endpoint document is wrong or incomplete",
         "a missing network id, a malformed address or MAC (write it with '-')",
         "check the document with hcsffi.documents", _HCN),
    Code(0x803B000D, "HCN_E_INVALID_POLICY", "a policy document is wrong or incomplete",
         "Settings that do not belong to the policy's Type",
         "check the policy with hcsffi.documents", _HCN),
    Code(0x803B000E, "HCN_E_INVALID_POLICY_TYPE", "unknown policy type",
         "a misspelt Type, a type of another holder, or one this Windows does not have",
         "use a policy type the holder and the Windows build know", _HCN),
    Code(0x803B000F, "HCN_E_INVALID_REMOTE_ENDPOINT_OPERATION", "not allowed on a remote endpoint",
         "attaching or changing an endpoint of another host",
         "address the host that owns the endpoint", _HCN),
    Code(0x803B0010, "HCN_E_NETWORK_ALREADY_EXISTS", "a network of that name or id exists",
         "left by an earlier run, or made by another product",
         "open the existing network, or choose another name", _HCN),
    Code(0x803B0011, "HCN_E_LAYER_ALREADY_EXISTS", "the layer under the network exists already",
         "two networks on one adapter",
         "share the existing network, or take another adapter", _HCN),
    Code(0x803B0012, "HCN_E_POLICY_ALREADY_EXISTS", "the policy is there already",
         "the policy was added twice",
         "update it, or remove it first", _HCN),
    Code(0x803B0013, "HCN_E_PORT_ALREADY_EXISTS", "the port is taken",
         "another endpoint or load balancer maps the same port, often one left by an earlier run",
         "find the holder in the list of endpoints and load balancers; delete it or take another port", _HCN),
    Code(0x803B0014, "HCN_E_ENDPOINT_ALREADY_ATTACHED", "the endpoint is attached already",
         "attached twice, or still attached to a system that has exited",
         "see where it is attached; detach it there first", _HCN),
    Code(0x803B0015, "HCN_E_REQUEST_UNSUPPORTED", "the request is not supported",
         "a namespace that still holds a system; a request this kind of network does not have",
         "wait until the system has exited, then try again", _HCN),
    Code(0x803B0016, "HCN_E_MAPPING_NOT_SUPPORTED", "the network cannot map ports",
         "a port mapping on a network that is not NAT",
         "map ports on a NAT network", _HCN),
    Code(0x803B0017, "HCN_E_DEGRADED_OPERATION", "the network or endpoint is degraded",
         "its adapter or switch went away",
         "read its Health; create it again", _HCN),
    Code(0x803B0018, "HCN_E_SHARED_SWITCH_MODIFICATION", "the switch is shared by several networks",
         "changing switch settings through one of them",
         "remove the other networks first", _HCN),
    Code(0x803B0019, "HCN_E_GUID_CONVERSION_FAILURE", "a parameter is not a GUID",
         "an id in another form",
         "write 8-4-4-4-12 hexadecimal digits without braces", _HCN),
    Code(0x803B001A, "HCN_E_REGKEY_FAILURE", "the service could not use its registry key",
         "missing rights or a damaged registry",
         "look at the host's event log", _HCN),
    Code(0x803B001B, "HCN_E_INVALID_JSON", "the document was rejected",
         "malformed JSON, flags written as text, a member of the wrong type",
         "check the document with hcsffi.documents; write flags as numbers", _HCN),
    Code(0x803B001C, "HCN_E_INVALID_JSON_REFERENCE", "a reference inside the document leads nowhere",
         "an id that names nothing",
         "check the ids in the document", _HCN),
    Code(0x803B001D, "HCN_E_ENDPOINT_SHARING_DISABLED", "endpoint sharing is off",
         "one endpoint for several systems",
         "create an endpoint for each system, or share a namespace", _HCN),
    Code(0x803B001E, "HCN_E_INVALID_IP", "the address is malformed or outside the subnets",
         "a typing error, or an address of another network",
         "take an address of one of the network's subnets", _HCN),
    Code(0x803B001F, "HCN_E_SWITCH_EXTENSION_NOT_FOUND", "no such switch extension",
         "the extension is not installed, or its GUID is misspelt",
         "install the extension, or leave it out", _HCN),
    Code(0x803B0020, "HCN_E_MANAGER_STOPPED", "the network service is stopping",
         "the service is being restarted, or Windows shuts down",
         "ask again when the service (hns) runs", _HCN),
    Code(0x803B0021, "GCN_E_MODULE_NOT_FOUND", "guest: the network module is missing",
         "an image without the guest network service",
         "take a complete image", _HCN),
    Code(0x803B0022, "GCN_E_NO_REQUEST_HANDLERS", "guest: nobody handles the request",
         "the guest network service has not started",
         "wait for the guest to boot", _HCN),
    Code(0x803B0023, "GCN_E_REQUEST_UNSUPPORTED", "guest: the request is not supported",
         "the guest is older than the request",
         "update the image", _HCN),
    Code(0x803B0024, "GCN_E_RUNTIMEKEYS_FAILED", "guest: the runtime keys could not be added",
         "the guest's registry refused",
         "look at the guest's event log", _HCN),
    Code(0x803B0025, "GCN_E_NETADAPTER_TIMEOUT", "guest: the adapter did not appear in time",
         "the adapter was not added, or the guest is slow",
         "add the adapter before the guest is configured; try again", _HCN),
    Code(0x803B0026, "GCN_E_NETADAPTER_NOT_FOUND", "guest: no such adapter",
         "the adapter was not added to the system",
         "add the adapter to the system first", _HCN),
    Code(0x803B0027, "GCN_E_NETCOMPARTMENT_NOT_FOUND", "guest: no such compartment",
         "the namespace was not set up in the guest",
         "add the namespace in the guest first", _HCN),
    Code(0x803B0028, "GCN_E_NETINTERFACE_NOT_FOUND", "guest: no such interface",
         "the adapter is there but has no interface yet",
         "try again a little later", _HCN),
    Code(0x803B0029, "GCN_E_DEFAULTNAMESPACE_EXISTS", "guest: a default namespace is there already",
         "a second default namespace for one guest",
         "use the one that exists", _HCN),
    Code(0x803B002A, "HCN_E_ICS_DISABLED", "connection sharing is disabled",
         "the SharedAccess service is disabled, often by policy",
         "enable the service, or use another network type", _HCN),
    Code(0x803B002B, "HCN_E_ENDPOINT_NAMESPACE_ALREADY_EXISTS", "the endpoint is in a namespace already",
         "it was added twice, or belongs to another namespace",
         "remove it from that namespace first", _HCN),
    Code(0x803B002C, "HCN_E_ENTITY_HAS_REFERENCES", "it is still referenced and cannot be removed",
         "endpoints on a network, or systems in a namespace",
         "remove what refers to it first", _HCN),
    Code(0x803B002D, "HCN_E_INVALID_INTERNAL_PORT", "the internal port is missing or zero",
         "a port mapping without InternalPort",
         "set InternalPort to 1..65535", _HCN),
    Code(0x803B002E, "HCN_E_NAMESPACE_ATTACH_FAILED", "attaching the namespace failed",
         "an endpoint of the namespace is in a bad state",
         "create the endpoint and the namespace anew", _HCN),
    Code(0x803B002F, "HCN_E_ADDR_INVALID_OR_RESERVED", "the address is invalid or reserved",
         "an endpoint left behind still holds it, or it is the gateway's or broadcast address",
         "delete stale endpoints, or take another address", _HCN),
    Code(0x803B0030, "HCN_E_INVALID_PREFIX", "the address prefix is wrong",
         "a prefix with host bits set, or no prefix length",
         "write it as 10.0.0.0/24", _HCN),
    Code(0x803B0031, "HCN_E_OBJECT_USED_AFTER_UNLOAD", "it was torn down before the call",
         "another party deleted it meanwhile",
         "open it again", _HCN),
    Code(0x803B0032, "HCN_E_INVALID_SUBNET", "the subnet document is wrong or incomplete",
         "a missing IpAddressPrefix",
         "check the document with hcsffi.documents", _HCN),
    Code(0x803B0033, "HCN_E_INVALID_IP_SUBNET", "the IP-subnet document is wrong or incomplete",
         "a missing or foreign prefix",
         "check the document with hcsffi.documents", _HCN),
    Code(0x803B0034, "HCN_E_ENDPOINT_NOT_ATTACHED", "the endpoint must be attached first",
         "a request that needs a switch port",
         "attach the endpoint to a system or namespace", _HCN),
    Code(0x803B0035, "HCN_E_ENDPOINT_NOT_LOCAL", "the endpoint must be local",
         "a request on an endpoint of another host",
         "address the host that owns the endpoint", _HCN),
    Code(0x803B0036, "HCN_INTERFACEPARAMETERS_ALREADY_APPLIED", "only one InterfaceParameters policy is allowed",
         "the policy was added twice",
         "update the policy that is there", _HCN),
    Code(0x803B0037, "HCN_E_VFP_NOT_ALLOWED", "filtering by the switch is unavailable for this network type",
         "an ACL or load balancer on a network that cannot have it",
         "use a network type with the filter extension", _HCN),
)

_PLATFORM_ROWS: Final = (
    Code(0x00000000, "S_OK", "success", "", "", _REF),
    Code(0x00000001, "S_FALSE", "success with a negative answer", "", "", _REF),
    Code(0x80004001, "E_NOTIMPL", "not implemented",
         "a function this Windows only declares, such as cancelling an operation on older builds",
         "do without it, or update Windows", _REF),
    Code(0x80004002, "E_NOINTERFACE", "no such interface", "parts of Windows of different ages", "update Windows", _REF),
    Code(0x80004003, "E_POINTER", "a required pointer is NULL",
         "an out parameter was left out",
         "report it: the library always passes one", _REF),
    Code(0x80004004, "E_ABORT", "aborted", "the operation was cancelled", "none if it was cancelled on purpose", _REF),
    Code(0x80004005, "E_FAIL", "failed without a reason", "anything", "read the error events and the host's event log", _REF),
    Code(0x8000FFFF, "E_UNEXPECTED", "unexpected failure",
         "an internal fault of the library that answered",
         "read the error message; report it", _REF),
    Code(0x8007000E, "E_OUTOFMEMORY", "out of memory",
         "the host cannot give the memory the system asks for",
         "free memory or lower SizeInMB", _REF),
    Code(0x80070002, "HRESULT_FROM_WIN32(ERROR_FILE_NOT_FOUND)", "file not found",
         "the program is not in the system or not on its PATH; a disk or kernel path that does not exist on the host",
         "check the command and every path in the document, as the service sees them", _REF),
    Code(0x80070003, "HRESULT_FROM_WIN32(ERROR_PATH_NOT_FOUND)", "path not found",
         "a directory on the way does not exist",
         "create the directory, or correct the path", _REF),
    Code(0x80070005, "E_ACCESSDENIED", "access denied",
         "missing privilege; a VM file without access for the VM's account; a program without execute permission; a process that is ending",
         "run elevated; grant_vm_access for every file of a VM; when stopping, take it as success", _REF),
    Code(0x80070006, "E_HANDLE", "the handle is closed or invalid",
         "the system or process was closed, or is being torn down",
         "open it again by id", _REF),
    Code(0x80070008, "HRESULT_FROM_WIN32(ERROR_NOT_ENOUGH_MEMORY)", "not enough memory",
         "the host cannot give the memory asked for",
         "free memory or ask for less", _REF),
    Code(0x8007000B, "HRESULT_FROM_WIN32(ERROR_BAD_FORMAT)", "bad format",
         "a program or file of another format",
         "take one built for the system", _REF),
    Code(0x8007000D, "HRESULT_FROM_WIN32(ERROR_INVALID_DATA)", "invalid data",
         "a request the guest or the platform does not understand",
         "treat it as not supported", _REF),
    Code(0x80070015, "HRESULT_FROM_WIN32(ERROR_NOT_READY)", "the device is not ready",
         "a disk that was attached a moment ago, many layers at once",
         "try again shortly, one layer at a time", _REF),
    Code(0x80070020, "HRESULT_FROM_WIN32(ERROR_SHARING_VIOLATION)", "the file is in use",
         "a virtual disk that is mounted on the host or used by another system",
         "detach it there first", _REF),
    Code(0x80070032, "HRESULT_FROM_WIN32(ERROR_NOT_SUPPORTED)", "not supported",
         "pausing a process-isolated container; a process in a VM whose guest the service does not drive",
         "use a kind of system that has the feature", _REF),
    Code(0x80070050, "HRESULT_FROM_WIN32(ERROR_FILE_EXISTS)", "the file exists",
         "a state file that is there already",
         "delete it or take another name", _REF),
    Code(0x80070057, "E_INVALIDARG", "an argument or member is wrong",
         ("an index behind a collection path; a path the service does not know as a layer; "
          "a namespace of the wrong kind; an unknown resource path"),
         "compare the argument with the documentation; read the error message", _REF),
    Code(0x8007006D, "HRESULT_FROM_WIN32(ERROR_BROKEN_PIPE)", "the pipe was closed at the other end",
         "the process has ended or closed its stream",
         "stop writing; read the exit status", _REF),
    Code(0x80070070, "HRESULT_FROM_WIN32(ERROR_DISK_FULL)", "the disk is full",
         "no room for layers, saved state or scratch space",
         "free space", _REF),
    Code(0x8007007A, "HRESULT_FROM_WIN32(ERROR_INSUFFICIENT_BUFFER)", "the buffer is too small",
         "a text longer than the service takes",
         "shorten the text", _REF),
    Code(0x8007007B, "HRESULT_FROM_WIN32(ERROR_INVALID_NAME)", "the name or path is malformed",
         "characters Windows does not allow, or a missing backslash",
         "correct the path", _REF),
    Code(0x8007007E, "HRESULT_FROM_WIN32(ERROR_MOD_NOT_FOUND)", "a library was not found",
         "computecore.dll is absent because the Windows feature is not enabled",
         "enable the Containers or Virtual Machine Platform feature, or use the embedded host", _REF),
    Code(0x8007007F, "HRESULT_FROM_WIN32(ERROR_PROC_NOT_FOUND)", "the library does not have that function",
         "an older Windows build; not a sign that a process is gone",
         "ask library.offers(name) first, or update Windows", _REF),
    Code(0x800700B7, "HRESULT_FROM_WIN32(ERROR_ALREADY_EXISTS)", "it exists already",
         "an id or file name that is taken",
         "open the existing one or choose another id", _REF),
    Code(0x800700C1, "HRESULT_FROM_WIN32(ERROR_BAD_EXE_FORMAT)", "not a valid program",
         "a program of another architecture, or a file that is no program",
         "take a program built for the system", _REF),
    Code(0x800700E8, "HRESULT_FROM_WIN32(ERROR_NO_DATA)", "the pipe is being closed",
         "the process has ended or closed its stream",
         "stop writing; read the exit status", _REF),
    Code(0x800700E9, "HRESULT_FROM_WIN32(ERROR_PIPE_NOT_CONNECTED)", "nobody is at the other end of the pipe",
         "the process has ended or closed its stream",
         "stop writing; read the exit status", _REF),
    Code(0x80070102, "HRESULT_FROM_WIN32(WAIT_TIMEOUT)", "the wait timed out",
         "the awaited end did not come in time",
         "wait again or end it by force", _REF),
    Code(0x8007010B, "HRESULT_FROM_WIN32(ERROR_DIRECTORY)", "the directory name is invalid",
         "a working directory that does not exist in the system",
         "create it or choose another working directory", _REF),
    Code(0x800703E3, "HRESULT_FROM_WIN32(ERROR_OPERATION_ABORTED)", "the operation was aborted",
         "it was cancelled, or its handle was closed",
         "none if it was cancelled on purpose", _REF),
    Code(0x80070422, "HRESULT_FROM_WIN32(ERROR_SERVICE_DISABLED)", "the service is disabled",
         "vmcompute or hns is disabled",
         "enable the service", _REF),
    Code(0x80070424, "HRESULT_FROM_WIN32(ERROR_SERVICE_DOES_NOT_EXIST)", "the service is not installed",
         "the Windows feature is not enabled",
         "enable the Containers or Virtual Machine Platform feature", _REF),
    Code(0x80070426, "HRESULT_FROM_WIN32(ERROR_SERVICE_NOT_ACTIVE)", "the service is not running",
         "vmcompute or hns is stopped",
         "start the service", _REF),
    Code(0x8007042B, "HRESULT_FROM_WIN32(ERROR_PROCESS_ABORTED)", "the process was ended by force",
         "a terminate request; 1067 is the exit code of a killed Windows process",
         "none if it was killed on purpose", _REF),
    Code(0x8007048F, "HRESULT_FROM_WIN32(ERROR_DEVICE_NOT_CONNECTED)", "the device is not connected",
         "a disk that was attached a moment ago",
         "try again shortly", _REF),
    Code(0x80070490, "HRESULT_FROM_WIN32(ERROR_NOT_FOUND)", "element not found",
         "an id nobody has; a process that has exited; an unknown controller or namespace",
         "check the id; when stopping or deleting, take it as success", _REF),
    Code(0x800704C7, "HRESULT_FROM_WIN32(ERROR_CANCELLED)", "cancelled",
         "the operation was cancelled by its caller",
         "none if it was cancelled on purpose", _REF),
    Code(0x80070522, "HRESULT_FROM_WIN32(ERROR_PRIVILEGE_NOT_HELD)", "a privilege is missing",
         "backup and restore privileges are not enabled, or the console is not elevated",
         "run elevated", _REF),
    Code(0x80070525, "HRESULT_FROM_WIN32(ERROR_NO_SUCH_USER)", "no such user",
         "the account does not exist inside the system",
         "use an account of the image", _REF),
    Code(0x800705AA, "HRESULT_FROM_WIN32(ERROR_NO_SYSTEM_RESOURCES)", "the host has too few resources",
         "too many systems, or no memory",
         "end other systems or lower the demands", _REF),
    Code(0x800705B4, "HRESULT_FROM_WIN32(ERROR_TIMEOUT)", "timed out",
         "a guest or device that did not answer in time",
         "try again; look at the host's load", _REF),
    Code(0x800706B5, "HRESULT_FROM_WIN32(RPC_S_UNKNOWN_IF)", "the other side does not know the interface",
         "a guest that is shutting down or too old",
         "when shutting down, terminate instead", _REF),
    Code(0x800706BA, "HRESULT_FROM_WIN32(RPC_S_SERVER_UNAVAILABLE)", "the service cannot be reached",
         "vmcompute or hns is stopped or restarting",
         "start the service and open everything again", _REF),
    Code(0x800706BE, "HRESULT_FROM_WIN32(RPC_S_CALL_FAILED)", "the service died during the call",
         "vmcompute or hns crashed",
         "start the service and open everything again", _REF),
    Code(0x80071126, "HRESULT_FROM_WIN32(ERROR_NOT_A_REPARSE_POINT)", "not a prepared volume",
         "Container.Storage.Path is a plain directory",
         "name the volume GUID path of the prepared scratch, with its last backslash", _REF),
    Code(0xC0000005, "STATUS_ACCESS_VIOLATION", "exit code: the program touched memory it may not touch",
         "a fault in the program",
         "debug the program", _REF),
    Code(0xC000007B, "STATUS_INVALID_IMAGE_FORMAT", "exit code: a program or library of another architecture",
         "32 and 64 bit mixed",
         "take parts of one architecture", _REF),
    Code(0xC0000135, "STATUS_DLL_NOT_FOUND", "exit code: a library the program needs is missing",
         "an image without it (Nano Server has few)",
         "take a fuller image or add the library", _REF),
    Code(0xC000013A, "STATUS_CONTROL_C_EXIT", "exit code: ended by Ctrl-C or Ctrl-Break",
         "a signal, or a console that closed",
         "none if it was meant", _REF),
    Code(0xC0000142, "STATUS_DLL_INIT_FAILED", "exit code: a library could not start",
         "too little desktop heap or memory, or the system is stopping",
         "try again with fewer processes", _REF),
)
# fmt: on

TABLE: Final[Mapping[int, Code]] = MappingProxyType({row.value: row for row in (*_SERVICE_ROWS, *_NETWORK_ROWS, *_PLATFORM_ROWS)})
"""Every named code by its unsigned value."""

_VALUES: Final[Mapping[str, int]] = MappingProxyType({row.symbol: row.value for row in TABLE.values()})

_FROM_WIN32: Final = 0x80070000
_TWIN_MASK: Final = 0xC0370000
_LAST_TWIN: Final = 0x8037FFFF

# winerror.h, FACILITY_*: those that appear beside a compute service.
_FACILITIES: Final = MappingProxyType(
    {
        0: "FACILITY_NULL",
        1: "FACILITY_RPC",
        2: "FACILITY_DISPATCH",
        3: "FACILITY_STORAGE",
        4: "FACILITY_ITF",
        7: "FACILITY_WIN32",
        8: "FACILITY_WINDOWS",
        9: "FACILITY_SECURITY",
        11: "FACILITY_CERT",
        15: "FACILITY_SETUPAPI",
        19: "FACILITY_URT",
        25: "FACILITY_HTTP",
        31: "FACILITY_USERMODE_FILTER_MANAGER",
        36: "FACILITY_WINDOWSUPDATE",
        40: "FACILITY_TPM_SERVICES",
        49: "FACILITY_FVE",
        50: "FACILITY_FWP",
        51: "FACILITY_WINRM",
        52: "FACILITY_NDIS",
        53: "FACILITY_USERMODE_HYPERVISOR",
        55: "FACILITY_USERMODE_VIRTUALIZATION",
        56: "FACILITY_USERMODE_VOLMGR",
        57: "FACILITY_BCD",
        58: "FACILITY_USERMODE_VHD",
        59: "FACILITY_USERMODE_HNS",
    }
)


def unsigned(value: int) -> int:
    """Return the code as an unsigned 32-bit integer.

    Args:
        value: the code, signed or unsigned.

    Raises:
        ValueError: the number does not fit 32 bits.
    """
    if not -0x80000000 <= value <= 0xFFFFFFFF:
        message = f"{value} does not fit 32 bits: not a result code"
        raise ValueError(message)
    return value & 0xFFFFFFFF


def signed(value: int) -> int:
    """Return the code as result documents write it, a signed 32-bit integer.

    Args:
        value: the code, signed or unsigned.

    Raises:
        ValueError: the number does not fit 32 bits.
    """
    code = unsigned(value)
    return code - (FAILED << 1) if code >= FAILED else code


def from_win32(number: int) -> int:
    """Return a Win32 error as the result code it is carried in (HRESULT_FROM_WIN32 of winerror.h); 0 is no error.

    Args:
        number: the Win32 error, below 65536.
    """
    return _FROM_WIN32 | number if number else 0


def canonical(value: int) -> int:
    """Return the code that stands for the condition: 0xC037xxxx becomes 0x8037xxxx where both name one condition.

    Args:
        value: the code, signed or unsigned.

    Raises:
        ValueError: the number does not fit 32 bits.
    """
    code = unsigned(value)
    if code not in TABLE and code & 0xFFFF0000 == _TWIN_MASK and code & _LAST_TWIN in TABLE:
        return code & _LAST_TWIN
    return code


def lookup(value: int) -> Code | None:
    """Return the row of a code, or ``None`` when the table has none.

    Args:
        value: signed or unsigned, in the service's (0x8037xxxx) or the guest's (0xC037xxxx) form.

    Raises:
        ValueError: the number does not fit 32 bits.
    """
    return TABLE.get(canonical(value))


def value_of(symbol: str) -> int:
    """Return the code of a symbol of the table; how the rest of the library names codes.

    Args:
        symbol: as the table has it, or the bare name of a Win32 error: ``HCS_E_INVALID_JSON``, ``ERROR_NOT_FOUND``.

    Raises:
        KeyError: the table has no such symbol.
    """
    found = _VALUES.get(symbol)
    return _VALUES[_win32_symbol(symbol)] if found is None else found


def by_symbol(text: str) -> Code | None:
    """Return the row of a symbol, or ``None`` when nothing is called so.

    Args:
        text: the symbol in any letter case: ``HCS_E_SYSTEM_NOT_FOUND``, ``SYSTEM_NOT_FOUND``, the older
            ``ERROR_VMCOMPUTE_SYSTEM_NOT_FOUND``, ``ERROR_NOT_FOUND`` or ``HRESULT_FROM_WIN32(ERROR_NOT_FOUND)``.
    """
    name = text.strip().upper()
    # The older name of 0x80370109 is the one that does not follow the pattern (SDK 26100, winerror.h).
    name = "HCS_E_CONNECTION_TIMEOUT" if name == "ERROR_VMCOMPUTE_TIMEOUT" else name
    older = name.removeprefix("ERROR_VMCOMPUTE_")
    spellings = (name, _win32_symbol(name), f"HCS_E_{older}", f"HCN_E_{name}", _win32_symbol(f"ERROR_{name}"))
    return next((TABLE[_VALUES[spelling]] for spelling in spellings if spelling in _VALUES), None)


def describe(value: int) -> Code:
    """Return the row of a code, or one made by taking the number apart when the table has none.

    Args:
        value: the code, signed or unsigned.

    Returns:
        The row; for an unknown code, a row whose symbol names facility and number and whose source is ``"decoded"``.

    Raises:
        ValueError: the number does not fit 32 bits.
    """
    code = unsigned(value)
    return lookup(code) or _decoded(code)


def _win32_symbol(name: str) -> str:
    return f"HRESULT_FROM_WIN32({name})"


def _decoded(code: int) -> Code:
    number = code & 0xFFFF
    if code & 0x10000000:
        status = code & 0xEFFFFFFF
        return Code(code, f"HRESULT_FROM_NT(0x{status:08X})", f"an NTSTATUS (0x{status:08X}) carried as a result code", "", "", "decoded")
    facility = code >> 16 & 0x7FF
    name = _FACILITIES.get(facility, f"facility 0x{facility:X}")
    if facility == 7:
        return Code(
            code,
            _win32_symbol(str(number)),
            f"Win32 error {number} (0x{number:X})",
            "",
            f"look it up with: net helpmsg {number}",
            "decoded",
        )
    severity = "failure" if code >= FAILED else "success"
    return Code(code, f"0x{code:08X}", f"unnamed {severity} of {name}, number {number} (0x{number:X})", "", "", "decoded")
