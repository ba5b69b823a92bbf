// Terms by name: exact, by the beginnings of words, and nearest to a misspelling.
#include <algorithm>
#include <array>
#include <limits>
#include <tuple>

#include "absl/hash/hash.h"
#include "engine/model/text/text.h"
#include "engine/ontology/ontology.h"
#include "engine/ontology/term_codec.h"

namespace muster::ontology {
namespace {

using model::AsciiLower;

/// Longer names are compared by this many first bytes: one bit for each in a machine word.
constexpr size_t kMaxCompared = 64;
/// Words beyond these are not looked at.
constexpr size_t kMaxWords = 12;

/// Lower, by which names are sorted and found: current before obsolete, labels before exact synonyms before others.
int LevelOf(bool obsolete, const TermView::SynonymView* synonym) {
  const int level = synonym == nullptr ? 0 : synonym->scope == Synonym::Scope::kExact ? 1 : 2;
  return obsolete ? level + 3 : level;
}

uint64_t HashLower(std::string_view text, std::string& buffer) {
  buffer.assign(text);
  for (char& c : buffer) c = AsciiLower(c);
  return absl::Hash<std::string>{}(buffer);
}

bool EqualsIgnoringCase(std::string_view a, std::string_view b) {
  return a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return AsciiLower(x) == AsciiLower(y); });
}

bool IsWordByte(char c) { return model::IsAsciiAlnum(c) || static_cast<unsigned char>(c) >= 0x80; }

/// Calls `visit` with each word of `text` until it returns false.
template <typename Visit>
void ForEachWord(std::string_view text, Visit visit) {
  size_t i = 0;
  while (i < text.size()) {
    while (i < text.size() && !IsWordByte(text[i])) ++i;
    const size_t start = i;
    while (i < text.size() && IsWordByte(text[i])) ++i;
    if (i > start && !visit(text.substr(start, i - start))) return;
  }
}

/// The first words of `text`, in lower case, each once.
std::vector<std::string> Words(std::string_view text) {
  std::vector<std::string> words;
  ForEachWord(text, [&words](std::string_view word) {
    std::string lower = model::ToLower(word);
    if (std::find(words.begin(), words.end(), lower) == words.end()) words.push_back(std::move(lower));
    return words.size() < kMaxWords;
  });
  return words;
}

bool StartsWithIgnoringCase(std::string_view text, std::string_view lower_start) {
  return text.size() >= lower_start.size() && std::equal(lower_start.begin(), lower_start.end(), text.begin(),
                                                         [](char start, char c) { return start == AsciiLower(c); });
}

/// Edit distance with transpositions of neighbours to one fixed text, without regard to case; bit-parallel after
/// Hyyrö, "A Bit-Vector Algorithm for Computing Levenshtein and Damerau Edit Distances" (2003).
class EditDistance {
 public:
  explicit EditDistance(std::string_view text) : size_(std::min(text.size(), kMaxCompared)) {
    for (size_t i = 0; i < size_; ++i) positions_[Byte(text[i])] |= uint64_t{1} << i;
  }

  size_t size() const { return size_; }

  size_t To(std::string_view other) const {
    other = other.substr(0, kMaxCompared);
    if (size_ == 0) return other.size();
    const uint64_t last = uint64_t{1} << (size_ - 1);
    uint64_t vertical_plus = ~uint64_t{0}, vertical_minus = 0, diagonal = 0, before = 0;
    size_t distance = size_;
    for (char c : other) {
      const uint64_t match = positions_[Byte(c)];
      const uint64_t transposed = ((~diagonal & match) << 1) & before;
      diagonal = (((match & vertical_plus) + vertical_plus) ^ vertical_plus) | match | vertical_minus | transposed;
      uint64_t horizontal_plus = vertical_minus | ~(diagonal | vertical_plus);
      uint64_t horizontal_minus = diagonal & vertical_plus;
      if (horizontal_plus & last) ++distance;
      if (horizontal_minus & last) --distance;
      horizontal_plus = (horizontal_plus << 1) | 1;
      horizontal_minus <<= 1;
      vertical_plus = horizontal_minus | ~(diagonal | horizontal_plus);
      vertical_minus = horizontal_plus & diagonal;
      before = match;
    }
    return distance;
  }

 private:
  static unsigned char Byte(char c) { return static_cast<unsigned char>(AsciiLower(c)); }

  size_t size_;
  std::array<uint64_t, 256> positions_{};
};

/// How far a name is from what was asked for: 0 is the same, kFar too far to be shown.
class Nearness {
 public:
  static constexpr double kFar = 1;

  explicit Nearness(std::string_view asked) : distance_(asked), words_(Words(asked)) {}

  double To(std::string_view name) const {
    return std::min(ByEdits(name, distance_.size() / 4 + 1), words_.size() < 2 ? kFar : ByWords(name));
  }

  double ByEdits(std::string_view name, size_t limit) const {
    const size_t size = std::min(name.size(), kMaxCompared);
    const size_t longer = std::max(size, distance_.size());
    if (longer - std::min(size, distance_.size()) > limit) return kFar;
    const size_t edits = distance_.To(name);
    return edits > limit ? kFar : static_cast<double>(edits) / static_cast<double>(longer);
  }

 private:
  /// From the share of words that both have; a little more than by edits, which say more.
  double ByWords(std::string_view name) const {
    size_t count = 0, shared = 0;
    ForEachWord(name, [&](std::string_view word) {
      for (const std::string& asked : words_) {
        if (asked.size() == word.size() && StartsWithIgnoringCase(word, asked)) ++shared;
      }
      return ++count < 2 * kMaxWords;
    });
    const double share = 2.0 * static_cast<double>(shared) / static_cast<double>(count + words_.size());
    return share < 0.5 ? kFar : 1.1 - share;
  }

  EditDistance distance_;
  std::vector<std::string> words_;
};

}  // namespace

void Ontology::IndexNames() const {
  std::vector<NameEntry> names;
  std::string buffer;
  TermView term;
  for (size_t i = 0; i < size(); ++i) {
    const TermIndex index = static_cast<TermIndex>(i);
    Read(index, term);
    if (!term.label.empty()) {
      names.push_back({HashLower(term.label, buffer), term.label, index, LevelOf(term.obsolete, nullptr)});
    }
    for (const TermView::SynonymView& synonym : term.synonyms) {
      names.push_back({HashLower(synonym.text, buffer), synonym.text, index, LevelOf(term.obsolete, &synonym)});
    }
  }
  std::sort(names.begin(), names.end(), [](const NameEntry& a, const NameEntry& b) { return a.hash < b.hash; });
  names_ = std::move(names);
}

std::vector<TermIndex> Ontology::FindByName(std::string_view name) const {
  std::call_once(names_once_, [this] { IndexNames(); });
  name = model::Trim(name);
  std::string buffer;
  const uint64_t hash = HashLower(name, buffer);
  std::vector<TermIndex> found;
  int best = std::numeric_limits<int>::max();
  auto it = std::lower_bound(names_.begin(), names_.end(), hash,
                             [](const NameEntry& entry, uint64_t wanted) { return entry.hash < wanted; });
  for (; it != names_.end() && it->hash == hash; ++it) {
    if (!EqualsIgnoringCase(it->text, name) || it->level > best) continue;
    if (it->level < best) found.clear();
    best = it->level;
    found.push_back(it->term);
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

std::vector<std::string> Ontology::Nearest(std::string_view name, size_t limit) const {
  name = model::Trim(name);
  if (name.empty() || limit == 0) return {};
  const Nearness nearness(name);
  const bool is_id = name.find_first_of(":_") != name.npos;
  struct Candidate {
    double far;
    size_t label_size;
    TermIndex term;
    bool operator<(const Candidate& other) const {
      return std::tie(far, label_size, term) < std::tie(other.far, other.label_size, other.term);
    }
  };
  std::vector<Candidate> candidates;
  TermView term;
  for (size_t i = 0; i < size(); ++i) {
    Read(static_cast<TermIndex>(i), term);
    if (term.obsolete || term.label.empty()) continue;
    double far = nearness.To(term.label);
    for (const TermView::SynonymView& synonym : term.synonyms) far = std::min(far, nearness.To(synonym.text));
    if (is_id) far = std::min(far, nearness.ByEdits(term.id, 2));
    if (far < Nearness::kFar) candidates.push_back({far, term.label.size(), static_cast<TermIndex>(i)});
  }
  limit = std::min(limit, candidates.size());
  std::partial_sort(candidates.begin(), candidates.begin() + static_cast<ptrdiff_t>(limit), candidates.end());
  std::vector<std::string> result;
  for (size_t i = 0; i < limit; ++i) {
    result.push_back(model::Concat({TermId(candidates[i].term), " ", Label(candidates[i].term)}));
  }
  return result;
}

std::vector<TermIndex> Ontology::Search(std::string_view text, size_t limit) const {
  const std::vector<std::string> words = Words(text);
  if (words.empty() || limit == 0) return {};
  const uint32_t all = (uint32_t{1} << words.size()) - 1;
  std::vector<TermIndex> found;
  TermView term;
  for (size_t i = 0; i < size(); ++i) {
    Read(static_cast<TermIndex>(i), term);
    if (term.obsolete) continue;
    uint32_t seen = 0;
    const auto look = [&](std::string_view word) {
      for (size_t k = 0; k < words.size(); ++k) {
        if (StartsWithIgnoringCase(word, words[k])) seen |= uint32_t{1} << k;
      }
      return seen != all;
    };
    ForEachWord(term.label, look);
    for (size_t k = 0; k < term.synonyms.size() && seen != all; ++k) ForEachWord(term.synonyms[k].text, look);
    if (seen == all) found.push_back(static_cast<TermIndex>(i));
  }
  const auto shorter = [this](TermIndex a, TermIndex b) {
    const size_t size_a = Label(a).size(), size_b = Label(b).size();
    return size_a != size_b ? size_a < size_b : a < b;
  };
  limit = std::min(limit, found.size());
  std::partial_sort(found.begin(), found.begin() + static_cast<ptrdiff_t>(limit), found.end(), shorter);
  found.resize(limit);
  return found;
}

}  // namespace muster::ontology
