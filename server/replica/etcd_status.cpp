#include "replica/etcd_status.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "replica/etcd_client.hpp"
#include "replica/etcd_json.hpp"

namespace rostrum::replica {

namespace json = boost::json;

namespace {

/// The version from which on the paths begin with /v3.
constexpr std::pair<std::uint64_t, std::uint64_t> first_version{3, 4};

EtcdMember member_of(const HttpAddress& address, const EtcdAnswer& answer) {
    EtcdMember member;
    member.address = text_of(address);
    member.fault = answer.reason;
    if (answer.kind != EtcdAnswer::Kind::answered) return member;
    try {
        const json::object& header = object_at(answer.body, "header");
        member.id = number_at(header, "member_id");
        member.cluster = number_at(header, "cluster_id");
        member.revision = number_at(header, "revision");
        member.version = text_at(answer.body, "version");
        const std::uint64_t leader = number_at(answer.body, "leader");
        member.sees_majority = leader != 0;
        member.is_leader = leader != 0 && leader == member.id;
        member.is_learner = flag_at(answer.body, "isLearner");
        member.file_size = number_at(answer.body, "dbSize");
        member.used_size = number_at(answer.body, "dbSizeInUse");
    } catch (const MalformedAnswer& malformed) {
        member.fault = member.address + ": " + malformed.what();
    }
    return member;
}

/// Adds the names of the members, and those that no address leads to.
void add_members(const json::object& answer, EtcdStatus& status) {
    for (const json::value& value : array_at(answer, "members")) {
        const json::object& listed = object_of(value);
        const std::uint64_t id = number_at(listed, "ID");
        auto known = std::find_if(status.begin(), status.end(),
                                  [&](const EtcdMember& member) { return member.id == id; });
        if (known == status.end()) {
            status.emplace_back();
            known = std::prev(status.end());
            known->id = id;
            known->is_learner = flag_at(listed, "isLearner");
            known->fault = "No address that this server was given leads to it.";
        }
        known->name = text_at(listed, "name");
    }
}

void add_alarms(const json::object& answer, EtcdStatus& status) {
    for (const json::value& value : array_at(answer, "alarms"))
        for (EtcdMember& member : status)
            if (member.id == number_at(object_of(value), "memberID"))
                member.alarms.push_back(text_at(object_of(value), "alarm"));
}

bool is_too_old(const std::string& version) {
    const std::size_t dot = version.find('.');
    try {
        const std::string_view text = version;
        const std::uint64_t major = number_of(text.substr(0, dot));
        const std::string_view rest = dot == std::string::npos ? "" : text.substr(dot + 1);
        return std::pair{major, number_of(rest.substr(0, rest.find('.')))} < first_version;
    } catch (const MalformedAnswer&) {
        return true;
    }
}

std::optional<std::string> alarm_fault(const EtcdMember& member, const std::string& alarm) {
    if (alarm == "NOSPACE")
        return "etcd takes no more acts: " + member.name +
               " has no space left. Compact its history, defragment its file, disarm the alarm.";
    if (alarm == "CORRUPT")
        return "The data of " + member.name + " differ from those of other members: replace it.";
    return std::nullopt;
}

}  // namespace

asio::awaitable<EtcdStatus> read_etcd_status(EtcdCluster& cluster) {
    EtcdConnection connection{cluster};
    EtcdStatus status;
    std::optional<std::size_t> answering;
    const auto& addresses = cluster.settings().members;
    for (std::size_t i = 0; i < addresses.size(); ++i) {
        EtcdRequest ask_status{"/v3/maintenance/status", "{}"};
        const EtcdAnswer answer = co_await connection.ask_member(i, std::move(ask_status));
        status.push_back(member_of(addresses[i], answer));
        if (status.back().fault.empty()) answering = i;
    }
    if (!answering) co_return status;
    EtcdRequest ask_members{"/v3/cluster/member/list", "{}"};
    const EtcdAnswer members = co_await connection.ask_member(*answering, std::move(ask_members));
    EtcdRequest ask_alarms{"/v3/maintenance/alarm", R"({"action":"GET"})"};
    const EtcdAnswer alarms = co_await connection.ask_member(*answering, std::move(ask_alarms));
    try {
        add_members(members.body, status);
        add_alarms(alarms.body, status);
    } catch (const MalformedAnswer& malformed) {
        status[*answering].fault = status[*answering].address + ": " + malformed.what();
    }
    co_return status;
}

std::optional<std::string> etcd_fault(const EtcdStatus& members) {
    const EtcdMember* first = nullptr;
    bool sees_majority = false;
    std::size_t votes = 0;
    for (const EtcdMember& member : members) {
        if (member.id != 0 && !member.is_learner) ++votes;
        if (member.version.empty()) continue;
        if (first == nullptr) first = &member;
        sees_majority = sees_majority || member.sees_majority;
        if (is_too_old(member.version))
            return member.address + " is etcd " + member.version + ": 3.4 or later is needed.";
        if (member.cluster != first->cluster)
            return first->address + " and " + member.address + " are no members of one cluster.";
    }
    if (first == nullptr)
        return members.empty() ? "No member of etcd is named."
                               : "No member of etcd answers. " + members.front().fault;
    if (!sees_majority)
        return "Most members of etcd are away: nothing can be written until they return.";
    for (const EtcdMember& member : members)
        for (const std::string& alarm : member.alarms)
            if (auto fault = alarm_fault(member, alarm)) return fault;
    if (votes == 2)
        return "Two members have no majority when one is lost: add a third, however small, or use "
               "one.";
    return std::nullopt;
}

}  // namespace rostrum::replica
