#include "wire/sheet/workbook.hpp"

#include <charconv>
#include <filesystem>
#include <map>

#include "wire/sheet/table.hpp"

namespace rostrum::wire {

namespace {

/// More than any spreadsheet writes: 2^16 styles, and a text for every cell that can be read.
constexpr std::size_t most_styles = 1 << 16;
constexpr std::size_t most_strings = 500'000;

/// The parts that one part refers to, by the id of the relation.
class Relations : public XmlListener {
public:
    explicit Relations(const std::string& part) {
        const std::filesystem::path path{part};
        folder_ = path.parent_path();
        part_ = (folder_ / "_rels" / (path.filename().string() + ".rels")).generic_string();
    }

    [[nodiscard]] const std::string& part() const { return part_; }

    /// The ends of types are the same in the transitional and the strict form of the standard.
    [[nodiscard]] std::string first_of(std::string_view type) const {
        for (const auto& [id, relation] : relations_)
            if (relation.type.ends_with(type)) return relation.target;
        return {};
    }
    [[nodiscard]] std::string of(const std::string& id, std::string_view type) const {
        const auto found = relations_.find(id);
        if (found == relations_.end() || !found->second.type.ends_with(type)) return {};
        return found->second.target;
    }

    bool start(std::string_view name, const XmlAttributes& attributes) override {
        if (name != "Relationship") return true;
        relations_[std::string{attributes["Id"]}] = {std::string{attributes["Type"]},
                                                     resolved(attributes["Target"])};
        return relations_.size() <= package_limits::parts;
    }

private:
    struct Relation {
        std::string type;
        std::string target;
    };

    [[nodiscard]] std::string resolved(std::string_view target) const {
        if (target.starts_with('/')) return std::string{target.substr(1)};
        return (folder_ / target).lexically_normal().generic_string();
    }

    std::filesystem::path folder_;
    std::string part_;
    std::map<std::string, Relation> relations_;
};

/// The sheets in their order, by the id of their relation.
class Sheets : public XmlListener {
public:
    bool start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "workbookPr") {
            const std::string_view from_1904 = attributes["date1904"];
            if (from_1904 == "1" || from_1904 == "true") dates = DateSystem::from_1904;
        }
        if (name == "sheet" && !attributes["state"].ends_with("idden"))
            visible.emplace_back(attributes["id"], attributes["name"]);
        return visible.size() <= package_limits::parts;
    }

    DateSystem dates = DateSystem::from_1900;
    /// Ids of relations and names.
    std::vector<std::pair<std::string, std::string>> visible;
};

class SharedStrings : public XmlListener {
public:
    explicit SharedStrings(std::vector<std::string>& strings) : strings_(strings) {}

    bool start(std::string_view name, const XmlAttributes& /*attributes*/) override {
        runs_.start(name);
        return true;
    }
    bool end(std::string_view name) override {
        runs_.end(name);
        if (name == "si") strings_.push_back(runs_.take());
        return strings_.size() <= most_strings;
    }
    bool text(std::string_view piece) override {
        runs_.text(piece);
        bytes_ += piece.size();
        return bytes_ <= sheet_limits::table_bytes;
    }

private:
    std::vector<std::string>& strings_;
    TextRuns runs_;
    std::size_t bytes_ = 0;
};

class Styles : public XmlListener {
public:
    explicit Styles(std::vector<NumberFormat>& styles) : styles_(styles) {}

    bool start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "numFmt") {
            formats_[number_or(attributes["numFmtId"], 0)] = format_of(attributes["formatCode"]);
        } else if (name == "cellXfs") {
            inside_ = true;
        } else if (name == "xf" && inside_) {
            styles_.push_back(format(number_or(attributes["numFmtId"], 0)));
        }
        return formats_.size() <= most_styles && styles_.size() <= most_styles;
    }
    bool end(std::string_view name) override {
        if (name == "cellXfs") inside_ = false;
        return true;
    }

private:
    [[nodiscard]] NumberFormat format(std::size_t id) const {
        const auto own = formats_.find(id);
        return own == formats_.end() ? built_in_format(static_cast<unsigned>(id)) : own->second;
    }

    std::vector<NumberFormat>& styles_;
    std::map<std::size_t, NumberFormat> formats_;
    bool inside_ = false;
};

}  // namespace

void TextRuns::start(std::string_view name) {
    if (name == "rPh") phonetic_ = true;
    if (name == "t") inside_ = !phonetic_;
}

void TextRuns::end(std::string_view name) {
    if (name == "rPh") phonetic_ = false;
    if (name == "t") inside_ = false;
}

std::size_t number_or(std::string_view text, std::size_t unless) {
    std::size_t number = 0;
    const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && rest == text.data() + text.size() ? number : unless;
}

Workbook read_workbook(Package& package) {
    Workbook workbook;
    Relations of_package{""};
    package.read(of_package.part(), of_package);
    const std::string main = of_package.first_of("/officeDocument");
    if (main.empty()) return workbook;

    Relations relations{main};
    package.read(relations.part(), relations);
    Sheets sheets;
    package.read(main, sheets);
    workbook.dates = sheets.dates;
    for (const auto& [id, name] : sheets.visible) {
        const std::string part = relations.of(id, "/worksheet");
        if (part.empty()) continue;
        ++workbook.visible;
        if (workbook.worksheet.empty()) {
            workbook.worksheet = part;
            workbook.name = name;
        }
    }

    if (const auto part = relations.first_of("/sharedStrings"); !part.empty()) {
        SharedStrings strings{workbook.shared_strings};
        package.read(part, strings);
    }
    if (const auto part = relations.first_of("/styles"); !part.empty()) {
        Styles styles{workbook.styles};
        package.read(part, styles);
    }
    return workbook;
}

}  // namespace rostrum::wire
