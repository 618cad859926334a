#include "compute/virtual_machine.h"

#include "document/grammar.h"
#include "ground/file.h"
#include "ground/json_writer.h"

namespace hcsffi {

namespace {

constexpr const char* kFormat = "hcsffi saved state 1";

void add_file(const Node& path, bool needs_grant, std::vector<HostFile>& files) {
    if (const auto text = path.text(); text && !text->empty()) files.push_back({*text, needs_grant});
}

}  // namespace

void check_virtual_machine(const Node& machine) {
    if (const auto saved = machine["RestoreState"]["SaveStateFilePath"].text()) read_saved_state(read_file(*saved));
}

void check_memory_size(const Node& size_mb) { check_rule(size_mb, "step-2"); }

std::vector<HostFile> referenced_files(const Node& machine) {
    std::vector<HostFile> files;
    const Node devices = machine["Devices"];
    for (const auto& [name, controller] : devices["Scsi"].members()) {
        for (const auto& [lun, attachment] : controller["Attachments"].members()) add_file(attachment["Path"], true, files);
    }
    for (const auto& [number, device] : devices["VirtualPMem"]["Devices"].members()) {
        add_file(device["HostPath"], true, files);
        for (const auto& [offset, mapping] : device["Mappings"].members()) add_file(mapping["HostPath"], true, files);
    }
    for (const Node& share : devices["VirtualSmb"]["Shares"].elements()) add_file(share["Path"], false, files);
    for (const Node& share : devices["Plan9"]["Shares"].elements()) add_file(share["Path"], false, files);
    add_file(machine["GuestState"]["GuestStateFilePath"], true, files);
    add_file(machine["GuestState"]["RuntimeStateFilePath"], true, files);
    return files;
}

bool has_guest_connection(const Node& machine) { return static_cast<bool>(machine["GuestConnection"]); }

bool boots(const Node& machine) {
    const Node chipset = machine["Chipset"];
    return chipset["Uefi"]["BootThis"] || chipset["LinuxKernelDirect"]["KernelFilePath"] || machine["RestoreState"];
}

std::string write_saved_state(const std::string& system_id, const std::string& runtime_id, const Node& machine) {
    JsonWriter requirements;
    const Node features = machine["ComputeTopology"]["Processor"]["ProcessorFeatureSet"];
    requirements.open('{');
    requirements.member_json("ProcessorFeatures", features["ProcessorFeatures"] ? features["ProcessorFeatures"].json() : "[]");
    requirements.member_json("XsaveProcessorFeatures",
                             features["XsaveProcessorFeatures"] ? features["XsaveProcessorFeatures"].json() : "[]");
    requirements.close('}');
    JsonWriter json;
    json.open('{').member("Format", kFormat).member("SystemId", system_id).member("RuntimeId", runtime_id);
    json.member_json("ProcessorRequirements", requirements.text()).member_json("VirtualMachine", machine.json()).close('}');
    return json.text();
}

SavedState read_saved_state(const std::string& content) {
    const Document document = Document::parse(content, kInvalidData);
    const Node root = document.root();
    if (!root.is_object() || root["Format"].text_or("") != kFormat)
        throw Refusal(kInvalidData, "the file holds no saved state of this host");
    return {root["SystemId"].text_or(""), root["RuntimeId"].text_or(""), root["ProcessorRequirements"].json()};
}

}  // namespace hcsffi
