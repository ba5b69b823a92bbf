#include "engine/import/mapping/denying_place.h"

#include <algorithm>
#include <span>
#include <vector>

#include "engine/model/text/spellings.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

using model::Entity;

// A name as it is written: its letters, and the words that it consists of, in lower case.
struct Name {
  explicit Name(std::string_view written) {
    bool open = false;   // whether a word is
    bool small = false;  // whether a small letter is before
    for (const char c : written) {
      const bool begins = c >= 'A' && c <= 'Z' && small;
      if (!model::IsAsciiAlnum(c) && static_cast<unsigned char>(c) < 0x80) {
        open = false;
      } else {
        if (!open || begins) words.emplace_back();
        words.back().push_back(model::AsciiLower(c));
        open = true;
      }
      small = c >= 'a' && c <= 'z';
    }
    for (const std::string& word : words) letters.append(word);
  }

  std::string letters;
  std::vector<std::string> words;
};

bool HasWord(const Name& name, std::span<const std::string_view> list) {
  return std::any_of(name.words.begin(), name.words.end(),
                     [&](const std::string& word) { return std::find(list.begin(), list.end(), word) != list.end(); });
}

bool HasStem(const Name& name, std::span<const std::string_view> stems) {
  return std::any_of(stems.begin(), stems.end(),
                     [&](std::string_view stem) { return name.letters.find(stem) != std::string::npos; });
}

// "no_phenotype", "without_dx". (Not "no_of_codes", "no1_dx".)
bool BeginsWithNo(const Name& name) {
  constexpr std::string_view kBegins[] = {"no", "not", "without", "kein", "keine", "ohne", "sans"};
  constexpr std::string_view kNumbered[] = {"of", "in", "nr", "code", "codes"};
  if (name.words.size() < 2) return false;
  const std::string& second = name.words[1];
  return std::find(std::begin(kBegins), std::end(kBegins), name.words[0]) != std::end(kBegins) &&
         std::find(std::begin(kNumbered), std::end(kNumbered), second) == std::end(kNumbered) &&
         !(second[0] >= '0' && second[0] <= '9');
}

// "HPO_negative", "negativeFindings". (Not "gram_negative", "triple_negative".)
bool IsNegative(const Name& name) {
  constexpr std::string_view kNegative[] = {"negative", "negatives", "neg", "negativ"};
  constexpr std::string_view kCodes[] = {"hpo",   "icd",       "dx",         "diag",      "diagnosis", "diagnoses",
                                         "code",  "phenotype", "phenotypes", "feature",   "features",  "findings",
                                         "terms", "disease",   "diseases",   "conditions"};
  if (!HasWord(name, kNegative)) return false;
  return name.words.size() == 1 || (name.words.size() == 2 && HasWord(name, kCodes));
}

bool Excludes(const Name& name) {
  constexpr std::string_view kStems[] = {
      "excluded",   "exclusion",   "ruledout",    "ruleout",     "absent",      "ausente",   "negated",
      "negation",   "refuted",     "notobserved", "notpresent",  "notdetected", "notfound",  "unobserved",
      "ausschluss", "ausgeschlos", "descartad",   "uitgesloten", "utesluten",   "wykluczon", "poissuljet"};
  constexpr std::string_view kWords[] = {"exclu",  "exclus",  "exclue",  "exclues", "excl",   "denied",
                                         "denies", "escluso", "esclusa", "esclusi", "escluse"};
  return HasStem(name, kStems) || HasWord(name, kWords) || IsNegative(name) || BeginsWithNo(name);
}

bool Doubts(const Name& name) {
  constexpr std::string_view kStems[] = {"suspect",      "suspici",   "verdacht",    "verdenking",
                                         "sospech",      "sospett",   "suspeit",     "misstank",
                                         "differential", "unconfirm", "presumptive", "podejrzen"};
  constexpr std::string_view kWords[] = {"ddx", "possible", "probable", "provisional", "presumed", "tentative"};
  // What brought somebody there is mostly more than a guess, whatever it is called.
  constexpr std::string_view kCauses[] = {"cause", "causes", "reason", "reasons", "etiology", "aetiology", "grund"};
  return HasStem(name, kStems) || (HasWord(name, kWords) && !HasWord(name, kCauses));
}

// "sister_clinic_icd": it is not a relative's.
bool IsOfAnInstitution(const Name& name) {
  constexpr std::string_view kInstitutions[] = {"clinic",  "clinics",  "hospital", "hospitals", "site",   "sites",
                                                "center",  "centre",   "study",    "cohort",    "trial",  "project",
                                                "company", "registry", "biobank",  "ward",      "school", "lab",
                                                "klinik",  "praxis",   "city",     "database",  "table"};
  constexpr std::string_view kKin[] = {"sister", "mother", "brother", "parent", "father", "schwester", "mutter"};
  for (size_t i = 0; i + 1 < name.words.size(); ++i) {
    const auto is_in = [&](std::span<const std::string_view> list, size_t word) {
      return std::find(list.begin(), list.end(), name.words[word]) != list.end();
    };
    if (is_in(kKin, i) && is_in(kInstitutions, i + 1)) return true;
  }
  return false;
}

bool IsOfRelatives(const Name& name) {
  constexpr std::string_view kStems[] = {"familyhistory",
                                         "familyhx",
                                         "famhx",
                                         "famhist",
                                         "familialhistory",
                                         "familienanamnese",
                                         "antecedentesfamiliares",
                                         "antecedentsfamiliaux",
                                         "anamnesifamiliare",
                                         "familymember"};
  constexpr std::string_view kWords[] = {
      "father",      "mother",      "fathers",  "mothers", "maternal",    "paternal", "sibling",
      "siblings",    "brother",     "brothers", "sister",  "sisters",     "relative", "relatives",
      "grandmother", "grandfather", "vater",    "mutter",  "geschwister", "bruder",   "schwester",
      "madre",       "padre",       "hermano",  "hermana", "moeder",      "vader"};
  const bool history =
      !name.words.empty() && (name.words[0] == "fh" || name.words[0] == "fhx") && name.words.size() > 1;
  return history || HasStem(name, kStems) || (HasWord(name, kWords) && !IsOfAnInstitution(name));
}

// Of what is done or given: it was not, or not yet.
bool IsNotDone(const Name& name) {
  constexpr std::string_view kWords[] = {"refused",           "declined", "planned",   "contraindicated",
                                         "contraindications", "geplant",  "abgelehnt", "withheld"};
  return HasWord(name, kWords);
}

}  // namespace

bool IsDenyingName(std::string_view name, Entity entity) {
  if (!model::Info(entity).polar) return false;
  return model::OfAnySpelling(name, [&](std::string_view spelling) {
    const Name read(spelling);
    if (Excludes(read)) return true;
    if (entity == Entity::kPhenotype || entity == Entity::kDisease) return Doubts(read) || IsOfRelatives(read);
    return entity != Entity::kExposure && IsNotDone(read);
  });
}

bool IsNameOfMothers(std::string_view name) {
  constexpr std::string_view kStems[] = {"obstetr", "pregnan", "gravid", "antenatal", "schwanger", "geburtshilf"};
  constexpr std::string_view kWords[] = {"mother", "mothers", "maternal", "maternity",  "mutter", "muetter",
                                         "madre",  "madres",  "moeder",   "deliveries", "women",  "frauen"};
  const Name read(name);
  return HasStem(read, kStems) || HasWord(read, kWords);
}

std::string DenyingStep(std::string_view pointer, Entity entity) {
  while (!pointer.empty()) {
    const size_t slash = pointer.rfind('/');
    const size_t begin = slash == pointer.npos ? 0 : slash + 1;
    const std::string_view step = pointer.substr(begin);
    if (IsDenyingName(step, entity)) return std::string(step);
    pointer = pointer.substr(0, slash == pointer.npos ? 0 : slash);
  }
  return {};
}

}  // namespace muster::import
