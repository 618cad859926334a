#include "compute/service.h"

#include <algorithm>
#include <thread>

#include "compute/topology.h"
#include "document/shape.h"
#include "ground/json_writer.h"
#include "processes/spawn.h"

namespace hcsffi {

namespace {

std::string basic_json(const std::vector<SchemaVersion>& versions) {
    JsonWriter json;
    json.open('{').open("SupportedSchemaVersions", '[');
    for (const SchemaVersion& version : versions) json.open('{').member("Major", version.major).member("Minor", version.minor).close('}');
    return json.close(']').close('}').text();
}

uint32_t processor_count() { return std::max(std::thread::hardware_concurrency(), 1u); }

// The pages HCS counts in, whatever those of this host are.
constexpr uint64_t kPageBytes = 4096;

// No answer of a service is published; the names are those of a node's memory in NumaNodeMemory (chosen).
std::string memory_json() {
    const SystemMemory memory = system_memory();
    JsonWriter json;
    json.open('{').member("TotalConsumableMemoryInPages", memory.total_bytes / kPageBytes);
    return json.member("AvailableMemoryInPages", memory.available_bytes / kPageBytes).close('}').text();
}

}  // namespace

std::string Service::answer(const std::string& type, const std::vector<SchemaVersion>& versions) {
    if (type == "Basic") return basic_json(versions);
    if (type == "ProcessorTopology") return processor_topology_json(processor_count());
    if (type == "CpuGroup") return cpu_groups_json();
    if (type == "QoSCapabilities") return R"({"ProcessorQoSSupported":false})";
    if (type == "ContainerCredentialGuard") return credential_guards_json();
    if (type == "Memory") return memory_json();
    // The cache and bandwidth types: no answer of theirs is published (chosen).
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
        for (const auto& [name, value] : queries.named()) {  // null: an empty query
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
    Lock<Rank::kLeaf> lock(mutex_);
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

void Service::modify(const std::string& request, const std::string& fresh_id) {
    const Document document = Document::parse(request);
    const Node root = document.root();
    check_shape(root, "ModificationRequest");
    const std::string type = root["PropertyType"].text_or("");
    if (type == "CpuGroup") {
        check_shape(root["Settings"], "HostProcessorModificationRequest");
        return change_cpu_groups(root["Settings"]);
    }
    if (type == "ContainerCredentialGuard") {
        check_shape(root["Settings"], "ContainerCredentialGuardOperationRequest");
        return change_credential_guards(root["Settings"], fresh_id);
    }
    root["PropertyType"].refuse("the name of a property");
}

void Service::create_group(const Node& details) {
    const std::string id = *details["GroupId"].text();
    CpuGroup group;
    for (const Node& processor : details["LogicalProcessors"].elements()) {
        const uint64_t index = *processor.count();
        if (index >= processor_count()) throw Refusal(kInvalidArgument, processor.path() + ": there is no such processor");
        group.processors.push_back(index);
    }
    if (!cpu_groups_.emplace(id, std::move(group)).second)
        throw Refusal(kAlreadyExists, "there is a CPU group " + id + " already");  // code chosen
}

void Service::change_cpu_groups(const Node& settings) {
    const Node details = settings["OperationDetails"];
    const std::string operation = settings["Operation"].text_or("");
    check_shape(details, operation == "CreateGroup"   ? "CreateGroupOperation"
                         : operation == "DeleteGroup" ? "DeleteGroupOperation"
                                                      : "SetPropertyOperation");
    Lock<Rank::kLeaf> lock(mutex_);
    if (operation == "CreateGroup") return create_group(details);
    const auto found = cpu_groups_.find(*details["GroupId"].text());
    if (found == cpu_groups_.end()) throw Refusal(kNotFound, "there is no CPU group " + *details["GroupId"].text());
    if (operation == "DeleteGroup") {
        cpu_groups_.erase(found);
        return;
    }
    found->second.properties[*details["PropertyCode"].count()] = *details["PropertyValue"].count();
}

// What a client copies into the document of its container. Cookie and end point are this host's own texts (chosen): nobody hands out
// credentials here.
std::string Service::credential_guards_json() {
    Lock<Rank::kLeaf> lock(mutex_);
    JsonWriter json;
    json.open('{').open("Instances", '[');
    for (const auto& [id, guard] : credential_guards_) {
        json.open('{').member("Id", id).open("CredentialGuard", '{').member("Cookie", guard.cookie).member("RpcEndpoint", "hcsffi-" + id);
        json.member("Transport", guard.transport).member("CredentialSpec", guard.specification).close('}');
        if (guard.transport == "HvSocket") {
            json.open("HvSocketConfig", '{').member("ServiceId", guard.service_id).open("ServiceConfig", '{');
            json.member("AllowWildcardBinds", true).close('}').close('}');
        }
        json.close('}');
    }
    return json.close(']').close('}').text();
}

void Service::change_credential_guards(const Node& settings, const std::string& fresh_id) {
    const Node details = settings["OperationDetails"];
    const std::string operation = settings["Operation"].text_or("");
    check_shape(details, operation == "AddInstance" ? "ContainerCredentialGuardAddInstanceRequest"
                                                    : "ContainerCredentialGuardRemoveInstanceRequest");
    const auto id = details["Id"].text();
    Lock<Rank::kLeaf> lock(mutex_);
    if (operation == "RemoveInstance") {
        if (credential_guards_.erase(*id) == 0) throw Refusal(kNotFound, "there is no credential guard instance " + *id);
        return;
    }
    std::string cookie = fresh_id;
    cookie.erase(std::remove(cookie.begin(), cookie.end(), '-'), cookie.end());
    CredentialGuard guard{*details["CredentialSpec"].text(), details["Transport"].text_or("LRPC"), std::move(cookie), fresh_id};
    if (!credential_guards_.emplace(*id, std::move(guard)).second)
        throw Refusal(kAlreadyExists, "there is a credential guard instance " + *id + " already");  // code chosen
}

void Service::clear() {
    Lock<Rank::kLeaf> lock(mutex_);
    cpu_groups_.clear();
    credential_guards_.clear();
}

}  // namespace hcsffi
