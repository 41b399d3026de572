#include "wire/sheet/xml.hpp"

#include <cstddef>
#include <expat.h>

namespace rostrum::wire {

namespace {

/// Worksheets need about ten.
constexpr std::size_t deepest = 64;

std::string_view without_prefix(std::string_view name) {
    return name.substr(name.find(':') + 1);
}

}  // namespace

std::string_view XmlAttributes::operator[](std::string_view name) const {
    for (const char** pair = pairs_; *pair != nullptr; pair += 2)
        if (without_prefix(pair[0]) == name) return pair[1];
    return {};
}

struct XmlParser::Implementation {
    explicit Implementation(XmlListener& its_listener) : listener(its_listener) {
        XML_SetUserData(parser, this);
        XML_SetElementHandler(parser, on_start, on_end);
        XML_SetCharacterDataHandler(parser, on_text);
        XML_SetStartDoctypeDeclHandler(parser, on_doctype);
    }
    Implementation(const Implementation&) = delete;
    Implementation& operator=(const Implementation&) = delete;
    ~Implementation() { XML_ParserFree(parser); }

    bool parse(std::string_view piece, bool last) {
        if (stopped) return false;
        const auto status =
            XML_Parse(parser, piece.data(), static_cast<int>(piece.size()), last ? 1 : 0);
        if (status == XML_STATUS_OK) return true;
        if (!stopped) fault = "is damaged: it is not well-formed XML.";
        stopped = true;
        return false;
    }

    void continue_if(bool so) {
        if (so || stopped) return;
        stopped = true;
        XML_StopParser(parser, XML_FALSE);
    }
    void refuse(const char* reason) {
        if (!stopped) fault = reason;
        continue_if(false);
    }

    static Implementation& of(void* self) { return *static_cast<Implementation*>(self); }
    static void XMLCALL on_start(void* self, const char* name, const char** attributes) noexcept {
        if (of(self).stopped) return;
        if (++of(self).depth > deepest) return of(self).refuse("is nested too deep.");
        of(self).continue_if(
            of(self).listener.start(without_prefix(name), XmlAttributes{attributes}));
    }
    static void XMLCALL on_end(void* self, const char* name) noexcept {
        if (of(self).stopped) return;
        --of(self).depth;
        of(self).continue_if(of(self).listener.end(without_prefix(name)));
    }
    static void XMLCALL on_text(void* self, const char* text, int length) noexcept {
        if (of(self).stopped) return;
        of(self).continue_if(of(self).listener.text({text, static_cast<std::size_t>(length)}));
    }
    /// No spreadsheet writes one, and entities are declared nowhere else.
    static void XMLCALL on_doctype(void* self, const char* /*name*/, const char* /*system*/,
                                   const char* /*id*/, int /*internal*/) noexcept {
        of(self).refuse("declares a document type, which no spreadsheet does.");
    }

    XmlListener& listener;
    XML_Parser parser = XML_ParserCreate(nullptr);
    std::size_t depth = 0;
    bool stopped = false;
    std::string fault;
};

XmlParser::XmlParser(XmlListener& listener)
    : implementation_(std::make_unique<Implementation>(listener)) {}
XmlParser::~XmlParser() = default;

bool XmlParser::feed(std::string_view piece) {
    return implementation_->parse(piece, false);
}
bool XmlParser::finish() {
    return implementation_->parse({}, true);
}
const std::string& XmlParser::fault() const {
    return implementation_->fault;
}

}  // namespace rostrum::wire
