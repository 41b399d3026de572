#include "wire/sheet/cell_values.hpp"

#include <map>
#include <string>

#include "wire/sheet/words.hpp"

namespace rostrum::wire {

namespace {

template <class Value>
std::optional<Value> word(const std::map<std::string, Value>& words, std::string_view text) {
    const auto found = words.find(folded(text));
    if (found == words.end()) return std::nullopt;
    return found->second;
}

}  // namespace

std::optional<DelegationKind> kind_of(std::string_view text) {
    constexpr auto national = DelegationKind::national_cso;
    constexpr auto international = DelegationKind::international_cso;
    constexpr auto nhri = DelegationKind::nhri;
    static const std::map<std::string, DelegationKind> words{
        {"national", national},
        {"ngo", national},
        {"cso", national},
        {"ong", national},
        {"osc", national},
        {"national cso", national},
        {"national ngo", national},
        {"national civil society organisation", national},
        {"national civil society organization", national},
        {"nationale", national},
        {"osc nationale", national},
        {"ong nationale", national},
        {"organisation nationale de la societe civile", national},
        {"nacional", national},
        {"osc nacional", national},
        {"ong nacional", national},
        {"organizacion nacional de la sociedad civil", national},
        {"delegation kind national cso", national},
        {"international", international},
        {"international cso", international},
        {"international ngo", international},
        {"international civil society organisation", international},
        {"international civil society organization", international},
        {"coalition", international},
        {"internationale", international},
        {"osc internationale", international},
        {"ong internationale", international},
        {"organisation internationale de la societe civile", international},
        {"internacional", international},
        {"osc internacional", international},
        {"ong internacional", international},
        {"organizacion internacional de la sociedad civil", international},
        {"coalicion", international},
        {"delegation kind international cso", international},
        {"nhri", nhri},
        {"national human rights institution", nhri},
        {"indh", nhri},
        {"institution nationale des droits de l homme", nhri},
        {"institution nationale des droits humains", nhri},
        {"institucion nacional de derechos humanos", nhri},
        {"delegation kind nhri", nhri},
    };
    return word(words, text);
}

std::optional<Standing> standing_of(std::string_view text) {
    static const std::map<std::string, Standing> words{
        {"present", Standing::present},    {"here", Standing::present},
        {"presente", Standing::present},   {"absent", Standing::absent},
        {"absente", Standing::absent},     {"ausente", Standing::absent},
        {"empty chair", Standing::absent}, {"expected", Standing::expected},
        {"attendu", Standing::expected},   {"attendue", Standing::expected},
        {"esperado", Standing::expected},  {"esperada", Standing::expected},
    };
    return word(words, text);
}

std::optional<RepresentedBy> represented_by_of(std::string_view text) {
    static const std::map<std::string, RepresentedBy> words{
        {"woman", RepresentedBy::woman},
        {"a woman", RepresentedBy::woman},
        {"femme", RepresentedBy::woman},
        {"une femme", RepresentedBy::woman},
        {"mujer", RepresentedBy::woman},
        {"una mujer", RepresentedBy::woman},
        {"man", RepresentedBy::man},
        {"a man", RepresentedBy::man},
        {"homme", RepresentedBy::man},
        {"un homme", RepresentedBy::man},
        {"hombre", RepresentedBy::man},
        {"un hombre", RepresentedBy::man},
        {"other", RepresentedBy::other},
        {"autre", RepresentedBy::other},
        {"otro", RepresentedBy::other},
        {"otra", RepresentedBy::other},
        {"undeclared", RepresentedBy::undeclared},
        {"not declared", RepresentedBy::undeclared},
        {"non declare", RepresentedBy::undeclared},
        {"no declarado", RepresentedBy::undeclared},
    };
    return word(words, text);
}

}  // namespace rostrum::wire
