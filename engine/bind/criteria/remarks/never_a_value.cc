#include "engine/bind/criteria/remarks/never_a_value.h"

#include <cstdint>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/catalogue/live_values.h"

namespace muster::bind {
namespace {

absl::StatusOr<bool> HasAnyValue(const CatalogueView& view, model::FieldId field) {
  const model::Entity entity = model::Info(field).entity;
  const auto number = static_cast<uint8_t>(entity);
  for (const auto& segment : view.snapshot().segments) {
    const auto rows = segment->Posting(
        {static_cast<uint8_t>(model::PostingKind::kRows), number, field, model::kAnyValue}, segment->rows(number));
    if (!rows.ok()) return rows.status();
    if ((*rows)->Empty()) continue;
    const auto live = CountLive(*segment, entity, **rows);
    if (!live.ok()) return live.status();
    if (*live > 0) return true;
  }
  return false;
}

}  // namespace

void WarnIfNeverAValue(const CatalogueView& view, Reporter* reporter, grammar::Span span, model::FieldId field,
                       bool missing, bool negated) {
  if (view.listed() != nullptr || !reporter->ExplainsRemarks()) return;
  const auto any = HasAnyValue(view, field);
  if (!any.ok()) return reporter->Fail(any.status());
  if (*any) return;
  const model::EntityInfo& info = model::Info(model::Info(field).entity);
  const std::string all =
      missing
          ? absl::StrCat("so this holds for every ", std::string(info.name), negated ? ", and `not` for none" : "")
          : absl::StrCat("so nothing matches", negated ? ", and what is behind `no` or `not` leaves out nobody" : "");
  reporter->Warn(span, "not-recorded",
                 absl::StrCat("no ", std::string(model::Info(field).name), " of ", WithArticle(std::string(info.name)),
                              " is recorded, ", all));
}

}  // namespace muster::bind
