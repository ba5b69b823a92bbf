#include "engine/bind/dimensions/field_finder.h"

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/bound/unknown_field.h"
#include "engine/bind/values/names/age_without_anchor.h"
#include "engine/bind/values/names/meant_records.h"
#include "engine/model/time/moment.h"

namespace muster::bind {

using model::Entity;
using model::FieldId;

std::optional<FieldId> FieldFinder::Find(const grammar::Name& name, Entity space) {
  const std::vector<FieldId> fields = FieldsCalled(name.text, space);
  if (fields.size() == 1) return fields[0];
  if (fields.empty() && name.text == "age") {
    ReportAgeWithoutAnchor(reporter_, view_, name, /*compared=*/nullptr);
    return std::nullopt;
  }
  if (fields.empty()) {
    std::vector<std::string> hints = WordsForOneRecord(name.text);
    if (hints.empty() && reporter_->ExplainsErrors()) hints = MeantByDimension(view_, name.text, space);
    ReportUnknownField(reporter_, name, space, std::move(hints));
    return std::nullopt;
  }
  std::vector<std::string> hints;
  for (const FieldId field : fields) {
    hints.push_back(absl::StrCat(EntityName(model::Info(field).entity), " ", name.text));
  }
  reporter_->Error(name.span, "ambiguous-field", absl::StrCat("'", name.text, "' is a field of several entities"),
                   {absl::StrCat("write ", absl::StrJoin(hints, " or "))});
  return std::nullopt;
}

// A time of this name: of the entity counted or above, of the only entity below that has it, or the time that rows of
// an entity have.
std::vector<FieldId> FieldFinder::TimesCalled(std::string_view name, Entity space) {
  if (const auto field = FindFieldUpwards(space, name, model::Kind::kTime)) return {*field};
  std::vector<FieldId> below = FindFieldsBelow(space, name);
  std::erase_if(below, [](FieldId field) { return model::Info(field).kind != model::Kind::kTime; });
  if (below.size() == 1) return below;
  if (const auto entity = FindEntity(name); below.empty() && entity && OnOneLine(space, *entity)) {
    if (const auto moment = model::MomentOf(*entity)) return {*moment};
  }
  return {};
}

std::optional<FieldId> FieldFinder::FindTime(const grammar::Name& name, Entity space) {
  const std::vector<FieldId> times = TimesCalled(name.text, space);
  return times.empty() ? Find(name, space) : std::optional(times[0]);
}

// by onset term: the time whose name stands before `term`, where nothing else is called so.
std::optional<FieldId> FieldFinder::FindTimeOfTerm(const grammar::Name& name, Entity space) {
  constexpr std::string_view kTerm = " term";
  if (!name.text.ends_with(kTerm)) return std::nullopt;
  const std::string time = name.text.substr(0, name.text.size() - kTerm.size());
  if (FindEntity(time) || FindFieldUpwards(space, name.text)) return std::nullopt;
  if (const auto field = FindFieldUpwards(space, time, model::Kind::kTime)) return field;
  std::vector<FieldId> below = FindFieldsBelow(space, time);
  for (size_t blank = time.find(' '); blank != std::string::npos; blank = time.find(' ', blank + 1)) {
    const auto entity = FindEntity(time.substr(0, blank));
    if (!entity || !OnOneLine(space, *entity)) continue;
    if (const auto field = FindField(*entity, time.substr(blank + 1))) below = {*field};
  }
  std::erase_if(below, [](FieldId field) { return model::Info(field).kind != model::Kind::kTime; });
  if (below.size() > 1) {
    std::vector<std::string> names;
    for (const FieldId field : below)
      names.push_back(absl::StrCat(EntityName(model::Info(field).entity), " ", name.text));
    reporter_->Error(name.span, "ambiguous-field", absl::StrCat("'", time, "' is a field of several entities"),
                     {absl::StrCat("write ", absl::StrJoin(names, " or "))});
  }
  return below.empty() ? std::nullopt : std::optional(below[0]);
}

// Nobody has judged how exact the first and last record of a few people are, so guests get none.
std::optional<OrderedName> FieldFinder::OrderOf(const grammar::Name& name, Entity space, bool time) const {
  if (view_.listed() != nullptr) return std::nullopt;
  const auto called = [&](std::string_view words) {
    const std::vector<FieldId> times = time ? TimesCalled(words, space) : std::vector<FieldId>();
    return times.empty() ? FieldsCalled(words, space) : times;
  };
  auto ordered = WithoutOrder(name.text);
  if (!ordered || !called(name.text).empty()) return std::nullopt;
  const std::vector<FieldId> fields = called(ordered->name);
  if (fields.size() != 1 || model::IsAncestorOrSelf(model::Info(fields[0]).entity, space)) return std::nullopt;
  return ordered;
}

bool FieldFinder::BindOrder(const grammar::Name& name, PickedRows rows, Polarity polarity, FieldId* moment) {
  const model::EntityInfo& info = model::Info(rows.entity);
  const auto time = model::MomentOf(rows.entity);
  if (!time) {
    reporter_->Error(
        name.span, "no-time",
        absl::StrCat(std::string(info.plural), " have no time of their own to be told apart or ordered by"));
    return false;
  }
  rows.field = *moment = *time;
  if (polarity == Polarity::kExcluded || !reporter_->ExplainsRemarks()) return true;
  if (rows.terms != nullptr || info.primary >= 0) {
    const auto lacking = view_.counts().Lacking(rows.entity, rows.terms, *time);
    if (!lacking.ok()) {
      reporter_->Fail(lacking.status());
      return false;
    }
    const bool one = *lacking == 1;
    if (*lacking > 0) {
      reporter_->Note(
          name.span, "undated-records",
          absl::StrCat(RowsInWords(*lacking, rows.entity, rows.of), " in the catalogue", one ? " has no " : " have no ",
                       std::string(model::Info(*time).name), ", and ", one ? "is" : "are", " neither first nor last"));
    }
  }
  NoteOrderNotKnown(view_, reporter_, name.span, rows, nullptr);
  return true;
}

}  // namespace muster::bind
