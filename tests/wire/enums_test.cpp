// Every value of the contract has a value of the rules with the same name.
#include "wire/protobuf/enums.hpp"

#include <set>

#include <catch2/catch.hpp>

#include "wire/log_encoding.hpp"

namespace rostrum::wire {
namespace {

/// The names in the contract of the values 0, 1, … of the rules.
template <class Value, class Proto>
std::set<std::string> names_written(const google::protobuf::EnumDescriptor& type) {
    std::set<std::string> names;
    for (int number = 0; number + 1 < type.value_count(); ++number) {
        const Proto proto = to_proto(static_cast<Value>(number));
        if (proto != 0) names.insert(type.FindValueByNumber(proto)->name());
    }
    return names;
}

template <class Value, class Proto>
void check_all_are_written(const google::protobuf::EnumDescriptor& type) {
    INFO(type.name());
    CHECK(static_cast<int>(names_written<Value, Proto>(type).size()) == type.value_count() - 1);
}

TEST_CASE("every value of the contract has a value of the rules") {
    check_all_are_written<Course, v1::Course>(*v1::Course_descriptor());
    check_all_are_written<DelegationKind, v1::DelegationKind>(*v1::DelegationKind_descriptor());
    check_all_are_written<Standing, v1::Standing>(*v1::Standing_descriptor());
    check_all_are_written<InscriptionKind, v1::InscriptionKind>(*v1::InscriptionKind_descriptor());
    check_all_are_written<InscriptionStatus, v1::InscriptionStatus>(
        *v1::InscriptionStatus_descriptor());
    check_all_are_written<CommandKind, v1::ActKind>(*v1::ActKind_descriptor());
    check_all_are_written<Role, v1::Role>(*v1::Role_descriptor());
    check_all_are_written<RefusalCode, v1::RefusalCode>(*v1::RefusalCode_descriptor());
    check_all_are_written<Ruling, v1::Ruling>(*v1::Ruling_descriptor());
    check_all_are_written<SignalKind, v1::SignalKind>(*v1::SignalKind_descriptor());
    check_all_are_written<DisplayMode, v1::DisplayMode>(*v1::DisplayMode_descriptor());
    check_all_are_written<SpeakingOrder, v1::SpeakingOrder>(*v1::SpeakingOrder_descriptor());
    check_all_are_written<Scene, v1::Scene>(*v1::Scene_descriptor());
}

template <class Proto>
void check_comes_back(const google::protobuf::EnumDescriptor& type) {
    for (int i = 0; i < type.value_count(); ++i) {
        INFO(type.value(i)->name());
        const auto proto = static_cast<Proto>(type.value(i)->number());
        const auto value = from_proto(proto);
        CHECK(value.has_value() == (proto != 0));
        if (value) CHECK(to_proto(*value) == proto);
    }
    CHECK(!from_proto(static_cast<Proto>(1000)));
    CHECK(!from_proto(static_cast<Proto>(-1)));
}

TEST_CASE("an enumerator that is written is read as the same") {
    check_comes_back<v1::DelegationKind>(*v1::DelegationKind_descriptor());
    check_comes_back<v1::Standing>(*v1::Standing_descriptor());
    check_comes_back<v1::ActKind>(*v1::ActKind_descriptor());
    check_comes_back<v1::Role>(*v1::Role_descriptor());
    check_comes_back<v1::InscriptionKind>(*v1::InscriptionKind_descriptor());
    check_comes_back<v1::Ruling>(*v1::Ruling_descriptor());
    check_comes_back<v1::SignalKind>(*v1::SignalKind_descriptor());
    check_comes_back<v1::DisplayMode>(*v1::DisplayMode_descriptor());
    check_comes_back<v1::SpeakingOrder>(*v1::SpeakingOrder_descriptor());
    check_comes_back<v1::Scene>(*v1::Scene_descriptor());
}

TEST_CASE("an unspecified RepresentedBy is undeclared") {
    CHECK(from_proto(v1::REPRESENTED_BY_UNSPECIFIED) == RepresentedBy::undeclared);
    CHECK(from_proto(v1::REPRESENTED_BY_WOMAN) == RepresentedBy::woman);
    CHECK(from_proto(v1::REPRESENTED_BY_MAN) == RepresentedBy::man);
    CHECK(from_proto(v1::REPRESENTED_BY_OTHER) == RepresentedBy::other);
    CHECK(to_proto(RepresentedBy::undeclared) == v1::REPRESENTED_BY_UNSPECIFIED);
    CHECK(!from_proto(static_cast<v1::RepresentedBy>(4)));
}

TEST_CASE("numbers in the log never change their meaning") {
    CHECK(role_number(Role::chair) == 1);
    CHECK(role_number(Role::observer) == 5);
    CHECK(role_number(Role::interpreter) == 7);
    CHECK(role_from_number(2) == Role::secretariat);
    CHECK(command_kind_number(kind_of<FoundRoom>()) == 1);
    CHECK(command_kind_number(kind_of<Next>()) == 8);
    CHECK(command_kind_from_number(20) == kind_of<Undo>());
    CHECK(command_kind_from_number(49) == kind_of<EraseName>());
    CHECK(command_kind_from_number(50) == kind_of<SettleLostTime>());
    CHECK(command_kind_from_number(51) == kind_of<ReportOutage>());
    CHECK_THROWS_AS(role_from_number(0), DecodeError);
    CHECK_THROWS_WITH(role_from_number(8),
                      "This version of Rostrum does not know role number 8: a newer one wrote it, "
                      "or it is damaged.");
    CHECK_THROWS_WITH(command_kind_from_number(99),
                      "This version of Rostrum does not know act number 99: a newer one wrote it, "
                      "or it is damaged.");
}

}  // namespace
}  // namespace rostrum::wire
