#include "engine/import/record/rules/certainty_member.h"

#include <algorithm>
#include <iterator>

#include "engine/import/record/polarity_word.h"

namespace muster::import {
namespace {

// Names as Letters gives them; docs/data-model.md#polarity shows the names.
constexpr std::string_view kNamesOfExclusion[] = {
    "excluded",     "isexcluded", "wasexcluded", "exclusion",     "exclusionstatus", "negated",
    "isnegated",    "negation",   "absent",      "isabsent",      "notpresent",      "notobserved",
    "ruledout",     "isruledout", "refuted",     "isrefuted",     "excludedflag",    "absentflag",
    "negationflag", "denied",     "isdenied",    "negative",      "isnegative",      "negationind",
    "not",          "excl",       "neg",         "ausgeschlossen"};
constexpr std::string_view kNamesOfPresence[] = {"observed",
                                                 "isobserved",
                                                 "wasobserved",
                                                 "present",
                                                 "ispresent",
                                                 "presence",
                                                 "affected",
                                                 "isaffected",
                                                 "isconfirmed",
                                                 "confirmed",
                                                 "waspresent",
                                                 "positive",
                                                 "ispositive",
                                                 "found",
                                                 "isfound",
                                                 "wasfound",
                                                 "exists",
                                                 "hasphenotype",
                                                 "hasfeature",
                                                 "hasdisease",
                                                 "hascondition",
                                                 "hasdiagnosis",
                                                 "observedyn",
                                                 "presentyn",
                                                 "vorhanden",
                                                 "beobachtet",
                                                 "existe",
                                                 "yesno",
                                                 "yn",
                                                 "hpopresent",
                                                 "phenotypepresent",
                                                 "featurepresent",
                                                 "symptompresent",
                                                 "conditionpresent",
                                                 "diseasepresent",
                                                 "mhoccur",
                                                 "ceoccur",
                                                 "saoccur",
                                                 "cmoccur",
                                                 "exoccur",
                                                 "suoccur",
                                                 "proccur",
                                                 "faoccur",
                                                 "aeoccur",
                                                 "ecoccur",
                                                 "agoccur",
                                                 "hooccur",
                                                 "mloccur"};
constexpr std::string_view kNamesOfStatus[] = {"status",
                                               "featurestatus",
                                               "phenotypestatus",
                                               "phenotypicfeaturestatus",
                                               "diseasestatus",
                                               "conditionstatus",
                                               "clinicalstatus",
                                               "observationstatus",
                                               "presencestatus",
                                               "verificationstatus",
                                               "confirmationstatus",
                                               "diagnosisstatus",
                                               "diagnosticstatus",
                                               "polarity",
                                               "observedstatus",
                                               "hpostatus",
                                               "phenostatus",
                                               "symptomstatus",
                                               "mhstat",
                                               "cestat",
                                               "sastat",
                                               "cmstat",
                                               "exstat",
                                               "ecstat",
                                               "prstat",
                                               "sustat"};
constexpr std::string_view kNamesOfCertainty[] = {
    "assertion",          "assertionstatus",     "certainty",  "diagnosticcertainty", "diagnosiscertainty",
    "diagnosesicherheit", "diagnosensicherheit", "sicherheit", "findingcontext",      "verification",
};
constexpr std::string_view kNamesOfTime[] = {"temporality", "temporalcontext"};
constexpr std::string_view kNamesOfDoubt[] = {
    "uncertain",     "isuncertain", "uncertainty",   "possible",        "ispossible",     "probable",
    "isprobable",    "suspected",   "issuspected",   "hypothetical",    "ishypothetical", "conditional",
    "isconditional", "provisional", "isprovisional", "unconfirmed",     "isunconfirmed",  "historical",
    "ishistorical",  "historyof",   "isfamily",      "isfamilyhistory", "enteredinerror", "isenteredinerror",
};
constexpr std::string_view kNamesOfPerson[] = {
    "subject",           "individualid",          "experiencer",       "relationship", "relationshiptopatient",
    "relationtopatient", "relationshiptoproband", "relationtoproband", "familymember", "relative",
    "kinship",           "subjectrelationship",
};
constexpr std::string_view kNamesOfModifiers[] = {"modifiers", "modifier", "frequency", "severity"};
// Names with one of these in them are of exclusion, whatever is before and behind it: "type_excluded",
// "negatedFinding".
constexpr std::string_view kStemsOfExclusion[] = {"exclude", "exclusion", "negated", "negation",
                                                  "absen",   "ruledout",  "ruleout"};

// Whether one letter of `name` is missing, too many or another one, or two beside each other are exchanged: "exculded".
bool IsMisspelt(std::string_view written, std::string_view name) {
  const auto [at, own] = std::mismatch(written.begin(), written.end(), name.begin(), name.end());
  const std::string_view rest = written.substr(at - written.begin());
  const std::string_view rest_of_name = name.substr(own - name.begin());
  if (rest.size() == rest_of_name.size() + 1) return rest.substr(1) == rest_of_name;
  if (rest.size() + 1 == rest_of_name.size()) return rest == rest_of_name.substr(1);
  if (rest.size() != rest_of_name.size() || rest.empty()) return false;
  const bool exchanged = rest.size() > 1 && rest[0] == rest_of_name[1] && rest[1] == rest_of_name[0];
  return rest.substr(1) == rest_of_name.substr(1) || (exchanged && rest.substr(2) == rest_of_name.substr(2));
}

}  // namespace

AssertionKind AssertionKindOf(std::string_view key) {
  const Letters name(key);
  const std::string_view letters = name.text();
  if (IsIn(kNamesOfExclusion, letters)) return AssertionKind::kExclusion;
  if (IsIn(kNamesOfPresence, letters)) return AssertionKind::kPresence;
  if (IsIn(kNamesOfStatus, letters)) return AssertionKind::kStatus;
  if (IsIn(kNamesOfCertainty, letters)) return AssertionKind::kCertainty;
  if (letters == "qualifier") return AssertionKind::kQualifier;
  if (IsIn(kNamesOfTime, letters)) return AssertionKind::kTime;
  if (IsIn(kNamesOfDoubt, letters)) return AssertionKind::kDoubt;
  if (IsIn(kNamesOfPerson, letters)) return AssertionKind::kPerson;
  if (IsIn(kNamesOfModifiers, letters)) return AssertionKind::kModifiers;
  const bool excludes = std::any_of(std::begin(kStemsOfExclusion), std::end(kStemsOfExclusion),
                                    [&](std::string_view stem) { return letters.find(stem) != letters.npos; });
  return excludes || IsMisspelt(letters, "excluded") ? AssertionKind::kExclusion : AssertionKind::kNone;
}

}  // namespace muster::import
