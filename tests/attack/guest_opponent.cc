#include "tests/attack/guest_opponent.h"

#include <variant>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"

namespace muster::attack {

Seen GuestOpponent::Count(const std::string& where) {
  const std::string text = "count individuals where " + where;
  const auto answers = guest_->Query(text);
  Seen seen{std::nullopt, Render(text, answers)};
  if (!answers.ok()) ADD_FAILURE() << text << "\n" << seen.all;
  if (answers.ok() && answers->front().table.has_value()) {
    const Cell& cell = answers->front().table->rows.at(0).at(0);
    const auto* number = std::get_if<Number>(&cell);
    EXPECT_NE(number, nullptr) << "an exact number for a guest: " << text;
    if (number != nullptr) seen.value = number->value;
  }
  if (answers.ok() && answers->front().table.has_value()) {
    seen.all = Render("", answers);
  } else if (answers.ok()) {
    // What is said of a mistake shows the text, and the value that is unknown: A26 compares that.
    seen.all.clear();
    for (const Diagnostic& diagnostic : answers->front().diagnostics)
      absl::StrAppend(&seen.all, "[", diagnostic.code, "]");
  }
  return seen;
}

std::string GuestOpponent::Completed(const std::string& text) {
  std::string all;
  for (size_t cursor = 0; cursor <= text.size(); ++cursor) {
    for (const Completion& item : guest_->Complete(text, cursor).items) {
      absl::StrAppend(&all, cursor, ": ", item.text, " (", item.description, ")\n");
    }
  }
  return all;
}

}  // namespace muster::attack
