// What stands where in the documents the host takes: the member names and types of the published HCS schema tables, with the members that
// shipping clients send beside them. One row per type.
//
// A member is Name:kind. Kinds: s text, b boolean, f number, * anything, u8 to u64 and i8 to i64 integers of that width, @Type another row,
// []kind an array, [2]kind an array of two, {}kind a map, {u}kind a map whose keys are decimal numbers. A row that begins with = lists the
// texts of an enumeration. Members no row names are left alone: newer clients know more than this table.
#pragma once

namespace hcsffi {

struct Shape {
    const char* type;
    const char* members;
};

constexpr Shape kShapes[] = {
    {"ApplySecureBootTemplateType", "=Skip|Apply"},
    {"Attachment",
     "Type:@AttachmentType Path:s CachingMode:@CachingMode ReadOnly:b SupportCompressedVolumes:b "
     "AlwaysAllowSparseFiles:b SupportEncryptedFiles:b IgnoreFlushes:b NoWriteHardening:b "
     "DisableExpansionOptimization:b IgnoreRelativeLocator:b CaptureIoAttributionContext:b "
     "ExtensibleVirtualDiskType:s"},
    {"AttachmentType", "=VirtualDisk|Iso|PassThru"},
    {"Battery", ""},
    {"CacheMode", "=Unspecified|Disabled|Enabled|Private|PrivateAllowSharing|"},
    {"CachingMode", "=Uncached|Cached|ReadOnlyCached"},
    {"Chipset",
     "Uefi:@Uefi IsNumLockDisabled:b BaseBoardSerialNumber:s ChassisSerialNumber:s ChassisAssetTag:s "
     "EnableHibernation:b UseUtc:b LinuxKernelDirect:@LinuxKernelDirect FirmwareFile:@FirmwareFile"},
    {"CloseHandle", "Handle:@StdHandle"},
    {"ComPort", "NamedPipe:s OptimizeForDebugger:b"},
    {"CompatibilityInfo", "Data:s"},
    {"ComputeSystem",
     "Owner:s SchemaVersion:@Version HostingSystemId:s HostedSystem:* Container:@Container "
     "VirtualMachine:@VirtualMachine ShouldTerminateOnLastHandleClosed:b"},
    {"ConsoleSize", "Height:u16 Width:u16"},
    {"Container",
     "GuestOs:@GuestOs Storage:@Storage MappedDirectories:[]@MappedDirectory MappedPipes:[]@MappedPipe "
     "Memory:@Container_Memory Processor:@Container_Processor Networking:@Networking HvSocket:@Container_HvSocket "
     "ContainerCredentialGuard:@ContainerCredentialGuardState RegistryChanges:@RegistryChanges "
     "AssignedDevices:[]@Device AdditionalDeviceNamespace:@ContainersDef_Device IsolationType:@IsolationType"},
    {"ContainerCredentialGuardAddInstanceRequest", "Id:s CredentialSpec:s Transport:@ContainerCredentialGuardTransport"},
    {"ContainerCredentialGuardModifyOperation", "=AddInstance|RemoveInstance"},
    {"ContainerCredentialGuardOperationRequest", "Operation:@ContainerCredentialGuardModifyOperation OperationDetails:*"},
    {"ContainerCredentialGuardRemoveInstanceRequest", "Id:s"},
    {"ContainerCredentialGuardState", "Cookie:s RpcEndpoint:s Transport:@ContainerCredentialGuardTransport CredentialSpec:s"},
    {"ContainerCredentialGuardTransport", "=LRPC|HvSocket"},
    {"Container_HvSocket", "Config:@HvSocketSystemConfig EnablePowerShellDirect:b"},
    {"Container_Memory", "SizeInMB:u64"},
    {"Container_Processor", "Count:u32 Weight:i64 Maximum:i64"},
    {"ContainersDef_BatchedBinding", "filepath:s bindingroots:[]s"},
    {"ContainersDef_Device", "device_extension:[]@DeviceExtension"},
    {"CpuGroup", "Id:s"},
    {"CrashOptions", "Type:@CrashType"},
    {"CrashReport",
     "SystemId:s ActivityId:s WindowsCrashInfo:@WindowsCrashReport CrashParameters:[]u64 CrashLog:s Status:i32 "
     "PreOSId:u32 CrashStackUnavailable:b GuestCrashSaveInfo:@GuestErrorSaveReport"},
    {"CrashType", "=CrashGuest"},
    {"CreateGroupOperation", "GroupId:s LogicalProcessorCount:u32 LogicalProcessors:[]u32"},
    {"DebugOptions",
     "BugcheckSavedStateFileName:s BugcheckNoCrashdumpSavedStateFileName:s TripleFaultSavedStateFileName:s "
     "FirmwareDumpFileName:s ShutdownOrResetSavedStateFileName:s"},
    {"DeleteGroupOperation", "GroupId:s"},
    {"Device", "Type:@DeviceType InterfaceClassGuid:s LocationPath:s"},
    {"DeviceCategory", "name:s interface_class:[]@InterfaceClass"},
    {"DeviceExtension", "device_category:@DeviceCategory namespace:@Namespace"},
    {"DeviceInstance", "id:s location_path:s port_name:s interface_class:[]@InterfaceClass"},
    {"DeviceNamespace", "requires_driverstore:b device_category:[]@DeviceCategory device_instance:[]@DeviceInstance"},
    {"DeviceType", "=ClassGuid|DeviceInstance|GpuMirror"},
    {"Devices",
     "ComPorts:{u}@ComPort VirtioSerial:@VirtioSerial Scsi:{}@Scsi VirtualPMem:@VirtualPMemController "
     "NetworkAdapters:{}@NetworkAdapter VideoMonitor:@VideoMonitor Keyboard:@Keyboard Mouse:@Mouse "
     "HvSocket:@VirtualMachine_HvSocket EnhancedModeVideo:@EnhancedModeVideo "
     "GuestCrashReporting:@GuestCrashReporting VirtualSmb:@VirtualSmb Plan9:@Plan9 Battery:@Battery "
     "FlexibleIov:{}@FlexibleIoDevice SharedMemory:@SharedMemoryConfiguration VirtualPci:{}@VirtualPciDevice "
     "KernelIntegration:@KernelIntegration"},
    {"EnhancedModeVideo", "ConnectionOptions:@RdpConnectionOptions"},
    {"FilesystemIsolationMode", "=hard|soft"},
    {"FilesystemLayer", "identifier:s path:s"},
    {"FilesystemNamespace",
     "path:s isolation:@FilesystemIsolationMode nesting:@FilesystemNestingMode layer:[]@FilesystemLayer "
     "bindings:[]@ContainersDef_BatchedBinding"},
    {"FilesystemNestingMode", "=inner|outer"},
    {"FilteredPropertyQuery", "PropertyType:@GetPropertyType Filter:*"},
    {"FirmwareFile", "Parameters:s"},
    {"FlexibleIoDevice", "EmulatorId:s HostingModel:@FlexibleIoDeviceHostingModel Configuration:[]s"},
    {"FlexibleIoDeviceHostingModel", "=Internal|External|ExternalRestricted"},
    {"GetPropertyType",
     "=Basic|CpuGroup|ProcessorTopology|ContainerCredentialGuard|QoSCapabilities|Memory|CacheAllocation|"
     "CacheMonitoring|MemoryBwAllocation|Undefined"},
    {"GpuAssignmentMode", "=Disabled|Default|List|Mirror"},
    {"GpuConfiguration",
     "AssignmentMode:@GpuAssignmentMode AssignmentRequest:{}u16 AllowVendorExtension:b DisableGdiAcceleration:b "
     "DisablePresentation:b"},
    {"GuestConnection", "UseVsock:b UseConnectedSuspend:b UseHostTimeZone:b"},
    {"GuestCrashReporting", "WindowsCrashSettings:@WindowsCrashReporting"},
    {"GuestErrorSaveReport", "SaveStateFile:s Status:i32"},
    {"GuestOs", "HostName:s"},
    {"GuestState", "GuestStateFilePath:s RuntimeStateFilePath:s ForceTransientState:b GuestStateFileType:s"},
    {"Heartbeat", ""},
    {"HostFiles", "base_image_path:s sandbox_path:s file:[]s"},
    {"HostProcessorModificationRequest", "Operation:@ModifyServiceOperation OperationDetails:*"},
    {"HvSocketServiceConfig", "BindSecurityDescriptor:s ConnectSecurityDescriptor:s AllowWildcardBinds:b Disabled:b"},
    {"HvSocketSystemConfig", "DefaultBindSecurityDescriptor:s DefaultConnectSecurityDescriptor:s ServiceTable:{}@HvSocketServiceConfig"},
    {"IdleProcessorsRequest", "IdleProcessorCount:u32"},
    {"InterfaceClass", "type:@InterfaceClassType identifier:s recurse:b"},
    {"InterfaceClassType", "=Inherit|DeviceInstance|ClassGuid"},
    {"InterruptModerationMode", "=Default|Adaptive|Off|Low|Medium|High"},
    {"IovSettings", "OffloadWeight:u32 QueuePairsRequested:u32 InterruptModeration:@InterruptModerationMode"},
    {"IsolationSettings", "IsolationType:s DebugHost:s DebugPort:i64 LaunchData:s HclEnabled:b"},
    {"IsolationType", "=HostProcess"},
    {"JobCpu", "rate:u32 weight:u32"},
    {"JobMemory", "limit:u64"},
    {"JobNamespace",
     "cpu:@JobCpu memory:@JobMemory systemroot:@JobSystemRoot terminationpolicy:@JobTerminationPolicy "
     "threadimpersonation:b"},
    {"JobSystemRoot", "path:s"},
    {"JobTerminationPolicy", "=PermanentQuiescent|KillOnHandleClose"},
    {"KernelIntegration", ""},
    {"Keyboard", ""},
    {"KvpExchange", "EnableHostOSInfoKvpItems:@StateOverride EntriesToBeAdded:{}s EntriesToBeRemoved:[]s"},
    {"Layer", "Id:s Path:s PathType:@PathType Cache:@CacheMode"},
    {"LinuxKernelDirect", "KernelFilePath:s InitRdPath:s KernelCmdLine:s"},
    {"MappedDirectory", "HostPath:s HostPathType:@PathType ContainerPath:s ReadOnly:b SupportCloudFiles:b"},
    {"MappedPipe", "ContainerPipeName:s HostPath:s HostPathType:@MappedPipePathType"},
    {"MappedPipePathType", "=AbsolutePath|VirtualSmbPipeName"},
    {"MemoryBackingPageSize", "=Small|Large"},
    {"MemoryBackingType", "=Physical|Virtual|Hybrid"},
    {"MemoryMigrationTransferThrottleParams",
     "SkipThrottling:b ThrottlingScale:f MinimumThrottlePercentage:u8 TargetNumberOfBrownoutTransferPasses:u32 "
     "StartingBrownoutPassNumberForThrottling:u32 MaximumNumberOfBrownoutTransferPasses:u32 "
     "TargetBlackoutTransferTime:u32 BlackoutTimeThresholdForCancellingMigration:u32"},
    {"MigrationCompressionSettings", "ThrottleWorkerCount:u32"},
    {"MigrationInitializeOptions",
     "Origin:@MigrationOrigin MemoryTransport:@MigrationMemoryTransport "
     "MemoryTransferThrottleParams:@MemoryMigrationTransferThrottleParams "
     "CompressionSettings:@MigrationCompressionSettings ChecksumVerification:b PerfTracingEnabled:b "
     "CancelIfBlackoutThresholdExceeds:b PrepareMemoryTransferMode:b CompatibilityData:@CompatibilityInfo"},
    {"MigrationMemoryTransport", "=TCP"},
    {"MigrationNetworkSettings", "SessionId:u32"},
    {"MigrationOrigin", "=Source|Destination"},
    {"MigrationStartOptions", "NetworkSettings:@MigrationNetworkSettings"},
    {"ModificationRequest", "PropertyType:@ModifyPropertyType Settings:*"},
    {"ModifyOperation", "=ConsoleSize|CloseHandle"},
    {"ModifyPropertyType", "=CpuGroup|ContainerCredentialGuard"},
    {"ModifyRequestType", "=Add|Remove|Update|PreAdd"},
    {"ModifyServiceOperation", "=CreateGroup|DeleteGroup|SetProperty"},
    {"ModifySettingRequest", "ResourcePath:s RequestType:@ModifyRequestType Settings:* GuestRequest:*"},
    {"MountManagerMountPoint", "name:s path:s"},
    {"MountManagerNamespace", "mount_point:[]@MountManagerMountPoint"},
    {"Mouse", ""},
    {"NamedPipeNamespace", "symlink:[]@NamedPipeSymlink"},
    {"NamedPipeSymlink", "name:s path:s"},
    {"Namespace",
     "job:@JobNamespace filesystem:@FilesystemNamespace mountmgr:@MountManagerNamespace "
     "namedpipe:@NamedPipeNamespace ob:@ObjectNamespace registry:@RegistryNamespace network:@NetworkNamespace "
     "device:@DeviceNamespace hostfiles:@HostFiles"},
    {"NetworkAdapter",
     "EndpointId:s MacAddress:s InstanceId:s DisableInterruptBatching:b IovSettings:@IovSettings "
     "ConnectionState:@StateOverride IsConnected:b SwitchId:s PortId:s"},
    {"NetworkNamespace", "compartment:s"},
    {"Networking", "AllowUnqualifiedDnsQuery:b DnsSearchList:s NetworkSharedContainerName:s Namespace:s NetworkAdapters:[]s"},
    {"Numa", "VirtualNodeCount:u8 PreferredPhysicalNodes:[]i64 Settings:[]@NumaSetting MaxSizePerNode:u64"},
    {"NumaProcessors", "count_per_node:@Range node_per_socket:u32"},
    {"NumaSetting",
     "VirtualNodeNumber:u32 PhysicalNodeNumber:u32 VirtualSocketNumber:u32 CountOfProcessors:u32 "
     "CountOfMemoryBlocks:u64 MemoryBackingType:@MemoryBackingType"},
    {"ObjectDirectory", "name:s clonesd:s shadow:@ObjectDirectoryShadow symlink:[]@ObjectSymlink objdir:[]@ObjectDirectory"},
    {"ObjectDirectoryShadow", "=false|true|ifexists"},
    {"ObjectNamespace", "shadow:@ObjectDirectoryShadow symlink:[]@ObjectSymlink objdir:[]@ObjectDirectory"},
    {"ObjectSymlink", "name:s path:s scope:@ObjectSymlinkScope pathtoclone:s access_mask:u32"},
    {"ObjectSymlinkScope", "=Local|Global|GlobalDropSilo"},
    {"PathType", "=AbsolutePath|VirtualSmbShareName"},
    {"PauseNotification", "Reason:@PauseReason"},
    {"PauseOptions", "SuspensionLevel:@PauseSuspensionLevel HostedNotification:@PauseNotification"},
    {"PauseReason", "=None|Save|Template"},
    {"PauseSuspensionLevel", "=Suspend|MemoryLow|MemoryMedium|MemoryHigh"},
    {"Plan9", "Shares:[]@Plan9Share"},
    {"Plan9Share", "Name:s AccessName:s Path:s Port:u32 AllowedFiles:[]s Flags:u32"},
    {"ProcessModifyRequest", "Operation:@ModifyOperation ConsoleSize:@ConsoleSize CloseHandle:@CloseHandle"},
    {"ProcessParameters",
     "ApplicationName:s CommandLine:s CommandArgs:[]s User:s WorkingDirectory:s Environment:{}s RestrictedToken:b "
     "EmulateConsole:b CreateStdInPipe:b CreateStdOutPipe:b CreateStdErrPipe:b ConsoleSize:[2]u16 "
     "UseExistingLogin:b UseLegacyConsole:b"},
    {"ProcessorFeatureSet",
     "ProcessorFeatures:[]u32 XsaveProcessorFeatures:[]@XsaveProcessorFeature "
     "ProcessorFeatureSetMode:@ProcessorFeatureSetMode"},
    {"ProcessorFeatureSetMode", "=Strict|Permissive"},
    {"ProcessorLimits", "Limit:u64 Weight:u64 Reservation:u64 MaximumFrequencyMHz:u32"},
    {"Range", "max:u32"},
    {"RdpConnectionOptions", "AccessSids:[]s NamedPipe:s"},
    {"RegistryChanges", "AddValues:[]@RegistryValue DeleteKeys:[]@RegistryKey"},
    {"RegistryDeleteKey", "name:s"},
    {"RegistryFlushState", "Enabled:b"},
    {"RegistryHive", "=System|Software|Security|Sam"},
    {"RegistryHiveStack", "hive:s layer:[]@RegistryLayer mkkey:[]@RegistryMakeKey delkey:[]@RegistryDeleteKey"},
    {"RegistryKey", "Hive:@RegistryHive Name:s Volatile:b"},
    {"RegistryLayer",
     "hosthive:s filepath:s identifier:s readonly:b immutable:b inherittrustclass:b trustedhive:b writethrough:b "
     "fileaccesstoken:u64"},
    {"RegistryMakeKey", "name:s clonesd:s mkkey:[]@RegistryMakeKey mkvalue:[]@RegistryMakeValue volatile:b"},
    {"RegistryMakeValue", "name:s data_multistring:s data_dword:u32 data_string:s data_binary:s"},
    {"RegistryNamespace", "symlink:[]@RegistrySymlink redirectionnode:[]@RegistryRedirectionNode hivestack:[]@RegistryHiveStack"},
    {"RegistryRedirectionNode", "containerpath:s hostpath:s hivestack:s access_mask:u32 trustedhive:b exitnode:b"},
    {"RegistrySymlink", "key:s target:s"},
    {"RegistryValue",
     "Key:@RegistryKey Name:s Type:@RegistryValueType StringValue:s BinaryValue:s DWordValue:u32 QWordValue:u64 "
     "CustomType:u32"},
    {"RegistryValueType", "=None|String|ExpandedString|MultiString|Binary|DWord|QWord|CustomType"},
    {"RestoreState", "SaveStateFilePath:s TemplateSystemId:s"},
    {"SaveOptions", "SaveType:@SaveType SaveStateFilePath:s"},
    {"SaveType", "=ToFile|AsTemplate"},
    {"Scsi", "Attachments:{u}@Attachment DisableInterruptBatching:b"},
    {"SecuritySettings", "EnableTpm:b Isolation:@IsolationSettings"},
    {"SerialConsole", "=Default|Disabled|ComPort1|ComPort2"},
    {"Service_PropertyQuery", "PropertyTypes:[]@GetPropertyType PropertyQueries:{}* FilteredQueries:[]@FilteredPropertyQuery"},
    {"Services", "Heartbeat:@Heartbeat Shutdown:@Shutdown Timesync:@Timesync KvpExchange:@KvpExchange"},
    {"SetPropertyOperation", "GroupId:s PropertyCode:u32 PropertyValue:u64"},
    {"SharedMemoryConfiguration", "Regions:[]@SharedMemoryRegion"},
    {"SharedMemoryRegion", "SectionName:s StartOffset:u64 Length:u64 AllowGuestWrite:b HiddenFromGuest:b"},
    {"Shutdown", ""},
    {"ShutdownMechanism", "=GuestConnection|IntegrationService"},
    {"ShutdownOptions", "Mechanism:@ShutdownMechanism Type:@ShutdownType Force:b Reason:s"},
    {"ShutdownType", "=Shutdown|Hibernate|Reboot"},
    {"SignalProcessOptions", "Signal:*"},
    {"StartOptions", "DestinationMigrationOptions:@MigrationStartOptions"},
    {"StateOverride", "=Default|Disabled|Enabled"},
    {"StdHandle", "=StdIn|StdOut|StdErr|All"},
    {"Storage", "Layers:[]@Layer Path:s QoS:@StorageQoS PrivilegedContainerRootPath:s"},
    {"StorageQoS", "IopsMaximum:u64 BandwidthMaximum:u64"},
    {"SystemQuery", "Ids:[]s Names:[]s Types:[]@SystemType Owners:[]s"},
    {"SystemType", "=Container|VirtualMachine|Host"},
    {"System_PropertyQuery", "PropertyTypes:[]@System_PropertyType Queries:{}*"},
    {"System_PropertyType",
     "=Memory|Statistics|ProcessList|TerminateOnLastHandleClosed|SharedMemoryRegion|GuestConnection|GuestMemory|"
     "ICHeartbeatStatus|ContainerCredentialGuard|ProcessorTopology|CpuGroup|SystemGUID"},
    {"Timesync", ""},
    {"Topology", "Memory:@VirtualMachine_Memory Processor:@VirtualMachine_Processor Numa:@Numa"},
    {"Uefi",
     "EnableDebugger:b SecureBootTemplateId:s ApplySecureBootTemplate:@ApplySecureBootTemplateType "
     "BootThis:@UefiBootEntry Console:@SerialConsole StopOnBootFailure:b"},
    {"UefiBootDevice", "=ScsiDrive|VmbFs|Network|File"},
    {"UefiBootEntry", "DeviceType:@UefiBootDevice DevicePath:s DiskNumber:u16 OptionalData:s VmbFsRootPath:s"},
    {"Version", "Major:u32 Minor:u32"},
    {"VideoMonitor", "HorizontalResolution:u16 VerticalResolution:u16 ConnectionOptions:@RdpConnectionOptions"},
    {"VirtioSerial", "Ports:{u}@VirtioSerialPort"},
    {"VirtioSerialPort", "NamedPipe:s Name:s ConsoleSupport:b"},
    {"VirtualMachine",
     "Version:@Version StopOnReset:b Chipset:@Chipset ComputeTopology:@Topology Devices:@Devices Services:@Services "
     "GuestState:@GuestState RestoreState:@RestoreState RegistryChanges:@RegistryChanges StorageQoS:@StorageQoS "
     "GuestConnection:@GuestConnection DebugOptions:@DebugOptions SecuritySettings:@SecuritySettings "
     "ResourcePartitionId:s MigrationOptions:@MigrationInitializeOptions"},
    {"VirtualMachine_HvSocket", "HvSocketConfig:@HvSocketSystemConfig"},
    {"VirtualMachine_Memory",
     "SizeInMB:u64 AllowOvercommit:b BackingPageSize:@MemoryBackingPageSize FaultClusterSizeShift:u32 "
     "DirectMapFaultClusterSizeShift:u32 PinBackingPages:b ForbidSmallBackingPages:b EnableHotHint:b "
     "EnableColdHint:b EnableColdDiscardHint:b EnableDeferredCommit:b LowMmioGapInMB:u64 HighMmioBaseInMB:u64 "
     "HighMmioGapInMB:u64 Backing:@MemoryBackingType SlitType:@VirtualSlitType HostingProcessNameSuffix:s"},
    {"VirtualMachine_Processor",
     "Count:u32 Limit:u64 Weight:u64 Reservation:u64 MaximumFrequencyMHz:u32 ExposeVirtualizationExtensions:b "
     "EnablePerfmonPmu:b EnablePerfmonArchPmu:b EnablePerfmonPebs:b EnablePerfmonLbr:b EnablePerfmonIpt:b "
     "EnablePageShattering:b DisableSpeculationControls:b ProcessorFeatureSet:@ProcessorFeatureSet "
     "CpuGroup:@CpuGroup NumaProcessorsSettings:@NumaProcessors"},
    {"VirtualPMemBackingType", "=Virtual|Physical"},
    {"VirtualPMemController", "Devices:{u}@VirtualPMemDevice MaximumCount:u8 MaximumSizeBytes:u64 Backing:@VirtualPMemBackingType"},
    {"VirtualPMemDevice", "HostPath:s ReadOnly:b ImageFormat:@VirtualPMemImageFormat SizeBytes:u64 Mappings:{u}@VirtualPMemMapping"},
    {"VirtualPMemImageFormat", "=Vhdx|Vhd1"},
    {"VirtualPMemMapping", "HostPath:s ImageFormat:@VirtualPMemImageFormat"},
    {"VirtualPciDevice", "Functions:[]@VirtualPciFunction PropagateNumaAffinity:b"},
    {"VirtualPciFunction", "DeviceInstancePath:s VirtualFunction:u16 AllowDirectTranslatedP2P:b"},
    {"VirtualSlitType", "=None|Firmware|Measured|FirmwareFallbackMeasured"},
    {"VirtualSmb", "Shares:[]@VirtualSmbShare DirectFileMappingInMB:i64"},
    {"VirtualSmbShare", "Name:s Path:s AllowedFiles:[]s Options:@VirtualSmbShareOptions"},
    {"VirtualSmbShareOptions",
     "ReadOnly:b ShareRead:b CacheIo:b NoOplocks:b TakeBackupPrivilege:b UseShareRootIdentity:b NoDirectmap:b "
     "NoLocks:b NoDirnotify:b VmSharedMemory:b RestrictFileAccess:b ForceLevelIIOplocks:b ReparseBaseLayer:b "
     "PseudoOplocks:b NonCacheIo:b PseudoDirnotify:b SingleFileMapping:b SupportCloudFiles:b "
     "FilterEncryptionAttributes:b"},
    {"WindowsCrashPhase", "=Inactive|CrashValues|Starting|Started|Writing|Complete"},
    {"WindowsCrashReport",
     "DumpFile:s OsMajorVersion:u32 OsMinorVersion:u32 OsBuildNumber:u32 OsServicePackMajorVersion:u32 "
     "OsServicePackMinorVersion:u32 OsSuiteMask:u32 OsProductType:u32 Status:i32 FinalPhase:@WindowsCrashPhase"},
    {"WindowsCrashReporting", "DumpFileName:s MaxDumpSize:i64 DumpType:s"},
    {"XsaveProcessorFeature",
     "=Xsave|Xsave_Opt|Avx|Avx2|Fma|Mpx|Avx512|Avx512Dq|Avx512Cd|Avx512Bw|Avx512Vl|Xsave_Comp|Xsave_Supervisor|Xcr1|"
     "Avx512_Bitalg|AVX512_Ifma|Avx512_Vbmi|Avx512_Vbmi2|Avx512_Vnni|Gfni|Vaes|Avx512_Vpopcntdq|Vpclmulqdq|"
     "Avx512_Bf16|Avx512_Vp2Intersect|Avx512Fp16|Xfd|AmxTile|AmxBf16|AmxInt8|AvxVnni|SentinelAmdXsave"},
};

}  // namespace hcsffi
