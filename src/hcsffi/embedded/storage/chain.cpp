#include "storage/chain.h"

#include <algorithm>
#include <set>

#include "document/document.h"
#include "document/shape.h"
#include "ground/guid.h"

namespace hcsffi {

namespace {

Chain::const_iterator find_same(const Chain& held, const Fact& wanted) {
    return std::find_if(held.begin(), held.end(), [&](const auto& layer) {
        const Fact fact = layer->folder.fact();
        return fact.device == wanted.device && fact.number == wanted.number;
    });
}

bool marks_layer(const Folder& folder) {
    const LayerKind kind = read_marker(folder);
    return kind == LayerKind::kLayer || kind == LayerKind::kBase;
}

}  // namespace

LayerData read_layer_data(const std::string& text) {
    const Document document = Document::parse_optional(text);
    const Node root = document.root();
    check_shape(root, "LayerData");
    LayerData chain;
    chain.filter = root["FilterType"].text_or("");
    std::set<std::string> paths;
    for (const Node& layer : root["Layers"].elements()) {
        LayerReference reference{layer["Id"].text_or(""), layer["Path"].text_or("")};
        // E-3 ties the id to the folder's name by a rule that is not public, so any GUID is taken (chosen).
        if (!is_bare_guid(reference.id)) layer["Id"].refuse("a GUID without braces", kInvalidArgument);
        if (!paths.insert(reference.path).second) throw Refusal(kInvalidArgument, layer.path() + ": the layer is in the chain twice");
        chain.layers.push_back(std::move(reference));
    }
    return chain;
}

bool is_layer(const std::string& path) { return marks_layer(Folder::at(path)); }

std::shared_ptr<const HeldLayer> hold_layer(const std::string& path) {
    Folder folder = Folder::at(path);
    if (!marks_layer(folder)) throw Refusal(kInvalidLayer, "no layer: " + path);
    auto lock = folder.lock(kMarkerName, false);
    if (!lock) throw Refusal(kSharingViolation, "the layer is being changed: " + path);
    LayerForm form = read_form(folder);
    return std::make_shared<const HeldLayer>(HeldLayer{std::move(folder), std::move(form), std::move(*lock)});
}

Chain hold_chain(const std::vector<LayerReference>& layers, const Chain& held) {
    Chain chain;
    for (const LayerReference& layer : layers) {
        const auto found = held.empty() ? held.end() : find_same(held, Folder::at(layer.path).fact());
        chain.push_back(found == held.end() ? hold_layer(layer.path) : *found);
    }
    return chain;
}

}  // namespace hcsffi
