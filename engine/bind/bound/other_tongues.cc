#include "engine/bind/bound/other_tongues.h"

#include <algorithm>
#include <span>

namespace muster::bind {
namespace {

struct Foreign {
  std::string_view word, english;
};

// German, French, Spanish, Italian and Dutch.
constexpr Foreign kFields[] = {
    {"geschlecht", "sex"},
    {"sexe", "sex"},
    {"sexo", "sex"},
    {"sesso", "sex"},
    {"geslacht", "sex"},
    {"land", "country"},
    {"pays", "country"},
    {"pais", "country"},
    {"pa\u00eds", "country"},
    {"paese", "country"},
    {"alter", "age at last contact"},
    {"\u00e2ge", "age at last contact"},
    {"edad", "age at last contact"},
    {"et\u00e0", "age at last contact"},
    {"leeftijd", "age at last contact"},
    {"geburtsdatum", "birth date"},
    {"date de naissance", "birth date"},
    {"stadium", "stage"},
    {"stade", "stage"},
};

constexpr Foreign kEntities[] = {
    {"krankheit", "disease"},         {"krankheiten", "disease"},   {"erkrankung", "disease"},
    {"maladie", "disease"},           {"maladies", "disease"},      {"enfermedad", "disease"},
    {"malattia", "disease"},          {"ziekte", "disease"},        {"symptome", "phenotype"},
    {"sympt\u00f4me", "phenotype"},   {"merkmal", "phenotype"},     {"behandlung", "treatment"},
    {"traitement", "treatment"},      {"tratamiento", "treatment"}, {"medikament", "treatment"},
    {"m\u00e9dicament", "treatment"}, {"probe", "sample"},          {"proben", "sample"},
    {"\u00e9chantillon", "sample"},   {"muestra", "sample"},        {"messung", "measurement"},
    {"mesure", "measurement"},        {"laborwert", "measurement"}, {"eingriff", "procedure"},
};

constexpr Foreign kTimeUnits[] = {
    {"jahr", "years"},     {"jahre", "years"},       {"jahren", "years"},    {"an", "years"},
    {"ans", "years"},      {"ann\u00e9es", "years"}, {"a\u00f1os", "years"}, {"anos", "years"},
    {"anni", "years"},     {"jaar", "years"},        {"monat", "months"},    {"monate", "months"},
    {"monaten", "months"}, {"mois", "months"},       {"meses", "months"},    {"mesi", "months"},
    {"woche", "weeks"},    {"wochen", "weeks"},      {"semaines", "weeks"},  {"semanas", "weeks"},
    {"tag", "days"},       {"tage", "days"},         {"tagen", "days"},      {"jours", "days"},
    {"d\u00edas", "days"}, {"dias", "days"},         {"giorni", "days"},     {"dagen", "days"},
};

std::string_view Find(std::span<const Foreign> words, std::string_view word) {
  const auto found = std::find_if(words.begin(), words.end(), [&](const Foreign& one) { return one.word == word; });
  return found == words.end() ? std::string_view() : found->english;
}

}  // namespace

std::string_view FieldInEnglish(std::string_view word) { return Find(kFields, word); }
std::string_view EntityInEnglish(std::string_view word) { return Find(kEntities, word); }
std::string_view TimeUnitInEnglish(std::string_view word) { return Find(kTimeUnits, word); }

}  // namespace muster::bind
