#include "engine/bind/values/remarks/unconverted_units.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <memory>
#include <optional>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "engine/model/units/analyte.h"
#include "engine/model/units/units.h"

namespace muster::bind {
namespace {

using ontology::SymbolSet;

// What is left out by one comparison, over all its assays.
struct Left {
  uint64_t in_units = 0;
  uint64_t without = 0;
  std::vector<std::string> units;  // as they are shown
};

SymbolSet MakeSet(std::vector<model::Symbol> symbols) {
  return std::make_shared<const model::SymbolList>(std::move(symbols));
}

SymbolSet Common(const SymbolSet& a, const SymbolSet& b) {
  if (a == nullptr) return b;
  if (b == nullptr) return a;
  std::vector<model::Symbol> both;
  std::set_intersection(a->begin(), a->end(), b->begin(), b->end(), std::back_inserter(both));
  return MakeSet(std::move(both));
}

// The terms of the rows that `left_out` is about. kAnyValue stands for all.
absl::StatusOr<SymbolSet> TermsLeftOut(const Unconverted& left_out, const CatalogueView& view) {
  const model::EntityInfo& info = model::Info(model::Info(left_out.field).entity);
  SymbolSet terms = left_out.terms;
  if (terms == nullptr && left_out.except == nullptr) return MakeSet({model::kAnyValue});
  if (terms == nullptr) {
    const auto all = view.RecordedValues(static_cast<model::FieldId>(info.primary));
    if (!all.ok()) return all.status();
    terms = *all;
  }
  if (left_out.except == nullptr) return terms;
  std::vector<model::Symbol> rest;
  std::set_difference(terms->begin(), terms->end(), left_out.except->begin(), left_out.except->end(),
                      std::back_inserter(rest));
  return MakeSet(std::move(rest));
}

absl::Status CountLeftOut(const Unconverted& left_out, const CatalogueView& view, Left* left) {
  const model::Entity entity = model::Info(left_out.field).entity;
  const auto terms = TermsLeftOut(left_out, view);
  if (!terms.ok()) return terms.status();
  if ((*terms)->empty()) return absl::OkStatus();
  if (left_out.without) {
    // Mostly every row of the catalogue has a unit.
    const auto any =
        view.counts().Without(entity, model::SymbolList({model::kAnyValue}), left_out.field, left_out.unit_field);
    if (!any.ok()) return any.status();
    const auto without = *any == 0 ? any : view.counts().Without(entity, **terms, left_out.field, left_out.unit_field);
    if (!without.ok()) return without.status();
    left->without += *without;
  }
  const auto in_unit = [&](model::Symbol unit) {
    return view.counts().Observed(entity, **terms, left_out.unit_field, unit);
  };
  const auto recorded = view.FieldUnits(left_out.unit_field);
  if (!recorded.ok()) return recorded.status();
  const bool named = !left_out.label.empty();
  if (named) {
    // Mostly none are left out. The units that are converted tell, and the query reads their postings anyway.
    auto others = in_unit(model::kAnyValue);
    for (const RecordedUnit& unit : **recorded) {
      if (!others.ok() || *others == 0 || std::ranges::count(left_out.units, unit.symbol) != 0) continue;
      const auto converted = in_unit(unit.symbol);
      if (!converted.ok()) return converted.status();
      others = *others - std::min(*others, *converted);
    }
    if (!others.ok()) return others.status();
    if (*others == 0) return absl::OkStatus();
  }
  for (const RecordedUnit& unit : **recorded) {
    if (std::ranges::count(left_out.units, unit.symbol) == 0 || (!named && unit.unit.has_value())) continue;
    const auto of_unit = in_unit(unit.symbol);
    if (!of_unit.ok()) return of_unit.status();
    const std::string_view text = view.dictionary().Text(unit.symbol);
    if (*of_unit > 0 && view.listed() != nullptr) {
      const auto people = view.counts().PeopleObserved(entity, **terms, left_out.unit_field, unit.symbol);
      if (!people.ok()) return people.status();
      if (!view.listed()->Tells(*people, absl::StrCat(left_out.label, "\n", std::string(text)))) continue;
    }
    if (*of_unit > 0) left->units.push_back(model::UnitLabel(text));
    left->in_units += *of_unit;
  }
  return absl::OkStatus();
}

// For guests: no number, and nothing of what is in units that are not listed, or in none.
void WarnOfListed(const Unconverted& comparison, const Left& left, const std::string& of, Reporter* reporter) {
  if (left.units.empty()) return;
  const model::EntityInfo& info = model::Info(model::Info(comparison.field).entity);
  reporter->Warn(comparison.span, "unconverted-units",
                 absl::StrCat(std::string(info.plural), of, " in a unit that ", comparison.unit,
                              " cannot be converted to are not ",
                              comparison.denied ? "compared, and leave nobody out by this" : "counted"),
                 {absl::StrCat("units left out: ", absl::StrJoin(left.units, ", "))});
}

void Warn(const Unconverted& comparison, Left left, bool listed, Reporter* reporter) {
  const uint64_t rows = left.in_units + left.without;
  if (rows == 0) return;
  const model::EntityInfo& info = model::Info(model::Info(comparison.field).entity);
  const std::string of = comparison.label.empty() ? "" : absl::StrCat(" of ", comparison.label);
  const auto number = [&](uint64_t count) {
    return absl::StrCat(count, " ", std::string(count == 1 ? info.name : info.plural));
  };
  std::vector<std::string> hints;
  std::sort(left.units.begin(), left.units.end());
  left.units.erase(std::unique(left.units.begin(), left.units.end()), left.units.end());
  if (listed) return WarnOfListed(comparison, left, of, reporter);
  const std::string in_unit = absl::StrCat("in a unit that ", comparison.unit, " cannot be converted to");
  const std::string verb = comparison.denied ? "compared" : "counted";
  std::string what;
  if (left.without == 0) {
    what = absl::StrCat(number(rows), of, rows == 1 ? " is " : " are ", in_unit, ", and not ", verb);
  } else if (left.in_units == 0) {
    what = absl::StrCat(number(rows), of, rows == 1 ? " has" : " have", " no unit, and ", rows == 1 ? "is" : "are",
                        " not ", verb);
  } else {
    what = absl::StrCat(number(rows), of, " are not ", verb, ": ", left.in_units, left.in_units == 1 ? " is " : " are ",
                        in_unit, ", and ", left.without, left.without == 1 ? " has" : " have", " no unit");
  }
  if (comparison.denied) what += "; who has only such is not left out by this";
  if (!left.units.empty()) hints.push_back(absl::StrCat("units left out: ", absl::StrJoin(left.units, ", ")));
  if (left.without > 0) hints.emplace_back("a number without unit is compared with one in \"1\"");
  reporter->Warn(comparison.span, "unconverted-units", std::move(what), std::move(hints));
}

// A unit of rows that are compared in pairs, and how many rows have it; none: those without unit. For guests, those
// that enough people have, without numbers.
struct UnitInUse {
  std::optional<RecordedUnit> unit;
  uint64_t rows = 0;
};

absl::StatusOr<std::vector<UnitInUse>> UnitsOfPairs(const Unconverted& pairs, const model::SymbolList& terms,
                                                    const CatalogueView& view) {
  const model::Entity entity = model::Info(pairs.field).entity;
  const auto recorded = view.FieldUnits(pairs.unit_field);
  if (!recorded.ok()) return recorded.status();
  std::vector<UnitInUse> in_use;
  for (const RecordedUnit& unit : **recorded) {
    if (view.listed() != nullptr) {
      const auto people = view.counts().PeopleObserved(entity, terms, pairs.unit_field, unit.symbol);
      if (!people.ok()) return people.status();
      const std::string_view text = view.dictionary().Text(unit.symbol);
      if (view.listed()->Tells(*people, absl::StrCat(pairs.label, "\n", std::string(text))))
        in_use.push_back({unit, 0});
      continue;
    }
    const auto rows = view.counts().Observed(entity, terms, pairs.unit_field, unit.symbol);
    if (!rows.ok()) return rows.status();
    if (*rows > 0) in_use.push_back({unit, *rows});
  }
  std::ranges::sort(in_use, {},
                    [&](const UnitInUse& unit) { return model::UnitLabel(view.dictionary().Text(unit.unit->symbol)); });
  if (view.listed() != nullptr) return in_use;  // nothing is told of who has no unit
  const auto without = view.counts().Without(entity, terms, pairs.field, pairs.unit_field);
  if (!without.ok()) return without.status();
  if (*without > 0) in_use.push_back({std::nullopt, *without});
  return in_use;
}

// Whether numbers in these units are compared, of one of `analytes` or of anything.
bool Comparable(const UnitInUse& a, const UnitInUse& b, const std::vector<const model::Analyte*>& analytes) {
  if (!a.unit || !b.unit) return (a.unit ? a : b).unit->unit == model::Unit{};
  if (!a.unit->unit || !b.unit->unit) return false;
  return std::ranges::any_of(analytes, [&](const model::Analyte* analyte) {
    return model::ConvertOf(analyte, 1, *a.unit->unit, *b.unit->unit).ok();
  });
}

void WarnOfPairs(const Unconverted& pairs, const CatalogueView& view, Reporter* reporter) {
  SymbolSet terms = MakeSet({model::kAnyValue});
  std::vector<const model::Analyte*> analytes = {nullptr};
  if (pairs.terms != nullptr && pairs.others != nullptr) {
    std::vector<model::Symbol> both;
    std::ranges::set_union(*pairs.terms, *pairs.others, std::back_inserter(both));
    if (view.listed() != nullptr) {
      const auto told =
          view.FieldValues(static_cast<model::FieldId>(model::Info(model::Info(pairs.field).entity).primary));
      if (!told.ok()) return reporter->Fail(told.status());
      std::erase_if(both, [&](model::Symbol term) { return !(*told)->Contains(term); });
      if (both.empty()) return;
    }
    for (const model::Symbol term : both) {
      const model::Analyte* analyte = model::FindAnalyte(view.dictionary().Text(term));
      if (analyte != nullptr && std::ranges::count(analytes, analyte) == 0) analytes.push_back(analyte);
    }
    terms = MakeSet(std::move(both));
  }
  const auto in_use = UnitsOfPairs(pairs, *terms, view);
  if (!in_use.ok()) return reporter->Fail(in_use.status());
  const bool all = std::ranges::all_of(*in_use, [&](const UnitInUse& unit) {
    return std::ranges::all_of(
        *in_use, [&](const UnitInUse& other) { return &unit == &other || Comparable(unit, other, analytes); });
  });
  if (all) return;

  const model::EntityInfo& info = model::Info(model::Info(pairs.field).entity);
  std::vector<std::string> shown;
  constexpr size_t kShown = 12;
  for (const UnitInUse& unit : *in_use) {
    if (shown.size() == kShown) {
      shown.emplace_back("...");
      break;
    }
    const std::string label = unit.unit ? model::UnitLabel(view.dictionary().Text(unit.unit->symbol)) : "no unit";
    shown.push_back(view.listed() != nullptr ? label : absl::StrCat(label, " (", unit.rows, ")"));
  }
  reporter->Warn(pairs.span, "unconverted-units",
                 absl::StrCat("two ", std::string(info.plural),
                              " in units that do not convert into each other are not compared, and ",
                              pairs.denied ? "leave nobody out by this" : "not counted"),
                 {absl::StrCat("units of these ", std::string(info.plural), ": ", absl::StrJoin(shown, ", "))});
}

}  // namespace

void RestrictUnconverted(const SymbolSet& terms, const std::string& label, Unconverted* left_out) {
  left_out->terms = Common(left_out->terms, terms);
  if (left_out->label.empty()) left_out->label = label;
}

void WarnOfUnconverted(const CatalogueView& view, Reporter* reporter, std::vector<Unconverted> left_out) {
  for (size_t begin = 0, end = 0; begin < left_out.size(); begin = end) {
    if (left_out[begin].pairs) {
      WarnOfPairs(left_out[begin], view, reporter);
      end = begin + 1;
      continue;
    }
    Left left;
    for (; end < left_out.size() && left_out[end].span.begin == left_out[begin].span.begin; ++end) {
      const absl::Status status = CountLeftOut(left_out[end], view, &left);
      if (!status.ok()) return reporter->Fail(status);
    }
    Warn(left_out[begin], std::move(left), view.listed() != nullptr, reporter);
  }
}

}  // namespace muster::bind
