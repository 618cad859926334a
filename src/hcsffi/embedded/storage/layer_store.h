// The storage functions as the host offers them, and which writable layers this process has attached.
#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

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
    // errors: also kSharingViolation while a container stands on the view.
    void detach(const std::string& path);

    void initialize_legacy(const std::string& mount, const std::string& folder, const std::string& layer_data);
    void export_legacy(const std::string& mount, const std::string& folder, const std::string& target, const std::string& layer_data);
    void attach_filter(const std::string& volume, const std::string& layer_data);
    void detach_filter(const std::string& volume, const std::string& layer_data);
    // No error for anything that is no layer. errors: the Refusal where that cannot be found out, for want of descriptors or memory.
    bool knows(const std::string& path) const;

    // The paths of the layers that an attached writable layer shows, nearest first; empty where none is. errors: as knows().
    std::vector<std::string> shown(const std::string& path) const;
    // Keeps the view from being detached while the token lives, which may be longer than this. errors: kNotReparsePoint where none is
    // shown, kSharingViolation while another token lives.
    std::shared_ptr<void> stand_on(const std::string& path);

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
    struct Standing {
        OrderedMutex<Rank::kLeaf> mutex;
        std::set<Key> views;  // guarded by mutex
    };
    const std::shared_ptr<Standing> standing_ = std::make_shared<Standing>();
};

}  // namespace hcsffi
