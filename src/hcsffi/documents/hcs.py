"""Every type of the compute schema.

Printed by hcsffi.documents.printing from documents/schema/; change the facts and print again.
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from hcsffi.documents.topic.container import (
        Container as Container,
    )
    from hcsffi.documents.topic.container import (
        ContainerHvSocket as ContainerHvSocket,
    )
    from hcsffi.documents.topic.container import (
        ContainerMemory as ContainerMemory,
    )
    from hcsffi.documents.topic.container import (
        ContainerMemoryInformation as ContainerMemoryInformation,
    )
    from hcsffi.documents.topic.container import (
        ContainerProcessor as ContainerProcessor,
    )
    from hcsffi.documents.topic.container import (
        Device as Device,
    )
    from hcsffi.documents.topic.container import (
        DeviceType as DeviceType,
    )
    from hcsffi.documents.topic.container import (
        GuestOs as GuestOs,
    )
    from hcsffi.documents.topic.container import (
        HvSocketServiceConfig as HvSocketServiceConfig,
    )
    from hcsffi.documents.topic.container import (
        HvSocketSystemConfig as HvSocketSystemConfig,
    )
    from hcsffi.documents.topic.container import (
        IsolationSettings as IsolationSettings,
    )
    from hcsffi.documents.topic.container import (
        IsolationType as IsolationType,
    )
    from hcsffi.documents.topic.container import (
        MappedDirectory as MappedDirectory,
    )
    from hcsffi.documents.topic.container import (
        MappedPipe as MappedPipe,
    )
    from hcsffi.documents.topic.container import (
        MappedPipePathType as MappedPipePathType,
    )
    from hcsffi.documents.topic.container import (
        Networking as Networking,
    )
    from hcsffi.documents.topic.devices import (
        Battery as Battery,
    )
    from hcsffi.documents.topic.devices import (
        ComPort as ComPort,
    )
    from hcsffi.documents.topic.devices import (
        Devices as Devices,
    )
    from hcsffi.documents.topic.devices import (
        EnhancedModeVideo as EnhancedModeVideo,
    )
    from hcsffi.documents.topic.devices import (
        FlexibleIoDevice as FlexibleIoDevice,
    )
    from hcsffi.documents.topic.devices import (
        FlexibleIoDeviceHostingModel as FlexibleIoDeviceHostingModel,
    )
    from hcsffi.documents.topic.devices import (
        GpuAssignmentMode as GpuAssignmentMode,
    )
    from hcsffi.documents.topic.devices import (
        GpuAssignmentRequest as GpuAssignmentRequest,
    )
    from hcsffi.documents.topic.devices import (
        GpuConfiguration as GpuConfiguration,
    )
    from hcsffi.documents.topic.devices import (
        InterruptModerationMode as InterruptModerationMode,
    )
    from hcsffi.documents.topic.devices import (
        IovSettings as IovSettings,
    )
    from hcsffi.documents.topic.devices import (
        KernelIntegration as KernelIntegration,
    )
    from hcsffi.documents.topic.devices import (
        Keyboard as Keyboard,
    )
    from hcsffi.documents.topic.devices import (
        Licensing as Licensing,
    )
    from hcsffi.documents.topic.devices import (
        Mouse as Mouse,
    )
    from hcsffi.documents.topic.devices import (
        NetworkAdapter as NetworkAdapter,
    )
    from hcsffi.documents.topic.devices import (
        RdpConnectionOptions as RdpConnectionOptions,
    )
    from hcsffi.documents.topic.devices import (
        VideoMonitor as VideoMonitor,
    )
    from hcsffi.documents.topic.devices import (
        VirtioSerial as VirtioSerial,
    )
    from hcsffi.documents.topic.devices import (
        VirtioSerialPort as VirtioSerialPort,
    )
    from hcsffi.documents.topic.devices import (
        VirtualMachineHvSocket as VirtualMachineHvSocket,
    )
    from hcsffi.documents.topic.devices import (
        VirtualPciDevice as VirtualPciDevice,
    )
    from hcsffi.documents.topic.devices import (
        VirtualPciFunction as VirtualPciFunction,
    )
    from hcsffi.documents.topic.disks import (
        Attachment as Attachment,
    )
    from hcsffi.documents.topic.disks import (
        AttachmentType as AttachmentType,
    )
    from hcsffi.documents.topic.disks import (
        CachingMode as CachingMode,
    )
    from hcsffi.documents.topic.disks import (
        GuestState as GuestState,
    )
    from hcsffi.documents.topic.disks import (
        Nvram as Nvram,
    )
    from hcsffi.documents.topic.disks import (
        NvramVariable as NvramVariable,
    )
    from hcsffi.documents.topic.disks import (
        NvramVendor as NvramVendor,
    )
    from hcsffi.documents.topic.disks import (
        Plan9 as Plan9,
    )
    from hcsffi.documents.topic.disks import (
        Plan9Share as Plan9Share,
    )
    from hcsffi.documents.topic.disks import (
        Plan9ShareFlags as Plan9ShareFlags,
    )
    from hcsffi.documents.topic.disks import (
        RestoreState as RestoreState,
    )
    from hcsffi.documents.topic.disks import (
        RuntimeState as RuntimeState,
    )
    from hcsffi.documents.topic.disks import (
        RuntimeStateDevice as RuntimeStateDevice,
    )
    from hcsffi.documents.topic.disks import (
        Scsi as Scsi,
    )
    from hcsffi.documents.topic.disks import (
        SharedMemoryConfiguration as SharedMemoryConfiguration,
    )
    from hcsffi.documents.topic.disks import (
        SharedMemoryRegion as SharedMemoryRegion,
    )
    from hcsffi.documents.topic.disks import (
        SharedMemoryRegionInfo as SharedMemoryRegionInfo,
    )
    from hcsffi.documents.topic.disks import (
        VirtualPMemBackingType as VirtualPMemBackingType,
    )
    from hcsffi.documents.topic.disks import (
        VirtualPMemController as VirtualPMemController,
    )
    from hcsffi.documents.topic.disks import (
        VirtualPMemDevice as VirtualPMemDevice,
    )
    from hcsffi.documents.topic.disks import (
        VirtualPMemImageFormat as VirtualPMemImageFormat,
    )
    from hcsffi.documents.topic.disks import (
        VirtualPMemMapping as VirtualPMemMapping,
    )
    from hcsffi.documents.topic.disks import (
        VirtualSmb as VirtualSmb,
    )
    from hcsffi.documents.topic.disks import (
        VirtualSmbShare as VirtualSmbShare,
    )
    from hcsffi.documents.topic.disks import (
        VirtualSmbShareOptions as VirtualSmbShareOptions,
    )
    from hcsffi.documents.topic.failure import (
        AttributionRecord as AttributionRecord,
    )
    from hcsffi.documents.topic.failure import (
        CrashReport as CrashReport,
    )
    from hcsffi.documents.topic.failure import (
        ErrorEvent as ErrorEvent,
    )
    from hcsffi.documents.topic.failure import (
        EventData as EventData,
    )
    from hcsffi.documents.topic.failure import (
        EventDataType as EventDataType,
    )
    from hcsffi.documents.topic.failure import (
        ExitInitiator as ExitInitiator,
    )
    from hcsffi.documents.topic.failure import (
        GuestCrash as GuestCrash,
    )
    from hcsffi.documents.topic.failure import (
        GuestErrorSaveReport as GuestErrorSaveReport,
    )
    from hcsffi.documents.topic.failure import (
        NotificationType as NotificationType,
    )
    from hcsffi.documents.topic.failure import (
        OperationFailure as OperationFailure,
    )
    from hcsffi.documents.topic.failure import (
        OperationFailureDetail as OperationFailureDetail,
    )
    from hcsffi.documents.topic.failure import (
        OperationFailureInfo as OperationFailureInfo,
    )
    from hcsffi.documents.topic.failure import (
        OperationInfo as OperationInfo,
    )
    from hcsffi.documents.topic.failure import (
        OperationNotificationInfo as OperationNotificationInfo,
    )
    from hcsffi.documents.topic.failure import (
        OperationProgress as OperationProgress,
    )
    from hcsffi.documents.topic.failure import (
        OperationType as OperationType,
    )
    from hcsffi.documents.topic.failure import (
        ProcessDump as ProcessDump,
    )
    from hcsffi.documents.topic.failure import (
        ProcessDumpType as ProcessDumpType,
    )
    from hcsffi.documents.topic.failure import (
        ResultError as ResultError,
    )
    from hcsffi.documents.topic.failure import (
        SystemExit as SystemExit,
    )
    from hcsffi.documents.topic.failure import (
        SystemExitDetail as SystemExitDetail,
    )
    from hcsffi.documents.topic.failure import (
        SystemExitStatus as SystemExitStatus,
    )
    from hcsffi.documents.topic.failure import (
        TripleFault as TripleFault,
    )
    from hcsffi.documents.topic.failure import (
        VirtualDeviceFailure as VirtualDeviceFailure,
    )
    from hcsffi.documents.topic.failure import (
        VirtualDeviceFailureDetail as VirtualDeviceFailureDetail,
    )
    from hcsffi.documents.topic.failure import (
        WindowsCrashPhase as WindowsCrashPhase,
    )
    from hcsffi.documents.topic.failure import (
        WindowsCrashReport as WindowsCrashReport,
    )
    from hcsffi.documents.topic.failure import (
        WorkerExit as WorkerExit,
    )
    from hcsffi.documents.topic.failure import (
        WorkerExitDetail as WorkerExitDetail,
    )
    from hcsffi.documents.topic.failure import (
        WorkerExitType as WorkerExitType,
    )
    from hcsffi.documents.topic.firmware import (
        ApplySecureBootTemplateType as ApplySecureBootTemplateType,
    )
    from hcsffi.documents.topic.firmware import (
        Chipset as Chipset,
    )
    from hcsffi.documents.topic.firmware import (
        ConsoleImage as ConsoleImage,
    )
    from hcsffi.documents.topic.firmware import (
        ConsoleImageQuery as ConsoleImageQuery,
    )
    from hcsffi.documents.topic.firmware import (
        FirmwareFile as FirmwareFile,
    )
    from hcsffi.documents.topic.firmware import (
        LinuxKernelDirect as LinuxKernelDirect,
    )
    from hcsffi.documents.topic.firmware import (
        SerialConsole as SerialConsole,
    )
    from hcsffi.documents.topic.firmware import (
        SystemTime as SystemTime,
    )
    from hcsffi.documents.topic.firmware import (
        TimeZoneInformation as TimeZoneInformation,
    )
    from hcsffi.documents.topic.firmware import (
        Uefi as Uefi,
    )
    from hcsffi.documents.topic.firmware import (
        UefiBootDevice as UefiBootDevice,
    )
    from hcsffi.documents.topic.firmware import (
        UefiBootEntry as UefiBootEntry,
    )
    from hcsffi.documents.topic.guest import (
        BlockCIMDevice as BlockCIMDevice,
    )
    from hcsffi.documents.topic.guest import (
        CimMount as CimMount,
    )
    from hcsffi.documents.topic.guest import (
        CombinedLayers as CombinedLayers,
    )
    from hcsffi.documents.topic.guest import (
        ConfidentialOptions as ConfidentialOptions,
    )
    from hcsffi.documents.topic.guest import (
        CWCOWBlockCIMMounts as CWCOWBlockCIMMounts,
    )
    from hcsffi.documents.topic.guest import (
        CWCOWCombinedLayers as CWCOWCombinedLayers,
    )
    from hcsffi.documents.topic.guest import (
        CWCOWHostedSystem as CWCOWHostedSystem,
    )
    from hcsffi.documents.topic.guest import (
        DeviceVerityInfo as DeviceVerityInfo,
    )
    from hcsffi.documents.topic.guest import (
        FileSystemFilterType as FileSystemFilterType,
    )
    from hcsffi.documents.topic.guest import (
        GuestModifySettingRequest as GuestModifySettingRequest,
    )
    from hcsffi.documents.topic.guest import (
        HvSocketAddress as HvSocketAddress,
    )
    from hcsffi.documents.topic.guest import (
        LCOWCombinedLayers as LCOWCombinedLayers,
    )
    from hcsffi.documents.topic.guest import (
        LCOWContainerConstraints as LCOWContainerConstraints,
    )
    from hcsffi.documents.topic.guest import (
        LCOWIPConfig as LCOWIPConfig,
    )
    from hcsffi.documents.topic.guest import (
        LCOWMappedDirectory as LCOWMappedDirectory,
    )
    from hcsffi.documents.topic.guest import (
        LCOWMappedVirtualDisk as LCOWMappedVirtualDisk,
    )
    from hcsffi.documents.topic.guest import (
        LCOWMappedVPCIDevice as LCOWMappedVPCIDevice,
    )
    from hcsffi.documents.topic.guest import (
        LCOWMappedVPMemDevice as LCOWMappedVPMemDevice,
    )
    from hcsffi.documents.topic.guest import (
        LCOWNetworkAdapter as LCOWNetworkAdapter,
    )
    from hcsffi.documents.topic.guest import (
        LCOWRoute as LCOWRoute,
    )
    from hcsffi.documents.topic.guest import (
        LCOWVPMemMappingInfo as LCOWVPMemMappingInfo,
    )
    from hcsffi.documents.topic.guest import (
        LogForwardServiceRPCRequest as LogForwardServiceRPCRequest,
    )
    from hcsffi.documents.topic.guest import (
        MappedVirtualDisk as MappedVirtualDisk,
    )
    from hcsffi.documents.topic.guest import (
        ModifyResourceType as ModifyResourceType,
    )
    from hcsffi.documents.topic.guest import (
        NetworkModifyRequest as NetworkModifyRequest,
    )
    from hcsffi.documents.topic.guest import (
        NetworkModifyRequestType as NetworkModifyRequestType,
    )
    from hcsffi.documents.topic.guest import (
        RPCType as RPCType,
    )
    from hcsffi.documents.topic.guest import (
        RS4NetworkModifyRequest as RS4NetworkModifyRequest,
    )
    from hcsffi.documents.topic.guest import (
        SCSIDevice as SCSIDevice,
    )
    from hcsffi.documents.topic.guest import (
        SecurityPolicyFragment as SecurityPolicyFragment,
    )
    from hcsffi.documents.topic.guest import (
        SignalProcessOptionsLCOW as SignalProcessOptionsLCOW,
    )
    from hcsffi.documents.topic.guest import (
        SignalProcessOptionsWCOW as SignalProcessOptionsWCOW,
    )
    from hcsffi.documents.topic.guest import (
        WCOWCombinedLayers as WCOWCombinedLayers,
    )
    from hcsffi.documents.topic.guest import (
        WCOWMappedVirtualDisk as WCOWMappedVirtualDisk,
    )
    from hcsffi.documents.topic.isolation import (
        ContainersDefBatchedBinding as ContainersDefBatchedBinding,
    )
    from hcsffi.documents.topic.isolation import (
        ContainersDefContainer as ContainersDefContainer,
    )
    from hcsffi.documents.topic.isolation import (
        ContainersDefDevice as ContainersDefDevice,
    )
    from hcsffi.documents.topic.isolation import (
        DeviceCategory as DeviceCategory,
    )
    from hcsffi.documents.topic.isolation import (
        DeviceExtension as DeviceExtension,
    )
    from hcsffi.documents.topic.isolation import (
        DeviceExtensionNamespace as DeviceExtensionNamespace,
    )
    from hcsffi.documents.topic.isolation import (
        DeviceInstance as DeviceInstance,
    )
    from hcsffi.documents.topic.isolation import (
        DeviceNamespace as DeviceNamespace,
    )
    from hcsffi.documents.topic.isolation import (
        FilesystemIsolationMode as FilesystemIsolationMode,
    )
    from hcsffi.documents.topic.isolation import (
        FilesystemLayer as FilesystemLayer,
    )
    from hcsffi.documents.topic.isolation import (
        FilesystemNamespace as FilesystemNamespace,
    )
    from hcsffi.documents.topic.isolation import (
        FilesystemNestingMode as FilesystemNestingMode,
    )
    from hcsffi.documents.topic.isolation import (
        HostFiles as HostFiles,
    )
    from hcsffi.documents.topic.isolation import (
        InterfaceClass as InterfaceClass,
    )
    from hcsffi.documents.topic.isolation import (
        InterfaceClassType as InterfaceClassType,
    )
    from hcsffi.documents.topic.isolation import (
        JobCpu as JobCpu,
    )
    from hcsffi.documents.topic.isolation import (
        JobMemory as JobMemory,
    )
    from hcsffi.documents.topic.isolation import (
        JobNamespace as JobNamespace,
    )
    from hcsffi.documents.topic.isolation import (
        JobSystemRoot as JobSystemRoot,
    )
    from hcsffi.documents.topic.isolation import (
        JobTerminationPolicy as JobTerminationPolicy,
    )
    from hcsffi.documents.topic.isolation import (
        MountManagerMountPoint as MountManagerMountPoint,
    )
    from hcsffi.documents.topic.isolation import (
        MountManagerNamespace as MountManagerNamespace,
    )
    from hcsffi.documents.topic.isolation import (
        NamedPipeNamespace as NamedPipeNamespace,
    )
    from hcsffi.documents.topic.isolation import (
        NamedPipeSymlink as NamedPipeSymlink,
    )
    from hcsffi.documents.topic.isolation import (
        Namespace as Namespace,
    )
    from hcsffi.documents.topic.isolation import (
        NetworkNamespace as NetworkNamespace,
    )
    from hcsffi.documents.topic.isolation import (
        ObjectDirectory as ObjectDirectory,
    )
    from hcsffi.documents.topic.isolation import (
        ObjectDirectoryShadow as ObjectDirectoryShadow,
    )
    from hcsffi.documents.topic.isolation import (
        ObjectNamespace as ObjectNamespace,
    )
    from hcsffi.documents.topic.isolation import (
        ObjectSymlink as ObjectSymlink,
    )
    from hcsffi.documents.topic.isolation import (
        ObjectSymlinkScope as ObjectSymlinkScope,
    )
    from hcsffi.documents.topic.isolation import (
        SiloProperties as SiloProperties,
    )
    from hcsffi.documents.topic.layers import (
        CacheMode as CacheMode,
    )
    from hcsffi.documents.topic.layers import (
        ExportLayerOptions as ExportLayerOptions,
    )
    from hcsffi.documents.topic.layers import (
        Layer as Layer,
    )
    from hcsffi.documents.topic.layers import (
        LayerData as LayerData,
    )
    from hcsffi.documents.topic.layers import (
        OsLayerOptions as OsLayerOptions,
    )
    from hcsffi.documents.topic.layers import (
        OsLayerType as OsLayerType,
    )
    from hcsffi.documents.topic.layers import (
        PathType as PathType,
    )
    from hcsffi.documents.topic.layers import (
        Storage as Storage,
    )
    from hcsffi.documents.topic.machine import (
        CrashOptions as CrashOptions,
    )
    from hcsffi.documents.topic.machine import (
        CrashType as CrashType,
    )
    from hcsffi.documents.topic.machine import (
        DebugOptions as DebugOptions,
    )
    from hcsffi.documents.topic.machine import (
        EnlightenmentModifications as EnlightenmentModifications,
    )
    from hcsffi.documents.topic.machine import (
        GuestConnection as GuestConnection,
    )
    from hcsffi.documents.topic.machine import (
        GuestConnectionInfo as GuestConnectionInfo,
    )
    from hcsffi.documents.topic.machine import (
        GuestCrashReporting as GuestCrashReporting,
    )
    from hcsffi.documents.topic.machine import (
        Heartbeat as Heartbeat,
    )
    from hcsffi.documents.topic.machine import (
        InjectNonMaskableInterrupt as InjectNonMaskableInterrupt,
    )
    from hcsffi.documents.topic.machine import (
        IntegrationComponentOperatingStateReason as IntegrationComponentOperatingStateReason,
    )
    from hcsffi.documents.topic.machine import (
        IntegrationComponentOperationalState as IntegrationComponentOperationalState,
    )
    from hcsffi.documents.topic.machine import (
        IntegrationComponentStatus as IntegrationComponentStatus,
    )
    from hcsffi.documents.topic.machine import (
        KvpExchange as KvpExchange,
    )
    from hcsffi.documents.topic.machine import (
        KvpQuery as KvpQuery,
    )
    from hcsffi.documents.topic.machine import (
        KvpSource as KvpSource,
    )
    from hcsffi.documents.topic.machine import (
        SecuritySettings as SecuritySettings,
    )
    from hcsffi.documents.topic.machine import (
        Shutdown as Shutdown,
    )
    from hcsffi.documents.topic.machine import (
        ShutdownMechanism as ShutdownMechanism,
    )
    from hcsffi.documents.topic.machine import (
        ShutdownOptions as ShutdownOptions,
    )
    from hcsffi.documents.topic.machine import (
        ShutdownType as ShutdownType,
    )
    from hcsffi.documents.topic.machine import (
        Timesync as Timesync,
    )
    from hcsffi.documents.topic.machine import (
        VirtualMachine as VirtualMachine,
    )
    from hcsffi.documents.topic.machine import (
        WindowsCrashReporting as WindowsCrashReporting,
    )
    from hcsffi.documents.topic.migration import (
        CompatibilityInfo as CompatibilityInfo,
    )
    from hcsffi.documents.topic.migration import (
        LaunchOptions as LaunchOptions,
    )
    from hcsffi.documents.topic.migration import (
        MemoryMigrationTransferThrottleParams as MemoryMigrationTransferThrottleParams,
    )
    from hcsffi.documents.topic.migration import (
        MigrationBlackoutExitedEventDetails as MigrationBlackoutExitedEventDetails,
    )
    from hcsffi.documents.topic.migration import (
        MigrationCancelOptions as MigrationCancelOptions,
    )
    from hcsffi.documents.topic.migration import (
        MigrationCompressionSettings as MigrationCompressionSettings,
    )
    from hcsffi.documents.topic.migration import (
        MigrationEvent as MigrationEvent,
    )
    from hcsffi.documents.topic.migration import (
        MigrationFinalizedOptions as MigrationFinalizedOptions,
    )
    from hcsffi.documents.topic.migration import (
        MigrationFinalOperation as MigrationFinalOperation,
    )
    from hcsffi.documents.topic.migration import (
        MigrationInitializeOptions as MigrationInitializeOptions,
    )
    from hcsffi.documents.topic.migration import (
        MigrationMemoryTransport as MigrationMemoryTransport,
    )
    from hcsffi.documents.topic.migration import (
        MigrationNetworkSettings as MigrationNetworkSettings,
    )
    from hcsffi.documents.topic.migration import (
        MigrationOrigin as MigrationOrigin,
    )
    from hcsffi.documents.topic.migration import (
        MigrationResult as MigrationResult,
    )
    from hcsffi.documents.topic.migration import (
        MigrationStartOptions as MigrationStartOptions,
    )
    from hcsffi.documents.topic.migration import (
        MigrationTransferOptions as MigrationTransferOptions,
    )
    from hcsffi.documents.topic.migration import (
        OperationSystemMigrationNotificationInfo as OperationSystemMigrationNotificationInfo,
    )
    from hcsffi.documents.topic.migration import (
        StartOptions as StartOptions,
    )
    from hcsffi.documents.topic.process import (
        CloseHandle as CloseHandle,
    )
    from hcsffi.documents.topic.process import (
        ConsoleSize as ConsoleSize,
    )
    from hcsffi.documents.topic.process import (
        ModifyOperation as ModifyOperation,
    )
    from hcsffi.documents.topic.process import (
        ProcessDetails as ProcessDetails,
    )
    from hcsffi.documents.topic.process import (
        ProcessModifyRequest as ProcessModifyRequest,
    )
    from hcsffi.documents.topic.process import (
        ProcessParameters as ProcessParameters,
    )
    from hcsffi.documents.topic.process import (
        ProcessSignal as ProcessSignal,
    )
    from hcsffi.documents.topic.process import (
        ProcessStatus as ProcessStatus,
    )
    from hcsffi.documents.topic.process import (
        SignalProcessOptions as SignalProcessOptions,
    )
    from hcsffi.documents.topic.process import (
        StdHandle as StdHandle,
    )
    from hcsffi.documents.topic.process import (
        StorageQoS as StorageQoS,
    )
    from hcsffi.documents.topic.processor import (
        CpuGroup as CpuGroup,
    )
    from hcsffi.documents.topic.processor import (
        CpuGroupAffinity as CpuGroupAffinity,
    )
    from hcsffi.documents.topic.processor import (
        CpuGroupConfig as CpuGroupConfig,
    )
    from hcsffi.documents.topic.processor import (
        CpuGroupConfigurations as CpuGroupConfigurations,
    )
    from hcsffi.documents.topic.processor import (
        CpuGroupProperty as CpuGroupProperty,
    )
    from hcsffi.documents.topic.processor import (
        IdleProcessorsRequest as IdleProcessorsRequest,
    )
    from hcsffi.documents.topic.processor import (
        LogicalProcessor as LogicalProcessor,
    )
    from hcsffi.documents.topic.processor import (
        NonArchitecturalCoreSharing as NonArchitecturalCoreSharing,
    )
    from hcsffi.documents.topic.processor import (
        NumaProcessors as NumaProcessors,
    )
    from hcsffi.documents.topic.processor import (
        ProcessorCapabilitiesInfo as ProcessorCapabilitiesInfo,
    )
    from hcsffi.documents.topic.processor import (
        ProcessorFeature as ProcessorFeature,
    )
    from hcsffi.documents.topic.processor import (
        ProcessorFeatureSet as ProcessorFeatureSet,
    )
    from hcsffi.documents.topic.processor import (
        ProcessorFeatureSetMode as ProcessorFeatureSetMode,
    )
    from hcsffi.documents.topic.processor import (
        ProcessorLimits as ProcessorLimits,
    )
    from hcsffi.documents.topic.processor import (
        ProcessorStats as ProcessorStats,
    )
    from hcsffi.documents.topic.processor import (
        ProcessorTopology as ProcessorTopology,
    )
    from hcsffi.documents.topic.processor import (
        SystemProcessorModificationRequest as SystemProcessorModificationRequest,
    )
    from hcsffi.documents.topic.processor import (
        VirtualMachineProcessor as VirtualMachineProcessor,
    )
    from hcsffi.documents.topic.processor import (
        VmProcessorRequirements as VmProcessorRequirements,
    )
    from hcsffi.documents.topic.processor import (
        XsaveProcessorFeature as XsaveProcessorFeature,
    )
    from hcsffi.documents.topic.registry import (
        RegistryChanges as RegistryChanges,
    )
    from hcsffi.documents.topic.registry import (
        RegistryDeleteKey as RegistryDeleteKey,
    )
    from hcsffi.documents.topic.registry import (
        RegistryFlushState as RegistryFlushState,
    )
    from hcsffi.documents.topic.registry import (
        RegistryHive as RegistryHive,
    )
    from hcsffi.documents.topic.registry import (
        RegistryHiveStack as RegistryHiveStack,
    )
    from hcsffi.documents.topic.registry import (
        RegistryKey as RegistryKey,
    )
    from hcsffi.documents.topic.registry import (
        RegistryLayer as RegistryLayer,
    )
    from hcsffi.documents.topic.registry import (
        RegistryMakeKey as RegistryMakeKey,
    )
    from hcsffi.documents.topic.registry import (
        RegistryMakeValue as RegistryMakeValue,
    )
    from hcsffi.documents.topic.registry import (
        RegistryNamespace as RegistryNamespace,
    )
    from hcsffi.documents.topic.registry import (
        RegistryRedirectionNode as RegistryRedirectionNode,
    )
    from hcsffi.documents.topic.registry import (
        RegistrySymlink as RegistrySymlink,
    )
    from hcsffi.documents.topic.registry import (
        RegistryValue as RegistryValue,
    )
    from hcsffi.documents.topic.registry import (
        RegistryValueType as RegistryValueType,
    )
    from hcsffi.documents.topic.service import (
        BasicInformation as BasicInformation,
    )
    from hcsffi.documents.topic.service import (
        CacheQueryStatsResponse as CacheQueryStatsResponse,
    )
    from hcsffi.documents.topic.service import (
        ContainerCredentialGuardAddInstanceRequest as ContainerCredentialGuardAddInstanceRequest,
    )
    from hcsffi.documents.topic.service import (
        ContainerCredentialGuardHvSocketServiceConfig as ContainerCredentialGuardHvSocketServiceConfig,
    )
    from hcsffi.documents.topic.service import (
        ContainerCredentialGuardInstance as ContainerCredentialGuardInstance,
    )
    from hcsffi.documents.topic.service import (
        ContainerCredentialGuardModifyOperation as ContainerCredentialGuardModifyOperation,
    )
    from hcsffi.documents.topic.service import (
        ContainerCredentialGuardOperationRequest as ContainerCredentialGuardOperationRequest,
    )
    from hcsffi.documents.topic.service import (
        ContainerCredentialGuardRemoveInstanceRequest as ContainerCredentialGuardRemoveInstanceRequest,
    )
    from hcsffi.documents.topic.service import (
        ContainerCredentialGuardState as ContainerCredentialGuardState,
    )
    from hcsffi.documents.topic.service import (
        ContainerCredentialGuardSystemInfo as ContainerCredentialGuardSystemInfo,
    )
    from hcsffi.documents.topic.service import (
        ContainerCredentialGuardTransport as ContainerCredentialGuardTransport,
    )
    from hcsffi.documents.topic.service import (
        CreateGroupOperation as CreateGroupOperation,
    )
    from hcsffi.documents.topic.service import (
        DeleteGroupOperation as DeleteGroupOperation,
    )
    from hcsffi.documents.topic.service import (
        FilteredPropertyQuery as FilteredPropertyQuery,
    )
    from hcsffi.documents.topic.service import (
        GetPropertyType as GetPropertyType,
    )
    from hcsffi.documents.topic.service import (
        HostProcessorModificationRequest as HostProcessorModificationRequest,
    )
    from hcsffi.documents.topic.service import (
        ModificationRequest as ModificationRequest,
    )
    from hcsffi.documents.topic.service import (
        ModifyPropertyType as ModifyPropertyType,
    )
    from hcsffi.documents.topic.service import (
        ModifyServiceOperation as ModifyServiceOperation,
    )
    from hcsffi.documents.topic.service import (
        QoSCapabilities as QoSCapabilities,
    )
    from hcsffi.documents.topic.service import (
        ServiceProperties as ServiceProperties,
    )
    from hcsffi.documents.topic.service import (
        ServicePropertyQuery as ServicePropertyQuery,
    )
    from hcsffi.documents.topic.service import (
        Services as Services,
    )
    from hcsffi.documents.topic.service import (
        SetPropertyOperation as SetPropertyOperation,
    )
    from hcsffi.documents.topic.system import (
        AppContainerLaunchType as AppContainerLaunchType,
    )
    from hcsffi.documents.topic.system import (
        ComputeSystem as ComputeSystem,
    )
    from hcsffi.documents.topic.system import (
        ComputeSystemProperties as ComputeSystemProperties,
    )
    from hcsffi.documents.topic.system import (
        HostedSystem as HostedSystem,
    )
    from hcsffi.documents.topic.system import (
        ModifyRequestType as ModifyRequestType,
    )
    from hcsffi.documents.topic.system import (
        ModifySettingRequest as ModifySettingRequest,
    )
    from hcsffi.documents.topic.system import (
        OsType as OsType,
    )
    from hcsffi.documents.topic.system import (
        PauseNotification as PauseNotification,
    )
    from hcsffi.documents.topic.system import (
        PauseOptions as PauseOptions,
    )
    from hcsffi.documents.topic.system import (
        PauseReason as PauseReason,
    )
    from hcsffi.documents.topic.system import (
        PauseSuspensionLevel as PauseSuspensionLevel,
    )
    from hcsffi.documents.topic.system import (
        Properties as Properties,
    )
    from hcsffi.documents.topic.system import (
        PropertyResponse as PropertyResponse,
    )
    from hcsffi.documents.topic.system import (
        SaveOptions as SaveOptions,
    )
    from hcsffi.documents.topic.system import (
        SaveType as SaveType,
    )
    from hcsffi.documents.topic.system import (
        State as State,
    )
    from hcsffi.documents.topic.system import (
        StateOverride as StateOverride,
    )
    from hcsffi.documents.topic.system import (
        Subnode as Subnode,
    )
    from hcsffi.documents.topic.system import (
        SubnodeType as SubnodeType,
    )
    from hcsffi.documents.topic.system import (
        SystemPropertyQuery as SystemPropertyQuery,
    )
    from hcsffi.documents.topic.system import (
        SystemPropertyType as SystemPropertyType,
    )
    from hcsffi.documents.topic.system import (
        SystemQuery as SystemQuery,
    )
    from hcsffi.documents.topic.system import (
        SystemType as SystemType,
    )
    from hcsffi.documents.topic.system import (
        Version as Version,
    )
    from hcsffi.documents.topic.topology import (
        MemoryBackingPageSize as MemoryBackingPageSize,
    )
    from hcsffi.documents.topic.topology import (
        MemoryBackingType as MemoryBackingType,
    )
    from hcsffi.documents.topic.topology import (
        MemoryInformationForVm as MemoryInformationForVm,
    )
    from hcsffi.documents.topic.topology import (
        MemoryStats as MemoryStats,
    )
    from hcsffi.documents.topic.topology import (
        Numa as Numa,
    )
    from hcsffi.documents.topic.topology import (
        NumaNode as NumaNode,
    )
    from hcsffi.documents.topic.topology import (
        NumaNodeMemory as NumaNodeMemory,
    )
    from hcsffi.documents.topic.topology import (
        NumaNodeProcessor as NumaNodeProcessor,
    )
    from hcsffi.documents.topic.topology import (
        NumaSetting as NumaSetting,
    )
    from hcsffi.documents.topic.topology import (
        Range as Range,
    )
    from hcsffi.documents.topic.topology import (
        Statistics as Statistics,
    )
    from hcsffi.documents.topic.topology import (
        StorageStats as StorageStats,
    )
    from hcsffi.documents.topic.topology import (
        Topology as Topology,
    )
    from hcsffi.documents.topic.topology import (
        VirtualMachineMemory as VirtualMachineMemory,
    )
    from hcsffi.documents.topic.topology import (
        VirtualNodeInfo as VirtualNodeInfo,
    )
    from hcsffi.documents.topic.topology import (
        VirtualSlitType as VirtualSlitType,
    )
    from hcsffi.documents.topic.topology import (
        VmMemory as VmMemory,
    )

HOMES = {
    "AppContainerLaunchType": ("system", "AppContainerLaunchType"),
    "ApplySecureBootTemplateType": ("firmware", "ApplySecureBootTemplateType"),
    "Attachment": ("disks", "Attachment"),
    "AttachmentType": ("disks", "AttachmentType"),
    "AttributionRecord": ("failure", "AttributionRecord"),
    "BasicInformation": ("service", "BasicInformation"),
    "Battery": ("devices", "Battery"),
    "BlockCIMDevice": ("guest", "BlockCIMDevice"),
    "CWCOWBlockCIMMounts": ("guest", "CWCOWBlockCIMMounts"),
    "CWCOWCombinedLayers": ("guest", "CWCOWCombinedLayers"),
    "CWCOWHostedSystem": ("guest", "CWCOWHostedSystem"),
    "CacheMode": ("layers", "CacheMode"),
    "CacheQueryStatsResponse": ("service", "CacheQueryStatsResponse"),
    "CachingMode": ("disks", "CachingMode"),
    "Chipset": ("firmware", "Chipset"),
    "CimMount": ("guest", "CimMount"),
    "CloseHandle": ("process", "CloseHandle"),
    "ComPort": ("devices", "ComPort"),
    "CombinedLayers": ("guest", "CombinedLayers"),
    "CompatibilityInfo": ("migration", "CompatibilityInfo"),
    "ComputeSystem": ("system", "ComputeSystem"),
    "ComputeSystemProperties": ("system", "ComputeSystemProperties"),
    "ConfidentialOptions": ("guest", "ConfidentialOptions"),
    "ConsoleImage": ("firmware", "ConsoleImage"),
    "ConsoleImageQuery": ("firmware", "ConsoleImageQuery"),
    "ConsoleSize": ("process", "ConsoleSize"),
    "Container": ("container", "Container"),
    "ContainerCredentialGuardAddInstanceRequest": ("service", "ContainerCredentialGuardAddInstanceRequest"),
    "ContainerCredentialGuardHvSocketServiceConfig": ("service", "ContainerCredentialGuardHvSocketServiceConfig"),
    "ContainerCredentialGuardInstance": ("service", "ContainerCredentialGuardInstance"),
    "ContainerCredentialGuardModifyOperation": ("service", "ContainerCredentialGuardModifyOperation"),
    "ContainerCredentialGuardOperationRequest": ("service", "ContainerCredentialGuardOperationRequest"),
    "ContainerCredentialGuardRemoveInstanceRequest": ("service", "ContainerCredentialGuardRemoveInstanceRequest"),
    "ContainerCredentialGuardState": ("service", "ContainerCredentialGuardState"),
    "ContainerCredentialGuardSystemInfo": ("service", "ContainerCredentialGuardSystemInfo"),
    "ContainerCredentialGuardTransport": ("service", "ContainerCredentialGuardTransport"),
    "ContainerHvSocket": ("container", "ContainerHvSocket"),
    "ContainerMemory": ("container", "ContainerMemory"),
    "ContainerMemoryInformation": ("container", "ContainerMemoryInformation"),
    "ContainerProcessor": ("container", "ContainerProcessor"),
    "ContainersDefBatchedBinding": ("isolation", "ContainersDefBatchedBinding"),
    "ContainersDefContainer": ("isolation", "ContainersDefContainer"),
    "ContainersDefDevice": ("isolation", "ContainersDefDevice"),
    "CpuGroup": ("processor", "CpuGroup"),
    "CpuGroupAffinity": ("processor", "CpuGroupAffinity"),
    "CpuGroupConfig": ("processor", "CpuGroupConfig"),
    "CpuGroupConfigurations": ("processor", "CpuGroupConfigurations"),
    "CpuGroupProperty": ("processor", "CpuGroupProperty"),
    "CrashOptions": ("machine", "CrashOptions"),
    "CrashReport": ("failure", "CrashReport"),
    "CrashType": ("machine", "CrashType"),
    "CreateGroupOperation": ("service", "CreateGroupOperation"),
    "DebugOptions": ("machine", "DebugOptions"),
    "DeleteGroupOperation": ("service", "DeleteGroupOperation"),
    "Device": ("container", "Device"),
    "DeviceCategory": ("isolation", "DeviceCategory"),
    "DeviceExtension": ("isolation", "DeviceExtension"),
    "DeviceExtensionNamespace": ("isolation", "DeviceExtensionNamespace"),
    "DeviceInstance": ("isolation", "DeviceInstance"),
    "DeviceNamespace": ("isolation", "DeviceNamespace"),
    "DeviceType": ("container", "DeviceType"),
    "DeviceVerityInfo": ("guest", "DeviceVerityInfo"),
    "Devices": ("devices", "Devices"),
    "EnhancedModeVideo": ("devices", "EnhancedModeVideo"),
    "EnlightenmentModifications": ("machine", "EnlightenmentModifications"),
    "ErrorEvent": ("failure", "ErrorEvent"),
    "EventData": ("failure", "EventData"),
    "EventDataType": ("failure", "EventDataType"),
    "ExitInitiator": ("failure", "ExitInitiator"),
    "ExportLayerOptions": ("layers", "ExportLayerOptions"),
    "FileSystemFilterType": ("guest", "FileSystemFilterType"),
    "FilesystemIsolationMode": ("isolation", "FilesystemIsolationMode"),
    "FilesystemLayer": ("isolation", "FilesystemLayer"),
    "FilesystemNamespace": ("isolation", "FilesystemNamespace"),
    "FilesystemNestingMode": ("isolation", "FilesystemNestingMode"),
    "FilteredPropertyQuery": ("service", "FilteredPropertyQuery"),
    "FirmwareFile": ("firmware", "FirmwareFile"),
    "FlexibleIoDevice": ("devices", "FlexibleIoDevice"),
    "FlexibleIoDeviceHostingModel": ("devices", "FlexibleIoDeviceHostingModel"),
    "GetPropertyType": ("service", "GetPropertyType"),
    "GpuAssignmentMode": ("devices", "GpuAssignmentMode"),
    "GpuAssignmentRequest": ("devices", "GpuAssignmentRequest"),
    "GpuConfiguration": ("devices", "GpuConfiguration"),
    "GuestConnection": ("machine", "GuestConnection"),
    "GuestConnectionInfo": ("machine", "GuestConnectionInfo"),
    "GuestCrash": ("failure", "GuestCrash"),
    "GuestCrashReporting": ("machine", "GuestCrashReporting"),
    "GuestErrorSaveReport": ("failure", "GuestErrorSaveReport"),
    "GuestModifySettingRequest": ("guest", "GuestModifySettingRequest"),
    "GuestOs": ("container", "GuestOs"),
    "GuestState": ("disks", "GuestState"),
    "Heartbeat": ("machine", "Heartbeat"),
    "HostFiles": ("isolation", "HostFiles"),
    "HostProcessorModificationRequest": ("service", "HostProcessorModificationRequest"),
    "HostedSystem": ("system", "HostedSystem"),
    "HvSocketAddress": ("guest", "HvSocketAddress"),
    "HvSocketServiceConfig": ("container", "HvSocketServiceConfig"),
    "HvSocketSystemConfig": ("container", "HvSocketSystemConfig"),
    "IdleProcessorsRequest": ("processor", "IdleProcessorsRequest"),
    "InjectNonMaskableInterrupt": ("machine", "InjectNonMaskableInterrupt"),
    "IntegrationComponentOperatingStateReason": ("machine", "IntegrationComponentOperatingStateReason"),
    "IntegrationComponentOperationalState": ("machine", "IntegrationComponentOperationalState"),
    "IntegrationComponentStatus": ("machine", "IntegrationComponentStatus"),
    "InterfaceClass": ("isolation", "InterfaceClass"),
    "InterfaceClassType": ("isolation", "InterfaceClassType"),
    "InterruptModerationMode": ("devices", "InterruptModerationMode"),
    "IovSettings": ("devices", "IovSettings"),
    "IsolationSettings": ("container", "IsolationSettings"),
    "IsolationType": ("container", "IsolationType"),
    "JobCpu": ("isolation", "JobCpu"),
    "JobMemory": ("isolation", "JobMemory"),
    "JobNamespace": ("isolation", "JobNamespace"),
    "JobSystemRoot": ("isolation", "JobSystemRoot"),
    "JobTerminationPolicy": ("isolation", "JobTerminationPolicy"),
    "KernelIntegration": ("devices", "KernelIntegration"),
    "Keyboard": ("devices", "Keyboard"),
    "KvpExchange": ("machine", "KvpExchange"),
    "KvpQuery": ("machine", "KvpQuery"),
    "KvpSource": ("machine", "KvpSource"),
    "LCOWCombinedLayers": ("guest", "LCOWCombinedLayers"),
    "LCOWContainerConstraints": ("guest", "LCOWContainerConstraints"),
    "LCOWIPConfig": ("guest", "LCOWIPConfig"),
    "LCOWMappedDirectory": ("guest", "LCOWMappedDirectory"),
    "LCOWMappedVPCIDevice": ("guest", "LCOWMappedVPCIDevice"),
    "LCOWMappedVPMemDevice": ("guest", "LCOWMappedVPMemDevice"),
    "LCOWMappedVirtualDisk": ("guest", "LCOWMappedVirtualDisk"),
    "LCOWNetworkAdapter": ("guest", "LCOWNetworkAdapter"),
    "LCOWRoute": ("guest", "LCOWRoute"),
    "LCOWVPMemMappingInfo": ("guest", "LCOWVPMemMappingInfo"),
    "LaunchOptions": ("migration", "LaunchOptions"),
    "Layer": ("layers", "Layer"),
    "LayerData": ("layers", "LayerData"),
    "Licensing": ("devices", "Licensing"),
    "LinuxKernelDirect": ("firmware", "LinuxKernelDirect"),
    "LogForwardServiceRPCRequest": ("guest", "LogForwardServiceRPCRequest"),
    "LogicalProcessor": ("processor", "LogicalProcessor"),
    "MappedDirectory": ("container", "MappedDirectory"),
    "MappedPipe": ("container", "MappedPipe"),
    "MappedPipePathType": ("container", "MappedPipePathType"),
    "MappedVirtualDisk": ("guest", "MappedVirtualDisk"),
    "MemoryBackingPageSize": ("topology", "MemoryBackingPageSize"),
    "MemoryBackingType": ("topology", "MemoryBackingType"),
    "MemoryInformationForVm": ("topology", "MemoryInformationForVm"),
    "MemoryMigrationTransferThrottleParams": ("migration", "MemoryMigrationTransferThrottleParams"),
    "MemoryStats": ("topology", "MemoryStats"),
    "MigrationBlackoutExitedEventDetails": ("migration", "MigrationBlackoutExitedEventDetails"),
    "MigrationCancelOptions": ("migration", "MigrationCancelOptions"),
    "MigrationCompressionSettings": ("migration", "MigrationCompressionSettings"),
    "MigrationEvent": ("migration", "MigrationEvent"),
    "MigrationFinalOperation": ("migration", "MigrationFinalOperation"),
    "MigrationFinalizedOptions": ("migration", "MigrationFinalizedOptions"),
    "MigrationInitializeOptions": ("migration", "MigrationInitializeOptions"),
    "MigrationMemoryTransport": ("migration", "MigrationMemoryTransport"),
    "MigrationNetworkSettings": ("migration", "MigrationNetworkSettings"),
    "MigrationOrigin": ("migration", "MigrationOrigin"),
    "MigrationResult": ("migration", "MigrationResult"),
    "MigrationStartOptions": ("migration", "MigrationStartOptions"),
    "MigrationTransferOptions": ("migration", "MigrationTransferOptions"),
    "ModificationRequest": ("service", "ModificationRequest"),
    "ModifyOperation": ("process", "ModifyOperation"),
    "ModifyPropertyType": ("service", "ModifyPropertyType"),
    "ModifyRequestType": ("system", "ModifyRequestType"),
    "ModifyResourceType": ("guest", "ModifyResourceType"),
    "ModifyServiceOperation": ("service", "ModifyServiceOperation"),
    "ModifySettingRequest": ("system", "ModifySettingRequest"),
    "MountManagerMountPoint": ("isolation", "MountManagerMountPoint"),
    "MountManagerNamespace": ("isolation", "MountManagerNamespace"),
    "Mouse": ("devices", "Mouse"),
    "NamedPipeNamespace": ("isolation", "NamedPipeNamespace"),
    "NamedPipeSymlink": ("isolation", "NamedPipeSymlink"),
    "Namespace": ("isolation", "Namespace"),
    "NetworkAdapter": ("devices", "NetworkAdapter"),
    "NetworkModifyRequest": ("guest", "NetworkModifyRequest"),
    "NetworkModifyRequestType": ("guest", "NetworkModifyRequestType"),
    "NetworkNamespace": ("isolation", "NetworkNamespace"),
    "Networking": ("container", "Networking"),
    "NonArchitecturalCoreSharing": ("processor", "NonArchitecturalCoreSharing"),
    "NotificationType": ("failure", "NotificationType"),
    "Numa": ("topology", "Numa"),
    "NumaNode": ("topology", "NumaNode"),
    "NumaNodeMemory": ("topology", "NumaNodeMemory"),
    "NumaNodeProcessor": ("topology", "NumaNodeProcessor"),
    "NumaProcessors": ("processor", "NumaProcessors"),
    "NumaSetting": ("topology", "NumaSetting"),
    "Nvram": ("disks", "Nvram"),
    "NvramVariable": ("disks", "NvramVariable"),
    "NvramVendor": ("disks", "NvramVendor"),
    "ObjectDirectory": ("isolation", "ObjectDirectory"),
    "ObjectDirectoryShadow": ("isolation", "ObjectDirectoryShadow"),
    "ObjectNamespace": ("isolation", "ObjectNamespace"),
    "ObjectSymlink": ("isolation", "ObjectSymlink"),
    "ObjectSymlinkScope": ("isolation", "ObjectSymlinkScope"),
    "OperationFailure": ("failure", "OperationFailure"),
    "OperationFailureDetail": ("failure", "OperationFailureDetail"),
    "OperationFailureInfo": ("failure", "OperationFailureInfo"),
    "OperationInfo": ("failure", "OperationInfo"),
    "OperationNotificationInfo": ("failure", "OperationNotificationInfo"),
    "OperationProgress": ("failure", "OperationProgress"),
    "OperationSystemMigrationNotificationInfo": ("migration", "OperationSystemMigrationNotificationInfo"),
    "OperationType": ("failure", "OperationType"),
    "OsLayerOptions": ("layers", "OsLayerOptions"),
    "OsLayerType": ("layers", "OsLayerType"),
    "OsType": ("system", "OsType"),
    "PathType": ("layers", "PathType"),
    "PauseNotification": ("system", "PauseNotification"),
    "PauseOptions": ("system", "PauseOptions"),
    "PauseReason": ("system", "PauseReason"),
    "PauseSuspensionLevel": ("system", "PauseSuspensionLevel"),
    "Plan9": ("disks", "Plan9"),
    "Plan9Share": ("disks", "Plan9Share"),
    "Plan9ShareFlags": ("disks", "Plan9ShareFlags"),
    "ProcessDetails": ("process", "ProcessDetails"),
    "ProcessDump": ("failure", "ProcessDump"),
    "ProcessDumpType": ("failure", "ProcessDumpType"),
    "ProcessModifyRequest": ("process", "ProcessModifyRequest"),
    "ProcessParameters": ("process", "ProcessParameters"),
    "ProcessSignal": ("process", "ProcessSignal"),
    "ProcessStatus": ("process", "ProcessStatus"),
    "ProcessorCapabilitiesInfo": ("processor", "ProcessorCapabilitiesInfo"),
    "ProcessorFeature": ("processor", "ProcessorFeature"),
    "ProcessorFeatureSet": ("processor", "ProcessorFeatureSet"),
    "ProcessorFeatureSetMode": ("processor", "ProcessorFeatureSetMode"),
    "ProcessorLimits": ("processor", "ProcessorLimits"),
    "ProcessorStats": ("processor", "ProcessorStats"),
    "ProcessorTopology": ("processor", "ProcessorTopology"),
    "Properties": ("system", "Properties"),
    "PropertyResponse": ("system", "PropertyResponse"),
    "QoSCapabilities": ("service", "QoSCapabilities"),
    "RPCType": ("guest", "RPCType"),
    "RS4NetworkModifyRequest": ("guest", "RS4NetworkModifyRequest"),
    "Range": ("topology", "Range"),
    "RdpConnectionOptions": ("devices", "RdpConnectionOptions"),
    "RegistryChanges": ("registry", "RegistryChanges"),
    "RegistryDeleteKey": ("registry", "RegistryDeleteKey"),
    "RegistryFlushState": ("registry", "RegistryFlushState"),
    "RegistryHive": ("registry", "RegistryHive"),
    "RegistryHiveStack": ("registry", "RegistryHiveStack"),
    "RegistryKey": ("registry", "RegistryKey"),
    "RegistryLayer": ("registry", "RegistryLayer"),
    "RegistryMakeKey": ("registry", "RegistryMakeKey"),
    "RegistryMakeValue": ("registry", "RegistryMakeValue"),
    "RegistryNamespace": ("registry", "RegistryNamespace"),
    "RegistryRedirectionNode": ("registry", "RegistryRedirectionNode"),
    "RegistrySymlink": ("registry", "RegistrySymlink"),
    "RegistryValue": ("registry", "RegistryValue"),
    "RegistryValueType": ("registry", "RegistryValueType"),
    "RestoreState": ("disks", "RestoreState"),
    "ResultError": ("failure", "ResultError"),
    "RuntimeState": ("disks", "RuntimeState"),
    "RuntimeStateDevice": ("disks", "RuntimeStateDevice"),
    "SCSIDevice": ("guest", "SCSIDevice"),
    "SaveOptions": ("system", "SaveOptions"),
    "SaveType": ("system", "SaveType"),
    "Scsi": ("disks", "Scsi"),
    "SecurityPolicyFragment": ("guest", "SecurityPolicyFragment"),
    "SecuritySettings": ("machine", "SecuritySettings"),
    "SerialConsole": ("firmware", "SerialConsole"),
    "ServiceProperties": ("service", "ServiceProperties"),
    "ServicePropertyQuery": ("service", "ServicePropertyQuery"),
    "Services": ("service", "Services"),
    "SetPropertyOperation": ("service", "SetPropertyOperation"),
    "SharedMemoryConfiguration": ("disks", "SharedMemoryConfiguration"),
    "SharedMemoryRegion": ("disks", "SharedMemoryRegion"),
    "SharedMemoryRegionInfo": ("disks", "SharedMemoryRegionInfo"),
    "Shutdown": ("machine", "Shutdown"),
    "ShutdownMechanism": ("machine", "ShutdownMechanism"),
    "ShutdownOptions": ("machine", "ShutdownOptions"),
    "ShutdownType": ("machine", "ShutdownType"),
    "SignalProcessOptions": ("process", "SignalProcessOptions"),
    "SignalProcessOptionsLCOW": ("guest", "SignalProcessOptionsLCOW"),
    "SignalProcessOptionsWCOW": ("guest", "SignalProcessOptionsWCOW"),
    "SiloProperties": ("isolation", "SiloProperties"),
    "StartOptions": ("migration", "StartOptions"),
    "State": ("system", "State"),
    "StateOverride": ("system", "StateOverride"),
    "Statistics": ("topology", "Statistics"),
    "StdHandle": ("process", "StdHandle"),
    "Storage": ("layers", "Storage"),
    "StorageQoS": ("process", "StorageQoS"),
    "StorageStats": ("topology", "StorageStats"),
    "Subnode": ("system", "Subnode"),
    "SubnodeType": ("system", "SubnodeType"),
    "SystemExit": ("failure", "SystemExit"),
    "SystemExitDetail": ("failure", "SystemExitDetail"),
    "SystemExitStatus": ("failure", "SystemExitStatus"),
    "SystemProcessorModificationRequest": ("processor", "SystemProcessorModificationRequest"),
    "SystemPropertyQuery": ("system", "SystemPropertyQuery"),
    "SystemPropertyType": ("system", "SystemPropertyType"),
    "SystemQuery": ("system", "SystemQuery"),
    "SystemTime": ("firmware", "SystemTime"),
    "SystemType": ("system", "SystemType"),
    "TimeZoneInformation": ("firmware", "TimeZoneInformation"),
    "Timesync": ("machine", "Timesync"),
    "Topology": ("topology", "Topology"),
    "TripleFault": ("failure", "TripleFault"),
    "Uefi": ("firmware", "Uefi"),
    "UefiBootDevice": ("firmware", "UefiBootDevice"),
    "UefiBootEntry": ("firmware", "UefiBootEntry"),
    "Version": ("system", "Version"),
    "VideoMonitor": ("devices", "VideoMonitor"),
    "VirtioSerial": ("devices", "VirtioSerial"),
    "VirtioSerialPort": ("devices", "VirtioSerialPort"),
    "VirtualDeviceFailure": ("failure", "VirtualDeviceFailure"),
    "VirtualDeviceFailureDetail": ("failure", "VirtualDeviceFailureDetail"),
    "VirtualMachine": ("machine", "VirtualMachine"),
    "VirtualMachineHvSocket": ("devices", "VirtualMachineHvSocket"),
    "VirtualMachineMemory": ("topology", "VirtualMachineMemory"),
    "VirtualMachineProcessor": ("processor", "VirtualMachineProcessor"),
    "VirtualNodeInfo": ("topology", "VirtualNodeInfo"),
    "VirtualPMemBackingType": ("disks", "VirtualPMemBackingType"),
    "VirtualPMemController": ("disks", "VirtualPMemController"),
    "VirtualPMemDevice": ("disks", "VirtualPMemDevice"),
    "VirtualPMemImageFormat": ("disks", "VirtualPMemImageFormat"),
    "VirtualPMemMapping": ("disks", "VirtualPMemMapping"),
    "VirtualPciDevice": ("devices", "VirtualPciDevice"),
    "VirtualPciFunction": ("devices", "VirtualPciFunction"),
    "VirtualSlitType": ("topology", "VirtualSlitType"),
    "VirtualSmb": ("disks", "VirtualSmb"),
    "VirtualSmbShare": ("disks", "VirtualSmbShare"),
    "VirtualSmbShareOptions": ("disks", "VirtualSmbShareOptions"),
    "VmMemory": ("topology", "VmMemory"),
    "VmProcessorRequirements": ("processor", "VmProcessorRequirements"),
    "WCOWCombinedLayers": ("guest", "WCOWCombinedLayers"),
    "WCOWMappedVirtualDisk": ("guest", "WCOWMappedVirtualDisk"),
    "WindowsCrashPhase": ("failure", "WindowsCrashPhase"),
    "WindowsCrashReport": ("failure", "WindowsCrashReport"),
    "WindowsCrashReporting": ("machine", "WindowsCrashReporting"),
    "WorkerExit": ("failure", "WorkerExit"),
    "WorkerExitDetail": ("failure", "WorkerExitDetail"),
    "WorkerExitType": ("failure", "WorkerExitType"),
    "XsaveProcessorFeature": ("processor", "XsaveProcessorFeature"),
}
"""Where each type lives: name here, topic, name there."""


def __getattr__(name: str) -> type:
    """Load the type's topic when its name is first used (PEP 562)."""
    home = HOMES.get(name)
    if home is None:
        raise AttributeError(f"{__name__} has no type {name!r}")
    found: type = getattr(import_module(f"hcsffi.documents.topic.{home[0]}"), home[1])
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted([*globals(), *HOMES])
