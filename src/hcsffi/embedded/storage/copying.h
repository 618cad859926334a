// Making one tree of what layers show together.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <utility>

#include "storage/merged.h"

namespace hcsffi {

// Where the first name of a file went that has several, so that the next becomes a further name of the same.
class SeveralNames {
  public:
    explicit SeveralNames(const Folder& top) : top_(top) {}
    // Makes `name` in `folder` (its path below `top` is `path`) what `from_name` is: a further name of what was made before, or a copy.
    void make(const Folder& folder, const std::string& name, const std::string& path, const Folder& from, const std::string& from_name,
              const Fact& fact);

  private:
    const Folder& top_;
    std::map<std::pair<uint64_t, uint64_t>, std::string> first_;
};

// Everything `from` shows into `to`, an empty folder. Names of one file stay names of one file where their source is one of `keeps_names`;
// of the others each becomes a file of its own, as an overlay makes it when one is changed. Sockets are left out.
// errors: kInvalidData for a device, kNameTooLong for a tree that is too deep.
void copy_merged(const MergedFolder& from, const Folder& to, const std::function<bool(size_t)>& keeps_names);

}  // namespace hcsffi
