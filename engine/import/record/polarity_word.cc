#include "engine/import/record/polarity_word.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>

#include "engine/import/mapping/words.h"
#include "engine/model/text/blank.h"
#include "engine/model/text/composed.h"

namespace muster::import {
namespace {

// A tick of a checkbox is a yes. Also in Polish, Portuguese, Dutch and the languages of the north. Of Postgres ("t"),
// of REDCap ("checked"), of Excel in German ("wahr").
constexpr std::string_view kYes[] = {"true",    "yes",  "y",    "1",   "t",   "ja",    "oui",  "si",   "x",
                                     "checked", "wahr", "vrai", "tak", "sim", "kylla", "kyll", "igen", "jah"};
constexpr std::string_view kNo[] = {"false",  "no",   "n",   "0",   "f",   "nein", "non", "unchecked",
                                    "falsch", "faux", "nej", "nee", "nie", "ei",   "nem"};
// As Letters gives them; the last lines are German, French, Spanish, Italian, Portuguese and Dutch.
constexpr std::string_view kObserved[] = {
    "observed",   "present",  "affected",   "confirmed",  "diagnosed", "positive",    "vorhanden",    "besttigt",
    "bestaetigt", "confirme", "confirmado", "confirmada", "presente",  "confermato",  "confermata",   "aanwezig",
    "bevestigd",  "pos",      "bekrftad",   "bekrftet",   "bekreftet", "vahvistettu", "potwierdzone",
};
constexpr std::string_view kExcluded[] = {
    "excluded", "absent",      "negated",    "negative",   "refuted",      "ruledout",
    "denied",   "notobserved", "notpresent", "unaffected", "notdetected",  "ausgeschlossen",
    "exclu",    "exclue",      "descartado", "descartada", "excluido",     "excluida",
    "ausente",  "escluso",     "esclusa",    "assente",    "uitgesloten",  "afwezig",
    "neg",      "utesluten",   "utelukket",  "udelukket",  "poissuljettu", "wykluczone",
};

// Letters of other alphabets are left out of a word: of these it is known what they do there.
constexpr std::string_view kWithAccents[] = {"kyll\xc3\xa4",     "Kyll\xc3\xa4",     "KYLL\xc3\x84",
                                             "n\xc3\xa3o",       "N\xc3\xa3o",       "N\xc3\x83O",
                                             "best\xc3\xa4tigt", "Best\xc3\xa4tigt", "BEST\xc3\x84TIGT"};
// Of these no word is left.
constexpr std::string_view kObservedWithAccents[] = {"confirm\xc3\xa9",
                                                     "Confirm\xc3\xa9",
                                                     "CONFIRM\xc3\x89",
                                                     "confirm\xc3\xa9"
                                                     "e",
                                                     "Confirm\xc3\xa9"
                                                     "e",
                                                     "CONFIRM\xc3\x89"
                                                     "E"};
constexpr std::string_view kYesWithAccents[] = {"s\xc3\xad", "S\xc3\xad", "S\xc3\x8d"};

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// Letters have no sign, and no decimal point: -1 is no yes, and 0.0 is a no.
Polarity PolarityOf(std::string_view written, Polarity yes, Polarity no, bool letters_only) {
  std::string in_one_form;
  if (model::IsComposedOtherwise(written, in_one_form)) written = in_one_form;
  const std::string_view value = WithoutZeroFraction(model::TrimAll(written));
  if (value.size() > 1 && value[0] == '-' && IsDigit(value[1])) return Polarity::kUnclear;
  if (IsIn(kYesWithAccents, value)) return yes;
  if (IsIn(kObservedWithAccents, value)) return Polarity::kObserved;
  if (!letters_only && HasSigns(value) && !IsIn(kWithAccents, value)) return Polarity::kUnclear;
  const Letters letters(value);
  const std::string_view word = letters.text();
  if (IsIn(kYes, word)) return yes;
  if (IsIn(kNo, word)) return no;
  if (IsIn(kObserved, word)) return Polarity::kObserved;
  if (IsIn(kExcluded, word)) return Polarity::kExcluded;
  return Polarity::kUnclear;
}

}  // namespace

Polarity PolarityOfExclusion(std::string_view word) {
  return PolarityOf(word, Polarity::kExcluded, Polarity::kObserved, /*letters_only=*/false);
}

Polarity PolarityOfPresence(std::string_view word) {
  return PolarityOf(word, Polarity::kObserved, Polarity::kExcluded, /*letters_only=*/false);
}

Polarity PolarityOfLetters(std::string_view word) {
  return PolarityOf(word, Polarity::kObserved, Polarity::kExcluded, /*letters_only=*/true);
}

bool HasSigns(std::string_view word) {
  if (word == "[x]" || word == "[X]") return false;  // a ticked box
  for (size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    if (model::IsAsciiAlnum(c) || c == ' ' || c == '_' || c == '\t' || c == '\n' || c == '\r' || c == '"' ||
        c == '\'') {
      continue;
    }
    const bool first = i == 0;
    const bool last = i + 1 == word.size();
    if (c == '-' && !first && !last) continue;
    // At the end of a sentence, or of a word that is cut short; no decimal point.
    if (c == '.' && (first || !IsDigit(word[i - 1])) && (last || !IsDigit(word[i + 1]))) continue;
    return true;
  }
  return false;
}

}  // namespace muster::import
