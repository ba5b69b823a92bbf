#include "engine/api/guest/guest_completion.h"

#include <string>
#include <vector>

#include "absl/strings/str_split.h"
#include "engine/api/completion/complete.h"
#include "engine/bind/bound/scope.h"
#include "engine/release/policy/hidden_names.h"

namespace muster::api {
namespace {

bool IsRefusedStatement(std::string_view text, const release::TierLimits& limits) {
  if (text.starts_with("list ") || text.starts_with("summarise") || text == "list" || text == "explain analyse" ||
      text == "show imports" || text == "show unknown codes" || text == "imports" || text == "unknown codes") {
    return true;
  }
  if (text.starts_with("funnel") && !limits.funnel) return true;
  if (text.starts_with("impact") && limits.impact == release::ImpactAllowed::kNo) return true;
  return !limits.cohorts && (text == "define cohort" || text == "show cohorts" || text == "cohorts");
}

// A name of an entity or of fields that are all hidden.
bool IsHiddenName(const std::string& text, const release::TierLimits& limits) {
  if (const auto entity = bind::FindEntity(text); entity.has_value()) return IsHidden(*entity, limits.hidden);
  bool any = false;
  for (const model::Field& field : model::Fields()) {
    bool same = text == field.name;
    const std::vector<std::string> aliases = absl::StrSplit(std::string(field.aliases), '|', absl::SkipEmpty());
    for (const std::string& alias : aliases) same = same || text == alias;
    if (!same) continue;
    any = true;
    if (!IsHidden(field.id, limits.hidden) && !IsHidden(field.entity, limits.hidden)) return false;
  }
  return any;
}

}  // namespace

Completions CompleteForGuest(std::string_view text, size_t cursor, const GuestView& guest) {
  Completions completions = Complete(text, cursor, *guest.view);
  std::erase_if(completions.items, [&](const Completion& item) {
    return IsRefusedStatement(item.text, guest.tier.limits) || IsHiddenName(item.text, guest.tier.limits);
  });
  return completions;
}

}  // namespace muster::api
