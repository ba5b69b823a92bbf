#include "engine/import/table/columns/column_names.h"

#include <algorithm>
#include <iterator>

#include "engine/import/record/polarity_word.h"
#include "engine/model/text/text.h"

namespace muster::import {

bool IsNameOfNumber(std::string_view name) {
  constexpr std::string_view kEnds[] = {"seqnum",   "seqno",    "sequence", "number",     "nummer", "anzahl",
                                        "quantity", "instance", "count",    "instnum",    "lineno", "rownum",
                                        "numero",   "nombre",   "cantidad", "laufendenr", "lfdnr",  "ordinal"};
  constexpr std::string_view kLastWords[] = {"seq", "num", "nr", "no", "qty", "index", "idx", "lot", "order", "rank"};
  const Letters letters(name);
  const auto ends = [&](std::string_view end) { return letters.text().ends_with(end); };
  if (std::any_of(std::begin(kEnds), std::end(kEnds), ends)) return true;
  // SDTM's, with two letters before it.
  if (letters.text().size() == 5 && letters.text().ends_with("seq")) return true;
  const size_t begin = name.find_last_of("_. -") + 1;  // npos + 1: all of it
  const std::string last = model::ToLower(name.substr(begin));
  return (begin > 0 || last != "no") && IsIn(kLastWords, std::string_view(last));
}

bool IsNameOfPlace(std::string_view name) {
  constexpr std::string_view kStems[] = {
      "countr", "nation", "citizen", "origin", "birth",      "resid",    "ctry",  "isocode",    "geo",     "herkunft",
      "staat",  "pays",   "pais",    "paese",  "provenance", "location", "place", "nacionalid", "ursprung"};
  constexpr std::string_view kNames[] = {"land", "iso", "isoa"};
  const Letters letters(name);
  return IsIn(kNames, letters.text()) || HasOneOf(letters.text(), kStems);
}

bool IsNameOfCertainty(std::string_view name) {
  constexpr std::string_view kStems[] = {"sicherheit", "certaint", "certitud", "certez",   "suspect",
                                         "verdacht",   "sospech",  "diagcert", "zekerheid"};
  const Letters letters(name);
  return HasOneOf(letters.text(), kStems);
}

bool AsksForCertainty(std::string_view name) {
  constexpr std::string_view kNames[] = {"status", "verification"};
  constexpr std::string_view kStems[] = {"verificationstatus", "diagnosisstatus", "diagstatus", "dxstatus",
                                         "conditionstatus",    "diseasestatus",   "confidence"};
  const Letters letters(name);
  return IsNameOfCertainty(name) || IsIn(kNames, letters.text()) || HasOneOf(letters.text(), kStems);
}

bool IsNameOfNotDone(std::string_view name) {
  constexpr std::string_view kStems[] = {"notgiven",      "notdone",        "notperformed", "refusal",
                                         "refused",       "reasonwithheld", "nonadminist",  "withheldreason",
                                         "notadminister", "nichtgegeben",   "nichterfolgt", "ablehnung"};
  const Letters letters(name);
  // SDTM's, behind two letters.
  return (letters.text().size() == 8 && letters.text().ends_with("reasnd")) || HasOneOf(letters.text(), kStems);
}

bool IsNameOfRemainder(std::string_view name) {
  constexpr std::string_view kStems[] = {"remain",     "restmenge",    "restvol",       "leftover",
                                         "currentvol", "currentquant", "availablevol",  "volumeleft",
                                         "volleft",    "quantityleft", "availablequant"};
  const Letters letters(name);
  return HasOneOf(letters.text(), kStems);
}

bool IsWordOfEnd(std::string_view name) {
  constexpr std::string_view kWords[] = {"end",  "ende", "bis",  "to",      "until", "till",  "fin",     "fine",
                                         "slut", "tot",  "thru", "through", "enddt", "endon", "enddatum"};
  return IsIn(kWords, Letters(name).text());
}

bool IsNameOfWithdrawal(std::string_view name) {
  constexpr std::string_view kStems[] = {"withdrawal", "withdrawn", "withdrew",   "revoked",
                                         "revocation", "widerruf",  "consentend", "endofconsent"};
  // Of what is stopped or taken, and not of a person who leaves.
  constexpr std::string_view kOfMedicine[] = {"alcohol", "alkohol", "opioid",  "opiate",  "drug",
                                              "nicotin", "benzo",   "steroid", "symptom", "syndrom",
                                              "seizure", "delir",   "bleed",   "blood",   "treatment"};
  const Letters letters(name);
  const auto has = [&](std::string_view stem) { return letters.text().find(stem) != std::string_view::npos; };
  return has("optout") || (std::any_of(std::begin(kStems), std::end(kStems), has) &&
                           std::none_of(std::begin(kOfMedicine), std::end(kOfMedicine), has));
}

bool IsNameOfReplacement(std::string_view name) {
  constexpr std::string_view kStems[] = {"merged",      "duplicateof", "replacedby", "supersed",  "deleted",
                                         "retracted",   "disposal",    "disposedof", "discard",   "destroyed",
                                         "destruction", "gelscht",     "geloescht",  "annulledon"};
  const Letters letters(name);
  return HasOneOf(letters.text(), kStems);
}

bool IsNameOfCancelling(std::string_view name) {
  constexpr std::string_view kBefore[] = {"datetime", "dateof", "datum", "date", "is", "was"};
  constexpr std::string_view kCancelled[] = {
      "cancelled",   "canceled",     "cancellation",   "cancel",        "voided",       "void",       "stornierungs",
      "stornierung", "storniert",    "storno",         "annullierungs", "annullierung", "annulliert", "annulled",
      "annulment",   "annulation",   "annule",         "anulado",       "anulada",      "anulacion",  "annullato",
      "invalidated", "invalidation", "enteredinerror", "inerror",       "retracted",    "rejected",   "deleted",
      "deletion",    "duplicate",    "duplikat",       "dublette",      "doublon"};
  // By themselves these are of genes, of organs and of the bladder.
  constexpr std::string_view kOfOthersAlone[] = {"deletion", "rejected", "void"};
  // When, by whom and why.
  constexpr std::string_view kBehind[] = {"",        "date",  "dt", "dttm",  "datetime", "timestamp",
                                          "ts",      "at",    "on", "by",    "user",     "reason",
                                          "comment", "datum", "am", "grund", "von"};
  const Letters letters(name);
  std::string_view rest = letters.text();
  for (const std::string_view before : kBefore) {
    if (!rest.starts_with(before)) continue;
    rest.remove_prefix(before.size());
    break;
  }
  return std::any_of(std::begin(kCancelled), std::end(kCancelled), [&](std::string_view cancelled) {
    if (rest == cancelled && IsIn(kOfOthersAlone, rest) && rest.size() == letters.text().size()) return false;
    return rest.starts_with(cancelled) && IsIn(kBehind, rest.substr(cancelled.size()));
  });
}

bool IsNameOfLastContact(std::string_view name) {
  constexpr std::string_view kStems[] = {"lastcontact",
                                         "contactdate",
                                         "dateofcontact",
                                         "letzterkontakt",
                                         "ultimocontact",
                                         "derniercontact",
                                         "followup",
                                         "lastfu",
                                         "fudate",
                                         "lastseen",
                                         "lastvisit",
                                         "lastnews",
                                         "dernieresnouvelles",
                                         "dernirenouvelle",
                                         "derniresnouvelles",
                                         "censor",
                                         "lastalive",
                                         "lastknown",
                                         "lastobs",
                                         "ultimavisita",
                                         "letztevisite",
                                         "letzteinfo",
                                         "lastupdate",
                                         "ultimocontrol"};
  const Letters letters(name);
  return letters.text() == "ddn" || HasOneOf(letters.text(), kStems);
}

bool IsNameOfDeath(std::string_view name) {
  constexpr std::string_view kStems[] = {
      "death", "dead", "deceas", "died",  "dod",     "dth",   "mort",  "deces", "dcs",   "dcd",  "muert", "fallec",
      "defun", "tod",  "sterb",  "storb", "exitus",  "ableb", "obito", "bito",  "overl", "zgon", "smrt",  "mrt",
      "kuol",  "dde",  "decedu", "avlid", "deathdt", "expir", "halal", "hall",  "dtdc",  "fatal"};
  const Letters letters(name);
  return HasOneOf(letters.text(), kStems);
}

bool IsNameOfCases(std::string_view name) {
  constexpr std::string_view kNames[] = {
      "affected",          "affection", "affectionstatus", "affectedstatus", "affectstatus", "aff",
      "phenotype",         "phe",       "pheno",           "case",           "casecontrol",  "casestatus",
      "casecontrolstatus", "caco",      "diseasestatus",   "phenotypestatus"};
  return IsIn(kNames, Letters(name).text());
}

bool AsksWhetherReplaced(std::string_view name) {
  constexpr std::string_view kRows[] = {"is",      "was",  "record",     "row",     "entry", "person",
                                        "patient", "case", "individual", "subject", "sample"};
  constexpr std::string_view kReplaced[] = {"merged",    "deleted",  "superseded", "retracted",  "discarded",
                                            "destroyed", "gelscht",  "geloescht",  "cancelled",  "canceled",
                                            "voided",    "annulled", "storniert",  "annulliert", "invalidated",
                                            "duplicate", "duplikat", "dublette"};
  const Letters letters(name);
  std::string_view rest = letters.text();
  if (rest.ends_with("flag")) rest.remove_suffix(4);
  for (size_t words = 0; words < 3 && !IsIn(kReplaced, rest); ++words) {
    const auto* row =
        std::find_if(std::begin(kRows), std::end(kRows), [&](std::string_view word) { return rest.starts_with(word); });
    if (row == std::end(kRows)) return false;
    rest.remove_prefix(row->size());
  }
  return IsIn(kReplaced, rest);
}

bool IsNameOfType(std::string_view name) {
  const Letters letters(name);
  return letters.text() == "valtypecd" || letters.text() == "valuetype" || letters.text() == "datatype";
}

bool IsStatusOfSdtm(std::string_view name) {
  return name.size() == 6 && model::ToLower(name).ends_with("stat") && model::IsAsciiAlpha(name[0]) &&
         model::IsAsciiAlpha(name[1]);
}

bool IsNameOfConcept(std::string_view name) {
  const Letters letters(name);
  return letters.text().ends_with("conceptid");
}

}  // namespace muster::import
