#include "engine/import/table/unread_column.h"

#include "engine/import/record/polarity_word.h"
#include "engine/import/record/remarks.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/text/text.h"

namespace muster::import {

void UnreadColumn::Add(std::string_view cell) {
  ++cells_;
  if (first_.empty()) {
    first_ = Shown(cell, 80);
  } else if (other_.empty() && cell != first_) {
    other_ = Shown(cell, 80);
  }
  answers_ = answers_ && PolarityOfPresence(cell) != Polarity::kUnclear;
  codes_ = codes_ && cell.find(':') != std::string_view::npos && model::HasKnownPrefix(model::NormalizeCode(cell));
}

std::string UnreadColumn::Examples() const {
  return other_.empty() ? model::Concat({"\"", first_, "\""})
                        : model::Concat({"\"", first_, "\" and \"", other_, "\""});
}

}  // namespace muster::import
