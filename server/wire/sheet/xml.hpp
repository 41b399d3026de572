#pragma once

#include <memory>
#include <string>
#include <string_view>

/// Parses XML piece by piece, in bounded memory. Names come without their prefix.
namespace rostrum::wire {

/// The attributes of one element.
class XmlAttributes {
public:
    explicit XmlAttributes(const char** pairs) : pairs_(pairs) {}
    /// Empty if there is no attribute of that name.
    [[nodiscard]] std::string_view operator[](std::string_view name) const;

private:
    const char** pairs_;
};

/// Receives the parts of a document. Returning false stops the parser. Must not throw: the parser
/// is C.
class XmlListener {
public:
    XmlListener() = default;
    XmlListener(const XmlListener&) = delete;
    XmlListener& operator=(const XmlListener&) = delete;
    virtual ~XmlListener() = default;

    virtual bool start(std::string_view name, const XmlAttributes& attributes) = 0;
    virtual bool end(std::string_view /*name*/) { return true; }
    /// A text may come in several pieces.
    virtual bool text(std::string_view /*piece*/) { return true; }
};

class XmlParser {
public:
    explicit XmlParser(XmlListener& listener);
    XmlParser(const XmlParser&) = delete;
    XmlParser& operator=(const XmlParser&) = delete;
    ~XmlParser();

    /// @return false once the document is refused or not XML, or the listener has stopped the
    /// parser.
    bool feed(std::string_view piece);
    bool finish();

    /// Why the document was refused, as the rest of a sentence that begins with its name; empty if
    /// it was not.
    [[nodiscard]] const std::string& fault() const;

private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace rostrum::wire
