/* Every native function, structure, enumeration and callback the library knows: the only place where they are declared.
 *
 * Read by build_hcs.py (which prints the pointer table, the forwarding stubs and the submission switch from it), by cffi, by the
 * embedded host (which must export exactly these functions) and by the plain C tests. It is C11 and C++17 as it stands once
 * <stdint.h> has been included.
 *
 * A line `library: NAME` opens the functions of one library; a long parameter list goes on in the next line. The number behind
 * a function is the first Windows build whose public declarations have it (17763 = Windows 10 1809 / Server 2019); `unlisted`
 * marks a function that no public header declares and whose signature comes from shipping software. What follows the
 * number are the privileges a caller has to have enabled. The number behind an enumerator reads the same way and is left out for
 * 19041 and older.
 *
 * HRESULT, DWORD and the like are 32 bits wide on every platform and WCHAR is a UTF-16 code unit: never `long`, never `wchar_t`.
 */
#pragma once

typedef int32_t HRESULT;
typedef uint32_t DWORD;
typedef uint32_t ULONG;
typedef uint16_t USHORT;
typedef uint16_t UINT16;
typedef uint32_t UINT32;
typedef uint64_t UINT64;
typedef int32_t BOOL;
typedef uint8_t BOOLEAN;
typedef uint16_t WCHAR;
typedef WCHAR *PWSTR;
typedef const WCHAR *PCWSTR;
typedef void *HANDLE;
typedef struct _GUID { uint32_t Data1; uint16_t Data2; uint16_t Data3; uint8_t Data4[8]; } GUID;
typedef const GUID *REFGUID;
typedef struct _SECURITY_DESCRIPTOR SECURITY_DESCRIPTOR;

typedef struct HCS_OPERATION__ *HCS_OPERATION;
typedef struct HCS_SYSTEM__ *HCS_SYSTEM;
typedef struct HCS_PROCESS__ *HCS_PROCESS;
typedef void *HCN_NETWORK;
typedef void *HCN_NAMESPACE;
typedef void *HCN_ENDPOINT;
typedef void *HCN_LOADBALANCER;
typedef void *HCN_GUESTNETWORKSERVICE;
typedef void *HCN_SDNROUTE;
typedef void *HCN_CALLBACK;

typedef enum HCS_OPERATION_TYPE {
    HcsOperationTypeNone = -1,
    HcsOperationTypeEnumerate = 0,
    HcsOperationTypeCreate = 1,
    HcsOperationTypeStart = 2,
    HcsOperationTypeShutdown = 3,
    HcsOperationTypePause = 4,
    HcsOperationTypeResume = 5,
    HcsOperationTypeSave = 6,
    HcsOperationTypeTerminate = 7,
    HcsOperationTypeModify = 8,
    HcsOperationTypeGetProperties = 9,
    HcsOperationTypeCreateProcess = 10,
    HcsOperationTypeSignalProcess = 11,
    HcsOperationTypeGetProcessInfo = 12,
    HcsOperationTypeGetProcessProperties = 13,
    HcsOperationTypeModifyProcess = 14,
    HcsOperationTypeCrash = 15,
    HcsOperationTypeLiveMigration = 19, // 26100
    HcsOperationTypeReserved1 = 16, // 26100
    HcsOperationTypeReserved2 = 17, // 26100
    HcsOperationTypeReserved3 = 18, // 26100
} HCS_OPERATION_TYPE;

typedef enum HCS_EVENT_TYPE {
    HcsEventInvalid = 0,
    HcsEventSystemExited = 1,
    HcsEventSystemCrashInitiated = 2,
    HcsEventSystemCrashReport = 3,
    HcsEventSystemRdpEnhancedModeStateChanged = 4,
    HcsEventSystemSiloJobCreated = 5,
    HcsEventSystemGuestConnectionClosed = 6,
    HcsEventProcessExited = 0x00010000,
    HcsEventOperationCallback = 0x01000000,
    HcsEventServiceDisconnect = 0x02000000,
    HcsEventGroupVmLifecycle = 0x80000002, // 22621
    HcsEventGroupLiveMigration = 0x80000003, // 26100
    HcsEventGroupOperationInfo = 0xC0000001, // 22621
} HCS_EVENT_TYPE;

typedef enum HCS_EVENT_OPTIONS {
    HcsEventOptionNone = 0,
    HcsEventOptionEnableOperationCallbacks = 1,
    HcsEventOptionEnableVmLifecycle = 2, // 22621
    HcsEventOptionEnableLiveMigrationEvents = 4, // 26100
} HCS_EVENT_OPTIONS;

typedef enum HCS_OPERATION_OPTIONS {
    HcsOperationOptionNone = 0, // 22621
    HcsOperationOptionProgressUpdate = 1, // 22621
    HcsOperationOptionReserved1 = 2, // 26100
} HCS_OPERATION_OPTIONS;

typedef enum HCS_RESOURCE_TYPE {
    HcsResourceTypeNone = 0, // 22621
    HcsResourceTypeFile = 1, // 22621
    HcsResourceTypeJob = 2, // 22621
    HcsResourceTypeComObject = 3, // 26100
    HcsResourceTypeSocket = 4, // 26100
} HCS_RESOURCE_TYPE;

typedef enum HCS_CREATE_OPTIONS {
    HcsCreateOptions_1 = 0x00010000,
} HCS_CREATE_OPTIONS;

typedef enum HCN_NOTIFICATIONS {
    HcnNotificationInvalid = 0,
    HcnNotificationNetworkPreCreate = 1,
    HcnNotificationNetworkCreate = 2,
    HcnNotificationNetworkPreDelete = 3,
    HcnNotificationNetworkDelete = 4,
    HcnNotificationNamespaceCreate = 5,
    HcnNotificationNamespaceDelete = 6,
    HcnNotificationGuestNetworkServiceCreate = 7, // 22000
    HcnNotificationGuestNetworkServiceDelete = 8, // 22000
    HcnNotificationNetworkEndpointAttached = 9, // 22000
    HcnNotificationNetworkEndpointDetached = 16, // 22000
    HcnNotificationGuestNetworkServiceStateChanged = 17, // 22000
    HcnNotificationGuestNetworkServiceInterfaceStateChanged = 18, // 22000
    HcnNotificationServiceDisconnect = 0x01000000,
    HcnNotificationFlagsReserved = 0xF0000000,
} HCN_NOTIFICATIONS;

typedef enum HCN_PORT_PROTOCOL {
    HCN_PORT_PROTOCOL_TCP = 1, // 22000
    HCN_PORT_PROTOCOL_UDP = 2, // 22000
    HCN_PORT_PROTOCOL_BOTH = 3, // 22000
} HCN_PORT_PROTOCOL;

typedef enum HCN_PORT_ACCESS {
    HCN_PORT_ACCESS_EXCLUSIVE = 1, // 22000
    HCN_PORT_ACCESS_SHARED = 2, // 22000
} HCN_PORT_ACCESS;

typedef struct HCS_EVENT {
    HCS_EVENT_TYPE Type;
    PCWSTR EventData;
    HCS_OPERATION Operation;
} HCS_EVENT;

typedef void (*HCS_OPERATION_COMPLETION)(HCS_OPERATION operation, void *context);
typedef void (*HCS_EVENT_CALLBACK)(HCS_EVENT *event, void *context);
typedef void (*HCN_NOTIFICATION_CALLBACK)(DWORD NotificationType, void *Context, HRESULT NotificationStatus, PCWSTR NotificationData);

typedef struct HCS_PROCESS_INFORMATION {
    DWORD ProcessId;
    DWORD Reserved;
    HANDLE StdInput;
    HANDLE StdOutput;
    HANDLE StdError;
} HCS_PROCESS_INFORMATION;

typedef struct HCS_CREATE_OPTIONS_1 {
    HCS_CREATE_OPTIONS Version;
    HANDLE UserToken;
    SECURITY_DESCRIPTOR *SecurityDescriptor;
    HCS_EVENT_OPTIONS CallbackOptions;
    void *CallbackContext;
    HCS_EVENT_CALLBACK Callback;
} HCS_CREATE_OPTIONS_1;

typedef struct HCN_PORT_RANGE_RESERVATION {
    USHORT startingPort;
    USHORT endingPort;
} HCN_PORT_RANGE_RESERVATION;

typedef struct HCN_PORT_RANGE_ENTRY {
    GUID OwningPartitionId;
    GUID TargetPartitionId;
    HCN_PORT_PROTOCOL Protocol;
    UINT64 Priority;
    UINT32 ReservationType;
    UINT32 SharingFlags;
    UINT32 DeliveryMode;
    UINT16 StartingPort;
    UINT16 EndingPort;
} HCN_PORT_RANGE_ENTRY;

/* library: computecore.dll */
HCS_OPERATION HcsCreateOperation(const void *context, HCS_OPERATION_COMPLETION callback); // 17763
HCS_OPERATION HcsCreateOperationWithNotifications(HCS_OPERATION_OPTIONS eventTypes, const void *context,
                                                  HCS_EVENT_CALLBACK callback); // 22621
void HcsCloseOperation(HCS_OPERATION operation); // 17763
void* HcsGetOperationContext(HCS_OPERATION operation); // 17763
HRESULT HcsSetOperationContext(HCS_OPERATION operation, const void *context); // 17763
HRESULT HcsSetOperationCallback(HCS_OPERATION operation, const void *context, HCS_OPERATION_COMPLETION callback); // 17763
HCS_SYSTEM HcsGetComputeSystemFromOperation(HCS_OPERATION operation); // 17763
HCS_PROCESS HcsGetProcessFromOperation(HCS_OPERATION operation); // 17763
HCS_OPERATION_TYPE HcsGetOperationType(HCS_OPERATION operation); // 17763
UINT64 HcsGetOperationId(HCS_OPERATION operation); // 17763
HRESULT HcsGetOperationResult(HCS_OPERATION operation, PWSTR *resultDocument); // 17763
HRESULT HcsGetOperationResultAndProcessInfo(HCS_OPERATION operation, HCS_PROCESS_INFORMATION *processInformation,
                                            PWSTR *resultDocument); // 17763
HRESULT HcsWaitForOperationResult(HCS_OPERATION operation, DWORD timeoutMs, PWSTR *resultDocument); // 17763
HRESULT HcsWaitForOperationResultAndProcessInfo(HCS_OPERATION operation, DWORD timeoutMs, HCS_PROCESS_INFORMATION *processInformation,
                                                PWSTR *resultDocument); // 17763
HRESULT HcsCancelOperation(HCS_OPERATION operation); // 17763
HRESULT HcsGetOperationProperties(HCS_OPERATION operation, PCWSTR options, PWSTR *resultDocument); // 26100
HRESULT HcsAddResourceToOperation(HCS_OPERATION operation, HCS_RESOURCE_TYPE type, PCWSTR uri, HANDLE handle); // 22621
HRESULT HcsEnumerateComputeSystems(PCWSTR query, HCS_OPERATION operation); // 17763
HRESULT HcsEnumerateComputeSystemsInNamespace(PCWSTR idNamespace, PCWSTR query, HCS_OPERATION operation); // 19041
HRESULT HcsCreateComputeSystem(PCWSTR id, PCWSTR configuration, HCS_OPERATION operation, const SECURITY_DESCRIPTOR *securityDescriptor,
                               HCS_SYSTEM *computeSystem); // 17763
HRESULT HcsCreateComputeSystemInNamespace(PCWSTR idNamespace, PCWSTR id, PCWSTR configuration, HCS_OPERATION operation,
                                          const HCS_CREATE_OPTIONS *options, HCS_SYSTEM *computeSystem); // 19041
HRESULT HcsStartComputeSystem(HCS_SYSTEM computeSystem, HCS_OPERATION operation, PCWSTR options); // 17763
HRESULT HcsShutDownComputeSystem(HCS_SYSTEM computeSystem, HCS_OPERATION operation, PCWSTR options); // 17763
HRESULT HcsTerminateComputeSystem(HCS_SYSTEM computeSystem, HCS_OPERATION operation, PCWSTR options); // 17763
HRESULT HcsCrashComputeSystem(HCS_SYSTEM computeSystem, HCS_OPERATION operation, PCWSTR options); // 19041
HRESULT HcsPauseComputeSystem(HCS_SYSTEM computeSystem, HCS_OPERATION operation, PCWSTR options); // 17763
HRESULT HcsResumeComputeSystem(HCS_SYSTEM computeSystem, HCS_OPERATION operation, PCWSTR options); // 17763
HRESULT HcsSaveComputeSystem(HCS_SYSTEM computeSystem, HCS_OPERATION operation, PCWSTR options); // 17763
HRESULT HcsGetComputeSystemProperties(HCS_SYSTEM computeSystem, HCS_OPERATION operation, PCWSTR propertyQuery); // 17763
HRESULT HcsModifyComputeSystem(HCS_SYSTEM computeSystem, HCS_OPERATION operation, PCWSTR configuration, HANDLE identity); // 17763
HRESULT HcsInitializeLiveMigrationOnSource(HCS_SYSTEM computeSystem, HCS_OPERATION operation, PCWSTR options); // 26100
HRESULT HcsStartLiveMigrationOnSource(HCS_SYSTEM computeSystem, HCS_OPERATION operation, PCWSTR options); // 26100
HRESULT HcsStartLiveMigrationTransfer(HCS_SYSTEM computeSystem, HCS_OPERATION operation, PCWSTR options); // 26100
HRESULT HcsFinalizeLiveMigration(HCS_SYSTEM computeSystem, HCS_OPERATION operation, PCWSTR options); // 26100
HRESULT HcsOpenComputeSystem(PCWSTR id, DWORD requestedAccess, HCS_SYSTEM *computeSystem); // 17763
HRESULT HcsOpenComputeSystemInNamespace(PCWSTR idNamespace, PCWSTR id, DWORD requestedAccess, HCS_SYSTEM *computeSystem); // 19041
void HcsCloseComputeSystem(HCS_SYSTEM computeSystem); // 17763
HRESULT HcsSetComputeSystemCallback(HCS_SYSTEM computeSystem, HCS_EVENT_OPTIONS callbackOptions, const void *context,
                                    HCS_EVENT_CALLBACK callback); // 17763
HRESULT HcsWaitForComputeSystemExit(HCS_SYSTEM computeSystem, DWORD timeoutMs, PWSTR *result); // 22000
HRESULT HcsCreateProcess(HCS_SYSTEM computeSystem, PCWSTR processParameters, HCS_OPERATION operation,
                         const SECURITY_DESCRIPTOR *securityDescriptor, HCS_PROCESS *process); // 17763
HRESULT HcsTerminateProcess(HCS_PROCESS process, HCS_OPERATION operation, PCWSTR options); // 17763
HRESULT HcsSignalProcess(HCS_PROCESS process, HCS_OPERATION operation, PCWSTR options); // 17763
HRESULT HcsGetProcessInfo(HCS_PROCESS process, HCS_OPERATION operation); // 17763
HRESULT HcsGetProcessProperties(HCS_PROCESS process, HCS_OPERATION operation, PCWSTR propertyQuery); // 17763
HRESULT HcsModifyProcess(HCS_PROCESS process, HCS_OPERATION operation, PCWSTR settings); // 17763
HRESULT HcsOpenProcess(HCS_SYSTEM computeSystem, DWORD processId, DWORD requestedAccess, HCS_PROCESS *process); // 17763
void HcsCloseProcess(HCS_PROCESS process); // 17763
HRESULT HcsSetProcessCallback(HCS_PROCESS process, HCS_EVENT_OPTIONS callbackOptions, void *context, HCS_EVENT_CALLBACK callback); // 17763
HRESULT HcsWaitForProcessExit(HCS_PROCESS computeSystem, DWORD timeoutMs, PWSTR *result); // 22000
HRESULT HcsGetServiceProperties(PCWSTR propertyQuery, PWSTR *result); // 17763
HRESULT HcsModifyServiceSettings(PCWSTR settings, PWSTR *result); // 17763
HRESULT HcsSubmitWerReport(PCWSTR settings); // 17763
HRESULT HcsCreateEmptyGuestStateFile(PCWSTR guestStateFilePath); // 17763
HRESULT HcsCreateEmptyRuntimeStateFile(PCWSTR runtimeStateFilePath); // 17763
HRESULT HcsGrantVmAccess(PCWSTR vmId, PCWSTR filePath); // 17763
HRESULT HcsRevokeVmAccess(PCWSTR vmId, PCWSTR filePath); // 17763
HRESULT HcsGrantVmGroupAccess(PCWSTR filePath); // 19041
HRESULT HcsRevokeVmGroupAccess(PCWSTR filePath); // 19041
HRESULT HcsGetProcessorCompatibilityFromSavedState(PCWSTR RuntimeFileName, PCWSTR *ProcessorFeaturesString); // 22000
HRESULT HcsCancelLiveMigration(HCS_SYSTEM computeSystem, HCS_OPERATION operation, PCWSTR options); // unlisted

/* library: computestorage.dll */
HRESULT HcsAttachLayerStorageFilter(PCWSTR layerPath, PCWSTR layerData); // 17763
HRESULT HcsAttachOverlayFilter(PCWSTR VolumeMountPoint, PCWSTR LayerData); // 26100
HRESULT HcsDestroyLayer(PCWSTR layerPath); // 17763
HRESULT HcsDetachLayerStorageFilter(PCWSTR layerPath); // 17763
HRESULT HcsDetachOverlayFilter(PCWSTR VolumeMountPoint, PCWSTR LayerData); // 26100
HRESULT HcsExportLayer(PCWSTR layerPath, PCWSTR exportFolderPath, PCWSTR layerData, PCWSTR options); // 17763 backup security
HRESULT HcsExportLegacyWritableLayer(PCWSTR writableLayerMountPath, PCWSTR writableLayerFolderPath, PCWSTR exportFolderPath,
                                     PCWSTR layerData); // 17763 backup security
HRESULT HcsFormatWritableLayerVhd(HANDLE vhdHandle); // 17763
HRESULT HcsGetLayerVhdMountPath(HANDLE vhdHandle, PWSTR *mountPath); // 17763
HRESULT HcsImportLayer(PCWSTR layerPath, PCWSTR sourceFolderPath, PCWSTR layerData); // 17763 backup restore security
HRESULT HcsInitializeLegacyWritableLayer(PCWSTR writableLayerMountPath, PCWSTR writableLayerFolderPath, PCWSTR layerData,
                                         PCWSTR options); // 17763
HRESULT HcsInitializeWritableLayer(PCWSTR writableLayerPath, PCWSTR layerData, PCWSTR options); // 17763
HRESULT HcsSetupBaseOSLayer(PCWSTR layerPath, HANDLE vhdHandle, PCWSTR options); // 17763
HRESULT HcsSetupBaseOSVolume(PCWSTR layerPath, PCWSTR volumePath, PCWSTR options); // 22000

/* library: computenetwork.dll */
HRESULT HcnCloseNetwork(HCN_NETWORK Network); // 17763
HRESULT HcnCreateNetwork(REFGUID Id, PCWSTR Settings, HCN_NETWORK *Network, PWSTR *ErrorRecord); // 17763
HRESULT HcnDeleteNetwork(REFGUID Id, PWSTR *ErrorRecord); // 17763
HRESULT HcnEnumerateNetworks(PCWSTR Query, PWSTR *Networks, PWSTR *ErrorRecord); // 17763
HRESULT HcnModifyNetwork(HCN_NETWORK Network, PCWSTR Settings, PWSTR *ErrorRecord); // 17763
HRESULT HcnOpenNetwork(REFGUID Id, HCN_NETWORK *Network, PWSTR *ErrorRecord); // 17763
HRESULT HcnQueryNetworkProperties(HCN_NETWORK Network, PCWSTR Query, PWSTR *Properties, PWSTR *ErrorRecord); // 17763
HRESULT HcnCloseNamespace(HCN_NAMESPACE Namespace); // 17763
HRESULT HcnCreateNamespace(REFGUID Id, PCWSTR Settings, HCN_NAMESPACE *Namespace, PWSTR *ErrorRecord); // 17763
HRESULT HcnDeleteNamespace(REFGUID Id, PWSTR *ErrorRecord); // 17763
HRESULT HcnEnumerateNamespaces(PCWSTR Query, PWSTR *Namespaces, PWSTR *ErrorRecord); // 17763
HRESULT HcnModifyNamespace(HCN_NAMESPACE Namespace, PCWSTR Settings, PWSTR *ErrorRecord); // 17763
HRESULT HcnOpenNamespace(REFGUID Id, HCN_NAMESPACE *Namespace, PWSTR *ErrorRecord); // 17763
HRESULT HcnQueryNamespaceProperties(HCN_NAMESPACE Namespace, PCWSTR Query, PWSTR *Properties, PWSTR *ErrorRecord); // 17763
HRESULT HcnCloseEndpoint(HCN_ENDPOINT Endpoint); // 17763
HRESULT HcnCreateEndpoint(HCN_NETWORK Network, REFGUID Id, PCWSTR Settings, HCN_ENDPOINT *Endpoint, PWSTR *ErrorRecord); // 17763
HRESULT HcnDeleteEndpoint(REFGUID Id, PWSTR *ErrorRecord); // 17763
HRESULT HcnEnumerateEndpoints(PCWSTR Query, PWSTR *Endpoints, PWSTR *ErrorRecord); // 17763
HRESULT HcnModifyEndpoint(HCN_ENDPOINT Endpoint, PCWSTR Settings, PWSTR *ErrorRecord); // 17763
HRESULT HcnOpenEndpoint(REFGUID Id, HCN_ENDPOINT *Endpoint, PWSTR *ErrorRecord); // 17763
HRESULT HcnQueryEndpointAddresses(HCN_ENDPOINT Endpoint, PCWSTR Query, PWSTR *Addresses, PWSTR *ErrorRecord); // 22621
HRESULT HcnQueryEndpointProperties(HCN_ENDPOINT Endpoint, PCWSTR Query, PWSTR *Properties, PWSTR *ErrorRecord); // 17763
HRESULT HcnQueryEndpointStats(HCN_ENDPOINT Endpoint, PCWSTR Query, PWSTR *Stats, PWSTR *ErrorRecord); // 22621
HRESULT HcnCloseLoadBalancer(HCN_LOADBALANCER LoadBalancer); // 17763
HRESULT HcnCreateLoadBalancer(REFGUID Id, PCWSTR Settings, HCN_LOADBALANCER *LoadBalancer, PWSTR *ErrorRecord); // 17763
HRESULT HcnDeleteLoadBalancer(REFGUID Id, PWSTR *ErrorRecord); // 17763
HRESULT HcnEnumerateLoadBalancers(PCWSTR Query, PWSTR *LoadBalancer, PWSTR *ErrorRecord); // 17763
HRESULT HcnModifyLoadBalancer(HCN_LOADBALANCER LoadBalancer, PCWSTR Settings, PWSTR *ErrorRecord); // 17763
HRESULT HcnOpenLoadBalancer(REFGUID Id, HCN_LOADBALANCER *LoadBalancer, PWSTR *ErrorRecord); // 17763
HRESULT HcnQueryLoadBalancerProperties(HCN_LOADBALANCER LoadBalancer, PCWSTR Query, PWSTR *Properties, PWSTR *ErrorRecord); // 17763
HRESULT HcnRegisterServiceCallback(HCN_NOTIFICATION_CALLBACK Callback, void *Context, HCN_CALLBACK *CallbackHandle); // 17763
HRESULT HcnUnregisterServiceCallback(HCN_CALLBACK CallbackHandle); // 17763
HRESULT HcnCloseGuestNetworkService(HCN_GUESTNETWORKSERVICE GuestNetworkService); // 22000
HRESULT HcnCreateGuestNetworkService(REFGUID Id, PCWSTR Settings, HCN_GUESTNETWORKSERVICE *GuestNetworkService,
                                     PWSTR *ErrorRecord); // 22000
HRESULT HcnDeleteGuestNetworkService(REFGUID Id, PWSTR *ErrorRecord); // 22000
HRESULT HcnEnumerateGuestNetworkPortReservations(ULONG *ReturnCount, HCN_PORT_RANGE_ENTRY **PortEntries); // 22000
void HcnFreeGuestNetworkPortReservations(HCN_PORT_RANGE_ENTRY *PortEntries); // 22000
HRESULT HcnModifyGuestNetworkService(HCN_GUESTNETWORKSERVICE GuestNetworkService, PCWSTR Settings, PWSTR *ErrorRecord); // 22000
HRESULT HcnRegisterGuestNetworkServiceCallback(HCN_GUESTNETWORKSERVICE GuestNetworkService, HCN_NOTIFICATION_CALLBACK Callback,
                                               void *Context, HCN_CALLBACK *CallbackHandle); // 22000
HRESULT HcnReleaseGuestNetworkServicePortReservationHandle(HANDLE PortReservationHandle); // 22000
HRESULT HcnReserveGuestNetworkServicePort(HCN_GUESTNETWORKSERVICE GuestNetworkService, HCN_PORT_PROTOCOL Protocol, HCN_PORT_ACCESS Access,
                                          USHORT Port, HANDLE *PortReservationHandle); // 22000
HRESULT HcnReserveGuestNetworkServicePortRange(HCN_GUESTNETWORKSERVICE GuestNetworkService, USHORT PortCount,
                                               HCN_PORT_RANGE_RESERVATION *PortRangeReservation, HANDLE *PortReservationHandle); // 22000
HRESULT HcnUnregisterGuestNetworkServiceCallback(HCN_CALLBACK CallbackHandle); // 22000
HRESULT HcnEnumerateSdnRoutes(PCWSTR query, PWSTR *routes, PWSTR *errorRecord); // unlisted
HRESULT HcnCreateSdnRoute(REFGUID id, PCWSTR settings, HCN_SDNROUTE *route, PWSTR *errorRecord); // unlisted
HRESULT HcnOpenSdnRoute(REFGUID id, HCN_SDNROUTE *route, PWSTR *errorRecord); // unlisted
HRESULT HcnModifySdnRoute(HCN_SDNROUTE route, PCWSTR settings, PWSTR *errorRecord); // unlisted
HRESULT HcnQuerySdnRouteProperties(HCN_SDNROUTE route, PCWSTR query, PWSTR *properties, PWSTR *errorRecord); // unlisted
HRESULT HcnDeleteSdnRoute(REFGUID id, PWSTR *errorRecord); // unlisted
HRESULT HcnCloseSdnRoute(HCN_SDNROUTE route); // unlisted

/* library: embedded host */
HRESULT hcsffi_configure(PCWSTR configuration, PWSTR *resultDocument);
HRESULT hcsffi_counters(PWSTR *counters);
HRESULT hcsffi_isolation(PWSTR *answer);
HRESULT hcsffi_advance_clock(UINT64 elapsed100ns);
HRESULT hcsffi_offers(const char *function);
HRESULT hcsffi_not_carried_out(PCWSTR idNamespace, PCWSTR id, PWSTR *members);
HRESULT hcsffi_ending(PCWSTR idNamespace, PCWSTR id, PWSTR *means);
HRESULT hcsffi_limits(PCWSTR idNamespace, PCWSTR id, PCWSTR settings, PWSTR *limits);
HRESULT hcsffi_shutdown(void);
void hcsffi_local_free(void *memory);
void hcsffi_co_task_mem_free(void *memory);
