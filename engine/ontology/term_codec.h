// An ontology as bytes: a version, id and version of the ontology, the number of terms, the terms. A term is its id,
// its label, a byte that says which of its lists are there, and those lists, each with its length before it.
#ifndef MUSTER_ENGINE_ONTOLOGY_TERM_CODEC_H_
#define MUSTER_ENGINE_ONTOLOGY_TERM_CODEC_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "engine/model/text/codec.h"
#include "engine/ontology/ontology.h"

namespace muster::ontology {

/// A term whose texts stay where they are in the bytes. Reading one after the other into the same view allocates
/// little.
struct TermView {
  struct SynonymView {
    Synonym::Scope scope;
    std::string_view text;
  };
  struct XrefView {
    bool equivalent;
    std::string_view id;
  };
  std::string_view id;
  std::string_view label;
  bool obsolete = false;
  std::vector<TermIndex> parents = {};
  std::vector<std::string_view> alternative_ids = {};
  std::vector<SynonymView> synonyms = {};
  std::vector<XrefView> xrefs = {};
  std::vector<std::string_view> replaced_by = {};
  std::vector<std::string_view> consider = {};
  std::vector<TermIndex> wholes = {};

  Term Copy() const;
};

std::string EncodeHead(std::string_view id, std::string_view version, size_t terms);
/// What EncodeHead wrote. Not OK when it is not that, or when fewer bytes follow than `terms` terms have.
absl::Status ReadHead(model::ByteReader& reader, std::string& id, std::string& version, size_t& terms);
void PutTerm(const Term& term, std::string& out);
/// False when the bytes are not a term of an ontology of `term_count` terms; `term` is then of no use.
bool ReadTerm(model::ByteReader& reader, size_t term_count, TermView& term);
/// The same, from behind id and label on.
bool ReadRest(model::ByteReader& reader, size_t term_count, TermView& term);
/// Whether the term whose bytes behind id and label these are is obsolete.
bool IsObsolete(char flags);

}  // namespace muster::ontology

#endif  // MUSTER_ENGINE_ONTOLOGY_TERM_CODEC_H_
