// The exports of computestorage.dll, in the order of hcs_cdef.h. What stands behind them has not landed: each says so with E_NOTIMPL,
// and with ERROR_PROC_NOT_FOUND where the configuration does not offer it.

#include "exports/entry.h"

namespace hcsffi {

extern "C" {

HCSFFI_EXPORT HRESULT HcsAttachLayerStorageFilter(PCWSTR, PCWSTR) { return not_landed(Function::HcsAttachLayerStorageFilter); }
HCSFFI_EXPORT HRESULT HcsAttachOverlayFilter(PCWSTR, PCWSTR) { return not_landed(Function::HcsAttachOverlayFilter); }
HCSFFI_EXPORT HRESULT HcsDestroyLayer(PCWSTR) { return not_landed(Function::HcsDestroyLayer); }
HCSFFI_EXPORT HRESULT HcsDetachLayerStorageFilter(PCWSTR) { return not_landed(Function::HcsDetachLayerStorageFilter); }
HCSFFI_EXPORT HRESULT HcsDetachOverlayFilter(PCWSTR, PCWSTR) { return not_landed(Function::HcsDetachOverlayFilter); }
HCSFFI_EXPORT HRESULT HcsExportLayer(PCWSTR, PCWSTR, PCWSTR, PCWSTR) { return not_landed(Function::HcsExportLayer); }
HCSFFI_EXPORT HRESULT HcsExportLegacyWritableLayer(PCWSTR, PCWSTR, PCWSTR, PCWSTR) {
    return not_landed(Function::HcsExportLegacyWritableLayer);
}
HCSFFI_EXPORT HRESULT HcsFormatWritableLayerVhd(HANDLE) { return not_landed(Function::HcsFormatWritableLayerVhd); }
HCSFFI_EXPORT HRESULT HcsGetLayerVhdMountPath(HANDLE, PWSTR*) { return not_landed(Function::HcsGetLayerVhdMountPath); }
HCSFFI_EXPORT HRESULT HcsImportLayer(PCWSTR, PCWSTR, PCWSTR) { return not_landed(Function::HcsImportLayer); }
HCSFFI_EXPORT HRESULT HcsInitializeLegacyWritableLayer(PCWSTR, PCWSTR, PCWSTR, PCWSTR) {
    return not_landed(Function::HcsInitializeLegacyWritableLayer);
}
HCSFFI_EXPORT HRESULT HcsInitializeWritableLayer(PCWSTR, PCWSTR, PCWSTR) { return not_landed(Function::HcsInitializeWritableLayer); }
HCSFFI_EXPORT HRESULT HcsSetupBaseOSLayer(PCWSTR, HANDLE, PCWSTR) { return not_landed(Function::HcsSetupBaseOSLayer); }
HCSFFI_EXPORT HRESULT HcsSetupBaseOSVolume(PCWSTR, PCWSTR, PCWSTR) { return not_landed(Function::HcsSetupBaseOSVolume); }

}  // extern "C"

}  // namespace hcsffi
