#include "network/linux/port_holder.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>
#include <string_view>
#include <system_error>

#include "ground/linux/listing.h"
#include "processes/relay/protocol.h"

namespace hcsffi {
namespace {

struct Socket {
    std::string user;
    std::string inode;
};

// As the lists of sockets have it: words of 32 bits, each as it lies in memory.
std::string as_listed(const Address& address) {
    const uint64_t parts[] = {address.high >> 32, address.high, address.low >> 32, address.low};
    std::string text;
    for (int at = address.six ? 0 : 3; at < 4; ++at) {
        char word[9];
        snprintf(word, sizeof word, "%08X", static_cast<unsigned>(htonl(static_cast<uint32_t>(parts[at]))));
        text += word;
    }
    return text;
}

// In one list: who has the port on that address, or on all of them. Its first line names the columns, none of them with a colon.
std::optional<Socket> find_in(const char* list, bool listens, const std::string& address, uint16_t port) {
    std::ifstream file(list);
    for (std::string line; std::getline(file, line);) {
        std::istringstream words(line);
        std::string number, local, remote, state, queues, timer, again, user, timeout, inode;
        words >> number >> local >> remote >> state >> queues >> timer >> again >> user >> timeout >> inode;
        const size_t colon = local.find(':');
        if (colon == std::string::npos || strtoul(local.c_str() + colon + 1, nullptr, 16) != port) continue;
        if (listens && state != "0A") continue;
        const std::string own = local.substr(0, colon);
        const bool is_all = own.find_first_not_of('0') == std::string::npos;
        const bool is_it = own.size() >= address.size() && own.compare(own.size() - address.size(), address.size(), address) == 0;
        if (is_all || is_it) return Socket{user, inode};
    }
    return std::nullopt;
}

std::optional<Socket> find_socket(uint32_t protocol, const Address& address, uint16_t port) {
    const bool listens = protocol == IPPROTO_TCP;
    const std::string listed = as_listed(address);
    std::optional<Socket> found;
    if (!address.six) found = find_in(listens ? "/proc/net/tcp" : "/proc/net/udp", listens, listed, port);
    return found ? found : find_in(listens ? "/proc/net/tcp6" : "/proc/net/udp6", listens, listed, port);
}

bool has(const std::string& process, const std::string& wanted) {
    const std::string folder = "/proc/" + process + "/fd";
    const Listing listing = list_entries(folder);
    if (!listing) return false;
    bool found = false;
    while (const dirent* entry = found ? nullptr : readdir(listing.get())) {
        std::error_code error;  // one that is closed meanwhile is no link any more
        found = std::filesystem::read_symlink(folder + "/" + entry->d_name, error) == wanted;
    }
    return found;
}

std::string name_of(const std::string& process) {
    std::string name;
    std::getline(std::ifstream("/proc/" + process + "/comm") >> std::ws, name);
    return name;
}

std::string parent_of(const std::string& process) {
    std::ifstream file("/proc/" + process + "/status");
    for (std::string line; std::getline(file, line);)
        if (constexpr std::string_view kParent = "PPid:\t"; line.compare(0, kParent.size(), kParent) == 0)
            return line.substr(kParent.size());
    return "";
}

std::string described(const std::string& process) {
    const std::string name = name_of(process);
    const std::string text = "process " + process + " (" + name + ")";
    return name == relay::kName ? text + " of " + described(parent_of(process)) : text;
}

}  // namespace

std::string holder_of_port(uint32_t protocol, const Address& address, uint16_t port) {
    const auto socket = find_socket(protocol, address, port);
    if (!socket) return "another program";
    const std::string wanted = "socket:[" + socket->inode + "]";
    const Listing listing = list_entries("/proc");
    std::string holder;
    while (const dirent* entry = listing && holder.empty() ? readdir(listing.get()) : nullptr) {
        if (isdigit(static_cast<unsigned char>(*entry->d_name)) && has(entry->d_name, wanted)) holder = described(entry->d_name);
    }
    return holder.empty() ? "a process of user " + socket->user : holder;
}

}  // namespace hcsffi
