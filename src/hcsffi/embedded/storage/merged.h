// What layers show together: for each path the nearest layer that has it, unless a nearer one has deleted it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "storage/form.h"

namespace hcsffi {

// One layer of several, nearest first; what it points to outlives every MergedFolder of it.
struct MergedSource {
    const Folder* layer;
    const LayerForm* form;
};

class MergedFolder {
  public:
    // The folder `top` ("Files") of all layers together.
    MergedFolder(const std::vector<MergedSource>& layers, const std::string& top);

    struct Entry {
        Fact fact;                      // kNothing where no layer shows one
        const Folder* folder = nullptr;  // of the layer that shows it
        size_t source = 0;
    };
    Entry find(const std::string& name) const;
    MergedFolder enter(const std::string& name) const;  // an entry that is a folder
    // Sorted. What is deleted is among them: find tells.
    std::vector<std::string> names() const;

    std::string path_of(const std::string& name) const { return path_ + '/' + name; }

  private:
    struct Part {
        size_t source;
        const LayerForm* form;
        std::optional<Folder> folder;  // empty where the layer has none here and still deletes of it
    };
    MergedFolder(std::string path, std::vector<Part> parts) : path_(std::move(path)), parts_(std::move(parts)) {}

    std::string path_;
    std::vector<Part> parts_;
};

}  // namespace hcsffi
