#include "engine/bind/bound/unknown_field.h"

#include <optional>
#include <string_view>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "engine/bind/bound/one_of_words.h"
#include "engine/bind/bound/other_tongues.h"
#include "engine/bind/bound/scope.h"
#include "grammar/habits/habits_of_phrases.h"
#include "grammar/parse.h"

namespace muster::bind {
namespace {

using model::Entity;
using model::FieldId;
using Op = grammar::Compare::Op;

// `has phenotype "Seizure"` for `phenotype is "Seizure"`; nullopt when that is not what is written.
std::optional<std::string> HasInstead(const grammar::Compare& compare, Entity space) {
  const auto entity = FindEntity(compare.field.text);
  const bool about_codes = compare.op != Op::kIsMissing && compare.op != Op::kIsRecorded;
  if (!entity || model::IsAncestorOrSelf(*entity, space)) return std::nullopt;
  if (about_codes && model::Info(*entity).primary < 0) return std::nullopt;
  if (compare.op == Op::kIsMissing) return absl::StrCat("has no ", EntityName(*entity));
  if (compare.op == Op::kIsRecorded) return absl::StrCat("has ", EntityName(*entity));
  const bool several = compare.op == Op::kIn || compare.op == Op::kNotIn;
  const bool negated = compare.op == Op::kIsNot || compare.op == Op::kNotIn;
  if (!several && !negated && compare.op != Op::kIs) return std::nullopt;
  using Kind = grammar::Literal::Kind;
  for (const grammar::Literal& value : compare.values) {
    if (value.kind != Kind::kCode && value.kind != Kind::kQuoted && value.kind != Kind::kWord) return std::nullopt;
  }
  const std::string values = absl::StrJoin(compare.values, ", ", [](std::string* out, const grammar::Literal& value) {
    // A label that lacks its quotes.
    const bool word = value.kind == Kind::kWord;
    absl::StrAppend(out, word ? absl::StrCat("\"", value.text, "\"") : grammar::Print(value));
  });
  return absl::StrCat(negated ? "not " : "", "has ", EntityName(*entity), several ? " in (" : " ", values,
                      several ? ")" : "");
}

// has phenotype "pain" at least 2; has treatment "x" with duration >= 12 weeks: for rows without a value, or duration,
// what such a number may mean. Empty if nothing is known.
std::string NumberOfRow(const grammar::Compare& compare, Entity space) {
  const bool least = compare.op == Op::kGreaterEqual || compare.op == Op::kGreater;
  const bool most = compare.op == Op::kLessEqual || compare.op == Op::kLess;
  const std::string& name = compare.field.text;
  if ((!least && !most) || space == Entity::kIndividual || !IsOneOfWords(name, {"value", "duration", "length"}))
    return "";
  const grammar::Literal& value = compare.values[0];
  const std::string duration = grammar::Print(value);
  if (IsOneOfWords(value.unit, {"year", "years", "month", "months", "week", "weeks", "day", "days", "y", "mo", "d"})) {
    if (!FindField(space, "start") || !FindField(space, "end")) return "";
    return least ? absl::StrCat("write end at least ", duration,
                                " after start, or for what goes on with (end is missing ", "and start at least ",
                                duration, " before study date)")
                 : absl::StrCat("write end within ", duration, " after start");
  }
  const bool count = value.kind == grammar::Literal::Kind::kNumber && value.unit.empty() && value.number >= 0 &&
                     value.number < 1000 && value.number == static_cast<double>(static_cast<int>(value.number));
  if (name != "value" || !count) return "";
  const int more = compare.op == Op::kGreater ? 1 : compare.op == Op::kLess ? -1 : 0;
  return absl::StrCat("how many there are stands in front: has at ", least ? "least " : "most ",
                      static_cast<int>(value.number) + more, " ", EntityName(space), " \"...\"");
}

// Whether the name is that of no field of any entity.
bool HasNoValues(std::string_view name) { return FindFieldsBelow(Entity::kIndividual, name).empty(); }

// The ages of the person, or those of records, which say whose they are: "age at onset (of a disease)".
std::string AgesOf(bool person) {
  std::vector<std::string> ages = AgeAnchors();
  std::erase_if(ages, [&](const std::string& age) { return age.ends_with(')') == person; });
  return absl::StrJoin(ages, ", ");
}

// age at last contact >= 18 years, of `age >= 18`
std::string AgeAtLastContact(const grammar::Compare& age) {
  grammar::Compare at = age;
  at.field.text = "age at last contact";
  grammar::Literal& last = at.values.back();
  if (last.kind == grammar::Literal::Kind::kNumber && last.unit.empty()) last.unit = "years";
  return grammar::Print(grammar::Expr{{}, std::move(at)});
}

// smoker is yes: has exposure "smoking"; empty for other words.
std::string SaidOfPerson(const grammar::Compare& compare) {
  using Kind = grammar::Literal::Kind;
  if ((compare.op != Op::kIs && compare.op != Op::kIsNot) || compare.values.size() != 1) return "";
  const grammar::Literal& value = compare.values[0];
  if (value.kind != Kind::kWord && value.kind != Kind::kQuoted) return "";
  const bool yes = IsOneOfWords(value.text, {"yes", "true", "current", "ever"});
  if (!yes && !IsOneOfWords(value.text, {"no", "false", "never"})) return "";
  const std::vector<std::string> split = absl::StrSplit(compare.field.text, ' ', absl::SkipEmpty());
  if (split.empty()) return "";
  const grammar::NamedRecords named = grammar::RecordsNamedBy(split);
  if (named.entity == "disease" || named.entity.empty()) return "";
  return grammar::CriterionFor(named, yes == (compare.op == Op::kIsNot));
}

// has run with depth >= 30
grammar::Has HavingOne(Entity entity, const grammar::Compare& compare) {
  grammar::Has has;
  has.entity.text = EntityName(entity);
  has.with = grammar::MakeExpr({}, compare);
  return has;
}

// major surgery within 28 days before enrolment: has procedure with performed within ...; null if it is not a
// comparison of a time, or records of that kind have none.
grammar::ExprPtr TimeOfPhrase(const grammar::Compare& compare) {
  const bool time = compare.op == Op::kWithin || compare.op == Op::kWithinBefore || compare.op == Op::kWithinAfter ||
                    compare.op == Op::kLongBefore || compare.op == Op::kLongAfter;
  if (!time || compare.event || compare.as_of) return nullptr;
  std::vector<std::string> split = absl::StrSplit(compare.field.text, ' ', absl::SkipEmpty());
  const bool none = !split.empty() && split[0] == "no";  // no treatment within 6 months before study date
  if (none) split.erase(split.begin());
  if (split.empty()) return nullptr;
  grammar::NamedRecords named = grammar::RecordsNamedBy(split);
  if (split.size() == 1 && FindEntity(split[0])) named = {EntityName(*FindEntity(split[0])), "", ""};
  const auto entity = FindEntity(named.entity);
  const auto moment = entity ? model::MomentOf(*entity) : std::nullopt;
  if (!moment || !named.with.empty()) return nullptr;
  grammar::Compare of_row = compare;
  of_row.field.text = std::string(model::Info(*moment).name);
  grammar::Has has;
  if (none) has.quantity = grammar::Quantity{grammar::Quantity::Kind::kExactly, 0, false, {}};
  has.entity.text = named.entity;
  if (!named.term.empty()) {
    grammar::Literal term;
    term.kind = grammar::Literal::Kind::kQuoted;
    term.text = named.term.substr(1, named.term.size() - 2);
    has.terms.push_back(std::move(term));
  }
  has.with = grammar::MakeExpr({}, std::move(of_row));
  return grammar::MakeExpr({}, std::move(has));
}

// samples > 2: has at least 3 samples; "" where records are not counted.
std::string CountOfRecords(const grammar::Compare& compare) {
  const auto entity = FindEntity(compare.field.text);
  if (!entity || *entity == Entity::kIndividual || compare.event || compare.values.size() != 1) return "";
  const grammar::Literal& value = compare.values[0];
  const bool count = value.kind == grammar::Literal::Kind::kNumber && value.unit.empty() && value.number >= 0 &&
                     value.number < 1e6 && value.number == static_cast<double>(static_cast<int>(value.number));
  if (!count) return "";
  const int number = static_cast<int>(value.number);
  const auto has = [&](std::string_view how_many, int n) {
    return absl::StrCat("write has ", std::string(how_many), " ", n, " ", std::string(model::Info(*entity).plural));
  };
  switch (compare.op) {
    case Op::kGreater:
      return has("at least", number + 1);
    case Op::kGreaterEqual:
      return has("at least", number);
    case Op::kLess:
      return number == 0 ? "" : has("at most", number - 1);
    case Op::kLessEqual:
      return has("at most", number);
    case Op::kIs:
      return has("exactly", number);
    default:
      return "";
  }
}

// age today >= 18: the same of another age; "" where no age is meant.
std::string OtherAge(const grammar::Compare& compare) {
  constexpr std::string_view kNow[] = {"age today", "age now", "current age", "age currently", "present age"};
  if (std::find(std::begin(kNow), std::end(kNow), compare.field.text) == std::end(kNow)) return "";
  grammar::Compare age = compare;
  age.field.text = "age at study date";
  if (!age.values.empty() && age.values.back().kind == grammar::Literal::Kind::kNumber &&
      age.values.back().unit.empty()) {
    age.values.back().unit = "years";
  }
  return absl::StrCat("write ", grammar::Print(grammar::Expr{{}, std::move(age)}),
                      ", where study date 2026-01-01; stands in front; or age at last contact");
}

// onset of asthma < 18 years: has disease "asthma" with onset < 18 years; null where it is no time of a term.
grammar::ExprPtr TimeOfTerm(const grammar::Compare& compare, std::string_view entity) {
  constexpr std::string_view kTimes[] = {"onset of ", "diagnosis of "};
  for (const std::string_view time : kTimes) {
    const std::string& name = compare.field.text;
    if (!name.starts_with(time) || name.size() == time.size()) continue;
    grammar::Compare of_row = compare;
    of_row.field.text = time.starts_with("onset") ? "onset" : "diagnosed";
    grammar::Has has;
    has.entity.text = std::string(entity);
    grammar::Literal term;
    term.kind = grammar::Literal::Kind::kQuoted;
    term.text = name.substr(time.size());
    has.terms.push_back(std::move(term));
    has.with = grammar::MakeExpr({}, std::move(of_row));
    return grammar::MakeExpr({}, std::move(has));
  }
  return nullptr;
}

void SayNoField(Reporter* reporter, const grammar::Name& name, Entity space, std::vector<std::string> hints) {
  reporter->Error(name.span, "unknown-field",
                  absl::StrCat(WithArticle(EntityName(space)), " has no field '", name.text, "'"), std::move(hints));
}

}  // namespace

void ReportUnknownField(Reporter* reporter, const grammar::Name& name, Entity space, std::vector<std::string> meant,
                        const grammar::Compare* compared) {
  if (!reporter->ExplainsErrors()) return reporter->Error(name.span, "unknown-field", "");
  if (name.text == "age") {
    std::vector<std::string> first;
    if (compared != nullptr && !compared->event && !compared->values.empty()) {
      first.push_back(absl::StrCat("write ", AgeAtLastContact(*compared)));
    }
    first.insert(first.end(), {absl::StrCat("of the person write ", AgesOf(true)),
                               absl::StrCat("of a record, behind has ... with, write ", AgesOf(false))});
    reporter->Error(name.span, "age-without-anchor", "an age needs to say when", std::move(first));
    return;
  }
  std::vector<std::string> hints;
  if (const std::string_view english = FieldInEnglish(name.text); !english.empty() && space == Entity::kIndividual) {
    hints.push_back(absl::StrCat("did you mean ", std::string(english), "?"));
    SayNoField(reporter, name, space, std::move(hints));
    return;
  }
  if (compared != nullptr && space == Entity::kIndividual &&
      IsOneOfWords(name.text, {"last seen", "last visit", "last follow-up", "last known alive", "last alive"})) {
    grammar::Compare seen = *compared;
    seen.field.text = "last contact";
    hints.push_back(absl::StrCat("write ", grammar::Print(grammar::Expr{{}, std::move(seen)})));
    SayNoField(reporter, name, space, std::move(hints));
    return;
  }
  if (compared != nullptr && compared->op == Op::kAged &&
      IsOneOfWords(name.text, {"patients", "subjects", "participants", "people", "persons", "individuals", "who"})) {
    grammar::Compare aged = *compared;
    aged.field.text = "age at last contact";
    hints.push_back(absl::StrCat("write ", grammar::Print(grammar::Expr{{}, std::move(aged)}),
                                 ", or another age: age at enrolment, age at study date"));
    SayNoField(reporter, name, space, std::move(hints));
    return;
  }
  if (compared != nullptr && space == Entity::kIndividual) {
    if (std::string count = CountOfRecords(*compared); !count.empty()) hints.push_back(std::move(count));
    if (std::string age = OtherAge(*compared); !age.empty()) hints.push_back(std::move(age));
    if (const grammar::ExprPtr has = TimeOfTerm(*compared, "disease")) {
      const bool onset = name.text.starts_with("onset");  // which a phenotype has, too
      hints.push_back("write " + grammar::Print(*has));
      if (onset) hints.back() += ", or " + grammar::Print(*TimeOfTerm(*compared, "phenotype"));
    }
    if (!hints.empty()) return SayNoField(reporter, name, space, std::move(hints));
  }
  for (const std::string_view word : {"both ", "either "}) {
    if (!name.text.starts_with(word)) continue;
    hints.push_back(absl::StrCat("leave out ", std::string(word), "at the beginning: and and or join criteria"));
  }
  for (const std::string_view order : {" desc", " asc", " descending", " ascending"}) {
    if (!name.text.ends_with(order)) continue;
    hints.push_back(absl::StrCat("rows have an order; by ", name.text.substr(0, name.text.size() - order.size()),
                                 " top 10 has the most frequent first"));
  }
  for (const FieldId below : FindFieldsBelow(space, name.text)) {
    const Entity entity = model::Info(below).entity;
    std::string statement = compared == nullptr ? "" : reporter->RewrittenWith(compared, HavingOne(entity, *compared));
    if (statement.empty()) statement = absl::StrCat("has ", EntityName(entity), " with ", name.text, " ...");
    hints.push_back(absl::StrCat(WithArticle(EntityName(entity)), " has it: write ", statement));
    if (hints.size() == 3) break;
  }
  for (const std::string& near : NearestNames(name.text, FieldNames(space)))
    hints.push_back("did you mean " + near + "?");
  if (hints.empty() && IsOneOfWords(name.text, {"age group", "age groups", "age band", "age bands", "decade"})) {
    hints.emplace_back("write by age at last contact in bands of 10 years");
  }
  if (hints.empty() && IsOneOfWords(name.text, {"consent", "consents"})) {
    hints.emplace_back("write has consent with status is granted; permission says to what");
  }
  if (hints.empty() && IsOneOfWords(name.text, {"deceased", "died", "dead", "death"})) {
    hints.emplace_back("write vital status is deceased; when is age at death");
  }
  if (hints.empty() && compared != nullptr && IsOneOfWords(name.text, {"birth year", "year of birth"})) {
    grammar::Compare born = *compared;
    born.field.text = "birth date";
    hints.push_back(absl::StrCat("write ", grammar::Print(grammar::Expr{{}, std::move(born)})));
  }
  if (hints.empty() && IsOneOfWords(name.text, {"decade of birth", "birth year", "birth decade"})) {
    hints.emplace_back("write by year of birth");
  }
  if (hints.empty() && IsOneOfWords(name.text, {"year", "month"})) {
    hints.push_back(absl::StrCat("say of what: by ", name.text, " of birth date, by ", name.text, " of diagnosis"));
  }
  if (hints.empty() && name.text.starts_with("number of ")) {
    hints.push_back(absl::StrCat("write count individuals by ", name.text, ", or as a criterion has at least 2 ",
                                 name.text.substr(sizeof("number of ") - 1)));
  }
  if (compared != nullptr) {
    if (std::string number = NumberOfRow(*compared, space); !number.empty()) {
      return SayNoField(reporter, name, space, {std::move(number)});
    }
  }
  if (hints.empty() && compared != nullptr && name.text.starts_with("no ")) {
    if (const grammar::ExprPtr has = TimeOfPhrase(*compared)) hints.push_back("write " + grammar::Print(*has));
  }
  if (hints.empty() && name.text.starts_with("no ")) {
    hints.push_back(absl::StrCat("write ", name.text, " with and one of its times: start, end, onset"));
  }
  if (hints.empty() && compared != nullptr && space == Entity::kIndividual) {
    if (const std::string said = SaidOfPerson(*compared); !said.empty()) hints.push_back(absl::StrCat("write ", said));
  }
  if (hints.empty()) hints = std::move(meant);
  if (hints.empty() && compared != nullptr && space == Entity::kIndividual) {
    if (const grammar::ExprPtr has = TimeOfPhrase(*compared)) hints.push_back("write " + grammar::Print(*has));
  }
  const bool number = compared != nullptr && !compared->event &&
                      (compared->op == Op::kLess || compared->op == Op::kLessEqual || compared->op == Op::kGreater ||
                       compared->op == Op::kGreaterEqual || compared->op == Op::kBetween);
  if (hints.empty() && space == Entity::kIndividual && HasNoValues(name.text) && number) {
    hints.push_back(
        absl::StrCat("nothing that is measured here is called \"", name.text,
                     "\"; what is measured is asked for so: has measurement LOINC:4548-4 with value >= 7 %"));
  }
  if (hints.empty() && space == Entity::kIndividual && HasNoValues(name.text)) {
    hints.push_back(absl::StrCat("what records say is asked by has; terms like \"", name.text, "\" finds their terms"));
  }
  if (hints.empty()) {
    hints.push_back(
        absl::StrCat("fields of ", WithArticle(EntityName(space)), ": ", absl::StrJoin(FieldNames(space), ", ")));
  }
  SayNoField(reporter, name, space, std::move(hints));
}

void ReportUnknownField(Reporter* reporter, const grammar::Compare& compare, Entity space,
                        std::vector<std::string> meant) {
  if (!reporter->ExplainsErrors()) return reporter->Error(compare.field.span, "unknown-field", "");
  const auto instead = HasInstead(compare, space);
  if (!instead && !meant.empty() && FindFieldsBelow(space, compare.field.text).empty()) {
    return SayNoField(reporter, compare.field, space, std::move(meant));
  }
  if (!instead) return ReportUnknownField(reporter, compare.field, space, std::move(meant), &compare);
  SayNoField(reporter, compare.field, space, {absl::StrCat("write ", *instead)});
}

}  // namespace muster::bind
