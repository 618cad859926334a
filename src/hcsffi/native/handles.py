"""The only owners of native handles: one class per kind, closed once.

A handle is a number of the shim's table (see handles.h), so a stale one finds nothing. A close that comes while a call or an operation uses
the handle is carried out after the last of them.
"""

from __future__ import annotations

import sys
import warnings
from typing import TYPE_CHECKING, Any, ClassVar

from hcsffi.native.binding import lib
from hcsffi.uncopyable import Uncopyable

if TYPE_CHECKING:
    from typing_extensions import Self

CLOSED = 0xFFFFFFFFFFFFFFFF
"""The number of a closed handle: the shim answers E_HANDLE for it."""
ELSEWHERE = 1 << 63
"""Numbers from here on belong to a service in another process (``remote_handle``): the shim gives out none of them."""


class Handle(Uncopyable):
    """A native handle and the duty to close it.

    Args:
        number: the shim's number for the native handle.
    """

    kind: ClassVar[int]
    native: ClassVar[str]
    __slots__ = ("__weakref__", "number")

    def __init__(self, number: int) -> None:
        self.number = number

    @classmethod
    def adopt(cls, value: Any) -> Self:
        """Own a native handle that a function has just returned.

        Raises:
            MemoryError: there is no room for it; the native handle has been closed.
        """
        number = lib.hcsffi_handle_adopt(cls.kind, value, 0)
        if not number:
            raise MemoryError
        return cls(number)

    @property
    def closed(self) -> bool:
        """Whether ``close`` or ``abandon`` was called."""
        return self.number == CLOSED

    def close(self) -> None:
        """Close the handle, now or when its last call and operation have ended. Safe twice.

        Blocks:
            As the native close does, which waits for running callbacks: call it on a worker thread.
        """
        number, self.number = self.number, CLOSED
        if number != CLOSED:
            lib.hcsffi_handle_close(number)

    @property
    def is_of_shim(self) -> bool:
        """Whether the shim can close it by its number: not what a service in another process keeps."""
        return type(self).close is Handle.close

    def give_number(self) -> int:
        """Hand the number to somebody who closes it; this owner is closed from now on. ``CLOSED`` where it was closed before."""
        number, self.number = self.number, CLOSED
        return number

    def abandon(self) -> None:
        """Close the handle on a thread of the shim: for callers that must not block."""
        number, self.number = self.number, CLOSED
        if number != CLOSED:
            lib.hcsffi_handle_abandon(number)

    def __del__(self) -> None:
        """Warn about a handle nobody closed, and close it."""
        if getattr(self, "number", CLOSED) != CLOSED and not sys.is_finalizing():
            warnings.warn(f"unclosed {self!r}", ResourceWarning, source=self, stacklevel=2)
            self.abandon()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {'closed' if self.closed else f'{self.number:#x}'}>"


class SystemHandle(Handle):
    """HCS_SYSTEM, closed by HcsCloseComputeSystem."""

    kind = lib.HCSFFI_SYSTEM
    native = "HCS_SYSTEM"
    __slots__ = ()


class ProcessHandle(Handle):
    """HCS_PROCESS, closed by HcsCloseProcess."""

    kind = lib.HCSFFI_PROCESS
    native = "HCS_PROCESS"
    __slots__ = ()


class NetworkHandle(Handle):
    """HCN_NETWORK, closed by HcnCloseNetwork."""

    kind = lib.HCSFFI_NETWORK
    native = "HCN_NETWORK"
    __slots__ = ()


class NamespaceHandle(Handle):
    """HCN_NAMESPACE, closed by HcnCloseNamespace."""

    kind = lib.HCSFFI_NAMESPACE
    native = "HCN_NAMESPACE"
    __slots__ = ()


class EndpointHandle(Handle):
    """HCN_ENDPOINT, closed by HcnCloseEndpoint."""

    kind = lib.HCSFFI_ENDPOINT
    native = "HCN_ENDPOINT"
    __slots__ = ()


class LoadBalancerHandle(Handle):
    """HCN_LOADBALANCER, closed by HcnCloseLoadBalancer."""

    kind = lib.HCSFFI_LOAD_BALANCER
    native = "HCN_LOADBALANCER"
    __slots__ = ()


class GuestNetworkServiceHandle(Handle):
    """HCN_GUESTNETWORKSERVICE, closed by HcnCloseGuestNetworkService."""

    kind = lib.HCSFFI_GUEST_NETWORK_SERVICE
    native = "HCN_GUESTNETWORKSERVICE"
    __slots__ = ()


class SdnRouteHandle(Handle):
    """HCN_SDNROUTE, closed by HcnCloseSdnRoute."""

    kind = lib.HCSFFI_SDN_ROUTE
    native = "HCN_SDNROUTE"
    __slots__ = ()


class DiskHandle(Handle):
    """A virtual disk's file, a HANDLE of the system; off Windows a descriptor. Closed as any file is."""

    kind = lib.HCSFFI_DISK
    native = "HANDLE"
    __slots__ = ()


class PortReservationHandle(Handle):
    """A reservation of ports, closed by HcnReleaseGuestNetworkServicePortReservationHandle."""

    kind = lib.HCSFFI_PORT_RESERVATION
    native = "HANDLE"
    __slots__ = ()


class ServiceCallbackHandle(Handle):
    """HCN_CALLBACK for the whole network service, closed by HcnUnregisterServiceCallback."""

    kind = lib.HCSFFI_SERVICE_CALLBACK
    native = "HCN_CALLBACK"
    __slots__ = ()


class GuestCallbackHandle(Handle):
    """HCN_CALLBACK for one guest network service, closed by HcnUnregisterGuestNetworkServiceCallback."""

    kind = lib.HCSFFI_GUEST_CALLBACK
    native = "HCN_CALLBACK"
    __slots__ = ()


KINDS: dict[str, type[Handle]] = {
    one.native: one
    for one in (
        SystemHandle,
        ProcessHandle,
        NetworkHandle,
        NamespaceHandle,
        EndpointHandle,
        LoadBalancerHandle,
        GuestNetworkServiceHandle,
        SdnRouteHandle,
    )
}
"""What functions of the service hand out and take, by C type; a disk comes from the system, so it is not one of them."""
BY_NUMBER: dict[int, type[Handle]] = {one.kind: one for one in KINDS.values()}


class PipeHandle(Uncopyable):
    """One end of a standard stream: a descriptor, on Windows a HANDLE.

    Args:
        value: the descriptor or HANDLE as a number.
        in_frames: whether it leads to a connection to a service, which gives the process what is written, and not to the process itself.
    """

    __slots__ = ("_value", "in_frames")

    def __init__(self, value: int, *, in_frames: bool = False) -> None:
        self._value = value
        self.in_frames = in_frames

    @property
    def closed(self) -> bool:
        """Whether the end was closed or given away."""
        return self._value == -1

    def fileno(self) -> int:
        """The descriptor; -1 once closed."""
        return self._value

    def detach(self) -> int:
        """Give the descriptor away; this owner is closed afterwards."""
        value, self._value = self._value, -1
        return value

    def close(self) -> None:
        """Close this end. Safe twice."""
        value = self.detach()
        if value != -1:
            lib.hcsffi_pipe_close(value)

    def __del__(self) -> None:
        """Warn about an end nobody closed, and close it."""
        if getattr(self, "_value", -1) != -1 and not sys.is_finalizing():
            warnings.warn(f"unclosed {self!r}", ResourceWarning, source=self, stacklevel=2)
            self.close()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {'closed' if self.closed else self._value}>"


__all__ = [
    "BY_NUMBER",
    "CLOSED",
    "ELSEWHERE",
    "KINDS",
    "DiskHandle",
    "EndpointHandle",
    "GuestCallbackHandle",
    "GuestNetworkServiceHandle",
    "Handle",
    "LoadBalancerHandle",
    "NamespaceHandle",
    "NetworkHandle",
    "PipeHandle",
    "PortReservationHandle",
    "ProcessHandle",
    "SdnRouteHandle",
    "ServiceCallbackHandle",
    "SystemHandle",
    "Uncopyable",
]
