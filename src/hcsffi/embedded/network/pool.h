/* Numbers of one range that are handed out, each to one taker: addresses of a subnet, hardware addresses of a network.
 *
 * The lowest free number is handed out first. Numbers that came back lie below the cursor, where nothing else is free; so taking and giving
 * back cost the logarithm of what is out, and giving back needs no memory: the node moves from one set to the other.
 */
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <utility>

namespace hcsffi {

inline uint64_t successor(uint64_t number) { return number + 1; }

template <class Number>
class Pool {
  public:
    Pool(Number first, Number last) : first_(first), last_(last), cursor_(first), exhausted_(last < first) {}

    bool holds(const Number& number) const { return !(number < first_) && !(last_ < number); }
    bool is_taken(const Number& number) const { return taken_.count(number) != 0; }
    size_t count() const { return taken_.size(); }
    const Number& first() const { return first_; }
    const Number& last() const { return last_; }

    // errors: nothing when all are out.
    std::optional<Number> lowest_free() {
        if (!returned_.empty()) return *returned_.begin();
        while (!exhausted_ && taken_.count(cursor_) != 0) {
            exhausted_ = !(cursor_ < last_);
            if (!exhausted_) cursor_ = successor(cursor_);
        }
        return exhausted_ ? std::nullopt : std::optional<Number>(cursor_);
    }

    // errors: false when somebody has it.
    bool take(const Number& number) {
        if (auto node = returned_.extract(number)) {
            taken_.insert(std::move(node));
            return true;
        }
        return taken_.insert(number).second;
    }

    void give_back(const Number& number) noexcept {
        auto node = taken_.extract(number);
        if (node && (exhausted_ || number < cursor_)) returned_.insert(std::move(node));
    }

  private:
    Number first_, last_;
    Number cursor_;           // all below are taken or returned
    bool exhausted_ = false;  // so is the cursor's, and it is the last
    std::set<Number> taken_;
    std::set<Number> returned_;
};

}  // namespace hcsffi
