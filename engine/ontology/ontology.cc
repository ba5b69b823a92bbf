#include "engine/ontology/ontology.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "engine/model/text/text.h"
#include "engine/ontology/circles.h"
#include "engine/ontology/term_codec.h"

namespace muster::ontology {
namespace {

using model::Concat;

/// The end of a chain.
constexpr uint32_t kNone = 0xFFFFFFFF;

std::string_view PrefixOf(std::string_view curie) { return curie.substr(0, curie.find(':')); }

template <typename T>
void SortAndUnite(std::vector<T>& items) {
  std::sort(items.begin(), items.end());
  items.erase(std::unique(items.begin(), items.end()), items.end());
}

/// What stands beside `key` in pairs that are in order.
template <typename Key>
std::vector<TermIndex> TermsOf(const std::vector<std::pair<Key, TermIndex>>& pairs, Key key) {
  std::vector<TermIndex> found;
  const auto begin = std::lower_bound(pairs.begin(), pairs.end(), std::pair(key, TermIndex{0}));
  for (auto it = begin; it != pairs.end() && it->first == key; ++it) found.push_back(it->second);
  return found;
}

/// Everything that can be reached from `start` over `next`, ascending. `next` gives a list of terms.
template <typename Next>
std::vector<TermIndex> Reachable(TermIndex start, size_t term_count, Next next) {
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
    for (const TermIndex whole : view.wholes) parts_.emplace_back(whole, term);
    for (const std::string_view id : view.alternative_ids) alternative_ids.emplace_back(term, id);
    if (view.obsolete) {
      for (const std::string_view id : view.replaced_by) replaced_by.emplace_back(term, id);
    }
    for (const TermView::XrefView& xref : view.xrefs) {
      if (xref.equivalent) AddEquivalent(xref.id, term);
    }
    const std::string_view prefix = PrefixOf(view.id);
    if (all_prefixes_.empty() || prefix != all_prefixes_.back()) all_prefixes_.push_back(prefix);
    if (!view.label.empty() && (prefixes_.empty() || prefix != prefixes_.back())) prefixes_.push_back(prefix);
  }
  if (reader.remaining() != 0) return absl::DataLossError("bytes after the end");
  SortAndUnite(prefixes_);
  SortAndUnite(all_prefixes_);
  SortAndUnite(parts_);
  if (absl::Status status = AddIds(alternative_ids); !status.ok()) return status;
  LinkReplaced(replaced_by);
  LinkChildren();
  LinkSame();
  return absl::OkStatus();
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

void Ontology::LinkReplaced(const std::vector<std::pair<TermIndex, std::string_view>>& replaced_by) {
  for (const auto& [term, id] : replaced_by) {
    if (const auto current = Find(id)) {
      replaced_.emplace_back(*current, term);
    } else {
      replaced_elsewhere_.emplace_back(id, term);
    }
  }
  SortAndUnite(replaced_);
  SortAndUnite(replaced_elsewhere_);
}

void Ontology::LinkSame() {
  const auto link = [this](TermIndex a, TermIndex b) {
    if (a == b) return;
    same_.emplace_back(a, b);
    same_.emplace_back(b, a);
  };
  for (const Equivalent& equivalent : equivalents_) {
    if (!HasPrefix(equivalent.id) || IsObsolete(equivalent.term)) continue;
    if (const auto other = Find(equivalent.id); other && !IsObsolete(*other)) link(equivalent.term, *other);
  }
  for (const std::vector<TermIndex>& circle : FindCircles(*this)) {
    for (size_t i = 1; i < circle.size(); ++i) link(circle[i - 1], circle[i]);
  }
  SortAndUnite(same_);
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
  SortAndUnite(terms);
  return terms;
}

std::vector<TermIndex> Ontology::Replaces(TermIndex term) const { return TermsOf(replaced_, term); }

std::vector<TermIndex> Ontology::ReplacedElsewhere(std::string_view id) const {
  return TermsOf(replaced_elsewhere_, id);
}

std::vector<TermIndex> Ontology::Parts(TermIndex term) const { return TermsOf(parts_, term); }

std::vector<TermIndex> Ontology::SameAs(TermIndex term) const { return TermsOf(same_, term); }

std::vector<TermIndex> Ontology::Descendants(TermIndex term) const {
  return Reachable(term, size(), [this](TermIndex t) { return Children(t); });
}

std::vector<TermIndex> Ontology::Ancestors(TermIndex term) const {
  return Reachable(term, size(), [this](TermIndex t) { return Parents(t); });
}

bool Ontology::OwnsPrefix(std::string_view curie) const {
  return std::binary_search(prefixes_.begin(), prefixes_.end(), PrefixOf(curie));
}

bool Ontology::HasPrefix(std::string_view curie) const {
  return std::binary_search(all_prefixes_.begin(), all_prefixes_.end(), PrefixOf(curie));
}

}  // namespace muster::ontology
