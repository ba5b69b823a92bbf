#include "engine/bind/values/names/people_in_words.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "engine/bind/catalogue/live_values.h"
#include "engine/bind/catalogue/people_counts.h"
#include "engine/ontology/terminology.h"

namespace muster::bind {
namespace {

using model::Entity;
using storage::Bitmap;

// Of a field that is not the main one of its entity, or of individuals themselves.
absl::StatusOr<Bitmap> PeopleWithValues(const storage::SegmentReader& segment, model::FieldId field,
                                        const model::SymbolList& symbols) {
  const Entity entity = model::Info(field).entity;
  const auto number = static_cast<uint8_t>(entity);
  const auto with = segment.Union({static_cast<uint8_t>(model::PostingKind::kRows), number, field, 0},
                                  symbols.symbols(), segment.rows(number));
  if (!with.ok()) return with.status();
  if (entity == Entity::kIndividual) return with->rows;
  if (!model::Info(entity).polar) return IndividualsOf(segment, entity, with->rows);
  const auto observed = LiveRowsOf(segment, entity, nullptr);
  if (!observed.ok()) return observed.status();
  return IndividualsOf(segment, entity, Bitmap::And(with->rows, *observed));
}

}  // namespace

std::string WithCommas(uint64_t number) {
  std::string digits = absl::StrCat(number);
  for (size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

std::string PeopleInWords(const CatalogueView& view, model::FieldId field, const model::SymbolList& symbols) {
  if (view.listed() != nullptr || symbols.empty()) return "";
  const Entity entity = model::Info(field).entity;
  const bool primary = model::Info(entity).primary == static_cast<int>(field) && entity != Entity::kIndividual;
  const CodesOfEntity wanted{entity, &symbols};
  PeopleKey key = primary
                      ? KeyOfCodes(wanted)
                      : PeopleKey("values").Add(field).Add(symbols.fingerprint().high).Add(symbols.fingerprint().low);
  const auto share = view.people().Count({}, std::move(key), [&](const storage::SegmentReader& segment) {
    return primary ? PeopleWithCodes(segment, wanted) : PeopleWithValues(segment, field, symbols);
  });
  if (!share.ok()) return "";  // what is said beside an error
  return absl::StrCat(" (", WithCommas(share->with), share->with == 1 ? " person)" : " people)");
}

std::string PeopleInWords(const CatalogueView& view, model::FieldId field, const std::vector<std::string>& codes) {
  if (view.listed() != nullptr) return "";
  std::vector<model::Symbol> symbols;
  for (const std::string& code : codes) {
    const auto reached =
        view.terminology().Follow(view.terminology().Find(code), ontology::Reach::kDescendants).symbols;
    symbols.insert(symbols.end(), reached->begin(), reached->end());
  }
  return PeopleInWords(view, field, model::SymbolList(std::move(symbols)));
}

}  // namespace muster::bind
