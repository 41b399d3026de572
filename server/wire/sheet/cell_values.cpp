#include "wire/sheet/cell_values.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "floor/text.hpp"
#include "wire/sheet/words.hpp"

namespace rostrum::wire {

namespace {

/// The words in alphabetical order, as one text.
std::string key_of(std::string_view text) {
    std::vector<std::string> words = words_of(text);
    std::sort(words.begin(), words.end());
    std::string key;
    for (const std::string& word : words) key += word + ' ';
    return key;
}

/// What each word means, from lists with | between the words.
template <class Value>
class Vocabulary {
public:
    Vocabulary(std::initializer_list<std::pair<Value, std::string_view>> lists) {
        for (auto [value, list] : lists) {
            while (!list.empty()) {
                const std::string_view word = list.substr(0, list.find('|'));
                values_.emplace(key_of(word), value);
                list.remove_prefix(std::min(word.size() + 1, list.size()));
            }
        }
    }
    [[nodiscard]] std::optional<Value> value_of(std::string_view text) const {
        const auto found = values_.find(key_of(text));
        if (found == values_.end()) return std::nullopt;
        return found->second;
    }

private:
    std::map<std::string, Value> values_;
};

/// Without what separates it from the standing before it.
std::string reason_in(std::string_view text) {
    bool in_brackets = false;
    for (bool more = true; more;) {
        more = false;
        for (const std::string_view one :
             {" ", "\u00a0", "(", "（", ":", "：", ",", "，", "،", ";", "；", "-", "–", "—"}) {
            if (!text.starts_with(one)) continue;
            in_brackets = in_brackets || one == "(" || one == "（";
            text.remove_prefix(one.size());
            more = true;
        }
    }
    for (const std::string_view end : {")", "）"})
        if (in_brackets && text.ends_with(end)) text.remove_suffix(end.size());
    return std::string{trimmed(text)};
}

}  // namespace

std::optional<DelegationKind> kind_of(std::string_view text) {
    static const Vocabulary<DelegationKind> words{
        {DelegationKind::national_cso,
         "national|ngo|cso|national cso|national ngo|local ngo|local cso|national coalition|"
         "national organisation|national organization|national civil society organisation|"
         "national civil society organization|delegation kind national cso|"
         "nationale|ong|osc|osc nationale|ong nationale|coalition nationale|"
         "organisation nationale|organisation nationale de la société civile|"
         "nacional|osc nacional|ong nacional|coalición nacional|organización nacional|"
         "organización nacional de la sociedad civil|"
         "национальная|ого|нпо|нко|национальная ого|национальная нпо|"
         "وطنية|منظمة وطنية|منظمة غير حكومية|منظمة غير حكومية وطنية|منظمة مجتمع مدني|"
         "منظمة مجتمع مدني وطنية|"
         "国内|非政府组织|民间社会组织|国内非政府组织|国内民间社会组织|本国民间社会组织"},
        {DelegationKind::international_cso,
         "international|ingo|icso|international cso|international ngo|coalition|"
         "international coalition|international organisation|international organization|"
         "international civil society organisation|international civil society organization|"
         "delegation kind international cso|"
         "internationale|oing|ongi|osci|osc internationale|ong internationale|"
         "coalition internationale|organisation internationale|"
         "organisation internationale de la société civile|"
         "internacional|osc internacional|ong internacional|coalición|coalición internacional|"
         "organización internacional|organización internacional de la sociedad civil|"
         "международная|мнпо|международная ого|международная нпо|коалиция|"
         "دولية|منظمة دولية|منظمة غير حكومية دولية|منظمة مجتمع مدني دولية|ائتلاف|"
         "国际|国际非政府组织|国际民间社会组织|联盟"},
        {DelegationKind::nhri,
         "nhri|a status nhri|national human rights institution|national human rights commission|"
         "human rights commission|ombudsman|ombudsperson|delegation kind nhri|"
         "indh|cndh|institution nationale des droits de l homme|"
         "institution nationale des droits humains|"
         "commission nationale des droits de l homme|"
         "institución nacional de derechos humanos|defensoría del pueblo|"
         "нпзу|национальное правозащитное учреждение|омбудсмен|"
         "مؤسسة وطنية لحقوق الإنسان|المؤسسة الوطنية لحقوق الإنسان|国家人权机构"},
    };
    return words.value_of(text);
}

std::optional<WrittenStanding> standing_of(std::string_view text) {
    static const Vocabulary<Standing> words{
        {Standing::present,
         "present|here|attending|présente|presente|присутствует|حاضر|حاضرة|在场|出席|到场"},
        {Standing::absent,
         "absent|not present|not here|not coming|not attending|no show|empty chair|"
         "absente|empêché|empêchée|chaise vide|ausente|impedido|impedida|silla vacía|"
         "отсутствует|пустое кресло|غائب|غائبة|مقعد شاغر|缺席|空椅"},
        {Standing::expected,
         "expected|late|delayed|attendu|attendue|en retard|esperado|esperada|se espera|"
         "ожидается|опаздывает|منتظر|منتظرة|متوقع|متوقعة|待到|预计到场"},
    };
    if (const auto standing = words.value_of(text)) return WrittenStanding{*standing, ""};
    if (text.starts_with('(') && text.ends_with(')')) text = text.substr(1, text.size() - 2);
    // Longer than any of the words.
    const std::size_t longest = std::min<std::size_t>(text.size(), 60);
    for (std::size_t end = 1; end < longest; ++end) {
        // No word ends inside a character.
        if ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) continue;
        if (words.value_of(text.substr(0, end)) != Standing::absent) continue;
        const std::string_view rest = text.substr(end);
        std::string reason = reason_in(rest);
        // "absentee" says something else.
        if (reason.size() == rest.size()) continue;
        return WrittenStanding{Standing::absent, std::move(reason)};
    }
    return std::nullopt;
}

bool says_none(std::string_view text) {
    static const Vocabulary<bool> words{
        {true,
         "none|no|no statement|declines|declined|aucun|aucune|non|pas de déclaration|décline|"
         "ninguno|ninguna|sin declaración|declina|нет|без выступления|لا|لا يوجد|بدون "
         "بيان|无|不发言"}};
    return words.value_of(text).has_value();
}

std::optional<RepresentedBy> represented_by_of(std::string_view text, LetterM m) {
    static const Vocabulary<RepresentedBy> words{
        {RepresentedBy::woman,
         "woman|a woman|female|f|w|she|she her|ms|mrs|miss|femme|une femme|féminin|mme|mlle|elle|"
         "mujer|una mujer|femenino|femenina|sra|srta|ella|женщина|женский|жен|ж|"
         "امرأة|أنثى|سيدة|السيدة|女|女性|女士"},
        {RepresentedBy::man,
         "man|a man|male|h|he|he him|mr|homme|un homme|masculin|monsieur|"
         "hombre|un hombre|masculino|varón|sr|мужчина|мужской|муж|м|"
         "رجل|ذكر|السيد|男|男性|男士|先生"},
        {RepresentedBy::other,
         "other|non binary|nonbinary|x|they|they them|mx|autre|non binaire|otro|otra|no binario|"
         "no binaria|другое|другой|آخر|أخرى|其他"},
        {RepresentedBy::undeclared,
         "undeclared|not declared|unknown|na|non déclaré|non déclarée|no declarado|no declarada|"
         "sin declarar|не указано|لم يُصرَّح|غير مصرح|未申报"},
    };
    if (key_of(text) != "m ") return words.value_of(text);
    if (m == LetterM::either) return std::nullopt;
    return m == LetterM::man ? RepresentedBy::man : RepresentedBy::woman;
}

LetterM letter_m_in(const Table& table, const Headings& headings) {
    bool has_f = false;
    bool has_h = false;
    for (const Row& row : table.rows) {
        if (row.number <= headings.row()) continue;
        const std::string text = folded(headings.text(row, Field::represented_by));
        has_f = has_f || text == "f";
        has_h = has_h || text == "h";
    }
    if (has_f || has_h) return has_f ? LetterM::man : LetterM::woman;
    const std::string heading = folded(headings.fault(0, Field::represented_by, {}).heading);
    const bool is_spanish =
        heading.starts_with("representad") || heading == "genero" || heading == "sexo";
    return is_spanish ? LetterM::either : LetterM::man;
}

}  // namespace rostrum::wire
