// The exports of computestorage.dll, in the order of hcs_cdef.h: check, decode, call the noun, encode. They answer codes alone (E-1), each
// of them ERROR_PROC_NOT_FOUND where the configuration does not offer it.

#include "exports/entry.h"

namespace hcsffi {

namespace {

// A call on the layers. `body` takes them and returns nothing.
template <class Body>
HRESULT with_layers(Function function, Body body) noexcept {
    return enter(function, nullptr, [&](Owner& host) -> HRESULT {
        body(host.layers());
        return kOk;
    });
}

}  // namespace

extern "C" {

HCSFFI_EXPORT HRESULT HcsAttachLayerStorageFilter(PCWSTR layerPath, PCWSTR layerData) {
    return with_layers(Function::HcsAttachLayerStorageFilter,
                       [&](LayerStore& layers) { layers.attach(required_text(layerPath), required_text(layerData)); });
}
HCSFFI_EXPORT HRESULT HcsAttachOverlayFilter(PCWSTR, PCWSTR) { return not_landed(Function::HcsAttachOverlayFilter); }
HCSFFI_EXPORT HRESULT HcsDestroyLayer(PCWSTR layerPath) {
    return with_layers(Function::HcsDestroyLayer, [&](LayerStore& layers) { layers.destroy(required_text(layerPath)); });
}
HCSFFI_EXPORT HRESULT HcsDetachLayerStorageFilter(PCWSTR layerPath) {
    return with_layers(Function::HcsDetachLayerStorageFilter, [&](LayerStore& layers) { layers.detach(required_text(layerPath)); });
}
HCSFFI_EXPORT HRESULT HcsDetachOverlayFilter(PCWSTR, PCWSTR) { return not_landed(Function::HcsDetachOverlayFilter); }
HCSFFI_EXPORT HRESULT HcsExportLayer(PCWSTR layerPath, PCWSTR exportFolderPath, PCWSTR layerData, PCWSTR options) {
    return with_layers(Function::HcsExportLayer, [&](LayerStore& layers) {
        layers.export_to(required_text(layerPath), required_text(exportFolderPath), required_text(layerData), optional_text(options));
    });
}
HCSFFI_EXPORT HRESULT HcsExportLegacyWritableLayer(PCWSTR, PCWSTR, PCWSTR, PCWSTR) {
    return not_landed(Function::HcsExportLegacyWritableLayer);
}
HCSFFI_EXPORT HRESULT HcsFormatWritableLayerVhd(HANDLE) { return not_landed(Function::HcsFormatWritableLayerVhd); }
HCSFFI_EXPORT HRESULT HcsGetLayerVhdMountPath(HANDLE, PWSTR*) { return not_landed(Function::HcsGetLayerVhdMountPath); }
HCSFFI_EXPORT HRESULT HcsImportLayer(PCWSTR layerPath, PCWSTR sourceFolderPath, PCWSTR layerData) {
    return with_layers(Function::HcsImportLayer, [&](LayerStore& layers) {
        layers.import(required_text(layerPath), required_text(sourceFolderPath), required_text(layerData));
    });
}
HCSFFI_EXPORT HRESULT HcsInitializeLegacyWritableLayer(PCWSTR, PCWSTR, PCWSTR, PCWSTR) {
    return not_landed(Function::HcsInitializeLegacyWritableLayer);
}
// The options are reserved; clients send NULL or "" (E-24).
HCSFFI_EXPORT HRESULT HcsInitializeWritableLayer(PCWSTR writableLayerPath, PCWSTR layerData, PCWSTR options) {
    return with_layers(Function::HcsInitializeWritableLayer, [&](LayerStore& layers) {
        const std::string path = required_text(writableLayerPath), chain = required_text(layerData);
        optional_text(options);
        layers.initialize(path, chain);
    });
}
HCSFFI_EXPORT HRESULT HcsSetupBaseOSLayer(PCWSTR, HANDLE, PCWSTR) { return not_landed(Function::HcsSetupBaseOSLayer); }
HCSFFI_EXPORT HRESULT HcsSetupBaseOSVolume(PCWSTR, PCWSTR, PCWSTR) { return not_landed(Function::HcsSetupBaseOSVolume); }

}  // extern "C"

}  // namespace hcsffi
