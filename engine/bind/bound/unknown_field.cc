#include "engine/bind/bound/unknown_field.h"

#include <initializer_list>
#include <string_view>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "engine/bind/bound/criterion_instead.h"
#include "engine/bind/bound/one_of_words.h"
#include "engine/bind/bound/other_tongues.h"
#include "engine/bind/bound/scope.h"
#include "grammar/habits/criteria/criterion_for_words.h"
#include "grammar/parse.h"

namespace muster::bind {
namespace {

using model::Entity;
using model::FieldId;
using Op = grammar::Compare::Op;
using Hints = std::vector<std::string>;

// A name that is no field of `space` or above.
struct Unknown {
  const std::string& name;
  Entity space;
  const grammar::Compare* compared;  ///< null behind by
  const Hints& meant;                ///< records that are called so
  const Reporter& reporter;

  bool IsOneOf(std::initializer_list<std::string_view> words) const { return IsOneOfWords(name, words); }
  bool OfPerson() const { return space == Entity::kIndividual; }
  bool IsCompared() const { return compared != nullptr; }
  bool IsPersonCompared() const { return IsCompared() && OfPerson(); }
};

// Whether the name is that of no field of any entity.
bool HasNoValues(std::string_view name) { return FindFieldsBelow(Entity::kIndividual, name).empty(); }

// The ages of the person, not those of records, which say whose they are: "age at onset (of a disease)".
std::string AgesOfPeople() {
  std::vector<std::string> ages = AgeAnchors();
  std::erase_if(ages, [](const std::string& age) { return age.ends_with(')'); });
  return absl::StrJoin(ages, ", ");
}

// The comparison that was written, with another field.
std::string ComparedWith(const grammar::Compare& written, std::string field) {
  grammar::Compare compare = written;
  compare.field.text = std::move(field);
  return grammar::Print(grammar::Expr{{}, std::move(compare)});
}

bool IsANumberCompared(const Unknown& unknown) {
  return unknown.IsCompared() && !unknown.compared->event &&
         (unknown.compared->op == Op::kLess || unknown.compared->op == Op::kLessEqual ||
          unknown.compared->op == Op::kGreater || unknown.compared->op == Op::kGreaterEqual ||
          unknown.compared->op == Op::kBetween);
}

Hints OneHint(std::string hint) { return hint.empty() ? Hints() : Hints{std::move(hint)}; }
Hints Write(const grammar::ExprPtr& criterion) {
  return criterion == nullptr ? Hints() : Hints{"write " + grammar::Print(*criterion)};
}

// samples > 2, age today >= 18, onset of asthma < 18 years: what the comparison may be one of.
Hints OfOtherThings(const Unknown& unknown) {
  const grammar::Compare& compared = *unknown.compared;
  Hints hints = OneHint(CountOfRecords(compared));
  if (std::string age = OtherAge(compared); !age.empty()) hints.push_back(std::move(age));
  if (const grammar::ExprPtr has = TimeOfTerm(compared, "disease")) {
    const bool onset = unknown.name.starts_with("onset");  // which a phenotype has, too
    hints.push_back("write " + grammar::Print(*has));
    if (onset) hints.back() += ", or " + grammar::Print(*TimeOfTerm(compared, "phenotype"));
  }
  return hints;
}

// Words around a name, fields of this name further below, and names that are spelt nearly so.
Hints NearNames(const Unknown& unknown) {
  constexpr size_t kMostBelow = 3;
  const std::string& name = unknown.name;
  Hints hints;
  for (const std::string_view word : {"both ", "either "}) {
    if (!name.starts_with(word)) continue;
    hints.push_back(absl::StrCat("leave out ", std::string(word), "at the beginning: and and or join criteria"));
  }
  for (const std::string_view order : {" desc", " asc", " descending", " ascending"}) {
    if (!name.ends_with(order)) continue;
    hints.push_back(absl::StrCat("rows have an order; by ", name.substr(0, name.size() - order.size()),
                                 " top 10 has the most frequent first"));
  }
  for (const FieldId below : FindFieldsBelow(unknown.space, name)) {
    const Entity entity = model::Info(below).entity;
    std::string statement;
    if (unknown.IsCompared()) {
      grammar::Compare of_record = *unknown.compared;
      of_record.field.text = name;
      statement = unknown.reporter.RewrittenWith(unknown.compared, HavingOne(entity, of_record));
    }
    if (statement.empty()) statement = absl::StrCat("has ", EntityName(entity), " with ", name, " ...");
    hints.push_back(absl::StrCat(WithArticle(EntityName(entity)), " has it: write ", statement));
    if (hints.size() == kMostBelow) break;
  }
  for (const std::string& near : NearestNames(name, FieldNames(unknown.space))) {
    hints.push_back("did you mean " + near + "?");
  }
  return hints;
}

// diagnosis_date, date of surgery: what a column may be called; the name of a field without the words around it.
Hints NamesOfColumns(const Unknown& unknown) {
  constexpr std::string_view kDateOf = "date of ";
  std::string name = absl::StrReplaceAll(unknown.name, {{"_", " "}});
  std::vector<std::string> names = {name};
  if (name.starts_with(kDateOf)) names.push_back(name.substr(kDateOf.size()));
  for (const std::string_view end : {" date", " dt", " yn", " value", " code", " name"}) {
    if (name.ends_with(end)) names.push_back(name.substr(0, name.size() - end.size()));
  }
  for (const std::string& one : names) {
    if (one == unknown.name || one.empty()) continue;
    if (FindField(unknown.space, one)) return {absl::StrCat("did you mean ", one, "?")};
    if (Hints hints = NearNames({one, unknown.space, unknown.compared, unknown.meant, unknown.reporter});
        !hints.empty()) {
      return hints;
    }
  }
  return {};
}

// disease started > 40: has disease with the time that it has.
Hints StartOfRecords(const Unknown& unknown) {
  const size_t blank = unknown.name.find(' ');
  const auto entity = FindEntity(unknown.name.substr(0, blank));
  const auto moment = entity ? model::MomentOf(*entity) : std::nullopt;
  const std::string_view when = std::string_view(unknown.name).substr(blank + 1);
  if (!moment || !IsOneOfWords(when, {"started", "starts", "start", "began", "begins", "date", "time", "onset"}))
    return {};
  grammar::Compare of_record = *unknown.compared;
  of_record.field.text = std::string(model::Info(*moment).name);
  if (!of_record.values.empty() && of_record.values.back().kind == grammar::Literal::Kind::kNumber &&
      of_record.values.back().unit.empty()) {
    of_record.values.back().unit = "years";
  }
  return Write(grammar::MakeExpr({}, HavingOne(*entity, of_record)));
}

// What may be meant, the first rule first: `may_be` looks at the name and where it stands; `hints` are what is said,
// none where it is not meant after all.
struct Rule {
  std::string_view name;
  bool (*may_be)(const Unknown&);
  Hints (*hints)(const Unknown&);
};

constexpr Rule kRules[] = {
    {"a word of another language", [](const Unknown& unknown) { return unknown.OfPerson(); },
     [](const Unknown& unknown) {
       const std::string_view english = FieldInEnglish(unknown.name);
       return OneHint(english.empty() ? "" : absl::StrCat("did you mean ", std::string(english), "?"));
     }},
    {"when somebody was last seen",
     [](const Unknown& unknown) {
       return unknown.IsPersonCompared() &&
              unknown.IsOneOf({"last seen", "last visit", "last follow-up", "last known alive", "last alive"});
     },
     [](const Unknown& unknown) {
       return OneHint(absl::StrCat("write ", ComparedWith(*unknown.compared, "last contact")));
     }},
    {"people of an age",
     [](const Unknown& unknown) {
       return unknown.IsCompared() && !unknown.compared->values.empty() &&
              IsOneOfWords(unknown.compared->values.back().unit, {"year", "years", "y", "yr", "yrs"}) &&
              unknown.IsOneOf({"patients", "subjects", "participants", "people", "persons", "individuals", "who"});
     },
     [](const Unknown& unknown) {
       return OneHint(absl::StrCat("say which age in place of ", unknown.name,
                                   ": age at last contact, age at enrolment, age at study date"));
     }},
    {"a number of records, another age, a time of a term",
     [](const Unknown& unknown) { return unknown.IsPersonCompared(); }, OfOtherThings},
    {"a value of records without one", [](const Unknown& unknown) { return unknown.IsCompared(); },
     [](const Unknown& unknown) { return OneHint(NumberOfRow(*unknown.compared, unknown.space)); }},
    {"a near name", [](const Unknown&) { return true; }, NearNames},
    {"a column", [](const Unknown&) { return true; }, NamesOfColumns},
    {"when records began",
     [](const Unknown& unknown) { return unknown.IsPersonCompared() && unknown.name.find(' ') != std::string::npos; },
     StartOfRecords},
    {"groups of ages",
     [](const Unknown& unknown) {
       return unknown.IsOneOf({"age group", "age groups", "age band", "age bands", "decade"});
     },
     [](const Unknown&) { return OneHint("write by age at last contact in bands of 10 years"); }},
    {"consents",
     [](const Unknown& unknown) {
       return unknown.IsOneOf({"consent", "consents"});
     },
     [](const Unknown&) { return OneHint("write has consent with status is granted; permission says to what"); }},
    {"deaths",
     [](const Unknown& unknown) {
       return unknown.IsOneOf({"deceased", "died", "dead", "death"});
     },
     [](const Unknown&) { return OneHint("write vital status is deceased; when is age at death"); }},
    {"born in a year",
     [](const Unknown& unknown) {
       return unknown.IsCompared() && unknown.IsOneOf({"birth year", "year of birth"});
     },
     [](const Unknown& unknown) {
       return OneHint(absl::StrCat("write ", ComparedWith(*unknown.compared, "birth date")));
     }},
    {"by year of birth",
     [](const Unknown& unknown) {
       return unknown.IsOneOf({"decade of birth", "birth year", "birth decade"});
     },
     [](const Unknown&) { return OneHint("write by year of birth"); }},
    {"a year of what",
     [](const Unknown& unknown) {
       return unknown.IsOneOf({"year", "month"});
     },
     [](const Unknown& unknown) {
       return OneHint(
           absl::StrCat("say of what: by ", unknown.name, " of birth date, by ", unknown.name, " of diagnosis"));
     }},
    {"a number of records", [](const Unknown& unknown) { return unknown.name.starts_with("number of "); },
     [](const Unknown& unknown) {
       return OneHint(absl::StrCat("write count individuals by ", unknown.name,
                                   ", or a criterion such as has at least 2 ",
                                   unknown.name.substr(sizeof("number of ") - 1)));
     }},
    {"no record within a time",
     [](const Unknown& unknown) { return unknown.IsCompared() && unknown.name.starts_with("no "); },
     [](const Unknown& unknown) { return Write(TimeOfPhrase(*unknown.compared)); }},
    {"no record", [](const Unknown& unknown) { return unknown.name.starts_with("no "); },
     [](const Unknown& unknown) {
       return OneHint(absl::StrCat("write ", unknown.name, " with and one of its times: start, end, onset"));
     }},
    {"yes or no of a person", [](const Unknown& unknown) { return unknown.IsPersonCompared(); },
     [](const Unknown& unknown) {
       const std::string said = SaidOfPerson(*unknown.compared);
       return OneHint(said.empty() ? "" : absl::StrCat("write ", said));
     }},
    {"ids of OMOP",
     [](const Unknown& unknown) {
       return unknown.name.ends_with("concept_id") || unknown.name.ends_with("concept id");
     },
     [](const Unknown& unknown) {
       if (unknown.name.starts_with("gender")) return OneHint("write sex is female, or sex is male");
       const std::string entity = unknown.name.starts_with("drug")          ? "treatment"
                                  : unknown.name.starts_with("procedure")   ? "procedure"
                                  : unknown.name.starts_with("measurement") ? "measurement"
                                                                            : "disease";
       return OneHint(
           absl::StrCat("ids of concepts are not known here; by name or code it is has ", entity, " \"...\""));
     }},
    {"records that are called so", [](const Unknown&) { return true; },
     [](const Unknown& unknown) { return unknown.meant; }},
    {"records within a time", [](const Unknown& unknown) { return unknown.IsPersonCompared(); },
     [](const Unknown& unknown) { return Write(TimeOfPhrase(*unknown.compared)); }},
    {"what other criteria say", [](const Unknown& unknown) { return unknown.OfPerson() && HasNoValues(unknown.name); },
     [](const Unknown& unknown) { return OneHint(grammar::CriterionForWords(unknown.name).value_or("")); }},
    {"how long somebody has a disease", [](const Unknown& unknown) { return unknown.IsPersonCompared(); },
     [](const Unknown& unknown) { return OneHint(HowLongInstead(*unknown.compared)); }},
    {"an age",
     [](const Unknown& unknown) {
       return unknown.OfPerson() && (unknown.name.starts_with("age at ") || unknown.name.starts_with("age of "));
     },
     [](const Unknown&) {
       return Hints{absl::StrCat("of the person write ", AgesOfPeople()),
                    "of a record write it behind with: has disease \"...\" with age at diagnosis ..."};
     }},
    {"what is measured",
     [](const Unknown& unknown) {
       return unknown.OfPerson() && HasNoValues(unknown.name) && IsANumberCompared(unknown);
     },
     [](const Unknown& unknown) {
       const std::string& unit = unknown.compared->values.back().unit;
       return OneHint(absl::StrCat("nothing that is measured here", unit.empty() ? "" : absl::StrCat(" in ", unit),
                                   " is called \"", unknown.name,
                                   "\": count individuals by measurement shows what is measured"));
     }},
    {"what records say", [](const Unknown& unknown) { return unknown.OfPerson() && HasNoValues(unknown.name); },
     [](const Unknown& unknown) {
       return OneHint(
           absl::StrCat("what records say is asked by has; terms like \"", unknown.name, "\" finds their terms"));
     }},
    {"anything else", [](const Unknown&) { return true; },
     [](const Unknown& unknown) {
       return OneHint(absl::StrCat("fields of ", WithArticle(EntityName(unknown.space)), ": ",
                                   absl::StrJoin(FieldNames(unknown.space), ", ")));
     }},
};

// What the first rule says that has something to say.
Hints HintsFor(const Unknown& unknown) {
  for (const Rule& rule : kRules) {
    if (!rule.may_be(unknown)) continue;
    if (Hints hints = rule.hints(unknown); !hints.empty()) return hints;
  }
  return {};
}

void SayNoField(Reporter* reporter, const grammar::Name& name, Entity space, std::vector<std::string> hints) {
  reporter->Error(name.span, "unknown-field",
                  absl::StrCat(WithArticle(EntityName(space)), " has no field '", name.text, "'"), std::move(hints));
}

}  // namespace

void ReportUnknownField(Reporter* reporter, const grammar::Name& name, Entity space, std::vector<std::string> meant,
                        const grammar::Compare* compared) {
  if (!reporter->ExplainsErrors()) return reporter->Error(name.span, "unknown-field", "");
  SayNoField(reporter, name, space, HintsFor({name.text, space, compared, meant, *reporter}));
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
