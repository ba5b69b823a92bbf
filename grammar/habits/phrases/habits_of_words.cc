#include "grammar/habits/phrases/habits_of_words.h"

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"

namespace muster::grammar {
namespace {

struct Value {
  std::string_view entity;
  std::string_view words;
  std::string_view criterion;
};

constexpr Value kValues[] = {
    {"disease", "confirmed", "status is confirmed"},
    {"disease", "provisional", "status is provisional"},
    {"disease", "severe", "severity is \"severe\""},
    {"phenotype", "severe", "severity is \"severe\""},
    {"phenotype", "moderate", "severity is \"moderate\""},
    {"phenotype", "mild", "severity is \"mild\""},
    {"measurement", "elevated", "value > reference high"},
    {"measurement", "raised", "value > reference high"},
    {"measurement", "increased", "value > reference high"},
    {"measurement", "high", "value > reference high"},
    {"measurement", "low", "value < reference low"},
    {"measurement", "decreased", "value < reference low"},
    {"measurement", "reduced", "value < reference low"},
    {"measurement", "normal", "(value >= reference low and value <= reference high)"},
    {"measurement", "abnormal", "(value < reference low or value > reference high)"},
    {"treatment", "ongoing", "end is missing, as of what goes on"},
    {"treatment", "current", "end is missing, as of what goes on"},
    {"treatment", "stable", "(start at least 12 weeks before study date and end is missing)"},
    {"variant", "homozygous", "allelic state is \"homozygous\""},
    {"variant", "heterozygous", "allelic state is \"heterozygous\""},
    {"variant", "hemizygous", "allelic state is \"hemizygous\""},
    {"variant", "biallelic", "allelic state is \"homozygous\"; or has at least 2 variants of the gene"},
    {"variant", "pathogenic", "pathogenicity is pathogenic"},
    {"variant", "likely pathogenic", "pathogenicity is likely pathogenic"},
    {"variant", "pathogenic or likely pathogenic", "pathogenicity is pathogenic or likely pathogenic"},
    {"sample", "tumour", "type is tumour"},
    {"sample", "tumor", "type is tumour"},
    {"sample", "normal", "type is reference"},
    {"sample", "germline", "type is reference"},
    {"sample", "wgs", "has run with assay is WGS"},
    {"sample", "wes", "has run with assay is WES"},
    {"sample", "exome", "has run with assay is WES"},
    {"run", "wgs", "assay is WGS"},
    {"run", "wes", "assay is WES"},
    {"run", "exome", "assay is WES"},
    {"run", "genome", "assay is WGS"},
};

// Of phenotypes and diseases: the ages of onset terms, which also find what was recorded by such a term.
constexpr Value kOnsets[] = {
    {"", "congenital", "onset is \"Congenital onset\""},
    {"", "neonatal", "(onset >= 0 days and onset < 28 days)"},
    {"", "infantile", "(onset >= 28 days and onset < 1 year)"},
    {"", "infancy", "onset < 1 year"},
    {"", "childhood", "(onset >= 1 year and onset < 5 years)"},
    {"", "juvenile", "(onset >= 5 years and onset < 16 years)"},
    {"", "pediatric", "onset < 16 years"},
    {"", "paediatric", "onset < 16 years"},
    {"", "adult", "onset >= 16 years"},
    {"", "adulthood", "onset >= 16 years"},
    {"", "late", "onset >= 60 years"},
};

// Criteria of their own.
constexpr Value kCriteria[] = {
    {"", "unsolved", "has interpretation with status is unsolved"},
    {"", "solved", "has interpretation with status is solved"},
    {"", "survived", "vital status is alive"},
    {"", "surviving", "vital status is alive"},
    {"", "survivors", "vital status is alive"},
    {"", "treated", "has treatment"},
    {"", "sequenced", "has run"},
    {"", "wgs", "has run with assay is WGS"},
    {"", "wes", "has run with assay is WES"},
    {"", "consent", "has consent with status is granted"},
    {"", "consents", "has consent with status is granted"},
    {"", "parents", "has mother and has father, each with what they have: has mother with has run"},
};

// "3 phenotype" in words: the word, or its plural.
bool IsOf(std::string_view entity, std::string_view word) {
  return entity == word || (entity.size() == word.size() + 1 && entity.starts_with(word) && entity.ends_with('s'));
}

std::optional<std::string> CriterionInWords(std::string_view word) {
  const std::string lower = absl::AsciiStrToLower(std::string(word));
  for (const Value& value : kCriteria) {
    if (value.words == lower) return std::string(value.criterion);
  }
  return std::nullopt;
}

// most recent measurement LOINC:4548-4; first diagnosed before 2010; 5 years before last contact; 5 years ago
std::optional<std::string> When(const HabitTokens& tokens, int to_wrong) {
  if (tokens.Is(0, "most") && tokens.Is(1, "recent") && tokens.IsEntity(2)) {
    return absl::StrCat("write has last ", tokens.Join(2, tokens.IsTerm(3) ? 4 : 3));
  }
  if (to_wrong != 0) return std::nullopt;
  if (tokens.Is(0, "ago"))
    return "write before study date in place of ago, where study date 2026-01-01; stands in front";
  if (!tokens.IsTerm(-1)) return std::nullopt;
  if (tokens.IsOneOf(0, {"first", "newly"}) && tokens.IsOneOf(1, {"diagnosed", "started", "performed"})) {
    return absl::StrCat("write with ", tokens.Join(1, 4));
  }
  const std::string_view time = TimeOfEntity(tokens.EntityBefore(0));
  const bool apart = tokens.IsNumber(0) && tokens.IsWord(1) && tokens.IsOneOf(2, {"before", "after", "prior"});
  if (!apart || time.empty() || !tokens.IsWord(3) || tokens.IsEntity(3)) return std::nullopt;
  const int from = tokens.Is(3, "to") ? 4 : 3;
  int end = from;
  while (tokens.IsWord(end) && end < from + 3 && !tokens.IsOneOf(end, {"and", "or", "by"})) ++end;
  return absl::StrCat("write with ", std::string(time), " at least ", tokens.Join(0, 2), " ",
                      tokens.Is(2, "after") ? "after" : "before", " ", tokens.Join(from, end));
}

// elevated, confirmed, homozygous behind a term; above the upper limit of normal
std::optional<std::string> ValueBehindATerm(const HabitTokens& tokens, int to_wrong) {
  if (to_wrong != 0 || !tokens.IsTerm(-1)) return std::nullopt;
  const std::string entity = tokens.EntityBefore(0);
  for (int end = 3; end > 0; --end) {
    if (auto value = ValueInWords(entity, tokens.Join(0, end))) return absl::StrCat("write with ", *value);
  }
  if (!IsOf(entity, "measurement") || !tokens.IsOneOf(0, {"above", "over", "exceeding", "below", "under"})) {
    return std::nullopt;
  }
  const int limit = tokens.Is(1, "the") ? 2 : 1;
  if (tokens.IsOneOf(limit, {"upper", "uln"})) return "write with value > reference high";
  if (tokens.IsOneOf(limit, {"lower", "lln"})) return "write with value < reference low";
  return std::nullopt;
}

// with infantile onset; (pathogenic or likely pathogenic); unsolved; seizure free
std::optional<std::string> CriterionOfWords(const HabitTokens& tokens, int to_wrong) {
  if (to_wrong < 1 || to_wrong > 3 || !tokens.BeginsCriterion(0)) return std::nullopt;
  const std::string words = absl::AsciiStrToLower(tokens.Join(0, to_wrong));
  const std::string entity = tokens.EntityBefore(0);
  const bool of_row = tokens.Is(-1, "with") || (tokens[-1] == "(" && tokens.Is(-2, "with"));
  if (of_row) {
    std::string more;
    if (tokens.Is(to_wrong, "or") && tokens.IsWord(to_wrong + 1)) {
      int end = to_wrong + 1;
      while (tokens.IsWord(end) && end < to_wrong + 4) ++end;
      more = absl::StrCat(" ", tokens.Join(to_wrong, end));
    }
    if (auto value = ValueInWords(entity, words)) return absl::StrCat("write ", *value, more);
    return std::nullopt;
  }
  if (to_wrong == 2 && tokens.Is(1, "free")) {
    return absl::StrCat("write no phenotype \"", std::string(tokens[0]), "\"; or has excluded phenotype \"",
                        std::string(tokens[0]), "\", where it was looked for");
  }
  for (int end = to_wrong; end > 0; --end) {
    if (auto criterion = CriterionInWords(tokens.Join(0, end))) {
      return absl::StrCat(tokens.Is(-1, "not") ? "write not " : "write ", *criterion);
    }
  }
  return std::nullopt;
}

// age at diagnosis of disease "melanoma" < 50 years; but no "psoriasis"
std::optional<std::string> FieldOfATerm(const HabitTokens& tokens, int to_wrong) {
  if (to_wrong != 0 || !tokens.IsTerm(0)) return std::nullopt;
  if (tokens.Is(-1, "no")) {
    const std::string entity = tokens.EntityBefore(-1);
    return absl::StrCat("write no ", entity.empty() ? "disease" : entity, " ", std::string(tokens[0]));
  }
  if (!tokens.IsEntity(-1) || !tokens.Is(-2, "of")) return std::nullopt;
  int begin = -2;
  while (begin > -7 && !tokens.BeginsCriterion(begin)) --begin;
  if (!tokens.BeginsCriterion(begin) || begin == -2) return std::nullopt;
  return absl::StrCat("write has ", tokens.Join(-1, 1), " with ", tokens.Join(begin, -2), " ", tokens.Join(1, 4));
}

// at least 2 of the following (...); usable for "melanoma" research; >= 10 pack years; both parents have run
std::optional<std::string> ToLeaveOut(const HabitTokens& tokens, int to_wrong) {
  if (tokens.Is(0, "of") && tokens.Is(1, "the") && tokens.IsOneOf(2, {"following", "criteria", "these"})) {
    return "write the criteria right behind of: at least 2 of (..., ...)";
  }
  if (tokens.IsOneOf(0, {"parents", "siblings"}) && tokens.IsOneOf(1, {"have", "has", "with", "are"}) &&
      to_wrong >= 1 && to_wrong <= 4) {
    return tokens.Is(0, "parents") ? "write has mother with ... and has father with ..., each with what they have"
                                   : "write has sibling with ...";
  }
  if (to_wrong != 0) return std::nullopt;
  if (tokens.Is(0, "research") && tokens.IsTerm(-1)) {
    return absl::StrCat("leave out research: usable for ", std::string(tokens[-1]));
  }
  if (tokens.Is(0, "years") && tokens.Is(-1, "pack")) return "write the unit as one word: pack-years";
  return std::nullopt;
}

}  // namespace

std::optional<std::string> ValueInWords(std::string_view entity, std::string_view words) {
  const std::string lower = absl::AsciiStrToLower(std::string(words));
  for (const Value& value : kValues) {
    if (IsOf(entity, value.entity) && value.words == lower) return std::string(value.criterion);
  }
  if (!IsOf(entity, "disease") && !IsOf(entity, "phenotype")) return std::nullopt;
  for (const Value& value : kOnsets) {
    if (absl::StrCat(std::string(value.words), " onset") == lower ||
        absl::StrCat("onset in ", std::string(value.words)) == lower) {
      return std::string(value.criterion);
    }
  }
  return std::nullopt;
}

std::optional<std::string> HabitOfWords(const HabitTokens& tokens, int to_wrong) {
  for (const auto habit : {When, ValueBehindATerm, CriterionOfWords, FieldOfATerm, ToLeaveOut}) {
    if (auto words = habit(tokens, to_wrong)) return words;
  }
  return std::nullopt;
}

}  // namespace muster::grammar
