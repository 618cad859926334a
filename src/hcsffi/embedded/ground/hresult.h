// The result codes the host answers with. Names and values: computedefs.h and winerror.h.
#pragma once

#include "ground/native_abi.h"

namespace hcsffi {

constexpr HRESULT hresult(uint32_t value) { return static_cast<HRESULT>(value); }
constexpr HRESULT win32_code(uint32_t code) { return hresult(0x80070000u | code); }
constexpr bool failed(HRESULT code) { return code < 0; }

constexpr HRESULT kOk = 0;
constexpr HRESULT kNotImplemented = hresult(0x80004001);
constexpr HRESULT kPointer = hresult(0x80004003);
constexpr HRESULT kUnexpected = hresult(0x8000FFFF);
constexpr HRESULT kFileNotFound = win32_code(2);
constexpr HRESULT kPathNotFound = win32_code(3);
constexpr HRESULT kTooManyOpenFiles = win32_code(4);
constexpr HRESULT kAccessDenied = win32_code(5);
constexpr HRESULT kHandle = win32_code(6);
constexpr HRESULT kInvalidData = win32_code(13);
constexpr HRESULT kOutOfMemory = win32_code(14);
constexpr HRESULT kWriteProtected = win32_code(19);
constexpr HRESULT kGeneralFailure = win32_code(31);
constexpr HRESULT kSharingViolation = win32_code(32);
constexpr HRESULT kNotSupported = win32_code(50);
constexpr HRESULT kFileExists = win32_code(80);
constexpr HRESULT kInvalidArgument = win32_code(87);
constexpr HRESULT kDiskFull = win32_code(112);
constexpr HRESULT kProcedureNotFound = win32_code(127);
constexpr HRESULT kFolderNotEmpty = win32_code(145);
constexpr HRESULT kBadExecutable = win32_code(193);
constexpr HRESULT kNameTooLong = win32_code(206);
constexpr HRESULT kUnrecognizedVolume = win32_code(1005);
constexpr HRESULT kDeviceError = win32_code(1117);
constexpr HRESULT kNotFound = win32_code(1168);
constexpr HRESULT kDirectory = win32_code(267);
constexpr HRESULT kNoSuchUser = win32_code(1317);
constexpr HRESULT kNoSystemResources = win32_code(1450);
constexpr HRESULT kCancelled = win32_code(1223);
constexpr HRESULT kAlreadyExists = win32_code(183);
constexpr HRESULT kNotReparsePoint = win32_code(4390);

constexpr HRESULT kTerminatedDuringStart = hresult(0x80370100);
constexpr HRESULT kInvalidState = hresult(0x80370105);
constexpr HRESULT kUnexpectedExit = hresult(0x80370106);
constexpr HRESULT kInvalidJson = hresult(0x8037010D);
constexpr HRESULT kSystemNotFound = hresult(0x8037010E);
constexpr HRESULT kSystemAlreadyExists = hresult(0x8037010F);
constexpr HRESULT kSystemAlreadyStopped = hresult(0x80370110);
constexpr HRESULT kInvalidLayer = hresult(0x80370112);
constexpr HRESULT kServiceNotAvailable = hresult(0x80370114);
constexpr HRESULT kOperationNotStarted = hresult(0x80370115);
constexpr HRESULT kOperationAlreadyStarted = hresult(0x80370116);
constexpr HRESULT kOperationPending = hresult(0x80370117);
constexpr HRESULT kOperationTimeout = hresult(0x80370118);
constexpr HRESULT kCallbackAlreadySet = hresult(0x80370119);
constexpr HRESULT kResultAllocationFailed = hresult(0x8037011A);
constexpr HRESULT kProcessInfoNotAvailable = hresult(0x8037011D);
constexpr HRESULT kServiceDisconnect = hresult(0x8037011E);
constexpr HRESULT kProcessAlreadyStopped = hresult(0x8037011F);
constexpr HRESULT kSystemNotConfigured = hresult(0x80370120);
constexpr HRESULT kOperationAlreadyCancelled = hresult(0x80370121);

// Of the network service, facility 0x3B.
constexpr HRESULT kNetworkNotFound = hresult(0x803B0001);
constexpr HRESULT kEndpointNotFound = hresult(0x803B0002);
constexpr HRESULT kSubnetNotFound = hresult(0x803B0005);
constexpr HRESULT kPolicyNotFound = hresult(0x803B0008);
constexpr HRESULT kInvalidNetwork = hresult(0x803B000A);
constexpr HRESULT kInvalidNetworkType = hresult(0x803B000B);
constexpr HRESULT kInvalidEndpoint = hresult(0x803B000C);
constexpr HRESULT kInvalidPolicy = hresult(0x803B000D);
constexpr HRESULT kInvalidPolicyType = hresult(0x803B000E);
constexpr HRESULT kInvalidRemoteEndpoint = hresult(0x803B000F);
constexpr HRESULT kNetworkAlreadyExists = hresult(0x803B0010);
constexpr HRESULT kPolicyAlreadyExists = hresult(0x803B0012);
constexpr HRESULT kPortAlreadyExists = hresult(0x803B0013);
constexpr HRESULT kEndpointAlreadyAttached = hresult(0x803B0014);
constexpr HRESULT kRequestUnsupported = hresult(0x803B0015);
constexpr HRESULT kMappingNotSupported = hresult(0x803B0016);
constexpr HRESULT kGuidConversionFailure = hresult(0x803B0019);
constexpr HRESULT kInvalidNetworkJson = hresult(0x803B001B);
constexpr HRESULT kInvalidIp = hresult(0x803B001E);
constexpr HRESULT kManagerStopped = hresult(0x803B0020);
constexpr HRESULT kEndpointNamespaceAlreadyExists = hresult(0x803B002B);
constexpr HRESULT kEntityHasReferences = hresult(0x803B002C);
constexpr HRESULT kInvalidInternalPort = hresult(0x803B002D);
constexpr HRESULT kAddressInvalidOrReserved = hresult(0x803B002F);
constexpr HRESULT kInvalidPrefix = hresult(0x803B0030);
constexpr HRESULT kUsedAfterUnload = hresult(0x803B0031);
constexpr HRESULT kInvalidSubnet = hresult(0x803B0032);
constexpr HRESULT kInvalidIpSubnet = hresult(0x803B0033);
constexpr HRESULT kEndpointNotAttached = hresult(0x803B0034);

constexpr DWORD kInfinite = 0xFFFFFFFFu;
constexpr UINT64 kInvalidOperationId = ~UINT64{0};

}  // namespace hcsffi
