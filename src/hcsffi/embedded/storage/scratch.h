/* A writable layer: a folder P that shows the merged view of its parents and of what was written into it, from attach to detach.
 *
 * Below P/.hcsffi, which is no part of the view, the host keeps:
 *
 *     marker.json   what P is, its parents, how far attach or detach has come: whoever finds P after a crash goes on from there
 *     lock, use     files to lock: the one for as long as a call works on P, the other for as long as a process has P attached
 *     upper, work   of the overlay: what was written while it was mounted
 *     difference    of the copied view: what was written until the last detach, in the form of a layer
 *     spare         of the copied view, while it is attached: room for a detach on a full disk
 *
 * Only one of upper and difference holds what was written. Attach turns the one into the other as the way of this time needs it.
 *
 * The overlay. It is attached where the marker says so and it is mounted: attach notes it before it mounts, and detach notes nothing.
 *
 * The copied view. Attach copies difference over parents into P and notes the time. Detach writes the difference between P and the parents
 * beside the old one (further names of the files, so nothing is copied), notes that it is complete, puts it in the place of the old one and
 * empties P. Killed before the note, P is attached still; after it, the next call finishes.
 */
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/configuration.h"
#include "storage/chain.h"
#include "storage/difference.h"

namespace hcsffi {

class Scratch {
  public:
    // Makes the folder a writable layer. errors: kPathNotFound, kAlreadyExists, kFolderNotEmpty.
    static void initialize(const std::string& path, const std::vector<LayerReference>& parents);
    // Holds it for one call; what a dead process left half done is finished or undone first.
    // errors: kPathNotFound, kInvalidLayer for a folder that is none, kSharingViolation while another call works on it.
    static Scratch open(const std::string& path);
    // Removes what an `empty` that was killed in its last step has left. Returns false, and touches nothing, where anything else is there.
    static bool remove_remainder(const Folder& root);
    // Whether the folder, or what an overlay covers there, is a writable layer.
    static bool is_one(const std::string& path);

    bool is_attached() const { return step_ == Step::kAttached; }
    const std::vector<LayerReference>& parents() const { return parents_; }
    // The same for every path that leads to it, attached or not.
    std::pair<uint64_t, uint64_t> identity() const;

    // What keeps the view and its parents from being destroyed by others, while it is held.
    struct Use {
        FileLock scratch;
        Chain parents;
        ViewWay way;
    };
    // errors: kInvalidState when it is attached, kNotSupported where the way asked for cannot be gone.
    Use attach(const std::vector<LayerReference>& parents, ViewWay wanted);
    // errors: kInvalidState when it is not attached, kSharingViolation while somebody works in an overlay.
    void detach();
    // Into `target`, an empty folder.
    void write_difference_to(const Folder& target, const Chain& parents) const;
    // Everything in it, and the view. errors: kSharingViolation while a living process has it attached.
    void empty();

  private:
    enum class Step : uint8_t { kReady, kAttaching, kAttached, kDetaching };

    Scratch(std::string path, Folder root, Folder area, FileLock lock)
        : path_(std::move(path)), root_(std::move(root)), area_(std::move(area)), lock_(std::move(lock)) {}
    void read_marker();
    void note(Step step);
    void settle();
    void recover(bool covered);
    void clear_view() const;
    void put_difference_in_place() const;
    bool attach_overlay(const Chain& parents);
    void attach_copy(const Chain& parents);
    void turn_difference_into_upper() const;
    void turn_upper_into_difference(const Chain& parents) const;
    std::optional<HeldLayer> difference() const;

    std::string path_;
    Folder root_;
    Folder area_;
    FileLock lock_;
    Step step_ = Step::kReady;
    ViewWay way_ = ViewWay::kCopy;
    int64_t stamp_ns_ = 0;
    std::vector<LayerReference> parents_;
};

}  // namespace hcsffi
