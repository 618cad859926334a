#include "storage/layer_store.h"

#include "document/document.h"
#include "document/shape.h"
#include "storage/layer.h"

namespace hcsffi {

namespace {

// E-12: callers write a separator at the end or not.
std::string without_last_separator(const std::string& path) { return path.substr(0, path.find_last_not_of("/\\") + 1); }

// What was learned about a path, which is nothing where it is none that could be asked. errors: the Refusal where that is not known.
template <typename Question>
auto learned(const Question& question) -> decltype(question()) {
    try {
        return question();
    } catch (const Refusal& refusal) {
        for (const HRESULT momentary :
             {kTooManyOpenFiles, kOutOfMemory, kNoSystemResources, kDeviceError, kGeneralFailure, kSharingViolation}) {
            if (refusal.code() == momentary) throw;
        }
        return {};
    }
}

void check_filter(const LayerData& chain) {
    if (chain.filter != "UnionFS" && chain.filter != "WCIFS") throw Refusal(kInvalidArgument, "FilterType: expected UnionFS or WCIFS");
}

}  // namespace

void LayerStore::import(const std::string& layer, const std::string& source, const std::string& layer_data) {
    import_layer(layer, source, read_layer_data(layer_data).layers);
}

void LayerStore::export_to(const std::string& layer, const std::string& target, const std::string& layer_data, const std::string& options) {
    const Document document = Document::parse_optional(options);
    check_shape(document.root(), "ExportLayerOptions");
    const auto parents = read_layer_data(layer_data).layers;
    if (document.root()["IsWritableLayer"].boolean_or(false)) {
        return export_scratch(layer, target, parents, [this](const Scratch& scratch) { return held_by(scratch); });
    }
    export_layer(layer, target, parents);
}

void LayerStore::destroy(const std::string& layer) { destroy_layer(layer); }

void LayerStore::initialize(const std::string& path, const std::string& layer_data) {
    const auto parents = read_layer_data(layer_data).layers;
    if (parents.empty()) throw Refusal(kInvalidArgument, "a writable layer needs a parent");
    hold_chain(parents);
    Scratch::initialize(path, parents);
}

void LayerStore::attach(const std::string& path, const std::string& layer_data) { attach(path, read_layer_data(layer_data).layers); }

void LayerStore::attach(const std::string& path, const std::vector<LayerReference>& parents) {
    Scratch scratch = Scratch::open(path);
    Scratch::Use use = scratch.attach(parents, way_.load(std::memory_order_relaxed));
    Lock<Rank::kLeaf> lock(mutex_);
    attached_.insert_or_assign(scratch.identity(), std::move(use));
}

void LayerStore::detach(const std::string& path) {
    Scratch scratch = Scratch::open(path);
    {
        Lock<Rank::kLeaf> lock(standing_->mutex);
        if (standing_->views.count(scratch.identity()) != 0)
            throw Refusal(kSharingViolation, "a running container stands on \"" + path + "\"");
    }
    if (!scratch.is_attached()) {  // the view has gone in another way, such as by a detach that could not note its end on a full disk
        Lock<Rank::kLeaf> lock(mutex_);
        attached_.erase(scratch.identity());
    }
    scratch.detach();
    Lock<Rank::kLeaf> lock(mutex_);
    attached_.erase(scratch.identity());
}

void LayerStore::initialize_legacy(const std::string& mount, const std::string& folder, const std::string& layer_data) {
    const auto parents = read_layer_data(layer_data).layers;
    if (parents.empty()) throw Refusal(kInvalidArgument, "a writable layer needs a parent");
    hold_chain(parents);
    hcsffi::initialize_legacy(mount, folder, parents);
}

void LayerStore::export_legacy(const std::string& mount, const std::string& folder, const std::string& target,
                               const std::string& layer_data) {
    hcsffi::export_legacy(mount, folder, target, read_layer_data(layer_data).layers,
                          [this](const Scratch& scratch) { return held_by(scratch); });
}

// E-25: one layer, named by its Files.
void LayerStore::attach_filter(const std::string& volume, const std::string& layer_data) {
    const LayerData chain = read_layer_data(layer_data);
    check_filter(chain);
    if (chain.layers.size() != 1) throw Refusal(kInvalidArgument, "the overlay filter takes one layer");
    LayerReference layer = chain.layers.front();
    const std::string path = without_last_separator(layer.path);
    const std::string_view files = kFilesName;
    const bool named = path.size() > files.size() + 1 && path.substr(path.size() - files.size()) == files &&
                       path.find_last_of("/\\") == path.size() - files.size() - 1;
    if (!named) throw Refusal(kInvalidArgument, "the overlay filter takes the Files of a layer: " + path);
    layer.path = without_last_separator(path.substr(0, path.size() - files.size()));
    hold_layer(layer.path);
    if (!Scratch::is_one(volume)) Scratch::initialize(volume, {layer});
    attach(volume, std::vector<LayerReference>{layer});
}

void LayerStore::detach_filter(const std::string& volume, const std::string& layer_data) {
    check_filter(read_layer_data(layer_data));
    detach(volume);
}

bool LayerStore::knows(const std::string& path) const {
    return learned([&path] { return is_layer(path); });
}

std::vector<std::string> LayerStore::shown(const std::string& path) const {
    return learned([&path] {
        std::vector<std::string> paths;
        const Scratch scratch = Scratch::open(path);
        if (!scratch.is_attached()) return paths;
        for (const LayerReference& layer : scratch.parents()) paths.push_back(without_last_separator(layer.path));
        return paths;
    });
}

std::shared_ptr<void> LayerStore::stand_on(const std::string& path) {
    const Scratch scratch = Scratch::open(path);  // locked: nobody detaches it meanwhile
    if (!scratch.is_attached()) throw Refusal(kNotReparsePoint, "no view of layers is attached at \"" + path + "\"");
    const Key identity = scratch.identity();
    const auto standing = standing_;
    {
        Lock<Rank::kLeaf> lock(standing->mutex);
        if (!standing->views.insert(identity).second) throw Refusal(kSharingViolation, "another container stands on \"" + path + "\"");
    }
    return std::shared_ptr<void>(nullptr, [standing, identity](void*) {
        Lock<Rank::kLeaf> lock(standing->mutex);
        standing->views.erase(identity);
    });
}

Chain LayerStore::held_by(const Scratch& scratch) const {
    const Key identity = scratch.identity();
    Lock<Rank::kLeaf> lock(mutex_);
    const auto use = attached_.find(identity);
    return use == attached_.end() ? Chain() : use->second.parents;
}

uint64_t LayerStore::attached(ViewWay way) const {
    Lock<Rank::kLeaf> lock(mutex_);
    uint64_t count = 0;
    for (const auto& [identity, use] : attached_) count += use.way == way ? 1 : 0;
    return count;
}

void LayerStore::clear() {
    std::map<Key, Scratch::Use> dropped;
    Lock<Rank::kLeaf> lock(mutex_);
    dropped.swap(attached_);
}

}  // namespace hcsffi
