// A chain of layers as a document names it (LayerData), and the layers of it held open.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "storage/form.h"

namespace hcsffi {

struct LayerReference {
    std::string id;
    std::string path;
};

struct LayerData {
    std::vector<LayerReference> layers;  // nearest parent first, base last
    std::string filter;
};

// errors: Refusal kInvalidJson, kInvalidArgument for an id that is no GUID, a layer without path, or one layer named twice.
LayerData read_layer_data(const std::string& text);

// What may be a parent. errors: kPathNotFound, kDirectory.
bool is_layer(const std::string& path);

// A layer that nobody destroys or imports over while it is held.
struct HeldLayer {
    Folder folder;
    LayerForm form;
    FileLock lock;
};

using Chain = std::vector<std::shared_ptr<const HeldLayer>>;

// errors: kPathNotFound for a layer that is not there, kInvalidLayer for a folder that is none, kSharingViolation for one that is changing.
std::shared_ptr<const HeldLayer> hold_layer(const std::string& path);
// What is in `held` already is taken from there: reading the form of a layer takes as long as it has files.
Chain hold_chain(const std::vector<LayerReference>& layers, const Chain& held = {});

}  // namespace hcsffi
