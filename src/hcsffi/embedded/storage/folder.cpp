// What is done to folders on every system.

#include "storage/folder.h"

#include "ground/outcome.h"

namespace hcsffi {

namespace {

// Folders held open at once; what lies deeper is brought up first.
constexpr int kMostHeld = 64;

// Without a limit of depth, and without following anything.
class Removal {
  public:
    explicit Removal(const Folder& top) : top_(top) {}

    void remove(const std::string& name) {
        remove(top_, name, 0);
        while (!raised_.empty()) {
            const std::string next = raised_.back();
            raised_.pop_back();
            remove(top_, next, 0);
        }
    }

  private:
    void remove(const Folder& folder, const std::string& name, int depth) {
        const Fact fact = folder.fact(name);
        if (fact.kind == EntryKind::kNothing) return;
        if (fact.kind == EntryKind::kFolder) {
            if (depth == kMostHeld) return raise(folder, name);
            const Folder child = folder.child(name);
            child.open_up();
            for (const std::string& below : child.names()) remove(child, below, depth + 1);
        }
        folder.remove_entry(name, fact.kind);
    }

    // The way from the top becomes short again.
    void raise(const Folder& folder, const std::string& name) {
        std::string free;
        do free = ".hcsffi-removed-" + std::to_string(next_++);
        while (top_.fact(free).kind != EntryKind::kNothing);
        top_.move_here(free, folder, name);
        raised_.push_back(free);
    }

    const Folder& top_;
    std::vector<std::string> raised_;
    uint64_t next_ = 0;
};

}  // namespace

void refuse_step(uint32_t win32, const std::string& why) { throw Refusal(win32_code(win32), why); }

void remove_tree(const Folder& folder, const std::string& name) { Removal(folder).remove(name); }

}  // namespace hcsffi
