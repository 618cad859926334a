#include "compute/container.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "ground/file.h"
#include "ground/guid.h"

namespace hcsffi {

namespace {

constexpr uint64_t kDefaultGraceUs = 5'000'000;

// "\\?\Volume{8-4-4-4-12}\": how a prepared scratch is named. Without the backslash at the end it is the device, not its root folder.
bool is_volume_root(const std::string& path) {
    constexpr size_t kPrefix = 11;  // \\?\Volume{
    return path.size() == kPrefix + 36 + 2 && path.compare(0, kPrefix, "\\\\?\\Volume{") == 0 && is_bare_guid(path.substr(kPrefix, 36)) &&
           path.compare(kPrefix + 36, 2, "}\\") == 0;
}

// A path of another platform is taken as text (chosen).
void check_there(const Node& path, HRESULT code) {
    const std::string text = path.text_or("");
    if (is_local_path(text) && !file_exists(text)) throw Refusal(code, path.path() + ": there is no \"" + text + "\"");
}

// Storage.Path is the scratch's volume as Windows names it, or what HcsGetLayerVhdMountPath answers here: then the layers are the root.
void check_storage(const Node& storage, const LayerCatalogue& layers) {
    const std::string path = storage["Path"].text_or("");
    const std::vector<std::string> shown = is_local_path(path) ? layers.layers_shown(path) : std::vector<std::string>();
    if (storage["Path"].text() && shown.empty() && !is_volume_root(path)) {
        throw Refusal(kNotReparsePoint, storage["Path"].path() +
                                            ": expected the volume of a prepared scratch, \\\\?\\Volume{guid}\\, or the folder of an "
                                            "attached writable layer, found \"" +
                                            path + "\"");
    }
    std::vector<std::string> named;
    for (const Node& layer : storage["Layers"].elements()) {
        const std::string folder = layer["Path"].text_or("");
        if (!layers.knows_layer(folder)) throw Refusal(kInvalidArgument, layer["Path"].path() + ": no layer is at \"" + folder + "\"");
        named.push_back(folder.substr(0, folder.find_last_not_of('/') + 1));
    }
    if (!shown.empty() && !named.empty() && named != shown)
        throw Refusal(kInvalidArgument, storage["Layers"].path() + ": expected the layers that \"" + path + "\" shows");
}

}  // namespace

void check_container(const Node& container, const LayerCatalogue& layers) {
    check_storage(container["Storage"], layers);
    for (const Node& directory : container["MappedDirectories"].elements()) check_there(directory["HostPath"], kFileNotFound);
}

uint64_t shutdown_grace_us(const Node& container) {
    for (const Node& value : container["RegistryChanges"]["AddValues"].elements()) {
        if (value["Name"].text_or("") != "WaitToKillServiceTimeout") continue;
        const std::string text = value["StringValue"].text_or("");
        uint32_t milliseconds = 0;
        const auto read = std::from_chars(text.data(), text.data() + text.size(), milliseconds);
        if (read.ec == std::errc() && read.ptr == text.data() + text.size()) return uint64_t{milliseconds} * 1000;
    }
    return kDefaultGraceUs;
}

}  // namespace hcsffi
