#include "compute/service.h"

#include <algorithm>
#include <thread>

#include "document/shape.h"
#include "ground/json_writer.h"

namespace hcsffi {

namespace {

std::string basic_json(const std::vector<SchemaVersion>& versions) {
    JsonWriter json;
    json.open('{').open("SupportedSchemaVersions", '[');
    for (const SchemaVersion& version : versions) json.open('{').member("Major", version.major).member("Minor", version.minor).close('}');
    return json.close(']').close('}').text();
}

uint32_t processor_count() { return std::max(std::thread::hardware_concurrency(), 1u); }

// One package with a core for each logical processor: the standard library tells no more (chosen).
std::string topology_json() {
    JsonWriter json;
    json.open('{').member("LogicalProcessorCount", processor_count()).open("LogicalProcessors", '[');
    for (uint32_t index = 0; index < processor_count(); ++index) {
        json.open('{')
            .member("LpIndex", index)
            .member("NodeNumber", uint32_t{0})
            .member("PackageId", uint32_t{0})
            .member("CoreId", index)
            .member("RootVpIndex", int32_t(index))
            .close('}');
    }
    return json.close(']').close('}').text();
}

}  // namespace

std::string Service::answer(const std::string& type, const std::vector<SchemaVersion>& versions) {
    if (type == "Basic") return basic_json(versions);
    if (type == "ProcessorTopology") return topology_json();
    if (type == "CpuGroup") return cpu_groups_json();
    if (type == "QoSCapabilities") return R"({"ProcessorQoSSupported":false})";
    if (type == "ContainerCredentialGuard") return R"({"Instances":[]})";
    // Memory, the cache and bandwidth types: no answer of theirs is published (chosen).
    throw Refusal(kNotSupported, "the service property " + type + " is not answered here", "GetProperties");
}

std::string Service::properties(const std::string& query, const std::vector<SchemaVersion>& versions) {
    const Document document = Document::parse_optional(query);
    const Node root = document.root();
    check_shape(root, "Service_PropertyQuery");
    JsonWriter json;
    json.open('{');
    if (root["PropertyTypes"] || !root["PropertyQueries"]) {
        json.open("Properties", '[');
        for (const Node& type : root["PropertyTypes"].elements()) json.element_json(answer(*type.text(), versions));
        json.close(']');
    }
    if (const Node queries = root["PropertyQueries"]) {
        json.open("PropertyResponses", '{');
        for (const auto& [name, value] : queries.members()) {
            JsonWriter response;
            response.open('{');
            try {
                response.member_json("Response", answer(name, versions));
            } catch (const Refusal& refusal) {
                response.member_json("Error", result_error(refusal.code(), refusal.what(), "GetProperties"));
            }
            json.member_json(name, response.close('}').text());
        }
        json.close('}');
    }
    return json.close('}').text();
}

std::string Service::cpu_groups_json() {
    std::scoped_lock lock(mutex_);
    JsonWriter json;
    json.open('{').open("CpuGroups", '[');
    for (const auto& [id, group] : cpu_groups_) {
        json.open('{')
            .member("GroupId", id)
            .open("Affinity", '{')
            .member("LogicalProcessorCount", static_cast<uint64_t>(group.processors.size()));
        json.open("LogicalProcessors", '[');
        for (const uint64_t processor : group.processors) json.element_json(std::to_string(processor));
        json.close(']').close('}').open("GroupProperties", '[');
        for (const auto& [code, value] : group.properties)
            json.open('{').member("PropertyCode", code).member("PropertyValue", value).close('}');
        json.close(']').close('}');
    }
    return json.close(']').close('}').text();
}

void Service::modify(const std::string& request) {
    const Document document = Document::parse(request);
    const Node root = document.root();
    check_shape(root, "ModificationRequest");
    const std::string type = root["PropertyType"].text_or("");
    if (type == "CpuGroup") {
        check_shape(root["Settings"], "HostProcessorModificationRequest");
        return change_cpu_groups(root["Settings"]);
    }
    if (type.empty()) root["PropertyType"].refuse("the name of a property");
    throw Refusal(kNotSupported, root["PropertyType"].path() + ": " + type + " cannot be changed here", "Modify");  // chosen
}

void Service::create_group(const Node& details) {
    check_shape(details, "CreateGroupOperation");
    const std::string id = *details["GroupId"].text();
    CpuGroup group;
    for (const Node& processor : details["LogicalProcessors"].elements()) {
        const uint64_t index = *processor.count();
        if (index >= processor_count()) throw Refusal(kInvalidArgument, processor.path() + ": there is no such processor");
        group.processors.push_back(index);
    }
    if (const auto count = details["LogicalProcessorCount"].count(); count && *count != group.processors.size()) {
        throw Refusal(kInvalidArgument, details["LogicalProcessorCount"].path() + ": does not count LogicalProcessors");
    }
    if (!cpu_groups_.emplace(id, std::move(group)).second)
        throw Refusal(kAlreadyExists, "there is a CPU group " + id + " already");  // code chosen
}

void Service::change_cpu_groups(const Node& settings) {
    const Node details = settings["OperationDetails"];
    const std::string operation = settings["Operation"].text_or("");
    if (operation.empty()) settings["Operation"].refuse("CreateGroup, DeleteGroup or SetProperty");
    if (!details["GroupId"].text()) details["GroupId"].refuse("the id of the group", kInvalidArgument);
    std::scoped_lock lock(mutex_);
    if (operation == "CreateGroup") return create_group(details);
    const auto found = cpu_groups_.find(*details["GroupId"].text());
    if (found == cpu_groups_.end()) throw Refusal(kNotFound, "there is no CPU group " + *details["GroupId"].text());
    if (operation == "DeleteGroup") {
        cpu_groups_.erase(found);
        return;
    }
    check_shape(details, "SetPropertyOperation");
    const auto code = details["PropertyCode"].count();
    const auto value = details["PropertyValue"].count();
    if (!code || !value) details.refuse("PropertyCode and PropertyValue", kInvalidArgument);
    found->second.properties[*code] = *value;
}

void Service::clear() {
    std::scoped_lock lock(mutex_);
    cpu_groups_.clear();
}

}  // namespace hcsffi
