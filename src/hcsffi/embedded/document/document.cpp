#include "document/document.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace hcsffi {

namespace {

using Json = nlohmann::json;

std::string member_path(const std::string& path, std::string_view name) { return path + "." + std::string(name); }

// Nesting is measured before the parser runs: it copes with any depth, the destruction and copy of what it builds do not.
bool too_deep(std::string_view text) {
    int depth = 0;
    bool quoted = false;
    for (size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (quoted) {
            if (c == '\\') ++at;
            quoted = c != '"';
        } else if (c == '"') {
            quoted = true;
        } else if (c == '{' || c == '[') {
            if (++depth > kDepthLimit) return true;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return false;
}

// From the leaves up: the library's own destructor lists what it has still to destroy, and ends the process where there is no memory for
// the list.
void take_apart(Json& value) noexcept {
    if (value.is_object()) {
        auto& members = value.get_ref<Json::object_t&>();
        for (auto& [name, member] : members) take_apart(member);
        members.clear();
    } else if (value.is_array()) {
        auto& elements = value.get_ref<Json::array_t&>();
        for (Json& element : elements) take_apart(element);
        elements.clear();
    }
}

struct Tree {
    explicit Tree(Json value) : root(std::move(value)) {}
    Tree(const Tree&) = delete;
    Tree& operator=(const Tree&) = delete;
    ~Tree() { take_apart(root); }
    Json root;
};

std::shared_ptr<const Json> keep(Tree&& tree) {
    const auto kept = std::make_shared<Tree>(std::move(tree.root));
    return {kept, &kept->root};
}

// Counts the bytes of texts below some members, and ends the reading once there are too many.
class Measure final : public nlohmann::json_sax<Json> {
  public:
    Measure(const std::vector<std::string_view>& members, size_t of_name, size_t of_text, size_t most)
        : members_(members), of_name_(of_name), of_text_(of_text), most_(most) {}
    size_t bytes() const { return bytes_; }

    bool null() override { return pass(); }
    bool boolean(bool) override { return pass(); }
    bool number_integer(number_integer_t) override { return pass(); }
    bool number_unsigned(number_unsigned_t) override { return pass(); }
    bool number_float(number_float_t, const string_t&) override { return pass(); }
    bool binary(binary_t&) override { return pass(); }
    bool string(string_t& text) override {
        if (wanted_) bytes_ += name_ + text.size() + of_text_;
        pass();
        return bytes_ <= most_;
    }
    bool start_object(std::size_t) override { return enter(); }
    bool start_array(std::size_t) override { return enter(); }
    bool end_object() override { return leave(); }
    bool end_array() override { return leave(); }
    bool key(string_t& name) override {
        if (depth_ == 1) wanted_ = std::find(members_.begin(), members_.end(), name) != members_.end();
        name_ = depth_ > 1 ? name.size() + of_name_ : 0;
        return true;
    }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override { return false; }

  private:
    bool pass() {
        name_ = 0;
        return true;
    }
    bool enter() {
        ++depth_;
        return pass();
    }
    bool leave() {
        --depth_;
        return true;
    }

    const std::vector<std::string_view>& members_;
    const size_t of_name_, of_text_, most_;
    size_t bytes_ = 0;
    size_t name_{};  // of the value that comes next
    size_t depth_ = 0;
    bool wanted_ = false;
};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

}  // namespace

bool same_letters(std::string_view one, std::string_view other) {
    return one.size() == other.size() &&
           std::equal(one.begin(), one.end(), other.begin(), [](char left, char right) { return lower(left) == lower(right); });
}

std::string Node::found() const {
    if (value_ == nullptr) return "nothing";
    if (value_->is_object()) return "an object";
    if (value_->is_array()) return "an array";
    if (value_->is_string()) return "text";
    if (value_->is_boolean()) return "a boolean";
    if (value_->is_null()) return "null";
    return "the number " + value_->dump();
}

void Node::refuse(const std::string& expectation, HRESULT code) const {
    throw Refusal(code, path_ + ": expected " + expectation + ", found " + found());
}

Node Node::member(std::string_view name) const {
    if (value_ == nullptr) return Node(nullptr, member_path(path_, name));
    if (!value_->is_object()) refuse("an object");
    const auto found = value_->find(name);
    const bool absent = found == value_->end() || found->is_null();
    return Node(absent ? nullptr : &*found, member_path(path_, name));
}

Node Node::in_any_case(std::string_view name) const {
    if (Node exact = member(name)) return exact;
    for (const auto& [written, value] : members()) {
        if (same_letters(written, name)) return value;
    }
    return member(name);
}

std::optional<std::string> Node::text() const {
    if (value_ == nullptr) return std::nullopt;
    if (!value_->is_string()) refuse("text");
    const auto& text = value_->get_ref<const std::string&>();
    if (text.find('\0') != std::string::npos) throw Refusal(kInvalidJson, path_ + ": text must not contain U+0000");
    return text;
}

std::string Node::text_or(std::string_view fallback) const { return text().value_or(std::string(fallback)); }

bool Node::boolean_or(bool fallback) const {
    if (value_ == nullptr) return fallback;
    if (!value_->is_boolean()) refuse("a boolean");
    return value_->get<bool>();
}

std::optional<int64_t> Node::integer(int64_t least, int64_t most) const {
    if (value_ == nullptr) return std::nullopt;
    const std::string range = "an integer from " + std::to_string(least) + " to " + std::to_string(most);
    if (!value_->is_number_integer()) refuse(range);
    if (value_->is_number_unsigned() && value_->get<uint64_t>() > static_cast<uint64_t>(INT64_MAX)) refuse(range);
    const auto number = value_->get<int64_t>();
    if (number < least || number > most) refuse(range);
    return number;
}

std::optional<uint64_t> Node::count(uint64_t most) const {
    if (value_ == nullptr) return std::nullopt;
    if (!value_->is_number_unsigned() || value_->get<uint64_t>() > most) refuse("an integer from 0 to " + std::to_string(most));
    return value_->get<uint64_t>();
}

std::vector<Node> Node::elements() const {
    std::vector<Node> nodes;
    if (value_ == nullptr) return nodes;
    if (!value_->is_array()) refuse("an array");
    nodes.reserve(value_->size());
    for (size_t at = 0; at < value_->size(); ++at) nodes.emplace_back(&(*value_)[at], path_ + "[" + std::to_string(at) + "]");
    return nodes;
}

std::vector<std::pair<std::string, Node>> Node::named() const {
    std::vector<std::pair<std::string, Node>> nodes;
    if (value_ == nullptr) return nodes;
    if (!value_->is_object()) refuse("an object");
    nodes.reserve(value_->size());
    for (const auto& [name, value] : value_->items())
        nodes.emplace_back(name, Node(value.is_null() ? nullptr : &value, member_path(path_, name)));
    return nodes;
}

std::vector<std::pair<std::string, Node>> Node::members() const {
    auto nodes = named();
    nodes.erase(std::remove_if(nodes.begin(), nodes.end(), [](const auto& each) { return !each.second; }), nodes.end());
    return nodes;
}

bool Node::is_object() const { return value_ != nullptr && value_->is_object(); }
bool Node::is_array() const { return value_ != nullptr && value_->is_array(); }
bool Node::is_text() const { return value_ != nullptr && value_->is_string(); }
bool Node::is_boolean() const { return value_ != nullptr && value_->is_boolean(); }
bool Node::is_integer() const { return value_ != nullptr && value_->is_number_integer(); }
bool Node::is_number() const { return value_ != nullptr && value_->is_number(); }
std::string Node::json() const { return value_ == nullptr ? "null" : value_->dump(); }

Document Document::parse(std::string_view text, HRESULT code) {
    if (text.size() > kDocumentLimit) throw Refusal(code, "the document is longer than " + std::to_string(kDocumentLimit) + " characters");
    if (too_deep(text)) throw Refusal(code, "the document is nested deeper than " + std::to_string(kDepthLimit) + " levels");
    Document document;
    try {
        document.value_ = keep(Tree(Json::parse(text)));
    } catch (const Json::exception& error) {
        // The parser's text begins with its own error number and ends with the place and reason; the reason is what helps.
        std::string reason = error.what();
        if (const size_t end = reason.find("] "); end != std::string::npos) reason.erase(0, end + 2);
        throw Refusal(code, "the document is not JSON: " + reason);
    }
    return document;
}

Document Document::parse_optional(std::string_view text) {
    Document document = parse(blank(text) ? "{}" : text);
    if (document.value_->is_null()) document.value_ = keep(Tree(Json::object()));
    return document;
}

Document Document::copy_of(const Node& node) {
    Document document;
    document.value_ = keep(Tree(node ? *node.value_ : Json::object()));
    return document;
}

size_t Document::bytes_below(std::string_view text, const std::vector<std::string_view>& members, size_t of_name, size_t of_text,
                             size_t most) {
    Measure measure(members, of_name, of_text, most);
    Json::sax_parse(text, &measure);
    return measure.bytes();
}

Node Document::at(const std::vector<std::string>& place) const {
    Node node = root();
    for (const std::string& name : place) node = node.member(name);
    return node;
}

void Document::put(const std::vector<std::string>& place, const Node& value) {
    Tree changed(*value_);
    Json* target = &changed.root;
    for (const std::string& name : place) {
        if (!target->is_object()) *target = Json::object();
        target = &(*target)[name];
    }
    *target = *value.value_;
    value_ = keep(std::move(changed));
}

void Document::append(const std::vector<std::string>& place, const Node& value) {
    Tree changed(*value_);
    Json* target = &changed.root;
    for (const std::string& name : place) target = &(*target)[name];
    target->push_back(*value.value_);
    value_ = keep(std::move(changed));
}

void Document::erase(const std::vector<std::string>& place, std::string_view name) {
    Tree changed(*value_);
    Json* target = &changed.root;
    for (const std::string& step : place) target = &(*target)[step];
    target->erase(std::string(name));
    value_ = keep(std::move(changed));
}

void Document::erase(const std::vector<std::string>& place, size_t index) {
    Tree changed(*value_);
    Json* target = &changed.root;
    for (const std::string& step : place) target = &(*target)[step];
    target->erase(index);
    value_ = keep(std::move(changed));
}

}  // namespace hcsffi
