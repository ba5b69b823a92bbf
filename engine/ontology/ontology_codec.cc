// An ontology as bytes: a version, id and version of the ontology, the number of terms, the terms. A term is its id,
// its label, a byte that says which of its lists are there, and those lists, each with its length before it.
#include "engine/model/codec.h"
#include "engine/model/text.h"
#include "engine/ontology/ontology.h"

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
};
constexpr uint8_t kAllTermFlags = 127;
constexpr uint8_t kScopeCount = 4;

void PutStrings(const std::vector<std::string>& strings, std::string& out) {
  if (strings.empty()) return;
  PutVarint(strings.size(), out);
  for (const std::string& string : strings) PutString(string, out);
}

bool ReadStrings(ByteReader& reader, std::vector<std::string>& out) {
  size_t count;
  if (!reader.Count(1, count)) return false;
  out.resize(count);
  for (std::string& string : out) {
    if (!reader.String(string)) return false;
  }
  return true;
}

void PutTerm(const Term& term, std::string& out) {
  PutString(term.id, out);
  PutString(term.label, out);
  PutByte((term.obsolete ? kObsolete : 0) | (term.parents.empty() ? 0 : kParents) |
              (term.alternative_ids.empty() ? 0 : kAlternativeIds) | (term.synonyms.empty() ? 0 : kSynonyms) |
              (term.xrefs.empty() ? 0 : kXrefs) | (term.replaced_by.empty() ? 0 : kReplacedBy) |
              (term.consider.empty() ? 0 : kConsider),
          out);
  if (!term.parents.empty()) {
    PutVarint(term.parents.size(), out);
    for (TermIndex parent : term.parents) PutVarint(parent, out);
  }
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
}

bool ReadParents(ByteReader& reader, size_t term_count, std::vector<TermIndex>& out) {
  size_t count;
  if (!reader.Count(1, count)) return false;
  out.resize(count);
  for (TermIndex& parent : out) {
    if (!reader.Varint32(parent) || parent >= term_count) return false;
  }
  return true;
}

bool ReadSynonyms(ByteReader& reader, std::vector<Synonym>& out) {
  size_t count;
  if (!reader.Count(2, count)) return false;
  out.resize(count);
  for (Synonym& synonym : out) {
    uint8_t scope;
    if (!reader.Byte(scope) || scope >= kScopeCount || !reader.String(synonym.text)) return false;
    synonym.scope = static_cast<Synonym::Scope>(scope);
  }
  return true;
}

bool ReadXrefs(ByteReader& reader, std::vector<CrossReference>& out) {
  size_t count;
  if (!reader.Count(2, count)) return false;
  out.resize(count);
  for (CrossReference& xref : out) {
    uint8_t equivalent;
    if (!reader.Byte(equivalent) || equivalent > 1 || !reader.String(xref.id)) return false;
    xref.equivalent = equivalent == 1;
  }
  return true;
}

bool ReadTerm(ByteReader& reader, size_t term_count, Term& term) {
  uint8_t flags;
  if (!reader.String(term.id) || term.id.empty() || !reader.String(term.label) || !reader.Byte(flags)) return false;
  if ((flags & ~kAllTermFlags) != 0) return false;
  term.obsolete = (flags & kObsolete) != 0;
  return (!(flags & kParents) || ReadParents(reader, term_count, term.parents)) &&
         (!(flags & kAlternativeIds) || ReadStrings(reader, term.alternative_ids)) &&
         (!(flags & kSynonyms) || ReadSynonyms(reader, term.synonyms)) &&
         (!(flags & kXrefs) || ReadXrefs(reader, term.xrefs)) &&
         (!(flags & kReplacedBy) || ReadStrings(reader, term.replaced_by)) &&
         (!(flags & kConsider) || ReadStrings(reader, term.consider));
}

}  // namespace

std::string Ontology::Encode() const {
  std::string bytes;
  PutByte(kVersion, bytes);
  PutString(id_, bytes);
  PutString(version_, bytes);
  PutVarint(terms_.size(), bytes);
  for (const Term& term : terms_) PutTerm(term, bytes);
  return bytes;
}

absl::StatusOr<std::shared_ptr<const Ontology>> Ontology::Decode(std::string_view bytes) {
  ByteReader reader(bytes);
  uint8_t version;
  if (!reader.Byte(version)) return absl::DataLossError("ontology: empty");
  if (version != kVersion) {
    return absl::DataLossError(model::Concat({"ontology: unknown version ", std::to_string(version)}));
  }
  std::shared_ptr<Ontology> ontology(new Ontology);
  size_t count;
  // A term has at least an id of one letter, the length of its label and the flags.
  if (!reader.String(ontology->id_) || !reader.String(ontology->version_) || !reader.Count(4, count)) {
    return absl::DataLossError("ontology: cut off");
  }
  ontology->terms_.resize(count);
  for (size_t i = 0; i < count; ++i) {
    if (!ReadTerm(reader, count, ontology->terms_[i])) {
      return absl::DataLossError(model::Concat({"ontology: term ", std::to_string(i), " is damaged"}));
    }
  }
  if (reader.remaining() != 0) return absl::DataLossError("ontology: bytes after the end");
  if (absl::Status status = ontology->Index(); !status.ok()) {
    return absl::DataLossError(model::Concat({"ontology: ", std::string(status.message())}));
  }
  return std::shared_ptr<const Ontology>(std::move(ontology));
}

}  // namespace muster::ontology
