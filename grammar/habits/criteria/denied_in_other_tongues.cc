#include "grammar/habits/criteria/denied_in_other_tongues.h"

#include "absl/strings/str_cat.h"

namespace muster::grammar {
namespace {

constexpr int kMostForeignWords = 8;  // of a criterion

bool IsArticle(const HabitTokens& tokens, int i) {
  return tokens.IsOneOf(i, {"de",  "du",  "des",  "la",    "le",    "les",   "un", "une", "una", "uno", "el", "los",
                            "las", "ein", "eine", "einen", "einem", "einer", "il", "lo",  "een", "d",   "l"});
}

// Where the words for having or not having that begin with token `i` end; `i` where there are none.
int BehindForeignHaving(const HabitTokens& tokens, int i, bool* denied) {
  *denied = true;
  if (tokens.IsOneOf(i, {"kein", "keine", "keinen", "keinem", "keiner", "ohne", "sans", "aucun", "aucune", "sin",
                         "ningun", "ning\u00fan", "ninguna", "senza", "nessun", "nessuna", "geen", "zonder"})) {
    return i + 1;
  }
  if (tokens.Is(i, "pas") && tokens.IsOneOf(i + 1, {"de", "d"})) return i + 2;
  if (tokens.Is(i, "no") && tokens.IsOneOf(i + 1, {"tiene", "tienen", "con"})) return i + 2;
  if (tokens.IsOneOf(i, {"n", "ne"}) && tokens.IsOneOf(i + 1, {"a", "ont"})) return i + 2;
  *denied = false;
  const bool has = tokens.IsOneOf(
      i, {"hat", "haben", "mit", "tiene", "tienen", "con", "avec", "ont", "ha", "hanno", "heeft", "hebben"});
  const bool has_kein = has && tokens.IsOneOf(i + 1, {"kein", "keine", "keinen", "geen"});
  if (has_kein) *denied = true;
  if (has) return has_kein ? i + 2 : i + 1;
  return tokens.Is(i, "a") && IsArticle(tokens, i + 1) ? i + 1 : i;
}

// The entity that a word of another language is; empty for other words.
std::string_view ForeignEntity(const HabitTokens& tokens, int i) {
  if (tokens.IsOneOf(i, {"krankheit", "erkrankung", "maladie", "enfermedad", "malattia", "ziekte", "diagnose",
                         "diagnostic", "diagnostico"})) {
    return "disease";
  }
  if (tokens.IsOneOf(i, {"behandlung", "therapie", "medikament", "traitement", "tratamiento", "terapia"})) {
    return "treatment";
  }
  if (tokens.IsOneOf(i, {"symptom", "symptome", "sintoma", "merkmal"})) return "phenotype";
  return "";
}

}  // namespace

std::optional<std::string> HavingInOtherTongue(const HabitTokens& tokens) {
  int begin = 0;
  while (begin > -kMostForeignWords && !tokens.BeginsCriterion(begin) && !tokens[begin - 1].empty()) --begin;
  if (!tokens.BeginsCriterion(begin) || tokens.Is(begin - 1, "with")) return std::nullopt;
  bool denied = false;
  int at = BehindForeignHaving(tokens, begin, &denied);
  if (at == begin) return std::nullopt;
  while (IsArticle(tokens, at)) ++at;
  std::string entity(ForeignEntity(tokens, at));
  if (!entity.empty()) ++at;
  if (entity.empty() && tokens.IsEntity(at)) entity = tokens.EntityAsWritten(at++);
  int end = at;
  std::string name;
  if (tokens.IsTerm(at)) {
    name = std::string(tokens[at]);
  } else {
    while (
        end - at < kMostForeignWords && (tokens.IsWord(end) || tokens.IsNumber(end)) &&
        !tokens.IsOneOf(end, {"and", "or", "by", "with", "but", "except", "und", "oder", "et", "ou", "y", "e", "o"})) {
      ++end;
    }
    if (end == at) return std::nullopt;
    name = absl::StrCat("\"", tokens.Join(at, end), "\"");
  }
  return absl::StrCat("the words of questions are English: write ", denied ? "no " : "has ",
                      entity.empty() ? "disease" : entity, " ", name, ", with its name in English");
}

}  // namespace muster::grammar
