#include "engine/bind/remarks/reading/unit_edges.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "allowance/allowance.h"
#include "engine/bind/bound/conditions.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/catalogue/live_values.h"
#include "engine/bind/remarks/asked/asked_people.h"
#include "engine/bind/values/quantity_binder.h"
#include "engine/bind/values/remarks/first_rows.h"
#include "engine/bind/values/units/query_units.h"
#include "engine/model/record/symbol_list.h"
#include "engine/model/schema/schema.h"
#include "engine/model/units/analyte.h"
#include "engine/model/units/units.h"
#include "grammar/clone.h"
#include "grammar/parse.h"
#include "grammar/rewrite.h"

namespace muster::bind {
namespace {

using grammar::Compare;
using grammar::Has;
using grammar::Literal;
using model::Entity;
using Op = Compare::Op;
using Segment = storage::SegmentReader;
using storage::Bitmap;

constexpr model::FieldId kValue = model::field::kMeasurementValue;
constexpr model::FieldId kUnit = model::field::kMeasurementUnit;
constexpr auto kNumber = static_cast<uint8_t>(Entity::kMeasurement);

double Rounded(double number, int decimals) {
  const double scale = std::pow(10, decimals);
  return std::round(number * scale) / scale;
}
bool AreSame(double a, double b) { return std::abs(a - b) <= 1e-9 * std::max(1.0, std::abs(a)); }

bool IsInclusive(Op op) { return op == Op::kLessEqual || op == Op::kGreaterEqual || op == Op::kBetween; }

// Whether records with the rounded number in place of the exact one are found otherwise than those at the bound. `at`:
// which of the two of a range.
bool Decides(Op op, size_t at, double exact, double rounded) {
  if (AreSame(exact, rounded)) return false;
  const bool lower = op == Op::kGreater || op == Op::kGreaterEqual || (op == Op::kBetween && at == 0);
  return (lower == IsInclusive(op)) == (rounded < exact);
}

// The only thing that is asked of the measurement: null where there is another.
const Compare* TheComparison(const Has& has) {
  const auto* compare = std::get_if<Compare>(&has.with->node);
  if (compare == nullptr || compare->event || compare->as_of || compare->distance || compare->values.empty() ||
      compare->certainty != grammar::Certainty::kDefault ||
      FindField(Entity::kMeasurement, compare->field.text) != kValue) {
    return nullptr;
  }
  const bool bound = IsInclusive(compare->op) || compare->op == Op::kLess || compare->op == Op::kGreater;
  const bool numbers = std::all_of(compare->values.begin(), compare->values.end(),
                                   [](const Literal& value) { return value.kind == Literal::Kind::kNumber; });
  return bound && numbers ? compare : nullptr;
}

// Whether numbers in one of these units may become others in a unit of records.
bool MayConvert(const model::Analyte* analyte, const std::vector<QueryUnit>& written, const RecordedUnit& recorded) {
  return recorded.unit && std::any_of(written.begin(), written.end(), [&](const QueryUnit& in) {
           return in.unit && *in.unit != *recorded.unit &&
                  (analyte != nullptr || model::Convertible(*in.unit, *recorded.unit));
         });
}

// One assay in one unit, in which the numbers of the query have more decimals than those of the records.
struct Edge {
  model::Symbol assay;
  RecordedUnit unit;
  ValueRange bounds;
  std::vector<double> exact;    // the numbers of the query in this unit
  std::vector<double> rounded;  // as records would have them
};

// Calls look(row, number) for the rows of an assay in a unit that have a number.
template <typename Look>
absl::Status ForEachNumber(const Segment& segment, model::Symbol assay, model::Symbol unit, Look look) {
  const model::SymbolList one({assay});
  const auto rows = LiveRowsOf(segment, Entity::kMeasurement, &one);
  if (!rows.ok()) return rows.status();
  const auto in_unit =
      segment.Posting({static_cast<uint8_t>(model::PostingKind::kRows), kNumber, kUnit, unit}, segment.rows(kNumber));
  if (!in_unit.ok()) return in_unit.status();
  const auto numbers = segment.FindColumn({kNumber, kValue, model::kValuePart});
  if (!numbers.ok()) return numbers.status();
  if (*numbers == nullptr) return absl::OkStatus();
  bool wanted = true;
  Bitmap::And(*rows, **in_unit).ForEach([&](uint32_t row) {
    if (!wanted || !(wanted = ShouldContinueSampled())) return;
    if (const int64_t bits = (**numbers)[row]; bits != storage::kNull) look(row, bits);
  });
  return CheckStop();
}

// Of whom it decides whether such numbers are those of the query.
absl::StatusOr<Bitmap> PeopleOnTheEdge(const Segment& segment, const std::vector<Edge>& edges, bool inclusive,
                                       const std::optional<PickedRows>& picked) {
  std::vector<uint32_t> meet, meet_rounded;
  for (const Edge& edge : edges) {
    const absl::Status status = ForEachNumber(segment, edge.assay, edge.unit.symbol, [&](uint32_t row, int64_t bits) {
      const bool meets = edge.bounds.low <= bits && bits <= edge.bounds.high;
      const double number = model::FromOrderedBits(bits);
      const bool same =
          std::any_of(edge.rounded.begin(), edge.rounded.end(), [&](double bound) { return AreSame(bound, number); });
      if (meets) meet.push_back(row);
      if (same ? inclusive : meets) meet_rounded.push_back(row);
    });
    if (!status.ok()) return status;
  }
  std::sort(meet.begin(), meet.end());
  std::sort(meet_rounded.begin(), meet_rounded.end());
  Bitmap before = Bitmap::FromSorted(meet), after = Bitmap::FromSorted(meet_rounded);
  if (picked) {
    const auto first = FirstRows(segment, *picked);
    if (!first.ok()) return first;
    before = Bitmap::And(before, *first);
    after = Bitmap::And(after, *first);
  }
  const auto found = IndividualsOf(segment, Entity::kMeasurement, before);
  if (!found.ok()) return found;
  const auto found_rounded = IndividualsOf(segment, Entity::kMeasurement, after);
  if (!found_rounded.ok()) return found_rounded;
  return Bitmap::Or(Bitmap::AndNot(*found, *found_rounded), Bitmap::AndNot(*found_rounded, *found));
}

class UnitEdges {
 public:
  UnitEdges(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria)
      : view_(view), reporter_(reporter), criteria_(criteria) {}

  void OnHas(const Has& has) {
    const bool one = !has.quantity || (HoldsWithoutRows(has) && has.quantity->count == 0);
    if (has.with == nullptr || has.terms.empty() || has.dates || has.alias || !one ||
        FindEntity(has.entity.text) != Entity::kMeasurement) {
      return;
    }
    const Compare* compare = TheComparison(has);
    if (compare == nullptr) return;
    const std::optional<TermMatch>& match = criteria_.Match(has);
    constexpr size_t kMaxAssays = 20;
    if (!match || match->symbols->empty() || match->symbols->size() > kMaxAssays) return;
    auto edges = FindEdges(*compare, match->symbols);
    if (!edges) return;
    const auto edge = std::find_if(edges->begin(), edges->end(), [](const Edge& in) { return !in.rounded.empty(); });
    if (edge == edges->end()) return;
    for (Edge& other : *edges) {  // the hint is of one unit
      if (other.unit.symbol != edge->unit.symbol) other.rounded.clear();
    }
    std::optional<PickedRows> picked;
    if (has.order != grammar::Order::kAny) {
      picked = PickedRows{Entity::kMeasurement, match->symbols.get(), "", model::field::kMeasurementTime,
                          has.order == grammar::Order::kLast};
    }
    const CodesOfEntity wanted = {Entity::kMeasurement, match->symbols.get()};
    const PeopleKey key = PeopleKey(absl::StrCat("on the edge ", grammar::Print(*has.with)))
                              .Add(wanted)
                              .Add(static_cast<uint64_t>(has.order));
    const auto people = CountAskedPeople(view_, reporter_, criteria_, key, [&](const Segment& segment) {
      return PeopleOnTheEdge(segment, *edges, IsInclusive(compare->op), picked);
    });
    const auto measured = CountAskedPeople(view_, reporter_, criteria_, has);
    constexpr uint64_t kFew = 100;  // more than one in this many
    if (people && measured && people->with * kFew > measured->with) Say(*compare, *edge, *people);
  }

 private:
  // All that the number is compared with, in each unit. Nullopt after a failure.
  std::optional<std::vector<Edge>> FindEdges(const Compare& compare, const ontology::SymbolSet& assays) {
    const auto units = view_.FieldUnits(kUnit);
    if (!units.ok()) return Failed(units.status());
    SilentReporter silent;
    const auto written = ReadUnits(view_, &silent, compare, kUnit, **units, assays);
    if (!written) return std::nullopt;
    std::vector<Edge> edges;
    const bool some_convert = std::any_of((*units)->begin(), (*units)->end(), [&](const RecordedUnit& unit) {
      return std::any_of(assays->begin(), assays->end(), [&](model::Symbol assay) {
        return MayConvert(model::FindAnalyte(view_.dictionary().Text(assay)), *written, unit);
      });
    });
    if (!some_convert) return edges;
    for (const RecordedUnit& unit : UnitsOfAssays(view_, kUnit, **units, assays)) {
      for (const model::Symbol assay : *assays) {
        const model::Analyte* analyte = model::FindAnalyte(view_.dictionary().Text(assay));
        const auto bounds = QuantityBinder::BoundsIn(analyte, unit, compare, *written);
        if (!bounds) continue;
        Edge edge{assay, unit, *bounds, {}, {}};
        if (!AddEnds(analyte, compare, *written, &edge)) return std::nullopt;
        edges.push_back(std::move(edge));
      }
    }
    return edges;
  }

  std::nullopt_t Failed(const absl::Status& status) {
    reporter_->Fail(status);
    return std::nullopt;
  }

  // None where the numbers are those that records have. False after a failure.
  bool AddEnds(const model::Analyte* analyte, const Compare& compare, const std::vector<QueryUnit>& written,
               Edge* edge) {
    std::vector<double> exact;
    for (size_t i = 0; i < written.size(); ++i) {
      if (!written[i].unit || !edge->unit.unit) return true;
      const auto number = model::ConvertOf(analyte, compare.values[i].number, *written[i].unit, *edge->unit.unit);
      if (!number.ok()) return true;
      exact.push_back(*number);
    }
    const bool converted = !std::equal(exact.begin(), exact.end(), compare.values.begin(),
                                       [](double in, const Literal& value) { return AreSame(in, value.number); });
    if (!converted) return true;
    constexpr int kMostDecimals = 3;  // those with more are computed from another unit
    int decimals = 0;
    for (; decimals <= kMostDecimals; ++decimals) {
      const auto more = HaveMore(*edge, decimals);
      if (!more.ok()) {
        reporter_->Fail(more.status());
        return false;
      }
      if (!*more) break;
    }
    if (decimals > kMostDecimals) return true;
    std::vector<double> rounded;
    for (const double number : exact) rounded.push_back(Rounded(number, decimals));
    bool decides = false;
    for (size_t i = 0; i < exact.size(); ++i) decides = decides || Decides(compare.op, i, exact[i], rounded[i]);
    if (!decides) return true;
    edge->exact = std::move(exact);
    edge->rounded = std::move(rounded);
    return true;
  }

  // Whether records have more decimals than that.
  absl::StatusOr<bool> HaveMore(const Edge& edge, int decimals) {
    const model::SymbolList one({edge.assay});
    const PeopleKey key = PeopleKey("decimals")
                              .Add({Entity::kMeasurement, &one})
                              .Add(static_cast<uint64_t>(edge.unit.symbol))
                              .Add(static_cast<uint64_t>(decimals));
    const auto people = view_.people().Count({}, key, [&](const Segment& segment) -> absl::StatusOr<Bitmap> {
      std::vector<uint32_t> rows;
      const absl::Status status = ForEachNumber(segment, edge.assay, edge.unit.symbol, [&](uint32_t row, int64_t bits) {
        const double number = model::FromOrderedBits(bits);
        if (rows.empty() && !AreSame(number, Rounded(number, decimals))) rows.push_back(row);
      });
      if (!status.ok()) return status;
      return IndividualsOf(segment, Entity::kMeasurement, Bitmap::FromSorted(rows));
    });
    if (!people.ok()) return people.status();
    return people->with > 0;
  }

  void Say(const Compare& compare, const Edge& edge, const AskedPeople& people) {
    const std::string unit = model::UnitLabel(view_.dictionary().Text(edge.unit.symbol));
    size_t at = 0;
    while (at + 1 < edge.exact.size() && !Decides(compare.op, at, edge.exact[at], edge.rounded[at])) ++at;
    Compare in_unit = compare;
    for (size_t i = 0; i < in_unit.values.size(); ++i) {
      in_unit.values[i].number = edge.rounded[i];
      in_unit.values[i].unit = unit;
    }
    grammar::Rewriting rewriting;
    std::vector<grammar::ExprPtr> operands;
    operands.push_back(grammar::MakeExpr({}, compare));
    operands.push_back(grammar::MakeExpr({}, std::move(in_unit)));
    if (IsInclusive(compare.op)) {
      grammar::Or either;
      either.operands = std::move(operands);
      rewriting[&compare] = grammar::MakeExpr({}, std::move(either));
    } else {
      grammar::And both;
      both.operands = std::move(operands);
      rewriting[&compare] = grammar::MakeExpr({}, std::move(both));
    }
    std::vector<std::string> hints;
    const std::string other = reporter_->Rewritten(std::move(rewriting));
    if (!other.empty()) hints.push_back(absl::StrCat("to take them for the same, write ", other));
    Literal number = compare.values[at];
    if (number.unit.empty()) number.unit = compare.values.back().unit;
    reporter_->Note(compare.op_span, "edge-of-units",
                    absl::StrCat("rounding decides for ", OutOf(people.with, people), ": ", grammar::Print(number),
                                 " is ", edge.exact[at], " ", unit, ", and records have ", edge.rounded[at], " ", unit),
                    std::move(hints));
  }

  const CatalogueView& view_;
  Reporter* reporter_;
  const SideBySide& criteria_;
};

}  // namespace

void RemarkOnUnitEdges(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria) {
  if (view.listed() != nullptr) return;
  UnitEdges remarks(view, reporter, criteria);
  for (const Leaf& leaf : criteria.leaves()) {
    if (!reporter->ExplainsRemarks()) return;
    const auto* has = std::get_if<Has>(&leaf.criterion->node);
    if (has != nullptr && has->polarity != grammar::Polarity::kExcluded) remarks.OnHas(*has);
  }
}

}  // namespace muster::bind
