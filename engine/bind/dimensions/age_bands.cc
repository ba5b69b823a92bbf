#include "engine/bind/dimensions/age_bands.h"

#include <string>
#include <string_view>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "engine/bind/catalogue/recorded_part.h"
#include "engine/model/time/time.h"

namespace muster::bind {
namespace {

constexpr std::string_view kAge = "age at ";

bool SaysAge(std::string_view name) {
  for (const absl::string_view word : absl::StrSplit(absl::string_view(name.data(), name.size()), ' ')) {
    if (absl::EqualsIgnoreCase(word, "age")) return true;
  }
  return false;
}

// "age at diagnosis" in place of "diagnosis", which may have the record before or behind it.
void NameAsAge(const grammar::Dimension& written, const model::Field& field, std::string* name) {
  if (!field.name.starts_with(kAge)) return;
  const std::string_view time = field.name.substr(kAge.size());
  const std::string& text = written.field.text;
  const size_t at = text.rfind(time);
  const size_t in_name = name->find(text);
  const bool whole = at != std::string::npos && (at == 0 || text[at - 1] == ' ') &&
                     (at + time.size() == text.size() || text[at + time.size()] == ' ');
  if (whole && in_name != std::string::npos) name->insert(in_name + at, kAge);
}

}  // namespace

void SayBandsAreOfAge(const CatalogueView& view, Reporter* reporter, const grammar::Dimension& written,
                      const model::Field& field, Dimension* dimension) {
  if (dimension->as_of || SaysAge(written.field.text)) return;
  NameAsAge(written, field, &dimension->name);
  if (!dimension->edges.empty() || dimension->band > model::kYear) return;
  const absl::StatusOr<bool> dates = IsRecorded(view, field.id, model::kDateLow);
  if (!dates.ok()) return reporter->Fail(dates.status());
  if (!*dates) return;
  reporter->Note(written.span, "bands-of-age", "bands of a time are bands of age, not of the calendar",
                 {absl::StrCat("write by year of ", written.field.text, " for the years of dates")});
}

}  // namespace muster::bind
