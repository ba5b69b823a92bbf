#include "engine/model/record/same_variants.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "absl/hash/hash.h"
#include "containers/hash_table.h"
#include "engine/model/record/unite.h"
#include "engine/model/text/text.h"

namespace muster::model {
namespace {

namespace field = field;

constexpr std::array<FieldId, 4> kPlace = {field::kVariantChromosome, field::kVariantPosition, field::kVariantReference,
                                           field::kVariantAlternate};

bool HaveSame(const Row& a, const Row& b, FieldId id) {
  const Value* one = a.Find(id);
  const Value* other = b.Find(id);
  return one != nullptr && other != nullptr && *one == *other;
}

bool Differ(const Row& a, const Row& b, FieldId id) {
  const Value* one = a.Find(id);
  const Value* other = b.Find(id);
  return one != nullptr && other != nullptr && *one != *other;
}

// What is in one assembly at two places, or is another change, is two variants, whatever they are called.
bool AreTwo(const Row& a, const Row& b) {
  return !Differ(a, b, field::kVariantAssembly) &&
         std::any_of(kPlace.begin(), kPlace.end(), [&](FieldId id) { return Differ(a, b, id); });
}

uint64_t HashOf(const Value& value) {
  if (const auto* symbol = std::get_if<Symbol>(&value)) return *symbol;
  if (const auto* number = std::get_if<double>(&value)) return absl::HashOf(*number);
  const auto* text = std::get_if<std::string>(&value);
  return text == nullptr ? 0 : absl::HashOf(*text);
}

// Of all these fields; 0 where one is missing.
template <typename Fields>
uint64_t HashOfAll(const Row& row, char kind, const Fields& fields) {
  uint64_t hash = absl::HashOf(kind);
  for (const FieldId id : fields) {
    const Value* value = row.Find(id);
    if (value == nullptr) return 0;
    hash = absl::HashOf(hash, HashOf(*value));
  }
  return hash;
}

bool IsOfProtein(std::string_view hgvs) { return hgvs.starts_with("p.") || hgvs.find(":p.") != hgvs.npos; }

// By what a variant may be known again: how it is called, where it is, and what changes in which gene.
std::vector<uint64_t> KeysOf(const Row& row) {
  std::vector<uint64_t> keys = {HashOfAll(row, 'p', kPlace), HashOfAll(row, 'i', std::array{field::kVariantId}),
                                HashOfAll(row, 'g',
                                          std::array{field::kVariantGene, field::kVariantChromosome,
                                                     field::kVariantReference, field::kVariantAlternate})};
  for (const FieldValue& value : row.values) {
    if (value.field != field::kVariantHgvs) continue;
    const std::string& text = std::get<std::string>(value.value);
    if (!IsOfProtein(text)) keys.push_back(absl::HashOf('h', text));
  }
  return keys;
}

bool ShareHgvs(const Row& a, const Row& b) {
  return std::any_of(a.values.begin(), a.values.end(), [&](const FieldValue& value) {
    return value.field == field::kVariantHgvs && !IsOfProtein(std::get<std::string>(value.value)) &&
           std::find(b.values.begin(), b.values.end(), value) != b.values.end();
  });
}

// Whether the two may be one variant.
bool MayBeOne(const Row& a, const Row& b) {
  if (a.parent == b.parent && a.values.size() == b.values.size() &&
      std::is_permutation(a.values.begin(), a.values.end(), b.values.begin())) {
    return false;
  }
  if (AreTwo(a, b)) return false;
  if (HaveSame(a, b, field::kVariantId) || ShareHgvs(a, b)) return true;
  const bool other_assembly = Differ(a, b, field::kVariantAssembly);
  const bool same_change = HaveSame(a, b, field::kVariantChromosome) && HaveSame(a, b, field::kVariantReference) &&
                           HaveSame(a, b, field::kVariantAlternate);
  return same_change && HaveSame(a, b, other_assembly ? field::kVariantGene : field::kVariantPosition);
}

}  // namespace

std::string ShowVariant(const Row& variant, const Dictionary& dictionary) {
  constexpr size_t kMostBytes = 40;
  std::string text;
  for (const FieldId id :
       {field::kVariantId, field::kVariantGene, field::kVariantAssembly, field::kVariantChromosome,
        field::kVariantPosition, field::kVariantReference, field::kVariantAlternate, field::kVariantHgvs}) {
    const Value* value = variant.Find(id);
    if (value == nullptr) continue;
    const auto* symbol = std::get_if<Symbol>(value);
    const std::string shown = symbol != nullptr ? std::string(dictionary.Text(*symbol)) : ShowValue(*value, dictionary);
    size_t shown_bytes = std::min(shown.size(), kMostBytes);
    while (shown_bytes < shown.size() && (static_cast<unsigned char>(shown[shown_bytes]) & 0xC0) == 0x80) --shown_bytes;
    text.append(text.empty() ? "" : " ").append(shown, 0, shown_bytes);
  }
  return text;
}

std::vector<VariantTwice> FindVariantsTwice(const Record& record) {
  std::vector<VariantTwice> twice;
  HashMap<uint64_t, uint32_t> first;
  for (uint32_t i = 1; i < record.rows.size(); ++i) {
    const Row& row = record.rows[i];
    if (row.entity != Entity::kVariant) continue;
    bool found = false;
    for (const uint64_t key : KeysOf(row)) {
      if (key == 0) continue;
      const auto [known, is_new] = first.try_emplace(key, i);
      if (is_new || found) continue;
      const Row& earlier = record.rows[known->second];
      found = MayBeOne(earlier, row);
      if (found) twice.push_back({known->second, i, Differ(earlier, row, field::kVariantAssembly)});
    }
  }
  return twice;
}

}  // namespace muster::model
