#include "engine/ontology/ontology.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "engine/model/text.h"
#include "engine/ontology/term_codec.h"

namespace muster::ontology {
namespace {

using model::Concat;

/// In a cycle, at most so many terms are named.
constexpr size_t kNamedInCycle = 8;
/// The end of a chain.
constexpr uint32_t kNone = 0xFFFFFFFF;

std::string_view PrefixOf(std::string_view curie) { return curie.substr(0, curie.find(':')); }

/// Everything that can be reached from `start` over `next`, ascending. `next` gives a list of terms.
template <typename Next>
std::vector<TermIndex> Reach(TermIndex start, size_t term_count, Next next) {
  std::vector<bool> seen(term_count);
  std::vector<TermIndex> found = {start};
  seen[start] = true;
  for (size_t i = 0; i < found.size(); ++i) {
    for (TermIndex term : next(found[i])) {
      if (seen[term]) continue;
      seen[term] = true;
      found.push_back(term);
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace

absl::StatusOr<std::shared_ptr<const Ontology>> Ontology::Decode(std::string bytes) {
  std::shared_ptr<Ontology> ontology(new Ontology);
  const absl::Status status = ontology->ReadAll(std::move(bytes));
  if (!status.ok()) return absl::DataLossError(Concat({"ontology: ", std::string(status.message())}));
  return std::shared_ptr<const Ontology>(std::move(ontology));
}

absl::Status Ontology::ReadAll(std::string bytes) {
  bytes_ = std::move(bytes);
  model::ByteReader reader(bytes_);
  size_t count;
  if (absl::Status status = ReadHead(reader, id_, version_, count); !status.ok()) return status;
  entries_.reserve(count);
  parents_.ends.reserve(count);
  parents_.items.reserve(count);
  std::vector<std::pair<TermIndex, std::string_view>> alternative_ids;
  std::vector<std::pair<TermIndex, std::string_view>> replaced_by;
  TermView view;
  for (size_t i = 0; i < count; ++i) {
    const auto term = static_cast<TermIndex>(i);
    if (!ReadTerm(reader, count, view) ||
        parents_.items.size() + view.parents.size() > std::numeric_limits<uint32_t>::max()) {
      return absl::DataLossError(Concat({"term ", std::to_string(i), " is damaged"}));
    }
    entries_.push_back({view.id, view.label});
    parents_.items.insert(parents_.items.end(), view.parents.begin(), view.parents.end());
    parents_.ends.push_back(static_cast<uint32_t>(parents_.items.size()));
    for (const std::string_view id : view.alternative_ids) alternative_ids.emplace_back(term, id);
    for (const std::string_view id : view.replaced_by) replaced_by.emplace_back(term, id);
    for (const TermView::XrefView& xref : view.xrefs) {
      if (xref.equivalent) AddEquivalent(xref.id, term);
    }
    if (!view.label.empty() && (prefixes_.empty() || PrefixOf(view.id) != prefixes_.back())) {
      prefixes_.push_back(PrefixOf(view.id));
    }
  }
  if (reader.remaining() != 0) return absl::DataLossError("bytes after the end");
  std::sort(prefixes_.begin(), prefixes_.end());
  prefixes_.erase(std::unique(prefixes_.begin(), prefixes_.end()), prefixes_.end());
  if (absl::Status status = AddIds(alternative_ids); !status.ok()) return status;
  for (const auto& [term, id] : replaced_by) {
    if (const auto current = Find(id)) replaced_.emplace_back(*current, term);
  }
  std::sort(replaced_.begin(), replaced_.end());
  replaced_.erase(std::unique(replaced_.begin(), replaced_.end()), replaced_.end());
  LinkChildren();
  return CheckAcyclic();
}

absl::Status Ontology::AddIds(const std::vector<std::pair<TermIndex, std::string_view>>& alternative_ids) {
  by_id_.Reserve(size());
  for (size_t i = 0; i < size(); ++i) {
    if (by_id_.Add(entries_[i].id, static_cast<TermIndex>(i), TermIdOf())) continue;
    return absl::InvalidArgumentError(Concat({entries_[i].id, " stands more than once"}));
  }
  for (const auto& [term, id] : alternative_ids) by_alternative_.emplace(id, term);
  return absl::OkStatus();
}

void Ontology::AddEquivalent(std::string_view id, TermIndex term) {
  const auto number = static_cast<uint32_t>(equivalents_.size());
  equivalents_.push_back({id, term, kNone});
  if (by_equivalent_.Add(id, number, EquivalentIdOf())) return;
  Equivalent& first = equivalents_[*by_equivalent_.Find(id, EquivalentIdOf())];
  equivalents_.back().next = std::exchange(first.next, number);
}

void Ontology::LinkChildren() {
  // Counted, then laid out, then filled from the end of each list.
  children_.ends.assign(size(), 0);
  for (const TermIndex parent : parents_.items) ++children_.ends[parent];
  uint32_t end = 0;
  for (uint32_t& count : children_.ends) count = end += count;
  children_.items.resize(parents_.items.size());
  std::vector<uint32_t> places = children_.ends;
  for (size_t i = size(); i-- > 0;) {
    const auto term = static_cast<TermIndex>(i);
    for (const TermIndex parent : Parents(term)) children_.items[--places[parent]] = term;
  }
}

absl::Status Ontology::CheckAcyclic() const {
  std::vector<uint32_t> open_parents(size());
  std::vector<TermIndex> done;
  done.reserve(size());
  for (size_t i = 0; i < size(); ++i) {
    open_parents[i] = static_cast<uint32_t>(Parents(static_cast<TermIndex>(i)).size());
    if (open_parents[i] == 0) done.push_back(static_cast<TermIndex>(i));
  }
  for (size_t i = 0; i < done.size(); ++i) {
    for (TermIndex child : Children(done[i])) {
      if (--open_parents[child] == 0) done.push_back(child);
    }
  }
  if (done.size() == size()) return absl::OkStatus();

  // Each term left over has a parent that is left over: going up from any must come back to where it was.
  TermIndex term = 0;
  while (open_parents[term] == 0) ++term;
  std::vector<TermIndex> path;
  std::vector<bool> seen(size());
  while (!seen[term]) {
    seen[term] = true;
    path.push_back(term);
    for (TermIndex parent : Parents(term)) {
      if (open_parents[parent] == 0) continue;
      term = parent;
      break;
    }
  }
  std::string names;
  const auto start = std::find(path.begin(), path.end(), term);
  for (auto it = start; it != path.end() && static_cast<size_t>(it - start) < kNamedInCycle; ++it) {
    names += Concat({TermId(*it), " is_a "});
  }
  if (static_cast<size_t>(path.end() - start) > kNamedInCycle) names += "... is_a ";
  return absl::InvalidArgumentError(Concat({"is_a goes in a circle: ", names, TermId(term)}));
}

void Ontology::Read(TermIndex term, TermView& view) const {
  const Entry& entry = entries_[term];
  view.id = entry.id;
  view.label = entry.label;
  const char* const behind = entry.label.data() + entry.label.size();
  model::ByteReader reader({behind, bytes_.size() - static_cast<size_t>(behind - bytes_.data())});
  ReadRest(reader, size(), view);
}

Term Ontology::term(TermIndex term) const {
  TermView view;
  Read(term, view);
  return view.Copy();
}

std::vector<Term> Ontology::AllTerms() const {
  std::vector<Term> terms;
  terms.reserve(size());
  for (size_t i = 0; i < size(); ++i) terms.push_back(term(static_cast<TermIndex>(i)));
  return terms;
}

bool Ontology::IsObsolete(TermIndex term) const {
  const std::string_view label = entries_[term].label;
  return ontology::IsObsolete(label.data()[label.size()]);
}

size_t Ontology::obsolete_count() const {
  size_t count = 0;
  for (size_t i = 0; i < size(); ++i) count += IsObsolete(static_cast<TermIndex>(i)) ? 1 : 0;
  return count;
}

std::optional<TermIndex> Ontology::Find(std::string_view id) const {
  if (const auto term = by_id_.Find(id, TermIdOf())) return term;
  const auto found = by_alternative_.find(id);
  if (found == by_alternative_.end()) return std::nullopt;
  return found->second;
}

bool Ontology::IsPrimaryId(std::string_view id) const { return by_id_.Find(id, TermIdOf()).has_value(); }

std::vector<TermIndex> Ontology::EquivalentTo(std::string_view id) const {
  std::vector<TermIndex> terms;
  const auto first = by_equivalent_.Find(id, EquivalentIdOf());
  for (uint32_t at = first.value_or(kNone); at != kNone; at = equivalents_[at].next) {
    terms.push_back(equivalents_[at].term);
  }
  std::sort(terms.begin(), terms.end());
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
  return terms;
}

std::vector<TermIndex> Ontology::Replaces(TermIndex term) const {
  std::vector<TermIndex> found;
  const auto begin = std::lower_bound(replaced_.begin(), replaced_.end(), std::pair(term, TermIndex{0}));
  for (auto it = begin; it != replaced_.end() && it->first == term; ++it) found.push_back(it->second);
  return found;
}

std::vector<TermIndex> Ontology::Descendants(TermIndex term) const {
  return Reach(term, size(), [this](TermIndex t) { return Children(t); });
}

std::vector<TermIndex> Ontology::Ancestors(TermIndex term) const {
  return Reach(term, size(), [this](TermIndex t) { return Parents(t); });
}

bool Ontology::OwnsPrefix(std::string_view curie) const {
  return std::binary_search(prefixes_.begin(), prefixes_.end(), PrefixOf(curie));
}

}  // namespace muster::ontology
