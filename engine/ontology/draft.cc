#include "engine/ontology/draft.h"

#include <algorithm>
#include <utility>

#include "containers/hash_table.h"
#include "engine/model/text/text.h"

namespace muster::ontology {
namespace {

constexpr size_t kMaxNotes = 1000;

std::string CommonestPrefix(const std::vector<OntologyDraft::DraftTerm>& terms) {
  HashMap<std::string_view, size_t> counts;
  std::string_view best;
  size_t best_count = 0;
  for (const OntologyDraft::DraftTerm& drafted : terms) {
    const std::string_view id = drafted.term.id;
    const size_t colon = id.find(':');
    if (colon == id.npos) continue;
    const size_t count = ++counts[id.substr(0, colon)];
    if (count > best_count) {
      best = id.substr(0, colon);
      best_count = count;
    }
  }
  return model::ToLower(best);
}

}  // namespace

void Notes::Add(std::string note) {
  if (count_++ < kMaxNotes) notes_.push_back(std::move(note));
}

std::vector<std::string> Notes::Take() {
  if (count_ > kMaxNotes) notes_.push_back(model::Concat({"and ", std::to_string(count_ - kMaxNotes), " more"}));
  return std::move(notes_);
}

void AddParents(const std::vector<Genus>& genera, OntologyDraft& draft) {
  if (genera.empty()) return;
  HashSet<std::string_view> ids;
  for (const OntologyDraft::DraftTerm& drafted : draft.terms) ids.insert(drafted.term.id);
  for (const Genus& genus : genera) {
    if (genus.term < draft.terms.size() && ids.contains(genus.id)) {
      draft.terms[genus.term].parent_ids.push_back(genus.id);
    }
  }
}

void NoteMissingEdges(const OntologyDraft& draft, Notes& notes) {
  constexpr size_t kFew = 3;
  if (draft.terms.size() < kFew) return;
  if (std::any_of(draft.terms.begin(), draft.terms.end(),
                  [](const auto& drafted) { return !drafted.parent_ids.empty(); })) {
    return;
  }
  notes.Add(model::Concat({draft.id, " has ", std::to_string(draft.terms.size()),
                           " terms and no is_a that could be read: each term is found by itself only"}));
}

std::string OntologyId(std::string_view declared, const std::vector<OntologyDraft::DraftTerm>& terms) {
  declared = model::Trim(declared);
  if (const size_t imports = declared.find("/imports/"); imports != declared.npos) {
    const size_t host = declared.rfind('/', imports == 0 ? 0 : imports - 1);
    if (host != declared.npos) declared.remove_prefix(host + 1);
    while (declared.ends_with(".owl") || declared.ends_with(".obo")) declared.remove_suffix(4);
    if (declared.ends_with(".json")) declared.remove_suffix(5);
    return model::ToLower(declared);
  }
  if (const size_t obo = declared.find("/obo/"); obo != declared.npos) {
    declared.remove_prefix(obo + 5);
  } else if (const size_t scheme = declared.find("://"); scheme != declared.npos) {
    // Of another address, the name of the file.
    declared.remove_prefix(scheme + 3);
    while (declared.ends_with('/') || declared.ends_with('#')) declared.remove_suffix(1);
    const size_t slash = declared.rfind('/');
    if (slash != declared.npos) declared.remove_prefix(slash + 1);
  }
  declared = declared.substr(0, declared.find_first_of("/.#"));
  return declared.empty() ? CommonestPrefix(terms) : model::ToLower(declared);
}

bool IsExactMatch(std::string_view property) {
  constexpr std::string_view kName = "exactMatch";
  if (!property.ends_with(kName)) return false;
  property.remove_suffix(kName.size());
  return property.empty() || property.ends_with('#') || property.ends_with(':') || property.ends_with('/') ||
         property.ends_with("core_");  // a purl of SKOS in an OBO file
}

bool IsPartOf(std::string_view relation) {
  return relation == "part_of" || relation == "BFO:0000050" || relation.ends_with("/BFO_0000050") ||
         relation == "OBO_REL:part_of" || relation == "RO:part_of";
}

bool SaysEquivalent(std::string_view source) {
  return source.find("MONDO:equivalentTo") != source.npos || source.find("exactMatch") != source.npos;
}

void TidyXrefs(Term& term) {
  HashMap<std::string_view, size_t> places;
  std::vector<CrossReference> tidy;
  tidy.reserve(term.xrefs.size());  // keys of `places` point into it
  for (CrossReference& xref : term.xrefs) {
    if (xref.id.empty() || xref.id == term.id) continue;
    if (const auto found = places.find(xref.id); found != places.end()) {
      tidy[found->second].equivalent |= xref.equivalent;
      continue;
    }
    tidy.push_back(std::move(xref));
    places.emplace(tidy.back().id, tidy.size() - 1);
  }
  term.xrefs = std::move(tidy);
}

}  // namespace muster::ontology
