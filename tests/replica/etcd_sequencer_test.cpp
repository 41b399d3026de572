#include "replica/etcd_sequencer.hpp"

#include <boost/asio/io_context.hpp>
#include <catch2/catch.hpp>

#include "etcd_members.hpp"
#include "run_until.hpp"
#include "sequencer_conformance.hpp"

using namespace rostrum;
using namespace rostrum::replica;

TEST_CASE("etcd puts acts in order", "[conformance]") {
    static const EtcdMembers members{3};
    boost::asio::io_context io;
    check_sequencer({[&] { return std::make_unique<EtcdSequencer>(io, members.settings()); },
                     [&](const auto& holds) { run_until(io, holds); }});
}
