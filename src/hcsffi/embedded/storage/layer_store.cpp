#include "storage/layer_store.h"

#include "document/document.h"
#include "document/shape.h"
#include "storage/layer.h"

namespace hcsffi {

namespace {

// E-12: callers write a separator at the end or not.
std::string without_last_separator(const std::string& path) {
    size_t length = path.size();
    while (length > 1 && (path[length - 1] == '/' || path[length - 1] == '\\')) --length;
    return path.substr(0, length);
}

}  // namespace

void LayerStore::import(const std::string& layer, const std::string& source, const std::string& layer_data) {
    import_layer(layer, source, read_layer_data(layer_data).layers);
}

void LayerStore::export_to(const std::string& layer, const std::string& target, const std::string& layer_data, const std::string& options) {
    const Document document = Document::parse_optional(options);
    check_shape(document.root(), "ExportLayerOptions");
    const auto parents = read_layer_data(layer_data).layers;
    if (document.root()["IsWritableLayer"].boolean_or(false)) return export_scratch(layer, target, parents);
    export_layer(layer, target, parents);
}

void LayerStore::destroy(const std::string& layer) { destroy_layer(layer); }

void LayerStore::initialize(const std::string& path, const std::string& layer_data) {
    const auto parents = read_layer_data(layer_data).layers;
    if (parents.empty()) throw Refusal(kInvalidArgument, "a writable layer needs a parent");
    hold_chain(parents);
    Scratch::initialize(path, parents);
}

void LayerStore::attach(const std::string& path, const std::string& layer_data) {
    const auto parents = read_layer_data(layer_data).layers;
    Scratch::Use use = Scratch::open(path).attach(parents, way_.load(std::memory_order_relaxed));
    Lock<Rank::kLeaf> lock(mutex_);
    attached_.insert_or_assign(without_last_separator(path), std::move(use));
}

void LayerStore::detach(const std::string& path) {
    Scratch::open(path).detach();
    Lock<Rank::kLeaf> lock(mutex_);
    attached_.erase(without_last_separator(path));
}

uint64_t LayerStore::attached(ViewWay way) const {
    Lock<Rank::kLeaf> lock(mutex_);
    uint64_t count = 0;
    for (const auto& [path, use] : attached_) count += use.way == way ? 1 : 0;
    return count;
}

void LayerStore::clear() {
    std::map<Key, Scratch::Use> dropped;
    Lock<Rank::kLeaf> lock(mutex_);
    dropped.swap(attached_);
}

}  // namespace hcsffi
