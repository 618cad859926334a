// The exports of computestorage.dll, in the order of hcs_cdef.h: check, decode, call the noun, encode. They answer codes alone (E-1), each
// of them ERROR_PROC_NOT_FOUND where the configuration does not offer it.

#include "exports/entry.h"
#include "storage/disk.h"
#include "storage/os_layer.h"

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

NativeDescriptor required_disk(HANDLE disk) {
    if (disk == nullptr) throw Refusal(kInvalidArgument, "the handle of the disk is NULL");
    return reinterpret_cast<NativeDescriptor>(disk);
}

}  // namespace

extern "C" {

HCSFFI_EXPORT HRESULT HcsAttachLayerStorageFilter(PCWSTR layerPath, PCWSTR layerData) {
    return with_layers(Function::HcsAttachLayerStorageFilter,
                       [&](LayerStore& layers) { layers.attach(required_text(layerPath), required_text(layerData)); });
}
HCSFFI_EXPORT HRESULT HcsAttachOverlayFilter(PCWSTR VolumeMountPoint, PCWSTR LayerData) {
    return with_layers(Function::HcsAttachOverlayFilter,
                       [&](LayerStore& layers) { layers.attach_filter(required_text(VolumeMountPoint), required_text(LayerData)); });
}
HCSFFI_EXPORT HRESULT HcsDestroyLayer(PCWSTR layerPath) {
    return with_layers(Function::HcsDestroyLayer, [&](LayerStore& layers) { layers.destroy(required_text(layerPath)); });
}
HCSFFI_EXPORT HRESULT HcsDetachLayerStorageFilter(PCWSTR layerPath) {
    return with_layers(Function::HcsDetachLayerStorageFilter, [&](LayerStore& layers) { layers.detach(required_text(layerPath)); });
}
HCSFFI_EXPORT HRESULT HcsDetachOverlayFilter(PCWSTR VolumeMountPoint, PCWSTR LayerData) {
    return with_layers(Function::HcsDetachOverlayFilter,
                       [&](LayerStore& layers) { layers.detach_filter(required_text(VolumeMountPoint), required_text(LayerData)); });
}
HCSFFI_EXPORT HRESULT HcsExportLayer(PCWSTR layerPath, PCWSTR exportFolderPath, PCWSTR layerData, PCWSTR options) {
    return with_layers(Function::HcsExportLayer, [&](LayerStore& layers) {
        layers.export_to(required_text(layerPath), required_text(exportFolderPath), required_text(layerData), optional_text(options));
    });
}
HCSFFI_EXPORT HRESULT HcsExportLegacyWritableLayer(PCWSTR writableLayerMountPath, PCWSTR writableLayerFolderPath, PCWSTR exportFolderPath,
                                                   PCWSTR layerData) {
    return with_layers(Function::HcsExportLegacyWritableLayer, [&](LayerStore& layers) {
        layers.export_legacy(required_text(writableLayerMountPath), required_text(writableLayerFolderPath), required_text(exportFolderPath),
                             required_text(layerData));
    });
}
HCSFFI_EXPORT HRESULT HcsFormatWritableLayerVhd(HANDLE vhdHandle) {
    return with_layers(Function::HcsFormatWritableLayerVhd, [&](LayerStore&) { format_disk(required_disk(vhdHandle)); });
}
HCSFFI_EXPORT HRESULT HcsGetLayerVhdMountPath(HANDLE vhdHandle, PWSTR* mountPath) {
    if (mountPath == nullptr) return kPointer;
    *mountPath = nullptr;
    // The path alone is handed out: no document tells a failure here.
    return enter(Function::HcsGetLayerVhdMountPath, nullptr,
                 [&](Owner& host) -> HRESULT { return encode(host, success(mount_path_of(required_disk(vhdHandle))), mountPath); });
}
HCSFFI_EXPORT HRESULT HcsImportLayer(PCWSTR layerPath, PCWSTR sourceFolderPath, PCWSTR layerData) {
    return with_layers(Function::HcsImportLayer, [&](LayerStore& layers) {
        layers.import(required_text(layerPath), required_text(sourceFolderPath), required_text(layerData));
    });
}
HCSFFI_EXPORT HRESULT HcsInitializeLegacyWritableLayer(PCWSTR writableLayerMountPath, PCWSTR writableLayerFolderPath, PCWSTR layerData,
                                                       PCWSTR options) {
    return with_layers(Function::HcsInitializeLegacyWritableLayer, [&](LayerStore& layers) {
        const std::string mount = required_text(writableLayerMountPath), folder = required_text(writableLayerFolderPath);
        optional_text(options);
        layers.initialize_legacy(mount, folder, required_text(layerData));
    });
}
// The options are reserved; clients send NULL or "" (E-24).
HCSFFI_EXPORT HRESULT HcsInitializeWritableLayer(PCWSTR writableLayerPath, PCWSTR layerData, PCWSTR options) {
    return with_layers(Function::HcsInitializeWritableLayer, [&](LayerStore& layers) {
        const std::string path = required_text(writableLayerPath), chain = required_text(layerData);
        optional_text(options);
        layers.initialize(path, chain);
    });
}
HCSFFI_EXPORT HRESULT HcsSetupBaseOSLayer(PCWSTR layerPath, HANDLE vhdHandle, PCWSTR options) {
    return with_layers(Function::HcsSetupBaseOSLayer, [&](LayerStore&) {
        set_up_os_layer(required_text(layerPath), reinterpret_cast<NativeDescriptor>(vhdHandle), optional_text(options));
    });
}
HCSFFI_EXPORT HRESULT HcsSetupBaseOSVolume(PCWSTR layerPath, PCWSTR volumePath, PCWSTR options) {
    return with_layers(Function::HcsSetupBaseOSVolume,
                       [&](LayerStore&) { set_up_os_volume(required_text(layerPath), required_text(volumePath), optional_text(options)); });
}

}  // extern "C"

}  // namespace hcsffi
