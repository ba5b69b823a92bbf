#include "engine/import/table/columns/ambiguous_dates.h"

#include <optional>

#include "engine/import/record/remarks.h"
#include "engine/model/text/text.h"

namespace muster::import {

void AmbiguousDates::Add(std::string_view cell) {
  std::optional<std::string> first;
  std::optional<std::string> other;
  size_t form = 0;
  for (size_t i = 0; i < forms_.size() && !other.has_value(); ++i) {
    std::optional<std::string> day = forms_[i].ToIso(cell);
    if (!day.has_value()) continue;
    if (!first.has_value()) {
      form = i;
      first = std::move(day);
    } else if (!day->starts_with(*first)) {  // "1980", of which the other form knows the day, is no other day
      other = std::move(day);
    }
  }
  if (!first.has_value()) return;
  if (!other.has_value()) {
    ++alone_[form];
    return;
  }
  if (open_++ > 0) return;
  taken_ = form;
  example_ = Shown(cell, 80);
  days_ = model::Concat({*first, " or ", *other});
}

std::string AmbiguousDates::Remark() const {
  if (open_ == 0) return "";
  uint64_t others = 0;
  for (size_t i = 0; i < alone_.size(); ++i) others += i == taken_ ? 0 : alone_[i];
  std::string text =
      model::Concat({std::to_string(open_), open_ == 1 ? " cell fits" : " cells fit",
                     " two forms of the column, such as \"", example_, "\": ", days_, "; they are read by the first"});
  const std::string own_text = std::to_string(alone_[taken_]);
  const std::string others_text = std::to_string(others);
  if (alone_[taken_] + others == 0) return text + ", and no cell tells which is right";
  if (alone_[taken_] == 0) return text + ", but all cells that only one form fits (" + others_text + ") are of another";
  if (others == 0) return text + ", and so are all cells that only one form fits (" + own_text + ")";
  return text + "; of the cells that only one form fits, " + own_text + " are of this one, and " + others_text +
         " of others";
}

}  // namespace muster::import
