#include "engine/bind/remarks/missing/silent_sites.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/catalogue/datasets/people_by_dataset.h"
#include "engine/bind/catalogue/people_recorded.h"
#include "engine/bind/catalogue/people_with_rows.h"
#include "engine/bind/remarks/asked/asked_people.h"
#include "engine/bind/remarks/asked/occurrences.h"
#include "engine/bind/remarks/missing/comparisons.h"
#include "engine/model/record/symbol_list.h"
#include "engine/model/schema/schema.h"

namespace muster::bind {
namespace {

using grammar::Compare;
using grammar::Has;
using model::Entity;
using model::FieldId;
using Segment = storage::SegmentReader;

class SilentSites {
 public:
  SilentSites(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria)
      : view_(view), reporter_(reporter), criteria_(criteria) {}

  void On(const Has& has, Entity entity) {
    for (const Leaf& leaf : LeavesOf({has.with.get()})) {
      const auto* compare = std::get_if<Compare>(&leaf.criterion->node);
      if (compare == nullptr || leaf.negated || !Compares(*compare) || compare->event || compare->as_of ||
          compare->certainty == grammar::Certainty::kPossibly) {
        continue;
      }
      const auto field = FindField(entity, compare->field.text);
      if (!field || model::Info(entity).primary == static_cast<int>(*field) ||
          model::Info(*field).kind == model::Kind::kText || !said_.insert(*field).second) {
        continue;
      }
      if (IsSaid(leaf.criterion->span) || IsSaid(compare->field.span)) continue;
      if (!OnField(has, entity, *field, compare->field.span)) return;
    }
  }

 private:
  bool IsSaid(grammar::Span span) const {
    return reporter_->HasReported("rarely-recorded", span) || reporter_->HasReported("not-recorded", span) ||
           reporter_->HasReported("undated-records", span);
  }

  // False after a failure.
  bool OnField(const Has& has, Entity entity, FieldId field, grammar::Span span) {
    const auto silent = Silent(entity, field);
    if (!silent.ok()) return Failed(silent.status());
    if (silent->empty()) return true;
    const std::optional<TermMatch> match = criteria_.MatchOrAny(has);
    if (!match) return false;
    const CodesOfEntity wanted = {entity, match->symbols.get()};
    const auto people = PeopleIn(*silent, has, wanted);
    if (!people) return false;
    constexpr uint64_t kSeldom = 100;  // one in N
    if (people->with < kFewestOfDataset || people->with * kSeldom < people->all) return true;
    std::vector<model::Symbol> with_them;
    for (const model::Symbol site : *silent) {
      const auto here = PeopleIn({site}, has, wanted);
      if (!here) return false;
      if (here->with > 0) with_them.push_back(site);
    }
    Say(with_them, entity, field, span, *people);
    return true;
  }

  // Those of the datasets who have such rows. Nullopt after a failure.
  std::optional<AskedPeople> PeopleIn(const std::vector<model::Symbol>& datasets, const Has& has,
                                      const CodesOfEntity& wanted) {
    const model::SymbolList sites(datasets);
    const CodesOfEntity in_sites = {Entity::kIndividual, &sites};
    return CountAmongOthers(view_, reporter_, criteria_, has, PeopleKey("silent sites").Add(in_sites).Add(wanted),
                            [&](const Segment& segment) -> absl::StatusOr<storage::Bitmap> {
                              const auto there = PeopleWithCodes(segment, in_sites);
                              if (!there.ok()) return there;
                              const auto with = wanted.codes != nullptr
                                                    ? PeopleWithCodes(segment, wanted)
                                                    : PeopleWithRows(segment, wanted.entity, WhichRows::kObserved);
                              if (!with.ok()) return with;
                              return storage::Bitmap::And(*there, *with);
                            });
  }

  // Datasets with rows of the entity of which none has the field, where others have it.
  absl::StatusOr<std::vector<model::Symbol>> Silent(Entity entity, FieldId field) {
    std::vector<model::Symbol> silent;
    const auto datasets = DatasetsToCompare(view_);
    if (!datasets.ok() || datasets->empty()) return datasets;
    const auto rows = view_.people().Count({}, KeyOfRows(entity, WhichRows::kObserved), [&](const Segment& segment) {
      return PeopleWithRows(segment, entity, WhichRows::kObserved);
    });
    if (!rows.ok()) return rows.status();
    const auto recorded = view_.PeopleWith(field);
    if (!recorded.ok()) return recorded.status();
    if (recorded->with == 0 || recorded->with + kFewestOfDataset > rows->with) return silent;
    const auto without = CountByDataset(
        view_, *datasets, entity, KeyOfRecorded(field),
        [&](const Segment& segment) { return PeopleRecorded(view_, segment, field); },
        [](uint64_t with_field) { return with_field == 0; });
    if (!without.ok()) return without.status();
    uint64_t in_silent = 0;
    for (const PeopleOfDataset& dataset : *without) {
      in_silent += dataset.with_rows;
      if (dataset.with_rows >= kFewestOfDataset) silent.push_back(dataset.dataset);
    }
    if (silent.empty()) return silent;
    // A field that few of the others have, too, may be of some records only: the progression of tumours.
    const uint64_t elsewhere = rows->with - std::min(rows->with, in_silent);
    const bool is_usual = recorded->with * 4 >= elsewhere * 3;
    return is_usual ? silent : std::vector<model::Symbol>();
  }

  void Say(const std::vector<model::Symbol>& silent, Entity entity, FieldId field, grammar::Span span,
           const AskedPeople& people) {
    constexpr size_t kMostNamed = 3;
    std::vector<std::string> named;
    for (size_t i = 0; i < std::min(silent.size(), kMostNamed); ++i) {
      named.emplace_back(view_.dictionary().Text(silent[i]));
    }
    const std::string plural(model::Info(entity).plural);
    reporter_->Note(
        span, "rarely-recorded",
        absl::StrCat("no ", std::string(model::Info(field).name), " of ", plural, " is recorded in dataset",
                     silent.size() == 1 ? " " : "s ", absl::StrJoin(named, ", "),
                     silent.size() > kMostNamed ? absl::StrCat(" and ", silent.size() - kMostNamed, " more") : "", ": ",
                     OutOf(people.with, people), HasOrHave(people.with), "such ", plural, " there and ",
                     IsOrAre(people.with), " not found by this, whatever it would be"));
  }

  bool Failed(const absl::Status& status) {
    reporter_->Fail(status);
    return false;
  }

  const CatalogueView& view_;
  Reporter* reporter_;
  const SideBySide& criteria_;
  std::set<FieldId> said_;
};

}  // namespace

void RemarkOnSilentSites(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria) {
  if (view.listed() != nullptr) return;
  SilentSites sites(view, reporter, criteria);
  for (const Occurrence& one : OccurrencesIn(criteria)) {
    if (!reporter->ExplainsRemarks()) return;
    const auto entity = FindEntity(one.has->entity.text);
    if (!entity || one.has->with == nullptr || one.negated || HoldsWithoutRows(*one.has) ||
        one.has->polarity == grammar::Polarity::kExcluded) {
      continue;
    }
    sites.On(*one.has, *entity);
  }
}

}  // namespace muster::bind
