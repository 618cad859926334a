/* What a writable layer adds to its parents and takes from them, as a folder of the layer form.
 *
 * The same walk reads both ways a view is kept. The upper folder of an overlay holds what was written, white-outs for what was deleted, and
 * folders marked as standing alone. A copied view is one that stands alone as a whole: what is not in it was deleted.
 */
#pragma once

#include <cstdint>
#include <optional>

#include "storage/chain.h"
#include "storage/merged.h"

namespace hcsffi {

struct WrittenLayer {
    const Folder* files;           // the upper folder, or the view
    bool stands_alone = false;     // of a view: what is missing was deleted
    int64_t unchanged_until = 0;   // of a view: what nobody has touched since is as it was put there
    const HeldLayer* rest = nullptr;  // of a view: what had been written before it was put there
};

enum class Taking : uint8_t {
    kCopies,  // the files stay the written layer's
    kNames,   // they become further names of its files, where the file system can
};

// Writes Files, deletions and sidecar into `target`, an empty folder. An entry that was written and is as its parents have it is none of
// the difference, nor is the time of a folder alone.
// errors: kInvalidData for a device, kNameTooLong for a tree that is too deep.
void write_difference(const WrittenLayer& written, const Chain& parents, const Folder& target, Taking taking);

// `chain` as the layers of a merged view.
std::vector<MergedSource> sources_of(const Chain& chain);

// The entry of a folder that is the host's, not the layer's: its scratch area.
constexpr const char* kScratchArea = ".hcsffi";

}  // namespace hcsffi
