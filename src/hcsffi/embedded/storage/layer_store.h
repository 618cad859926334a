// The storage functions as the host offers them, and which writable layers this process has attached.
#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include "ground/lock_order.h"
#include "storage/scratch.h"

namespace hcsffi {

class LayerStore {
  public:
    // How views are made from now on.
    void choose(ViewWay way) { way_.store(way, std::memory_order_relaxed); }

    // Each: threads: any. blocks: while files are copied. errors: Refusal; documents are LayerData, options those of their function.
    void import(const std::string& layer, const std::string& source, const std::string& layer_data);
    void export_to(const std::string& layer, const std::string& target, const std::string& layer_data, const std::string& options);
    void destroy(const std::string& layer);
    void initialize(const std::string& path, const std::string& layer_data);
    void attach(const std::string& path, const std::string& layer_data);
    void detach(const std::string& path);

    void initialize_legacy(const std::string& mount, const std::string& folder, const std::string& layer_data);
    void export_legacy(const std::string& mount, const std::string& folder, const std::string& target, const std::string& layer_data);
    void attach_filter(const std::string& volume, const std::string& layer_data);
    void detach_filter(const std::string& volume, const std::string& layer_data);
    // No error for anything that is no layer. errors: the Refusal where that cannot be found out, for want of descriptors or memory.
    bool knows(const std::string& path) const;

    // Views this process has attached, by the way they were made.
    uint64_t attached(ViewWay way) const;
    // Forgets them: they stay attached, as they do when the process ends.
    void clear();

  private:
    void attach(const std::string& path, const std::vector<LayerReference>& parents);
    Chain held_by(const Scratch& scratch) const;

    using Key = std::pair<uint64_t, uint64_t>;  // Scratch::identity: one writable layer has many paths

    std::atomic<ViewWay> way_{ViewWay::kAuto};
    mutable OrderedMutex<Rank::kLeaf> mutex_;
    std::map<Key, Scratch::Use> attached_;  // guarded by mutex_
};

}  // namespace hcsffi
