#include "tests/attack/guest_opponent.h"

#include <algorithm>
#include <variant>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"

namespace muster::attack {

absl::StatusOr<std::vector<Answer>> GuestOpponent::Ask(const std::string& text) {
  absl::StatusOr<std::vector<Answer>> answers = guest_->Query(text);
  if (!answers.ok()) return answers;
  bool number = false;
  for (const Answer& answer : *answers) {
    for (const Diagnostic& diagnostic : answer.diagnostics) ended_ = ended_ || diagnostic.code == "budget-used-up";
    if (!answer.table.has_value()) continue;
    for (const auto& row : answer.table->rows) {
      number = number || std::ranges::any_of(row, [](const Cell& cell) { return ValueOf(cell).has_value(); });
    }
  }
  if (!ended_) asked_ += 1;
  if (number) with_numbers_ += 1;
  return answers;
}

Seen GuestOpponent::Count(const std::string& where) {
  const std::string text = "count individuals where " + where;
  const auto answers = Ask(text);
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
