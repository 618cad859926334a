/* Changes to a compute system that exists. A resource path is the way through the system's own document: the table says which ways there
 * are and what may stand at their ends; the change is made in the document, where properties and saved state find it again.
 */

#include <algorithm>
#include <string>
#include <vector>

#include "compute/system.h"
#include "compute/virtual_machine.h"
#include "document/shape.h"

namespace hcsffi {

namespace {

enum class Manner : uint8_t {
    kValue,       // one value, replaced as a whole
    kEntry,       // an entry of a map, named by the last step of the path
    kAdapter,     // the same, with an endpoint of the host's networks
    kService,     // the same, made by an Update and taken away by one that leaves nothing of it
    kCollection,  // an array whose elements are told apart by one of their members
};

struct Place {
    const char* pattern;  // {} stands for any one step
    bool of_container;
    Manner manner;
    const char* shape;      // of Settings: a row of the shape table, or u32, u64, memory
    const char* key;        // the telling member of a collection's elements
    bool parent_must_exist;  // else the way there is made
    bool needs_guest;        // the guest takes part: only once it has booted (B-67)
    const char* file;        // the member of Settings that names a file of this host which is opened now
};

// Paths: HcsModifyComputeSystem's page and what shipping clients send.
constexpr Place kPlaces[] = {
    {"Container/MappedDirectories", true, Manner::kCollection, "MappedDirectory", "ContainerPath", false, false, "HostPath"},
    {"Container/MappedPipes", true, Manner::kCollection, "MappedPipe", "ContainerPipeName", false, false, nullptr},
    {"Container/Memory/SizeInMB", true, Manner::kValue, "u64", nullptr, false, false, nullptr},
    {"Container/Processor", true, Manner::kValue, "Container_Processor", nullptr, false, false, nullptr},
    {"Container/Devices/Generic", true, Manner::kCollection, "Device", "LocationPath", false, false, nullptr},
    {"Container/RegistryFlushState", true, Manner::kValue, "RegistryFlushState", nullptr, false, false, nullptr},
    {"VirtualMachine/ComputeTopology/Memory/SizeInMB", false, Manner::kValue, "memory", nullptr, false, true, nullptr},
    {"VirtualMachine/ComputeTopology/Processor/CpuGroup", false, Manner::kValue, "CpuGroup", nullptr, false, false, nullptr},
    {"VirtualMachine/ComputeTopology/Processor/IdledProcessors", false, Manner::kValue, "IdleProcessorsRequest", nullptr, false, false,
     nullptr},
    {"VirtualMachine/ComputeTopology/Processor/CpuFrequencyPowerCap", false, Manner::kValue, "u32", nullptr, false, false, nullptr},
    {"VirtualMachine/ComputeTopology/Processor/Limits", false, Manner::kValue, "ProcessorLimits", nullptr, false, false, nullptr},
    {"VirtualMachine/ComputeTopology/Gpu", false, Manner::kValue, "GpuConfiguration", nullptr, false, true, nullptr},
    {"VirtualMachine/Devices/ComPorts/{}", false, Manner::kEntry, "ComPort", nullptr, false, false, nullptr},
    {"VirtualMachine/Devices/FlexibleIov/{}", false, Manner::kEntry, "FlexibleIoDevice", nullptr, false, false, nullptr},
    {"VirtualMachine/Devices/HvSocket/HvSocketConfig/ServiceTable/{}", false, Manner::kService, "HvSocketServiceConfig", nullptr, false,
     false, nullptr},
    {"VirtualMachine/Devices/MappedPipes/{}", false, Manner::kEntry, nullptr, nullptr, false, false, nullptr},
    {"VirtualMachine/Devices/NetworkAdapters/{}", false, Manner::kAdapter, "NetworkAdapter", nullptr, false, false, nullptr},
    {"VirtualMachine/Devices/Plan9/Shares", false, Manner::kCollection, "Plan9Share", "Name", false, false, "Path"},
    {"VirtualMachine/Devices/Scsi/{}/Attachments/{}", false, Manner::kEntry, "Attachment", nullptr, true, false, "Path"},
    {"VirtualMachine/Devices/SharedMemory/Regions", false, Manner::kCollection, "SharedMemoryRegion", "SectionName", false, false, nullptr},
    {"VirtualMachine/Devices/VirtualPci/{}", false, Manner::kEntry, "VirtualPciDevice", nullptr, false, false, nullptr},
    {"VirtualMachine/Devices/VirtualPMem/Devices/{}", false, Manner::kEntry, "VirtualPMemDevice", nullptr, false, false, "HostPath"},
    {"VirtualMachine/Devices/VirtualPMem/Devices/{}/Mappings/{}", false, Manner::kEntry, "VirtualPMemMapping", nullptr, true, false,
     "HostPath"},
    {"VirtualMachine/Devices/VirtualSmb/Shares", false, Manner::kCollection, "VirtualSmbShare", "Name", false, false, "Path"},
};

using Steps = std::vector<std::string>;

Steps split_path(std::string_view path) {
    Steps steps;
    for (;;) {
        const size_t slash = path.find('/');
        steps.emplace_back(path.substr(0, slash));
        if (slash == std::string_view::npos) return steps;
        path.remove_prefix(slash + 1);
    }
}

const Place& find_place(const Node& path, const Steps& steps) {
    for (const Place& place : kPlaces) {
        const Steps pattern = split_path(place.pattern);
        const bool fits = std::equal(
            pattern.begin(), pattern.end(), steps.begin(), steps.end(),
            [](const std::string& wanted, const std::string& step) { return wanted == step || (wanted == "{}" && !step.empty()); });
        if (fits) return place;
    }
    throw Refusal(kInvalidArgument, path.path() + ": no such resource: " + *path.text());  // code chosen
}

// Adapters and services are named by GUIDs, which clients also write in braces and in either case.
std::string folded(const std::string& key) {
    std::string plain = key;
    if (plain.size() > 2 && plain.front() == '{' && plain.back() == '}') plain = plain.substr(1, plain.size() - 2);
    std::transform(plain.begin(), plain.end(), plain.begin(),
                   [](unsigned char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c); });
    return plain;
}

// The key under which `name` stands in a map, `name` itself when it does not.
std::string known_key(const Node& map, const std::string& name) {
    if (map[name]) return name;
    for (const auto& [key, value] : map.members()) {
        if (folded(key) == folded(name)) return key;
    }
    return name;
}

void check_settings(const Place& place, const Node& settings) {
    const std::string_view shape = place.shape == nullptr ? "" : place.shape;
    if (shape == "u64" || shape == "u32" || shape == "memory") {
        if (!settings) settings.refuse("a number");
        settings.count(shape == "u32" ? UINT32_MAX : UINT64_MAX);
        if (shape == "memory") check_memory_size(settings);
    } else if (!shape.empty()) {
        if (!settings) settings.refuse("an object");
        check_shape(settings, shape);
    }
}

void change_entry(Document& document, Steps steps, const std::string& request, const Node& settings) {
    const std::string name = steps.back();
    steps.pop_back();
    const std::string key = known_key(document.at(steps), name);
    const bool exists = static_cast<bool>(document.at(steps)[key]);
    if (request == "Add" && exists) throw Refusal(kAlreadyExists, "there is a \"" + name + "\" already");  // code chosen
    if (request != "Add" && !exists) throw Refusal(kNotFound, "there is no \"" + name + "\"");
    if (request == "Remove") return document.erase(steps, key);
    steps.push_back(key);
    document.put(steps, settings ? settings : Document::parse("{}").root());
}

// Empty where there is none.
Node entry_at(const Document& document, Steps steps) {
    const std::string name = steps.back();
    steps.pop_back();
    const Node table = document.at(steps);
    return table[known_key(table, name)];
}

// A shipping client sets a service by Update whether it is there or not, and takes one away by an Update that disables it and names nobody.
void change_service(Document& document, const Steps& steps, const std::string& request, const Node& settings) {
    if (request != "Update") return change_entry(document, steps, request, settings);
    const bool names_nobody =
        settings["BindSecurityDescriptor"].text_or("").empty() && settings["ConnectSecurityDescriptor"].text_or("").empty();
    const Steps table(steps.begin(), steps.end() - 1);
    const bool exists = static_cast<bool>(document.at(table)[known_key(document.at(table), steps.back())]);
    if (!settings["Disabled"].boolean_or(false) || !names_nobody) return change_entry(document, steps, exists ? "Update" : "Add", settings);
    if (exists) change_entry(document, steps, "Remove", settings);
}

void change_collection(Document& document, const Steps& steps, const Place& place, const std::string& request, const Node& settings) {
    const auto name = settings[place.key].text();
    if (!name) settings[place.key].refuse("the name of the element", kInvalidArgument);
    const auto elements = document.at(steps).elements();
    const auto found =
        std::find_if(elements.begin(), elements.end(), [&](const Node& element) { return element[place.key].text() == *name; });
    const bool exists = found != elements.end();
    const auto index = static_cast<size_t>(found - elements.begin());
    if (request == "Add" && exists) throw Refusal(kAlreadyExists, "there is a \"" + *name + "\" already");  // code chosen
    if (request != "Add" && !exists) throw Refusal(kNotFound, "there is no \"" + *name + "\"");
    if (request != "Add") document.erase(steps, index);
    if (request != "Remove") document.append(steps, settings);
}

}  // namespace

Outcome System::modify(const std::string& text) {
    const Document document = Document::parse(text);
    const Node request = document.root();
    check_shape(request, "ModifySettingRequest");
    refuse_unless(Request::kModify);
    const auto path = request["ResourcePath"].text();
    const Node guest_request = request["GuestRequest"];
    if (guest_request) {
        // Both parts belong to one request: when the guest's cannot be delivered the host's is not done.
        if (kind() != SystemKind::kVirtualMachine)
            throw Refusal(kNotImplemented, guest_request.path() + ": this kind of system has no guest", "Modify");
        if (failed(allowed(Request::kMeasure))) throw Refusal(kInvalidState, "the guest does not run", "Modify");
        if (!guest_cooperates(Document::parse("{}").root()))
            throw Refusal(kSystemNotConfigured, "nothing in the virtual machine takes guest requests", "Modify");
    }
    try {
        if (path) modify_place(request, *path);
    } catch (const Refusal& refusal) {
        throw refusal.within("Modify");
    }
    if (path && (path->rfind("Container/Memory", 0) == 0 || path->rfind("Container/Processor", 0) == 0)) follow_limits();
    return success();
}

void System::modify_place(const Node& request, const std::string& path) {
    Steps steps = split_path(path);
    const Place& place = find_place(request["ResourcePath"], steps);
    const Node settings = request["Settings"];
    std::string kind_of_request = request["RequestType"].text_or("");
    if (kind_of_request.empty() && place.manner == Manner::kValue)
        kind_of_request = "Update";  // clients leave it out where there is but one thing to do
    if (kind_of_request != "Add" && kind_of_request != "Remove" && kind_of_request != "Update")
        request["RequestType"].refuse("Add, Remove or Update", kInvalidArgument);
    if (place.of_container != (kind() != SystemKind::kVirtualMachine))
        throw Refusal(kNotImplemented, path + " does not exist for this kind of compute system");
    const bool runs = !failed(allowed(Request::kMeasure));
    if (place.needs_guest && !(runs && guest_cooperates(Document::parse("{}").root())))
        throw Refusal(kInvalidState, path + " needs a guest that has booted");
    if (kind_of_request != "Remove") check_settings(place, settings);

    std::unique_lock one_at_a_time(mapping_mutex_, std::defer_lock);
    if (place.of_container && std::string_view(place.shape).rfind("Mapped", 0) == 0) {
        one_at_a_time.lock();
        refuse_unless(Request::kModify);  // it may have been paused since, and the change lets processes go on
        carry_mapping(steps, kind_of_request, settings);
    }
    Lock<Rank::kSystem> lock(mutex_);
    if (place.file != nullptr && kind_of_request != "Remove" && runs && kind_ != SystemKind::kHosted) {
        // Disks are opened with the machine's account, the folders of shares and mappings by the service.
        if (const auto path_of_file = settings[place.file].text()) check_file({*path_of_file, place.manner == Manner::kEntry}, runtime_id_);
    }
    Document changed = document_;
    if (place.of_container && changed.root()["HostedSystem"])
        steps.insert(steps.begin(), "HostedSystem");  // that is where such a container's document has it
    if (place.parent_must_exist) {
        const Steps holder(steps.begin(), steps.end() - 2);  // the controller or device whose parts are changed
        if (!changed.at(holder)) throw Refusal(kNotFound, "there is no \"" + holder.back() + "\"");
    }
    switch (place.manner) {
        case Manner::kValue:
            if (kind_of_request == "Remove") {
                const Steps holder(steps.begin(), steps.end() - 1);
                if (!changed.at(steps)) throw Refusal(kNotFound, path + " is not set");
                changed.erase(holder, steps.back());
            } else {
                changed.put(steps, settings);
            }
            break;
        case Manner::kService: change_service(changed, steps, kind_of_request, settings); break;
        case Manner::kEntry:
        case Manner::kAdapter: change_entry(changed, steps, kind_of_request, settings); break;
        case Manner::kCollection: change_collection(changed, steps, place, kind_of_request, settings); break;
    }
    if (place.manner == Manner::kAdapter) wiring_.exchange(entry_at(document_, steps), entry_at(changed, steps));
    document_ = changed;
    basic_ = nullptr;
}

void System::carry_mapping(const Steps& steps, const std::string& request, const Node& settings) {
    std::shared_ptr<ProcessTree> tree;
    Document document;
    std::set<std::string> carried;
    {
        Lock<Rank::kSystem> lock(mutex_);
        if (!isolated_ || !tree_) return;
        tree = tree_;
        document = document_;
        carried = carried_mappings_;
    }
    Document trial = document;
    const Place& place = find_place(settings, steps);
    change_collection(trial, steps, place, request, settings);  // refuses what the document refuses
    const auto name = settings[place.key].text();
    const Node container = document.root()["Container"];
    Node before;
    std::vector<Node> others;
    for (const char* collection : {"MappedDirectories", "MappedPipes"}) {
        for (const Node& one : container[collection].elements()) {
            if (collection == steps.back() && one[place.key].text() == name) before = one;
            else others.push_back(one);
        }
    }
    change_mapping(before, request == "Remove" ? Node() : settings, others, *tree, host_, &carried);
    Lock<Rank::kSystem> lock(mutex_);
    carried_mappings_ = std::move(carried);
}

}  // namespace hcsffi
