#include "engine/import/record/rules/words/void_word.h"

#include <algorithm>
#include <iterator>

#include "containers/hash_table.h"
#include "engine/import/record/polarity_word.h"
#include "engine/import/record/rules/words/consent_word.h"

namespace muster::import {
namespace {

// As Letters gives them, which leaves letters with accents out. (Those of a consent that ended are in consent_word.h.)
constexpr std::string_view kWords[] = {
    "fail",
    "failed",
    "failure",
    "failedqc",
    "qcfailed",
    "qcfail",
    "invalid",
    "invalidated",
    "void",
    "voided",
    "rejected",
    "error",
    "erroneous",
    "inerror",
    "deleted",
    "discarded",
    "destroyed",
    "aborted",
    "abandoned",
    "cancelled",
    "canceled",
    "unusable",
    "unsatisfactory",
    "insufficient",
    // Of people in a study.
    "screenfail",
    "screenfailed",
    "screenfailure",
    "screeningfailed",
    "screeningfailure",
    "ineligible",
    "noteligible",
    "notenrolled",
    "excludedfromstudy",
    // German, French, Spanish, Italian, Portuguese, Dutch.
    "storniert",
    "annulliert",
    "abgebrochen",
    "abgelehnt",
    "verworfen",
    "fehlgeschlagen",
    "ungltig",
    "ungueltig",
    "gelscht",
    "geloescht",
    "annul",
    "annule",
    "rejet",
    "rejete",
    "invalide",
    "cancelado",
    "cancelada",
    "anulado",
    "anulada",
    "rechazado",
    "rechazada",
    "fallido",
    "fallida",
    "invlido",
    "invalido",
    "annullato",
    "annullata",
    "fallito",
    "fallita",
    "rifiutato",
    "rejeitado",
    "rejeitada",
    "falhou",
    "geannuleerd",
    "mislukt",
    "ongeldig",
};

}  // namespace

bool IsVoidWord(std::string_view word) {
  if (word.size() < 4 || word.size() > 32) return false;
  static const auto& words = *new HashSet<std::string_view>(std::begin(kWords), std::end(kWords));
  return words.contains(Letters(word).text()) || IsWordOfWithdrawal(word);
}

bool IsNameOfStatus(std::string_view key) {
  constexpr std::string_view kStems[] = {"status", "disposition", "statut", "estado", "qualityflag", "validity"};
  constexpr std::string_view kNames[] = {"state",   "qc",   "qcresult",       "qcflag", "flag",      "stato",
                                         "zustand", "etat", "qualitycontrol", "valid",  "resultflag"};
  if (key.size() < 2 || key.size() > 32) return false;
  const Letters letters(key);
  const std::string_view name = letters.text();
  // What the standards call so says something else.
  if (name == "interpretationstatus" || name == "progressstatus" || name == "vitalstatus") return false;
  return IsIn(kNames, name) || (name.ends_with("state") && name.size() > 7) ||
         std::any_of(std::begin(kStems), std::end(kStems),
                     [&](std::string_view stem) { return name.find(stem) != name.npos; });
}

}  // namespace muster::import
