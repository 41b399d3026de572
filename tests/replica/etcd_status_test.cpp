#include <cstdlib>
#include <optional>
#include <utility>

#include <boost/asio/io_context.hpp>
#include <catch2/catch.hpp>

#include "../store/temporary_folder.hpp"
#include "etcd_members.hpp"
#include "replica/etcd_sequencer.hpp"
#include "run_until.hpp"
#include "test_acts.hpp"

using namespace rostrum;
using namespace rostrum::replica;

namespace {

EtcdStatus three_members() {
    EtcdMember member;
    member.cluster = 7;
    member.version = "3.4.23";
    member.sees_majority = true;
    EtcdStatus all{member, member, member};
    for (std::size_t i = 0; i < 3; ++i) {
        all[i].id = i + 1;
        all[i].address = "http://" + std::to_string(i);
        all[i].name = "member " + std::to_string(i);
    }
    return all;
}

std::string fault_after(const std::function<void(EtcdStatus&)>& change) {
    EtcdStatus members = three_members();
    change(members);
    return etcd_fault(members).value_or("");
}

SequenceOutcome append_once(const EtcdSettings& settings) {
    boost::asio::io_context io;
    EtcdSequencer sequencer{io, settings};
    std::optional<SequenceOutcome> outcome;
    sequencer.append({batch_after(RoomId{"room"}, {}, {"command"})},
                     [&](SequenceOutcome got) { outcome = std::move(got); });
    run_until(io, [&] { return outcome.has_value(); });
    return *outcome;
}

}  // namespace

TEST_CASE("what keeps etcd from being used is said in a sentence", "[status]") {
    CHECK(fault_after([](auto&) {}).empty());
    CHECK(fault_after([](auto& members) { members.resize(1); }).empty());
    CHECK(fault_after([](auto& members) { members[2].is_learner = true; }) ==
          "Two members have no majority when one is lost: add a third, however small, or use one.");
    CHECK(fault_after([](auto& members) { members[1].version = "3.3.25"; }) ==
          "http://1 is etcd 3.3.25: 3.4 or later is needed.");
    CHECK(fault_after([](auto& members) { members[1].version = "?"; }) ==
          "http://1 is etcd ?: 3.4 or later is needed.");
    CHECK(fault_after([](auto& members) { members[2].version = "4.0.0"; }).empty());
    CHECK(fault_after([](auto& members) { members[2].cluster = 8; }) ==
          "http://0 and http://2 are no members of one cluster.");
    CHECK(fault_after([](auto& members) {
              for (auto& member : members) member.sees_majority = false;
          }) == "Most members of etcd are away: nothing can be written until they return.");
    CHECK(fault_after([](auto& members) { members[1].alarms = {"NOSPACE"}; }) ==
          "etcd takes no more acts: member 1 has no space left. Compact its history, defragment "
          "its file, disarm the alarm.");
    CHECK(fault_after([](auto& members) { members[1].alarms = {"CORRUPT"}; }) ==
          "The data of member 1 differ from those of other members: replace it.");
    CHECK(fault_after([](auto& members) {
              for (EtcdMember& member : members) {
                  member = {};
                  member.fault = "Away.";
              }
          }) == "No member of etcd answers. Away.");
}

TEST_CASE("an operator sees the members of etcd", "[status]") {
    EtcdMembers members{3};
    const std::size_t leader = members.leader();
    EtcdStatus status = members.status();
    REQUIRE(status.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(status[i].address == text_of(members.settings().members[i]));
        CHECK(status[i].name == std::to_string(i));
        CHECK(status[i].is_leader == (i == leader));
        CHECK(status[i].cluster == status[0].cluster);
        CHECK(status[i].version.starts_with("3."));
        CHECK(status[i].file_size > 0);
        CHECK(status[i].fault.empty());
    }
    CHECK_FALSE(etcd_fault(status).has_value());
    members.kill((leader + 1) % 3);
    status = members.status();
    REQUIRE(status.size() == 4);
    CHECK(status[(leader + 1) % 3].fault == text_of(members.settings().members[(leader + 1) % 3]) +
                                                " cannot be reached: Connection refused.");
    CHECK_FALSE(etcd_fault(status).has_value());
}

TEST_CASE("with TLS, members and servers know each other by their certificates", "[tls]") {
    const store::TemporaryFolder folder;
    const auto made = [&](const std::string& name) {
        const std::string path = folder.path / name;
        const std::string command =
            "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 "
            "-subj /O=Test -addext subjectAltName=IP:127.0.0.1 -keyout " +
            path + ".key -out " + path + ".pem 2>/dev/null";
        REQUIRE(std::system(command.c_str()) == 0);
        return TlsFiles{path + ".pem", path + ".pem", path + ".key"};
    };
    const TlsFiles ours = made("ours");
    const TlsFiles foreign = made("foreign");
    const EtcdMembers members{1, ours.certificate, ours.key};
    EtcdSettings settings = members.settings();
    CHECK(std::holds_alternative<Sequenced>(append_once(settings)));

    settings.tls = {ours.authorities, foreign.certificate, foreign.key};
    CHECK(std::holds_alternative<NotSequenced>(append_once(settings)));
    settings.tls = {ours.authorities, {}, {}};
    CHECK(std::holds_alternative<NotSequenced>(append_once(settings)));
    settings.tls = {foreign.authorities, ours.certificate, ours.key};
    const auto outcome = append_once(settings);
    REQUIRE(std::holds_alternative<NotSequenced>(outcome));
    CHECK_THAT(std::get<NotSequenced>(outcome).reason,
               Catch::Contains("certificate verify failed"));
    settings.tls = ours;
    settings.members.front().host = "localhost";
    CHECK(std::holds_alternative<NotSequenced>(append_once(settings)));

    boost::asio::io_context io;
    settings.tls.authorities = folder.path / "none.pem";
    CHECK_THROWS_AS((EtcdSequencer{io, settings}), UnusableSetting);
}
