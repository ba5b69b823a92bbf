#include "engine/bind/remarks/reading/consent_kinds.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/catalogue/live_values.h"
#include "engine/bind/remarks/asked/asked_people.h"
#include "engine/bind/remarks/asked/occurrences.h"
#include "engine/consent/refusal.h"
#include "engine/model/schema/keyword.h"
#include "engine/model/schema/schema.h"
#include "grammar/rewrite.h"

namespace muster::bind {
namespace {

namespace field = model::field;
using grammar::Compare;
using grammar::Has;
using model::Entity;
using storage::Bitmap;
using Segment = storage::SegmentReader;

constexpr auto kNumber = static_cast<uint8_t>(Entity::kConsent);

bool IsConsent(const Has& has) { return FindEntity(has.entity.text) == Entity::kConsent; }

// Which consents meet the criterion, whatever they are to.
enum class Status {
  kNotRefused,  // nothing is asked of the status: neither refused nor withdrawn
  kGranted,
  kOther,  // something else is asked, such as a date, which is not looked at
};

Status StatusAsked(const Has& has) {
  if (has.with == nullptr) return Status::kNotRefused;
  Status asked = Status::kNotRefused;
  for (const Leaf& leaf : LeavesOf({has.with.get()})) {
    const auto* compare = std::get_if<Compare>(&leaf.criterion->node);
    if (compare == nullptr || compare->event) return Status::kOther;
    const auto of = FindField(Entity::kConsent, compare->field.text);
    const bool granted = of == field::kConsentStatus && !leaf.negated && compare->op == Compare::Op::kIs &&
                         compare->values.size() == 1 && model::NormalizeKeyword(compare->values[0].text) == "granted";
    if (!granted) return Status::kOther;
    asked = Status::kGranted;
  }
  return asked;
}

class ConsentKinds {
 public:
  ConsentKinds(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria, Status asked)
      : view_(view), reporter_(reporter), criteria_(criteria), asked_(asked) {}

  void Say(const Has& has) {
    if (!ReadStatuses()) return;
    const auto permissions = view_.RecordedValues(field::kConsentPermission);
    if (!permissions.ok()) return reporter_->Fail(permissions.status());
    constexpr size_t kMostKinds = 100;  // more are no kinds
    if ((*permissions)->empty() || (*permissions)->size() > kMostKinds) return;
    std::vector<std::pair<uint64_t, model::Symbol>> kinds;
    for (const model::Symbol permission : **permissions) {
      if (!AddKind(permission, &kinds)) return;
    }
    if (!AddKind(model::kAnyValue, &kinds) || kinds.size() < 2) return;
    const auto people = Count("consents", [&](const Segment& segment) { return Counted(segment); });
    const auto refused = Count("consents and refusals", [&](const Segment& segment) { return OfBoth(segment); });
    if (!people || !refused) return;
    const bool each = std::all_of(kinds.begin(), kinds.end(), [&](const auto& kind) {
      return kind.first == people->with;  // whichever is meant, these people have it
    });
    if (each && refused->with == 0) return;
    std::stable_sort(kinds.begin(), kinds.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    reporter_->Note(has.entity.span, "any-permission", Message(*people, kinds, refused->with), HintsOf(has, kinds));
  }

 private:
  using Kinds = std::vector<std::pair<uint64_t, model::Symbol>>;

  bool ReadStatuses() {
    const auto recorded = view_.RecordedValues(field::kConsentStatus);
    if (!recorded.ok()) {
      reporter_->Fail(recorded.status());
      return false;
    }
    for (const model::Symbol status : **recorded) {
      const std::string_view word = view_.dictionary().Text(status);
      if (asked_ == Status::kGranted ? word != "granted" : consent::IsNoConsent(word)) others_.push_back(status);
      if (consent::IsRefusal(word)) refusals_.push_back(status);
    }
    return true;
  }

  static storage::PostingKey KeyOf(model::FieldId of, model::Symbol value) {
    return {static_cast<uint8_t>(model::PostingKind::kRows), kNumber, of, value};
  }

  // The rows of the segment that meet the criterion.
  absl::StatusOr<Bitmap> Rows(const Segment& segment) const {
    auto rows = LiveRowsOf(segment, Entity::kConsent, nullptr);
    if (!rows.ok()) return rows;
    if (asked_ == Status::kGranted) {
      const auto any = segment.Posting(KeyOf(field::kConsentStatus, model::kAnyValue), segment.rows(kNumber));
      if (!any.ok()) return any.status();
      rows = Bitmap::And(*rows, **any);
    }
    const auto others = segment.Union(KeyOf(field::kConsentStatus, 0), others_, segment.rows(kNumber));
    if (!others.ok()) return others.status();
    return Bitmap::AndNot(*rows, others->rows);
  }

  absl::StatusOr<Bitmap> Counted(const Segment& segment) const {
    const auto rows = Rows(segment);
    if (!rows.ok()) return rows.status();
    return IndividualsOf(segment, Entity::kConsent, *rows);
  }

  // Those who refused or withdrew another one.
  absl::StatusOr<Bitmap> OfBoth(const Segment& segment) const {
    const auto people = Counted(segment);
    if (!people.ok() || people->Empty()) return people;
    const auto rows = segment.Union(KeyOf(field::kConsentStatus, 0), refusals_, segment.rows(kNumber));
    if (!rows.ok()) return rows.status();
    const auto refused = IndividualsOf(segment, Entity::kConsent, rows->rows);
    if (!refused.ok()) return refused.status();
    return Bitmap::And(*people, *refused);
  }

  // kAnyValue: of those that name no permission.
  absl::StatusOr<Bitmap> OfKind(const Segment& segment, model::Symbol permission) const {
    const auto rows = Rows(segment);
    if (!rows.ok()) return rows.status();
    const auto named = segment.Posting(KeyOf(field::kConsentPermission, permission), segment.rows(kNumber));
    if (!named.ok()) return named.status();
    return IndividualsOf(segment, Entity::kConsent,
                         permission == model::kAnyValue ? Bitmap::AndNot(*rows, **named) : Bitmap::And(*rows, **named));
  }

  std::optional<AskedPeople> Count(std::string_view name, FindPeople find, model::Symbol permission = 0) const {
    const PeopleKey key = PeopleKey(name).Add(permission).Add(static_cast<uint64_t>(asked_));
    return CountAskedPeople(view_, reporter_, criteria_, key, find);
  }

  bool AddKind(model::Symbol permission, Kinds* kinds) const {
    const auto people = Count(
        "consents of a permission", [&](const Segment& segment) { return OfKind(segment, permission); }, permission);
    if (people && people->with > 0) kinds->emplace_back(people->with, permission);
    return people.has_value();
  }

  std::string NameOf(model::Symbol permission) const {
    return permission == model::kAnyValue ? "no permission named" : std::string(view_.dictionary().Text(permission));
  }

  std::string Message(const AskedPeople& people, const Kinds& kinds, uint64_t refused) const {
    constexpr size_t kMostNamed = 3;
    std::string message =
        absl::StrCat("a consent to anything counts: ", OutOf(people.with, people), HasOrHave(people.with), "one (");
    for (size_t i = 0; i < kinds.size() && i < kMostNamed; ++i) {
      absl::StrAppend(&message, i == 0 ? "" : ", ", NameOf(kinds[i].second), ": ", kinds[i].first);
    }
    if (kinds.size() > kMostNamed) absl::StrAppend(&message, ", and ", kinds.size() - kMostNamed, " more");
    absl::StrAppend(&message, ")");
    if (refused > 0) absl::StrAppend(&message, "; ", refused, " of them refused or withdrew another");
    return message;
  }

  // With the permission that most have.
  std::vector<std::string> HintsOf(const Has& has, const Kinds& kinds) const {
    const model::Symbol named = kinds[kinds[0].second == model::kAnyValue ? 1 : 0].second;
    grammar::Literal permission;
    permission.kind = grammar::Literal::Kind::kQuoted;
    permission.text = std::string(view_.dictionary().Text(named));
    Compare is;
    is.field.text = std::string(model::Info(field::kConsentPermission).name);
    is.op = Compare::Op::kIs;
    is.values.push_back(std::move(permission));
    grammar::Rewriting rewriting;
    rewriting[&has] = grammar::WithCriterion(has, grammar::MakeExpr({}, std::move(is)));
    const std::string other = reporter_->Rewritten(std::move(rewriting));
    if (other.empty()) return {"write has consent with permission is ... and the permission that is meant"};
    return {absl::StrCat("name the permission that is meant, as in ", other)};
  }

  const CatalogueView& view_;
  Reporter* reporter_;
  const SideBySide& criteria_;
  const Status asked_;
  std::vector<model::Symbol> others_;    // statuses of consents that do not meet the criterion
  std::vector<model::Symbol> refusals_;  // statuses
};

// Whether a criterion about consents asks to what, or for something else that is not looked at.
bool SaysWhich(const std::vector<Occurrence>& all) {
  return std::any_of(all.begin(), all.end(), [](const Occurrence& one) {
    if (one.has->with == nullptr || !IsConsent(*one.has)) return false;
    const std::vector<Leaf> asked = LeavesOf({one.has->with.get()});
    return std::any_of(asked.begin(), asked.end(), [](const Leaf& of) {
      const auto* compare = std::get_if<Compare>(&of.criterion->node);
      const auto named = compare == nullptr ? std::nullopt : FindField(Entity::kConsent, compare->field.text);
      return named == field::kConsentPermission || named == field::kConsentUse;
    });
  });
}

}  // namespace

void RemarkOnConsentKinds(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria) {
  if (view.listed() != nullptr) return;
  const std::vector<Occurrence> all = OccurrencesIn(criteria);
  if (SaysWhich(all)) return;
  for (const Occurrence& one : all) {
    if (!IsConsent(*one.has) || one.negated || !AsksForAnyRow(*one.has) || IsSpokenOf(criteria, *one.has) ||
        !reporter->ExplainsRemarks()) {
      continue;
    }
    const Status asked = StatusAsked(*one.has);
    if (asked != Status::kOther) return ConsentKinds(view, reporter, criteria, asked).Say(*one.has);
  }
}

}  // namespace muster::bind
