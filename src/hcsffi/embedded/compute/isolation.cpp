#include "compute/isolation.h"

#include <algorithm>

#include "compute/process.h"
#include "ground/file.h"
#include "ground/guid.h"

namespace hcsffi {

namespace {

constexpr size_t kLongestHostName = 64;  // HOST_NAME_MAX

// C:\x is /x: the container's one disk is its root. A path without a drive is taken as it is (chosen).
std::string path_inside(const Node& node) {
    std::string path = node.text_or("");
    const bool drive = path.size() >= 2 && path[1] == ':';
    if (drive && path[0] != 'C' && path[0] != 'c')
        throw Refusal(kInvalidArgument, node.path() + ": the only disk of a container here is C:, found \"" + path + "\"");
    if (drive) {
        path.erase(0, 2);
        std::replace(path.begin(), path.end(), '\\', '/');
    }
    if (path.empty() || path.front() != '/')
        throw Refusal(kInvalidArgument, node.path() + ": expected an absolute path, found \"" + path + "\"");
    std::string plain;
    for (size_t at = 0; at < path.size();) {
        const size_t end = std::min(path.find('/', at), path.size());
        const std::string step = path.substr(at, end - at);
        if (step == ".." || step.find('\0') != std::string::npos)
            throw Refusal(kInvalidArgument, node.path() + ": expected a path without \"..\", found \"" + path + "\"");
        if (!step.empty() && step != ".") plain += "/" + step;
        at = end + 1;
    }
    return plain.empty() ? "/" : plain;
}

std::string system_code_text(int code) { return code == 0 ? "" : " (errno " + std::to_string(code) + ")"; }

Refusal cannot_isolate(const Isolation& isolation, const std::string& problem, int code, const std::string& remedy) {
    std::string text = isolation.asking() + ": this machine does not isolate: " + problem + system_code_text(code);
    if (!remedy.empty()) text += "; remedy: " + remedy;
    return Refusal(kServiceNotAvailable, text);
}

HRESULT code_of_mapping(const SpawnOutcome& outcome) {
    constexpr int kNoSuchFile = 2, kNoAccess = 13, kNoDirectory = 20;  // ENOENT, EACCES, ENOTDIR, the same on every Linux
    if (outcome.system_code == kNoSuchFile) return kFileNotFound;
    if (outcome.system_code == kNoAccess) return kAccessDenied;
    if (outcome.system_code == kNoDirectory) return kDirectory;
    return code_of(outcome.reason);
}

Refusal cannot_map(const Isolation& isolation, size_t culprit, const SpawnOutcome& outcome) {
    const std::string member = culprit < isolation.members.size() ? isolation.members[culprit] : isolation.asking();
    return Refusal(code_of_mapping(outcome), member + ": " + outcome.text + system_code_text(outcome.system_code));
}

// The same refusal, with the member that asks for a network.
Refusal cannot_connect(const Isolation& isolation, const Refusal& refusal) {
    return Refusal(refusal.code(), isolation.network + ": " + refusal.what());
}

}  // namespace

Isolation read_isolation(const Node& container, Host& host, const Networks& networks) {
    Isolation isolation;
    const IsolationMode mode = host.isolation();
    if (mode == IsolationMode::kNone) return isolation;
    const auto directories = container["MappedDirectories"].elements();
    const auto is_here = [](const Node& directory) { return is_local_path(directory["HostPath"].text_or("")); };
    const Node view = container["Storage"]["Path"];
    const bool on_layers = is_local_path(view.text_or(""));
    const Node place = container["Networking"]["Namespace"];
    const bool has_network = networks.carry_packets() && is_bare_guid(place.text_or(""));  // what is no GUID is refused where it is entered
    const bool maps = std::any_of(directories.begin(), directories.end(), is_here);
    if (mode == IsolationMode::kAuto && !on_layers && !maps && !has_network) return isolation;
    if (!host.spawner()->offers_isolation()) return isolation;
    isolation.wanted = true;
    if (has_network) {
        isolation.network = place.path();
        isolation.namespace_id = place.text_or("");
        isolation.enclosure.network.kind = NetworkKind::held;
    }
    const Node name = container["GuestOs"]["HostName"];
    isolation.enclosure.host_name = name.text_or("");
    if (isolation.enclosure.host_name.size() > kLongestHostName)
        throw Refusal(kInvalidArgument, name.path() + ": a host name has at most 64 bytes");
    const std::string& host_name = isolation.enclosure.host_name;
    if (std::any_of(host_name.begin(), host_name.end(), [](unsigned char one) { return one <= ' '; }))
        throw Refusal(kInvalidArgument, name.path() + ": a host name has no blanks and no control characters");
    if (on_layers) {
        isolation.root = view.path();
        isolation.enclosure.view = view.text_or("");
    }
    for (const Node& directory : directories) {
        if (!is_here(directory)) continue;
        isolation.enclosure.mappings.push_back(
            {directory["HostPath"].text_or(""), path_inside(directory["ContainerPath"]), directory["ReadOnly"].boolean_or(false)});
        isolation.members.push_back(directory.path());
        isolation.carried.insert(directory.json());
    }
    return isolation;
}

void check_isolation(const Isolation& isolation, Host& host, Networks& networks) {
    if (!isolation.wanted) return;
    try {
        if (!isolation.network.empty()) networks.check_network(isolation.namespace_id);  // first: what does not exist is nobody's lack
    } catch (const Refusal& refusal) {
        throw cannot_connect(isolation, refusal);
    }
    const auto spawner = host.spawner();
    const IsolationEngine engine = spawner->isolation_engine();
    if (!engine.works) throw cannot_isolate(isolation, engine.problem, engine.system_code, engine.remedy);
    size_t culprit = 0;
    if (const SpawnOutcome checked = spawner->check_enclosure(isolation.enclosure, &culprit); !checked.ok())
        throw cannot_map(isolation, culprit, checked);
}

std::shared_ptr<ProcessTree> open_isolated(Isolation isolation, Host& host, Networks& networks, std::weak_ptr<TreeListener> listener,
                                           std::shared_ptr<OwnNetwork>* network) {
    check_isolation(isolation, host, networks);
    try {
        if (!isolation.network.empty()) *network = networks.open_network(isolation.namespace_id);
    } catch (const Refusal& refusal) {
        throw cannot_connect(isolation, refusal);
    }
    if (*network) isolation.enclosure.network = (*network)->place();
    std::unique_ptr<ProcessTree> tree;
    const SpawnOutcome opened = host.spawner()->open_enclosed_tree(std::move(listener), isolation.enclosure, &tree);
    if (!opened.ok())
        throw Refusal(code_of(opened.reason), isolation.asking() + ": " + opened.text + system_code_text(opened.system_code), "Start");
    try {
        if (*network) (*network)->connect(tree->first_process());
    } catch (const Refusal& refusal) {
        (void)tree->terminate();
        throw cannot_connect(isolation, refusal);
    }
    return tree;
}

}  // namespace hcsffi
