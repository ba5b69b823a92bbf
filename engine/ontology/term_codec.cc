#include "engine/ontology/term_codec.h"

#include "engine/model/text/text.h"

namespace muster::ontology {
namespace {

using model::ByteReader;
using model::PutByte;
using model::PutString;
using model::PutVarint;

constexpr uint8_t kVersion = 1;

// Stored: append only.
enum TermFlag : uint8_t {
  kObsolete = 1,
  kParents = 2,
  kAlternativeIds = 4,
  kSynonyms = 8,
  kXrefs = 16,
  kReplacedBy = 32,
  kConsider = 64,
  kWholes = 128,
};
constexpr uint8_t kScopeCount = 4;

void PutTerms(const std::vector<TermIndex>& terms, std::string& out) {
  if (terms.empty()) return;
  PutVarint(terms.size(), out);
  for (const TermIndex term : terms) PutVarint(term, out);
}

void PutStrings(const std::vector<std::string>& strings, std::string& out) {
  if (strings.empty()) return;
  PutVarint(strings.size(), out);
  for (const std::string& string : strings) PutString(string, out);
}

bool ReadStrings(ByteReader& reader, std::vector<std::string_view>& out) {
  size_t count;
  if (!reader.Count(1, count)) return false;
  out.resize(count);
  for (std::string_view& string : out) {
    if (!reader.String(string)) return false;
  }
  return true;
}

bool ReadTerms(ByteReader& reader, size_t term_count, std::vector<TermIndex>& out) {
  size_t count;
  if (!reader.Count(1, count)) return false;
  out.resize(count);
  for (TermIndex& term : out) {
    if (!reader.Varint32(term) || term >= term_count) return false;
  }
  return true;
}

bool ReadSynonyms(ByteReader& reader, std::vector<TermView::SynonymView>& out) {
  size_t count;
  if (!reader.Count(2, count)) return false;
  out.resize(count);
  for (TermView::SynonymView& synonym : out) {
    uint8_t scope;
    if (!reader.Byte(scope) || scope >= kScopeCount || !reader.String(synonym.text)) return false;
    synonym.scope = static_cast<Synonym::Scope>(scope);
  }
  return true;
}

bool ReadXrefs(ByteReader& reader, std::vector<TermView::XrefView>& out) {
  size_t count;
  if (!reader.Count(2, count)) return false;
  out.resize(count);
  for (TermView::XrefView& xref : out) {
    uint8_t equivalent;
    if (!reader.Byte(equivalent) || equivalent > 1 || !reader.String(xref.id)) return false;
    xref.equivalent = equivalent == 1;
  }
  return true;
}

std::vector<std::string> Copies(const std::vector<std::string_view>& texts) { return {texts.begin(), texts.end()}; }

}  // namespace

Term TermView::Copy() const {
  Term term;
  term.id = id;
  term.label = label;
  term.parents = parents;
  term.alternative_ids = Copies(alternative_ids);
  for (const SynonymView& synonym : synonyms) term.synonyms.push_back({std::string(synonym.text), synonym.scope});
  for (const XrefView& xref : xrefs) term.xrefs.push_back({std::string(xref.id), xref.equivalent});
  term.obsolete = obsolete;
  term.replaced_by = Copies(replaced_by);
  term.consider = Copies(consider);
  term.wholes = wholes;
  return term;
}

bool IsObsolete(char flags) { return (static_cast<uint8_t>(flags) & kObsolete) != 0; }

std::string EncodeHead(std::string_view id, std::string_view version, size_t terms) {
  std::string bytes;
  PutByte(kVersion, bytes);
  PutString(id, bytes);
  PutString(version, bytes);
  PutVarint(terms, bytes);
  return bytes;
}

absl::Status ReadHead(ByteReader& reader, std::string& id, std::string& version, size_t& terms) {
  uint8_t form;
  if (!reader.Byte(form)) return absl::DataLossError("empty");
  if (form != kVersion) return absl::DataLossError(model::Concat({"unknown version ", std::to_string(form)}));
  // A term has at least an id of one letter, the length of its label and the flags.
  if (!reader.String(id) || !reader.String(version) || !reader.Count(4, terms)) {
    return absl::DataLossError("cut off");
  }
  return absl::OkStatus();
}

void PutTerm(const Term& term, std::string& out) {
  PutString(term.id, out);
  PutString(term.label, out);
  PutByte((term.obsolete ? kObsolete : 0) | (term.parents.empty() ? 0 : kParents) |
              (term.alternative_ids.empty() ? 0 : kAlternativeIds) | (term.synonyms.empty() ? 0 : kSynonyms) |
              (term.xrefs.empty() ? 0 : kXrefs) | (term.replaced_by.empty() ? 0 : kReplacedBy) |
              (term.consider.empty() ? 0 : kConsider) | (term.wholes.empty() ? 0 : kWholes),
          out);
  PutTerms(term.parents, out);
  PutStrings(term.alternative_ids, out);
  if (!term.synonyms.empty()) {
    PutVarint(term.synonyms.size(), out);
    for (const Synonym& synonym : term.synonyms) {
      PutByte(static_cast<uint8_t>(synonym.scope), out);
      PutString(synonym.text, out);
    }
  }
  if (!term.xrefs.empty()) {
    PutVarint(term.xrefs.size(), out);
    for (const CrossReference& xref : term.xrefs) {
      PutByte(xref.equivalent ? 1 : 0, out);
      PutString(xref.id, out);
    }
  }
  PutStrings(term.replaced_by, out);
  PutStrings(term.consider, out);
  PutTerms(term.wholes, out);
}

bool ReadTerm(ByteReader& reader, size_t term_count, TermView& term) {
  return reader.String(term.id) && !term.id.empty() && reader.String(term.label) && ReadRest(reader, term_count, term);
}

bool ReadRest(ByteReader& reader, size_t term_count, TermView& term) {
  uint8_t flags;
  if (!reader.Byte(flags)) return false;
  term.obsolete = (flags & kObsolete) != 0;
  term.parents.clear();
  term.alternative_ids.clear();
  term.synonyms.clear();
  term.xrefs.clear();
  term.replaced_by.clear();
  term.consider.clear();
  term.wholes.clear();
  return (!(flags & kParents) || ReadTerms(reader, term_count, term.parents)) &&
         (!(flags & kAlternativeIds) || ReadStrings(reader, term.alternative_ids)) &&
         (!(flags & kSynonyms) || ReadSynonyms(reader, term.synonyms)) &&
         (!(flags & kXrefs) || ReadXrefs(reader, term.xrefs)) &&
         (!(flags & kReplacedBy) || ReadStrings(reader, term.replaced_by)) &&
         (!(flags & kConsider) || ReadStrings(reader, term.consider)) &&
         (!(flags & kWholes) || ReadTerms(reader, term_count, term.wholes));
}

}  // namespace muster::ontology
