// One line of an OBO file taken apart.
#ifndef MUSTER_ENGINE_ONTOLOGY_OBO_LINE_H_
#define MUSTER_ENGINE_ONTOLOGY_OBO_LINE_H_

#include <string>
#include <string_view>

namespace muster::ontology {

/// "xref: OMIM:1 {source="MONDO:equivalentTo"} ! a comment" without the comment. Views into the line, escapes as they
/// stand.
struct OboLine {
  std::string_view tag;
  std::string_view value;
  std::string_view modifiers;  ///< what is in the braces at the end
};

/// False when the line has no tag.
bool SplitOboLine(std::string_view line, OboLine& out);

/// "a\:b\nc" -> "a:b", a line feed, "c".
std::string UnescapeObo(std::string_view text);

/// Removes a quoted string from the front of `text`; false if there is none, or it has no end.
bool TakeQuoted(std::string_view& text, std::string& out);

/// Takes what comes before the next blank, unescaped; empty at the end.
std::string TakeOboWord(std::string_view& text);

}  // namespace muster::ontology

#endif  // MUSTER_ENGINE_ONTOLOGY_OBO_LINE_H_
