"""Builders of virtual machine documents."""

from __future__ import annotations

from hcsffi.documents.topic.device import ComPort, Devices, NetworkAdapter
from hcsffi.documents.topic.disk import (
    Attachment,
    AttachmentType,
    Plan9,
    Plan9Share,
    Scsi,
    VirtualSmb,
    VirtualSmbShare,
    VirtualSmbShareOptions,
)
from hcsffi.documents.topic.firmware import Chipset, LinuxKernelDirect, Uefi, UefiBootDevice, UefiBootEntry
from hcsffi.documents.topic.hv_socket import HvSocketSystemConfig, VirtualMachineHvSocket
from hcsffi.documents.topic.system import ComputeSystem
from hcsffi.documents.topic.system_state import Version
from hcsffi.documents.topic.topology import Topology, VirtualMachineMemory, VirtualMachineProcessor
from hcsffi.documents.topic.virtual_machine import GuestConnection, GuestState, VirtualMachine

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def linux_vm(
    *,
    kernel: str,
    initrd: str | None = None,
    command_line: str = "",
    memory_mb: int = 1024,
    processors: int = 2,
    disks: Sequence[str] = (),
    shares: Sequence[Plan9Share] = (),
    console_pipe: str | None = None,
    network_adapters: Mapping[str, NetworkAdapter] | None = None,
    owner: str = "hcsffi",
) -> ComputeSystem:
    """A virtual machine that boots a Linux kernel straight from files of the host.

    Args:
        kernel: path of the kernel.
        initrd: path of the initial ram disk.
        command_line: the kernel's command line.
        memory_mb: memory in MiB; overcommitted, as shipping software does.
        processors: virtual processors.
        disks: virtual disks, logical units from 0 of SCSI controller "0".
        shares: Plan 9 shares of host folders.
        console_pipe: named pipe of the first serial port.
        network_adapters: adapters by name or GUID.
        owner: tag by which enumeration finds it.

    Returns:
        A document of schema 2.2, the first that boots a kernel directly.

    Source:
        HcsCreateComputeSystem; schema VirtualMachine and LinuxKernelDirect (since 2.2); shape as WSL and hcsshim send it.
    """
    devices = Devices(
        scsi=_scsi(disks),
        plan9=Plan9(shares=list(shares)) if shares else None,
        com_ports={"0": ComPort(named_pipe=console_pipe)} if console_pipe is not None else None,
        network_adapters=network_adapters,
        hv_socket=VirtualMachineHvSocket(hv_socket_config=HvSocketSystemConfig()),
    )
    direct = LinuxKernelDirect(kernel_file_path=kernel, init_rd_path=initrd, kernel_cmd_line=command_line)
    machine = VirtualMachine(
        stop_on_reset=True, chipset=Chipset(linux_kernel_direct=direct), compute_topology=_topology(memory_mb, processors), devices=devices
    )
    return _system(owner, 2, machine)


def windows_vm(
    *,
    memory_mb: int = 2048,
    processors: int = 2,
    boot_share: str | None = None,
    disks: Sequence[str] = (),
    guest_state: str | None = None,
    network_adapters: Mapping[str, NetworkAdapter] | None = None,
    owner: str = "hcsffi",
) -> ComputeSystem:
    """A Windows virtual machine: a utility VM that boots from a shared folder of the host, or one that boots from its first disk.

    Args:
        memory_mb: memory in MiB; overcommitted.
        processors: virtual processors.
        boot_share: folder with the operating system files of a utility VM, shared as `os` over VSMB, read-only.
        disks: virtual disks, logical units from 0 of SCSI controller "0"; the first is booted where there is no boot share.
        guest_state: path of the firmware's state file.
        network_adapters: adapters by name or GUID.
        owner: tag by which enumeration finds it.

    Returns:
        A document of schema 2.1; a utility VM waits for its guest agent, a VM that boots from disk does not.

    Raises:
        ValueError: there is nothing to boot from.

    Source:
        HcsCreateComputeSystem, tutorial for virtual machines; schema VirtualMachine (since 2.0); the utility VM as hcsshim sends it.
    """
    if boot_share is None and not disks:
        raise ValueError("a virtual machine needs something to boot from: boot_share or disks")
    smb = None
    if boot_share is not None:
        boot = UefiBootEntry(device_type=UefiBootDevice.VMB_FS, device_path="\\EFI\\Microsoft\\Boot\\bootmgfw.efi")
        options = VirtualSmbShareOptions(read_only=True, pseudo_oplocks=True, take_backup_privilege=True, cache_io=True, share_read=True)
        smb = VirtualSmb(shares=[VirtualSmbShare(name="os", path=boot_share, options=options)], direct_file_mapping_in_mb=1024)
    else:
        boot = UefiBootEntry(device_type=UefiBootDevice.SCSI_DRIVE, device_path="0", disk_number=0)
    machine = VirtualMachine(
        stop_on_reset=True,
        chipset=Chipset(uefi=Uefi(boot_this=boot)),
        compute_topology=_topology(memory_mb, processors),
        devices=Devices(
            scsi=_scsi(disks),
            virtual_smb=smb,
            network_adapters=network_adapters,
            hv_socket=VirtualMachineHvSocket(hv_socket_config=HvSocketSystemConfig()),
        ),
        guest_state=GuestState(guest_state_file_path=guest_state) if guest_state is not None else None,
        guest_connection=GuestConnection() if boot_share is not None else None,
    )
    return _system(owner, 1, machine)


def _system(owner: str, minor: int, machine: VirtualMachine) -> ComputeSystem:
    return ComputeSystem(
        owner=owner, schema_version=Version(major=2, minor=minor), should_terminate_on_last_handle_closed=True, virtual_machine=machine
    )


def _topology(memory_mb: int, processors: int) -> Topology:
    memory = VirtualMachineMemory(size_in_mb=memory_mb, allow_overcommit=True)
    return Topology(memory=memory, processor=VirtualMachineProcessor(count=processors))


def _scsi(disks: Sequence[str]) -> dict[str, Scsi]:
    """One controller, empty where there are no disks yet: it cannot be added later."""
    attachments = {str(lun): Attachment(type=AttachmentType.VIRTUAL_DISK, path=path) for lun, path in enumerate(disks)}
    return {"0": Scsi(attachments=attachments)}
