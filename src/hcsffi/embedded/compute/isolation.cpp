#include "compute/isolation.h"

#include <algorithm>
#include <cstdlib>

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

// Chosen: \\.\pipe\NAME of this host is the Unix socket NAME in the folder that HCSFFI_PIPES names, else in /run/hcsffi/pipe; where none is
// there the name is kept as text. The pipe NAME of a container is /run/pipe/NAME inside. Absolute paths are taken as they are.
constexpr std::string_view kPipe = "\\\\.\\pipe\\";

bool is_pipe_name(const std::string& text) { return text.compare(0, kPipe.size(), kPipe) == 0; }

std::string plain_pipe_name(const Node& node) {
    const std::string text = node.text_or("");
    const std::string name = is_pipe_name(text) ? text.substr(kPipe.size()) : text;
    if (name.empty() || name == "." || name == ".." || name.find('/') != std::string::npos)
        throw Refusal(kInvalidArgument, node.path() + ": expected the name of a pipe, found \"" + text + "\"");
    return name;
}

std::string socket_path(const Node& node) {
    if (!is_pipe_name(node.text_or(""))) return node.text_or("");
    const char* folder = getenv("HCSFFI_PIPES");
    return std::string(folder && *folder == '/' ? folder : "/run/hcsffi/pipe") + "/" + plain_pipe_name(node);
}

bool is_pipe(const Node& mapping) { return static_cast<bool>(mapping["ContainerPipeName"]); }

bool is_here(const Node& mapping) {
    const std::string path = mapping["HostPath"].text_or("");
    if (!is_pipe(mapping)) return is_local_path(path);
    if (mapping["HostPathType"].text_or("") == "VirtualSmbPipeName") return false;
    return is_local_path(path) || (is_pipe_name(path) && file_exists(socket_path(mapping["HostPath"])));
}

std::string place_of(const Node& mapping) {
    if (!is_pipe(mapping)) return path_inside(mapping["ContainerPath"]);
    const Node name = mapping["ContainerPipeName"];
    return name.text_or("").rfind('/', 0) == 0 ? path_inside(name) : "/run/pipe/" + plain_pipe_name(name);
}

Mapping mapping_of(const Node& directory) {
    if (is_pipe(directory)) return {socket_path(directory["HostPath"]), place_of(directory), false, true};
    return {directory["HostPath"].text_or(""), path_inside(directory["ContainerPath"]), directory["ReadOnly"].boolean_or(false), false};
}

bool lies_in(const std::string& path, const std::string& folder) { return path == folder || path.rfind(folder + "/", 0) == 0; }

// The same refusal, with the member that asks for a network.
Refusal cannot_connect(const Isolation& isolation, const Refusal& refusal) {
    return Refusal(refusal.code(), isolation.network + ": " + refusal.what());
}

}  // namespace

Isolation read_isolation(const Node& container, Host& host, const Networks& networks) {
    Isolation isolation;
    const IsolationMode mode = host.isolation();
    if (mode == IsolationMode::kNone) return isolation;
    std::vector<Node> mappings = container["MappedDirectories"].elements();
    for (const Node& pipe : container["MappedPipes"].elements()) mappings.push_back(pipe);
    const Node view = container["Storage"]["Path"];
    const bool on_layers = is_local_path(view.text_or(""));
    const Node place = container["Networking"]["Namespace"];
    const bool has_network = networks.carry_packets() && is_bare_guid(place.text_or(""));  // what is no GUID is refused where it is entered
    const bool maps = std::any_of(mappings.begin(), mappings.end(), is_here);
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
    for (const Node& directory : mappings) {
        if (!is_here(directory)) continue;
        isolation.enclosure.mappings.push_back(mapping_of(directory));
        isolation.members.push_back(directory.path());
        isolation.carried.insert(directory.json());
    }
    return isolation;
}

void change_mapping(const Node& before, const Node& after, const std::vector<Node>& others, ProcessTree& tree, Host& host,
                    std::set<std::string>* carried) {
    MappingChange change;
    const bool was_carried = before && carried->count(before.json()) != 0;
    if (was_carried) change.unmapped = place_of(before);
    if (after && is_here(after)) change.mapped = mapping_of(after);
    for (const Node& other : others) {
        if (!change.mapped || carried->count(other.json()) == 0) continue;
        const std::string there = place_of(other), here = change.mapped->path_inside;
        if (lies_in(here, there) || lies_in(there, here))
            throw Refusal(kInvalidArgument, after.path() + ": \"" + here + "\" and \"" + there + "\" lie in each other");
    }
    if (change.mapped || !change.unmapped.empty()) {
        const SpawnOutcome changed = host.spawner()->change_mapping(tree, change);
        if (!changed.ok())
            throw Refusal(changed.reason == SpawnReason::not_supported ? kServiceNotAvailable : code_of_mapping(changed),
                          (after ? after : before).path() + ": " + changed.text + system_code_text(changed.system_code));
    }
    if (was_carried) carried->erase(before.json());
    if (change.mapped) carried->insert(after.json());
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
