#include "tests/property/random/random_literal.h"

#include <algorithm>
#include <cmath>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_split.h"
#include "grammar/parse.h"
#include "grammar/text/keywords.h"
#include "tests/property/naive/calendar.h"

namespace muster::property {

using ontology::Term;

namespace {

bool IsKeyword(const std::string& word) {
  const std::vector<std::string>& keywords = grammar::Keywords();
  return std::find(keywords.begin(), keywords.end(), absl::AsciiStrToLower(word)) != keywords.end();
}

/// Letters, digits, '_' and '-', beginning with a letter, and no keyword of the language.
bool IsPlainWord(const std::string& word) {
  if (word.empty() || !absl::ascii_isalpha(static_cast<unsigned char>(word[0]))) return false;
  for (const char c : word) {
    if (!absl::ascii_isalnum(static_cast<unsigned char>(c)) && c != '_' && c != '-') return false;
  }
  return !IsKeyword(word);
}

bool IsNumber(const std::string& word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string AnyCase(Random& random, const std::string& text) {
  if (random.Chance(85)) return text;
  return random.Chance(50) ? absl::AsciiStrToLower(text) : absl::AsciiStrToUpper(text);
}

/// One way to write the term itself.
std::string Spell(Random& random, const World& world, const Meaning& meaning, const Term& term) {
  std::vector<std::string> ids = {term.id};
  for (const std::string& id : term.alternative_ids) ids.push_back(id);
  for (const auto& xref : term.xrefs) ids.push_back(xref.id);
  for (const Node& node : meaning.AllNodes()) {
    const Term& other = meaning.TermOf(node);
    if (other.obsolete && other.replaced_by == std::vector<std::string>{term.id}) ids.push_back(other.id);
  }
  const std::string id = random.Chance(60) ? term.id : random.Pick(ids);
  // A cross-reference that is none of equivalence is known only if records use it, and may be of a term that nothing
  // replaces.
  const std::set<Node> meant = meaning.FindCode(id);
  const bool obsolete =
      std::any_of(meant.begin(), meant.end(), [&](const Node& node) { return meaning.TermOf(node).obsolete; });
  const bool known = !obsolete && (!meant.empty() || world.dictionary.Find(id).has_value());
  switch (random.Below(6)) {
    case 0:
      return term.label.empty() ? term.id : Quoted(AnyCase(random, term.label));
    case 1:
      return term.synonyms.empty() ? term.id : Quoted(AnyCase(random, random.Pick(term.synonyms).text));
    case 2:
      return term.label.empty() ? term.id : absl::StrCat(term.id, " ", Quoted(term.label));
    default:
      return known ? AnyCase(random, id) : term.id;
  }
}

std::string DatePart(Random& random, int64_t day) {
  const model::CivilDate date = model::CivilFromDays(day);
  if (date.year < 1000 || date.year > 9999) return "";
  switch (random.Below(3)) {
    case 0:
      return absl::StrCat(date.year);
    case 1:
      return absl::StrFormat("%04d-%02d", date.year, date.month);
    default:
      return FullDate(day);
  }
}

}  // namespace

std::string Quoted(const std::string& text) { return absl::StrCat("\"", text, "\""); }

std::string TermNear(Random& random, const World& world, const Meaning& meaning, const std::string& code) {
  const std::string exactly = random.Chance(20) ? "exactly " : "";
  std::set<Node> nodes = meaning.NodesOf(code);
  if (random.Chance(45)) nodes = meaning.WithAncestors(nodes);
  if (random.Chance(20)) {
    for (const Node& other : meaning.AllNodes()) {
      if (!nodes.empty() && meaning.WithAncestors({other}).contains(*nodes.begin())) nodes.insert(other);
    }
  }
  // Terms without a current replacement have no meaning of their own.
  std::erase_if(nodes, [&](const Node& node) { return meaning.TermOf(node).obsolete; });
  const bool plain = meaning.NodesOf(code).empty();
  if (plain) {
    const std::vector<std::string> levels = LevelsOf(code);
    return exactly + (!levels.empty() && random.Chance(45) ? random.Pick(levels) : code);
  }
  if (nodes.empty()) return "";
  const std::vector<Node> choice(nodes.begin(), nodes.end());
  return exactly + Spell(random, world, meaning, meaning.TermOf(random.Pick(choice)));
}

bool IsWritable(const std::string& name) {
  for (const absl::string_view part : absl::StrSplit(name, ' ')) {
    const std::string word(part);
    if (IsKeyword(word) && word != "at" && word != "of") return false;
  }
  return true;
}

std::string Word(Random& random, const std::string& label) {
  const std::string word = AnyCase(random, label);
  return (IsPlainWord(word) || IsNumber(word)) && random.Chance(80) ? word : Quoted(word);
}

std::string NumberNear(Random& random, double number) {
  switch (random.Below(8)) {
    case 0:
      number += 1;
      break;
    case 1:
      number -= 0.5;
      break;
    case 2:
      number *= 2;
      break;
    default:
      break;
  }
  if (number != 0 && std::abs(number) < 1e-6) number = 0;
  return absl::StrFormat("%.15g", number);
}

std::string AgeInMonths(Random& random, int months) {
  const int years = months / 12;
  const int rest = months % 12;
  if (rest == 0) {
    switch (random.Below(4)) {
      case 0:
        return absl::StrCat("P", years, "Y");
      case 1:
        return absl::StrCat(months, " months");
      default:
        return absl::StrCat(years, years == 1 ? " year" : " years");
    }
  }
  switch (random.Below(3)) {
    case 0:
      return absl::StrCat("P", years, "Y", rest, "M");
    case 1:
      return absl::StrCat(months, months == 1 ? " month" : " months");
    default:
      return years == 0 ? absl::StrCat(rest, " months") : absl::StrCat(years, " years ", rest, " months");
  }
}

std::string AgeNear(Random& random, model::HalfHours age) {
  if (age <= model::kBeginning || age >= model::kEnd) age = 30 * model::kYear;
  if (random.Chance(25)) age += random.Chance(50) ? model::kYear : random.Chance(50) ? -model::kMonth : 1;
  if (random.Chance(25)) age = age / model::kYear * model::kYear;
  if (age < 0) {
    // Before birth: in one unit, or from the other end.
    const int64_t days = 280 + DayOf(age) + random.Below(2) * random.Below(28);
    if (days >= 0 && random.Chance(40)) return absl::StrCat(days, " days of gestation");
    if (age % model::kWeek == 0) return absl::StrCat(age / model::kWeek, " weeks");
    return absl::StrCat(age / model::kDay, " days");
  }
  if (age % model::kMonth == 0) return AgeInMonths(random, static_cast<int>(age / model::kMonth));
  if (age % model::kWeek == 0 && random.Chance(50)) return absl::StrCat(age / model::kWeek, " weeks");
  if (age % model::kDay == 0) return absl::StrCat(age / model::kDay, random.Chance(80) ? " days" : " day");
  if (age % 2 == 0) return absl::StrCat(age / 2, " hours");
  return random.Chance(50) ? absl::StrFormat("%d.5 hours", age / 2) : absl::StrCat("PT", age / 2, "H30M");
}

std::string FullDate(int64_t day) {
  const model::CivilDate date = model::CivilFromDays(day);
  return absl::StrFormat("%04d-%02d-%02d", date.year, date.month, date.day);
}

std::string DateNear(Random& random, model::HalfHours when) {
  if (when <= model::kBeginning || when >= model::kEnd) return "2001-02-03";
  int64_t day = DayOf(when);
  if (random.Chance(25)) day += random.Between(-1, 1);
  if (random.Chance(15)) day += random.Between(-800, 800);
  return DatePart(random, day);
}

}  // namespace muster::property
