#include "tests/attack/search/question.h"

#include <algorithm>
#include <cstddef>
#include <variant>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"

namespace muster::attack {
namespace {

using Form = Question::Form;
using Known = Question::Known;

std::string Ages(const Target& target, int around, int years) {
  const int from = std::max(target.age - around, 0) / years * years;
  const int to = (target.age + around) / years * years + years - 1;
  return absl::StrCat("age at last contact aged ", from, " to ", to);
}

// Everybody, where nothing is left.
std::string All(const std::vector<std::string>& criteria) {
  return criteria.empty() ? "(has disease)" : absl::StrCat("(", absl::StrJoin(criteria, " and "), ")");
}

}  // namespace

std::string Question::TextFor(const Target& target, int years) const {
  const std::string of[] = {"sex is " + target.sex, absl::StrCat("country is \"", target.country, "\""),
                            Ages(target, broad_years, years)};
  std::vector<std::string> criteria;
  for (size_t i = 0; i < broad.size(); ++i) {
    if (broad[i] != Known::kLeftOut) criteria.push_back((broad[i] == Known::kIsNot ? "not " : "") + of[i]);
  }
  const std::string b = All(criteria);
  const std::string close[] = {of[0], of[1], Ages(target, narrow_years, years),
                               absl::StrCat("has phenotype PX:", target.first),
                               absl::StrCat("has phenotype PX:", target.second)};
  criteria.clear();
  for (size_t i = 0; i < narrow.size(); ++i) {
    if (narrow[i]) criteria.push_back(close[i]);
  }
  const std::string n = All(criteria);
  const std::string d = kFirstHalf;
  const std::string count = "count individuals where ";
  const std::string table =
      " by disease in groups (first = (DX:1, DX:2, DX:3, DX:4), second = (DX:5, DX:6, DX:7, DX:8))";
  switch (form) {
    case Form::kB:
      break;
    case Form::kBD:
      return absl::StrCat(count, b, " and ", d);
    case Form::kBN:
      return absl::StrCat(count, b, " and ", n);
    case Form::kBDN:
      return absl::StrCat(count, b, " and ", d, " and ", n);
    case Form::kBNotN:
      return absl::StrCat(count, b, " and not ", n);
    case Form::kBDNotN:
      return absl::StrCat(count, b, " and ", d, " and not ", n);
    case Form::kBOrN:
      return absl::StrCat(count, b, " or ", n);
    case Form::kBDOrN:
      return absl::StrCat(count, "(", b, " and ", d, ") or ", n);
    case Form::kBDOrNBoth:
      return absl::StrCat(count, "(", b, " or ", n, ") and ", d);
    case Form::kBNotDN:
      return absl::StrCat(count, b, " and not (", d, " and ", n, ")");
    case Form::kTable:
      return absl::StrCat(count, b, table);
    case Form::kTableNotN:
      return absl::StrCat(count, b, " and not ", n, table);
  }
  return count + b;
}

Question RandomQuestion(std::mt19937_64& random) {
  Question question;
  question.form = static_cast<Form>(random() % Question::kForms);
  for (Known& known : question.broad) known = static_cast<Known>(random() % 3);
  question.broad_years = static_cast<int>(random() % 40);
  for (bool& known : question.narrow) known = random() % 4 != 0;
  question.narrow_years = static_cast<int>(random() % 4 == 0 ? random() % 10 : 0);
  return question;
}

Question Changed(Question question, std::mt19937_64& random) {
  switch (random() % 5) {
    case 0:
      question.broad[random() % question.broad.size()] = static_cast<Known>(random() % 3);
      break;
    case 1:
      question.broad_years = static_cast<int>(random() % 40);
      break;
    case 2: {
      bool& known = question.narrow[random() % question.narrow.size()];
      known = !known;
      break;
    }
    case 3:
      question.narrow_years = static_cast<int>(random() % 10);
      break;
    default:
      question.form = static_cast<Form>(random() % Question::kForms);
  }
  return question;
}

Question Partner(Question question) {
  constexpr Form kPartners[Question::kForms] = {Form::kBNotDN, Form::kBDNotN, Form::kBDN,       Form::kBN,
                                                Form::kB,      Form::kBD,     Form::kB,         Form::kBD,
                                                Form::kBD,     Form::kB,      Form::kTableNotN, Form::kTable};
  question.form = kPartners[static_cast<size_t>(question.form)];
  return question;
}

double NumberOf(Opponent& opponent, const Question& question, const Target& target, int years) {
  const absl::StatusOr<std::vector<Answer>> answers = opponent.Ask(question.TextFor(target, years));
  if (!answers.ok() || !answers->back().table.has_value()) return -1;
  const Table& table = *answers->back().table;
  if (table.columns.size() == 1) return static_cast<double>(ValueOf(table.rows.at(0).at(0)).value_or(-1));
  for (const auto& row : table.rows) {
    const auto* key = std::get_if<std::string>(&row.at(0));
    if (key != nullptr && *key == "first") return static_cast<double>(ValueOf(row.at(1)).value_or(-1));
  }
  return -1;
}

}  // namespace muster::attack
