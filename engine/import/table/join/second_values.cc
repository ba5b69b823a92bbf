#include "engine/import/table/join/second_values.h"

#include <algorithm>

#include "engine/model/record/unite.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

constexpr RemarkKind kMayBeTwoPeople{
    ImportProblem::Kind::kKeptOnly,
    "individual of whom rows say different sexes, dates of birth, species or persons: it may be two people of one id",
    "if several sites give the same ids, make the id of both columns: \"id\": [\"site\", \"patient_id\"] of the table; "
    "if it is one person, correct the source: one of the values counts, and rows of both are the individual's"};
constexpr RemarkKind kSeveralValues{
    ImportProblem::Kind::kKeptOnly, "individual of whom rows say different values of a field that has one",
    "nothing, if the one that counts is meant; where the latest row should count, name the column of its date: "
    "\"latest\": \"visit_date\" of the table; what changes over time can be rows, such as measurements or exposures"};

constexpr RemarkKind kSeveralSites{
    ImportProblem::Kind::kNote, "individual whose rows name several sites, of which each may give its own ids",
    "nothing, if ids are unique over all sites, and people are seen at several; else make the id of both columns: "
    "\"id\": [\"site\", \"patient_id\"] of the table"};

// What nobody changes.
bool IsConstant(model::FieldId field) {
  using namespace model::field;
  return field == kSex || field == kKaryotypicSex || field == kBirth || field == kTaxonomy || field == kPerson ||
         field == kSubjectId;
}

}  // namespace

const SecondValues::Set* SecondValues::Find(model::FieldId field) const {
  const auto found = std::ranges::find(set_, field, &Set::field);
  return found == set_.end() ? nullptr : &*found;
}

void SecondValues::NoteSet(model::FieldId field) { set_.push_back({field, reporter_.file(), reporter_.line()}); }

void SecondValues::Note(model::FieldId field, const SecondValue& second, bool by_latest,
                        const model::Dictionary& dictionary) {
  const auto first = std::ranges::find(set_, field, &Set::field);
  if (second.counts) {
    first->file = reporter_.file();
    first->line = reporter_.line();
  }
  if (!second.contradiction.has_value() || first->told) return;
  first->told = true;
  const bool elsewhere = first->file != reporter_.file();
  const std::string shown = model::Show(*second.contradiction, dictionary);
  reporter_.Report(
      IsConstant(field) ? kMayBeTwoPeople : kSeveralValues, second.place, shown,
      model::Concat({shown, ": the ", by_latest ? "latest" : "first", " counts, of line ", std::to_string(first->line),
                     elsewhere ? " of " : "", elsewhere ? std::string_view(first->file) : std::string_view()}));
}

void SecondValues::NoteSite(std::string_view site, std::string_view place) {
  if (!site_.has_value()) {
    site_ = Site{std::string(site), reporter_.file(), reporter_.line()};
    return;
  }
  if (site_->name == site || site_->told) return;
  site_->told = true;
  const bool elsewhere = site_->file != reporter_.file();
  reporter_.Report(
      kSeveralSites, place, reporter_.id(),
      model::Concat({"\"", Shown(site_->name, 40), "\" in line ", std::to_string(site_->line), elsewhere ? " of " : "",
                     elsewhere ? std::string_view(site_->file) : std::string_view(), ", and \"", Shown(site, 40),
                     "\""}));
}

bool IsNameOfSites(std::string_view column) {
  constexpr std::string_view kNames[] = {"site", "center", "centre", "hospital", "clinic", "institution", "institute",
                                         "zentrum", "klinik", "standort", "krankenhaus", "hopital", "sito", "sitio",
                                         "ziekenhuis", "studysite", "recruitingsite",
                                         // Of PLINK: an id is that of a person within the family.
                                         "fid"};
  std::string name;
  for (const char c : column) {
    if (model::IsAsciiAlpha(c)) name.push_back(model::AsciiLower(c));
  }
  for (const std::string_view ending : {"identifier", "id", "code", "name", "nr", "no"}) {
    if (name.size() > ending.size() && name.ends_with(ending) &&
        std::ranges::count(kNames, std::string_view(name).substr(0, name.size() - ending.size())) > 0) {
      return true;
    }
  }
  return std::ranges::count(kNames, name) > 0;
}

std::string DifferencesOf(Element first, Element second) {
  constexpr int kMostShown = 3;
  Object one;
  Object other;
  if (first.get(one) != simdjson::SUCCESS || second.get(other) != simdjson::SUCCESS) return "";
  std::string text;
  int shown = 0;
  for (const auto member : other) {
    Element before;
    const bool had = one.at_key(member.key).get(before) == simdjson::SUCCESS;
    const std::string then = had ? ScalarText(before).value_or("") : "";
    const std::string now = ScalarText(member.value).value_or("");
    if (then == now) continue;
    if (shown++ == kMostShown) return text + "; ...";
    text.append(text.empty() ? "" : "; ")
        .append(model::Concat({member.key, ": \"", Shown(then, 40), "\", and \"", Shown(now, 40), "\""}));
  }
  return text;
}

}  // namespace muster::import
