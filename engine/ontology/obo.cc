#include <utility>

#include "allowance/allowance.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/text/text.h"
#include "engine/ontology/draft.h"
#include "engine/ontology/obo_line.h"
#include "engine/ontology/readers.h"
#include "simdjson.h"

namespace muster::ontology {
namespace {

using model::Concat;
using model::NormalizeCode;
using model::ToLower;
using model::Trim;

Synonym::Scope ScopeOf(std::string_view word) {
  if (word == "EXACT") return Synonym::Scope::kExact;
  if (word == "BROAD") return Synonym::Scope::kBroad;
  if (word == "NARROW") return Synonym::Scope::kNarrow;
  return Synonym::Scope::kRelated;
}

/// True for an edge that holds only in a context, such as in one species.
bool HasContext(std::string_view modifiers) {
  return modifiers.find("gci_relation") != modifiers.npos || modifiers.find("gci_filler") != modifiers.npos;
}

/// Gives out the lines of a text with their numbers; a line that ends with a backslash goes on with the next one.
class Lines {
 public:
  explicit Lines(std::string_view text) : rest_(text) { model::ConsumePrefix(rest_, "\xEF\xBB\xBF"); }

  bool Next(std::string_view& line) {
    if (rest_.empty()) return false;
    number_ = next_number_;
    line = TakeLine();
    if (!Continues(line)) return true;
    joined_.clear();
    while (Continues(line)) {
      joined_.append(line.substr(0, line.size() - 1));
      line = rest_.empty() ? std::string_view() : TakeLine();
    }
    joined_.append(line);
    line = joined_;
    return true;
  }

  /// Of the line given out last, from 1.
  size_t number() const { return number_; }

 private:
  std::string_view TakeLine() {
    const size_t end = rest_.find('\n');
    std::string_view line = rest_.substr(0, end);
    rest_.remove_prefix(end == rest_.npos ? rest_.size() : end + 1);
    ++next_number_;
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
  }

  static bool Continues(std::string_view line) {
    size_t backslashes = 0;
    while (line.ends_with('\\')) {
      line.remove_suffix(1);
      ++backslashes;
    }
    return backslashes % 2 == 1;
  }

  std::string_view rest_;
  std::string joined_;
  size_t number_ = 0;
  size_t next_number_ = 1;
};

class Reader {
 public:
  explicit Reader(std::string_view text) : lines_(text) {}

  absl::StatusOr<OntologyDraft> Read() {
    std::string_view line;
    bool any = false;
    while (lines_.Next(line)) {
      if (absl::Status check = CheckStopSampled(); !check.ok()) return check;
      line = Trim(line);
      if (line.empty() || line.front() == '!') continue;
      if (!simdjson::validate_utf8(line.data(), line.size()) && not_utf8_++ == 0) first_not_utf8_ = lines_.number();
      if (line.front() == '[' && line.ends_with(']')) {
        EndStanza();
        stanza_ = line == "[Term]" ? Stanza::kTerm : Stanza::kOther;
        stanza_line_ = lines_.number();
        any = true;
        continue;
      }
      OboLine parts;
      if (!SplitOboLine(line, parts)) {
        if (!any) return NoObo();
        Note("is no 'tag: value'");
        continue;
      }
      any = true;
      if (stanza_ == Stanza::kHeader) ReadHeader(parts);
      if (stanza_ == Stanza::kTerm) ReadTerm(parts);
    }
    EndStanza();
    if (stanza_ == Stanza::kHeader || (!is_obo_ && draft_.terms.empty())) return NoObo();
    if (draft_.terms.empty())
      notes_.Add("there is no [Term]: of this ontology nothing has a name, and nothing is below another");
    if (not_utf8_ > 0) {
      notes_.Add(Concat({std::to_string(not_utf8_), " lines, the first in line ", std::to_string(first_not_utf8_),
                         ", are no UTF-8: names have \"\xEF\xBF\xBD\" in place of what cannot be read"}));
    }
    draft_.id = OntologyId(declared_id_, draft_.terms);
    if (in_context_ > 0) {
      notes_.Add(
          Concat({std::to_string(in_context_), " is_a that hold only in a context (gci_relation, gci_filler), the ",
                  "first in line ", std::to_string(first_in_context_), ", are left out"}));
    }
    if (unions_ > 0) {
      notes_.Add(Concat({std::to_string(unions_), " union_of are left out: terms are below others by is_a only"}));
    }
    AddParents(genera_, draft_);
    NoteMissingEdges(draft_, notes_);
    draft_.notes = notes_.Take();
    return std::move(draft_);
  }

 private:
  enum class Stanza { kHeader, kTerm, kOther };

  absl::Status NoObo() const {
    return absl::InvalidArgumentError(Concat({"line ", std::to_string(lines_.number()), ": this is not an OBO file: ",
                                              is_obo_ ? "no [Term]" : "no 'format-version:', no [Term]"}));
  }

  void Note(std::string_view what) { notes_.Add(Concat({"line ", std::to_string(lines_.number()), " ", what})); }

  void ReadHeader(const OboLine& line) {
    if (line.tag == "format-version") is_obo_ = true;
    if (line.tag == "ontology") declared_id_ = UnescapeObo(line.value);
    if (line.tag == "data-version") draft_.version = UnescapeObo(line.value);
    if (line.tag == "property_value" && draft_.version.empty()) {
      std::string_view rest = line.value;
      const std::string property = TakeOboWord(rest);
      if (property == "owl:versionInfo" || property == "http://www.w3.org/2002/07/owl#versionInfo") {
        draft_.version = TakeText(rest);
      }
    }
  }

  /// A quoted string or a word.
  static std::string TakeText(std::string_view& text) {
    std::string quoted;
    return TakeQuoted(text, quoted) ? quoted : TakeOboWord(text);
  }

  static bool IsTrue(std::string_view value) { return ToLower(value) == "true" || value == "1"; }
  static std::string TakeId(std::string_view text) { return NormalizeCode(TakeOboWord(text)); }

  void ReadTerm(const OboLine& line) {
    Term& term = term_.term;
    if (line.tag == "id") {
      if (!term.id.empty()) return Note("gives the term a second id; the first one is kept");
      term.id = TakeId(line.value);
    } else if (line.tag == "name") {
      if (!term.label.empty()) return Note("gives the term a second name; the first one is kept");
      term.label = UnescapeObo(line.value);
    } else if (line.tag == "is_a") {
      if (HasContext(line.modifiers)) {
        if (in_context_++ == 0) first_in_context_ = lines_.number();
      } else {
        AddId(line, term_.parent_ids);
      }
    } else if (line.tag == "intersection_of") {
      AddGenus(line.value);
      AddWhole(line);
    } else if (line.tag == "union_of") {
      ++unions_;
    } else if (line.tag == "relationship") {
      std::string_view rest = line.value;
      if (TakeOboWord(rest) == "is_a") AddId({line.tag, Trim(rest), {}}, term_.parent_ids);
      AddWhole(line);
    } else if (line.tag == "alt_id") {
      AddId(line, term.alternative_ids);
    } else if (line.tag == "replaced_by") {
      AddId(line, term.replaced_by);
    } else if (line.tag == "consider" || line.tag == "use_term") {
      AddId(line, term.consider);
    } else if (line.tag == "is_obsolete") {
      term.obsolete = IsTrue(line.value);
    } else if (line.tag == "xref" || line.tag == "xref_analog") {
      AddXref(TakeId(line.value), SaysEquivalent(line.modifiers));
    } else if (line.tag == "equivalent_to") {
      AddXref(TakeId(line.value), true);
    } else if (line.tag == "synonym") {
      ReadSynonym(line, {});
    } else if (line.tag == "exact_synonym") {
      ReadSynonym(line, "EXACT");
    } else if (line.tag == "broad_synonym") {
      ReadSynonym(line, "BROAD");
    } else if (line.tag == "narrow_synonym") {
      ReadSynonym(line, "NARROW");
    } else if (line.tag == "related_synonym") {
      ReadSynonym(line, "RELATED");
    } else if (line.tag == "property_value") {
      ReadProperty(line);
    }
  }

  void AddId(const OboLine& line, std::vector<std::string>& ids) {
    std::string id = TakeId(line.value);
    if (id.empty()) return Note(Concat({"has '", line.tag, "' without an id"}));
    ids.push_back(std::move(id));
  }

  /// What is a genus with differences is the genus: the part of an intersection that has no relationship. It counts
  /// where the ontology has it as a term.
  void AddGenus(std::string_view value) {
    std::string genus = TakeId(value);
    TakeOboWord(value);
    if (!genus.empty() && Trim(value).empty()) genera_.push_back({draft_.terms.size(), std::move(genus)});
  }

  void AddWhole(const OboLine& line) {
    std::string_view rest = line.value;
    if (!IsPartOf(TakeOboWord(rest)) || HasContext(line.modifiers)) return;
    if (std::string id = TakeId(Trim(rest)); !id.empty()) term_.whole_ids.push_back(std::move(id));
  }

  void AddXref(std::string id, bool equivalent) {
    if (id.ends_with(',')) id.pop_back();
    if (id.empty()) return Note("has a cross-reference without an id");
    term_.term.xrefs.push_back({std::move(id), equivalent});
  }

  void ReadSynonym(const OboLine& line, std::string_view scope) {
    std::string_view rest = line.value;
    Synonym synonym;
    if (!TakeQuoted(rest, synonym.text)) return Note("has a synonym without quotes");
    synonym.text = std::string(Trim(synonym.text));
    if (synonym.text.empty()) return;
    synonym.scope = ScopeOf(scope.empty() ? TakeOboWord(rest) : std::string(scope));
    term_.term.synonyms.push_back(std::move(synonym));
  }

  void ReadProperty(const OboLine& line) {
    std::string_view rest = line.value;
    const std::string property = TakeOboWord(rest);
    if (IsExactMatch(property)) {
      AddXref(NormalizeCode(TakeText(rest)), true);
    } else if (NormalizeCode(property) == "IAO:0100001") {
      if (std::string id = NormalizeCode(TakeText(rest)); !id.empty()) term_.term.replaced_by.push_back(std::move(id));
    } else if (property == "owl:deprecated" || property == "http://www.w3.org/2002/07/owl#deprecated") {
      term_.term.obsolete = term_.term.obsolete || IsTrue(TakeText(rest));
    }
  }

  void EndStanza() {
    if (stanza_ == Stanza::kTerm) {
      if (term_.term.id.empty()) {
        notes_.Add(Concat({"line ", std::to_string(stanza_line_), " begins a term without an id; it is left out"}));
      } else {
        TidyXrefs(term_.term);
        draft_.terms.push_back(std::move(term_));
      }
    }
    term_ = {};
  }

  Lines lines_;
  OntologyDraft draft_;
  Notes notes_;
  std::string declared_id_;
  bool is_obo_ = false;
  size_t in_context_ = 0;
  size_t unions_ = 0;
  size_t not_utf8_ = 0;  // lines
  size_t first_not_utf8_ = 0;
  std::vector<Genus> genera_;
  size_t first_in_context_ = 0;  // its line
  Stanza stanza_ = Stanza::kHeader;
  size_t stanza_line_ = 0;
  OntologyDraft::DraftTerm term_;
};

}  // namespace

absl::StatusOr<OntologyDraft> ReadObo(std::string_view text) { return Reader(text).Read(); }

}  // namespace muster::ontology
