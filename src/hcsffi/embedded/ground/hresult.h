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
constexpr HRESULT kAccessDenied = win32_code(5);
constexpr HRESULT kHandle = win32_code(6);
constexpr HRESULT kInvalidData = win32_code(13);
constexpr HRESULT kOutOfMemory = win32_code(14);
constexpr HRESULT kSharingViolation = win32_code(32);
constexpr HRESULT kNotSupported = win32_code(50);
constexpr HRESULT kFileExists = win32_code(80);
constexpr HRESULT kInvalidArgument = win32_code(87);
constexpr HRESULT kProcedureNotFound = win32_code(127);
constexpr HRESULT kBadExecutable = win32_code(193);
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

constexpr DWORD kInfinite = 0xFFFFFFFFu;
constexpr UINT64 kInvalidOperationId = ~UINT64{0};

}  // namespace hcsffi
