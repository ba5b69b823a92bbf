#include "engine/model/schema/vocabulary.h"

#include <algorithm>
#include <iterator>

#include "engine/model/text/blank.h"
#include "engine/model/text/composed.h"
#include "engine/model/text/small_letters.h"

namespace muster::model {
namespace {

// Words after Phenopackets 2.0, and of ours where it has none. Synonyms are those that can mean nothing else in the
// field: a bare 1 is male in ISO 5218 and female in protobuf's enumeration, so that it is none.
constexpr std::string_view kSexes[] = {"unknown", "female", "male", "other"};
constexpr VocabularySynonym kSexSynonyms[] = {
    {"f", "female"},       {"fem", "female"},      {"woman", "female"},     {"girl", "female"},
    {"w", "female"},       {"weiblich", "female"}, {"feminin", "female"},   {"féminin", "female"},
    {"femme", "female"},   {"femenino", "female"}, {"mujer", "female"},     {"femmina", "female"},
    {"vrouw", "female"},   {"kvinna", "female"},   {"kvinne", "female"},    {"kvinde", "female"},
    {"frau", "female"},    {"feminino", "female"}, {"femminile", "female"}, {"mulher", "female"},
    {"kobieta", "female"}, {"nő", "female"},       {"nainen", "female"},    {"m", "male"},
    {"man", "male"},       {"boy", "male"},        {"männlich", "male"},    {"maennlich", "male"},
    {"masculin", "male"},  {"homme", "male"},      {"masculino", "male"},   {"hombre", "male"},
    {"maschio", "male"},   {"maschile", "male"},   {"mann", "male"},        {"homem", "male"},
    {"varón", "male"},     {"varon", "male"},      {"mężczyzna", "male"},   {"mezczyzna", "male"},
    {"férfi", "male"},     {"ferfi", "male"},      {"mies", "male"},        {"other sex", "other"},
    {"divers", "other"},   {"intersex", "other"},  {"diverse", "other"},    {"unknown sex", "unknown"},
    {"u", "unknown"},
};
constexpr std::string_view kKaryotypes[] = {"unknown", "xx",   "xy",   "xo",  "xxy",  "xxx",
                                            "xxyy",    "xxxy", "xxxx", "xyy", "other"};
constexpr VocabularySynonym kKaryotypeSynonyms[] = {
    {"46,xx", "xx"},
    {"46xx", "xx"},
    {"46 xx", "xx"},
    {"46,xy", "xy"},
    {"46xy", "xy"},
    {"46 xy", "xy"},
    {"45,x", "xo"},
    {"45x", "xo"},
    {"45,x0", "xo"},
    {"45,xo", "xo"},
    {"x0", "xo"},
    {"47,xxy", "xxy"},
    {"47xxy", "xxy"},
    {"47,xxx", "xxx"},
    {"47xxx", "xxx"},
    {"47,xyy", "xyy"},
    {"47xyy", "xyy"},
    {"48,xxyy", "xxyy"},
    {"48,xxxy", "xxxy"},
    {"48,xxxx", "xxxx"},
    {"unknown karyotype", "unknown"},
    {"other karyotype", "other"},
};
constexpr std::string_view kVitalStates[] = {"unknown", "alive", "deceased"};
constexpr VocabularySynonym kVitalSynonyms[] = {
    {"living", "alive"},       {"live", "alive"},          {"lebend", "alive"},       {"lebt", "alive"},
    {"vivant", "alive"},       {"vivo", "alive"},          {"0:living", "alive"},     {"0:alive", "alive"},
    {"dead", "deceased"},      {"died", "deceased"},       {"death", "deceased"},     {"expired", "deceased"},
    {"tot", "deceased"},       {"verstorben", "deceased"}, {"gestorben", "deceased"}, {"décédé", "deceased"},
    {"fallecido", "deceased"}, {"1:deceased", "deceased"}, {"1:dead", "deceased"},    {"unknown status", "unknown"},
};
constexpr std::string_view kProgressStates[] = {"unknown", "in progress", "completed", "solved", "unsolved"};
constexpr VocabularySynonym kProgressSynonyms[] = {{"unknown progress", "unknown"}};
constexpr std::string_view kVariantStates[] = {"unknown", "rejected", "candidate", "contributory", "causative"};
constexpr VocabularySynonym kVariantStateSynonyms[] = {{"unknown status", "unknown"}, {"causal", "causative"}};
constexpr std::string_view kPathogenicities[] = {
    "not provided", "benign", "likely benign", "uncertain significance", "likely pathogenic", "pathogenic"};
constexpr VocabularySynonym kPathogenicitySynonyms[] = {
    {"b", "benign"},
    {"lb", "likely benign"},
    {"vus", "uncertain significance"},
    {"variant of uncertain significance", "uncertain significance"},
    {"variant of unknown significance", "uncertain significance"},
    {"lp", "likely pathogenic"},
    {"p", "pathogenic"},
};
constexpr std::string_view kActionabilities[] = {"unknown", "not actionable", "actionable"};
constexpr VocabularySynonym kActionabilitySynonyms[] = {
    {"unknown actionability", "unknown"}, {"yes", "actionable"}, {"no", "not actionable"}};
constexpr std::string_view kTreatmentKinds[] = {"unknown", "prescription", "ehr medication list",
                                                "administration related to procedure", "regimen"};
constexpr VocabularySynonym kTreatmentKindSynonyms[] = {{"unknown drug type", "unknown"}};
constexpr std::string_view kTreatmentStates[] = {"unknown", "started", "completed", "discontinued"};
constexpr VocabularySynonym kTreatmentStateSynonyms[] = {
    {"unknown status", "unknown"}, {"ongoing", "started"}, {"stopped", "discontinued"}};
constexpr std::string_view kMolecules[] = {"unspecified", "genomic", "transcript", "protein"};
constexpr VocabularySynonym kMoleculeSynonyms[] = {{"unspecified molecule context", "unspecified"}};
constexpr std::string_view kYesNo[] = {"yes", "no"};
constexpr VocabularySynonym kYesNoSynonyms[] = {{"y", "yes"},   {"true", "yes"},     {"1", "yes"},  {"ja", "yes"},
                                                {"oui", "yes"}, {"positive", "yes"}, {"n", "no"},   {"false", "no"},
                                                {"0", "no"},    {"nein", "no"},      {"non", "no"}, {"negative", "no"}};
constexpr std::string_view kAffectedStates[] = {"affected", "unaffected"};
constexpr VocabularySynonym kAffectedSynonyms[] = {
    {"yes", "affected"}, {"y", "affected"},       {"true", "affected"},          {"no", "unaffected"},
    {"n", "unaffected"}, {"false", "unaffected"}, {"not affected", "unaffected"}};
// "unknown" is also what import makes of a status that it does not understand: such a consent permits nothing.
constexpr std::string_view kConsentStates[] = {"granted", "refused", "withdrawn", "unknown"};
constexpr VocabularySynonym kConsentSynonyms[] = {
    {"yes", "granted"},
    {"y", "granted"},
    {"true", "granted"},
    {"1", "granted"},
    {"ja", "granted"},
    {"given", "granted"},
    {"consented", "granted"},
    {"consent", "granted"},
    {"agreed", "granted"},
    {"permit", "granted"},
    {"permitted", "granted"},
    {"accepted", "granted"},
    {"no", "refused"},
    {"n", "refused"},
    {"false", "refused"},
    {"0", "refused"},
    {"nein", "refused"},
    {"denied", "refused"},
    {"deny", "refused"},
    {"declined", "refused"},
    {"not granted", "refused"},
    {"not given", "refused"},
    {"not consented", "refused"},
    {"rejected", "refused"},
    {"revoked", "withdrawn"},
    {"withdrew", "withdrawn"},
    {"retracted", "withdrawn"},
    {"opt in", "granted"},
    {"opted in", "granted"},
    {"checked", "granted"},
    {"active", "granted"},
    {"signed", "granted"},
    {"obtained", "granted"},
    {"eingewilligt", "granted"},
    {"zugestimmt", "granted"},
    {"erteilt", "granted"},
    {"oui", "granted"},
    {"t", "granted"},
    {"opt out", "refused"},
    {"opted out", "refused"},
    {"unchecked", "refused"},
    {"objected", "refused"},
    {"not signed", "refused"},
    {"not obtained", "refused"},
    {"nicht eingewilligt", "refused"},
    {"nicht zugestimmt", "refused"},
    {"nicht erteilt", "refused"},
    {"abgelehnt", "refused"},
    {"non", "refused"},
    {"f", "refused"},
    {"no consent", "refused"},
    {"inactive", "withdrawn"},
    {"widerrufen", "withdrawn"},
    {"cancelled", "withdrawn"},
    {"si", "granted"},
    {"sí", "granted"},
    {"sì", "granted"},
    {"tak", "granted"},
    {"sim", "granted"},
    {"agree", "granted"},
    {"agrees", "granted"},
    {"authorized", "granted"},
    {"authorised", "granted"},
    {"accordé", "granted"},
    {"accordée", "granted"},
    {"accorde", "granted"},
    {"donné", "granted"},
    {"consenti", "granted"},
    {"otorgado", "granted"},
    {"otorgada", "granted"},
    {"concedido", "granted"},
    {"concedida", "granted"},
    {"concesso", "granted"},
    {"concessa", "granted"},
    {"acconsentito", "granted"},
    {"verleend", "granted"},
    {"gegeven", "granted"},
    {"toegestemd", "granted"},
    {"akkoord", "granted"},
    {"samtyckt", "granted"},
    {"givet", "granted"},
    {"nej", "refused"},
    {"nee", "refused"},
    {"nie", "refused"},
    {"refuse", "refused"},
    {"refusal", "refused"},
    {"verweigert", "refused"},
    {"verweigerung", "refused"},
    {"nicht gegeben", "refused"},
    {"keine einwilligung", "refused"},
    {"widersprochen", "refused"},
    {"widerspruch", "refused"},
    {"refusé", "refused"},
    {"refusée", "refused"},
    {"refus", "refused"},
    {"non accordé", "refused"},
    {"non donné", "refused"},
    {"non consenti", "refused"},
    {"opposition", "refused"},
    {"rechazado", "refused"},
    {"rechazada", "refused"},
    {"denegado", "refused"},
    {"denegada", "refused"},
    {"no otorgado", "refused"},
    {"no concedido", "refused"},
    {"no consentido", "refused"},
    {"no consiente", "refused"},
    {"rifiutato", "refused"},
    {"rifiutata", "refused"},
    {"negato", "refused"},
    {"negata", "refused"},
    {"non concesso", "refused"},
    {"non acconsente", "refused"},
    {"geweigerd", "refused"},
    {"niet gegeven", "refused"},
    {"niet verleend", "refused"},
    {"niet akkoord", "refused"},
    {"geen toestemming", "refused"},
    {"bezwaar", "refused"},
    {"avböjt", "refused"},
    {"nekat", "refused"},
    {"inget samtycke", "refused"},
    {"ej samtycke", "refused"},
    {"ej givet", "refused"},
    {"disagreed", "refused"},
    {"disagree", "refused"},
    {"not agreed", "refused"},
    {"not permitted", "refused"},
    {"not accepted", "refused"},
    {"not authorized", "refused"},
    {"not authorised", "refused"},
    {"does not consent", "refused"},
    {"did not consent", "refused"},
    {"forbidden", "refused"},
    {"prohibited", "refused"},
    {"consent refused", "refused"},
    {"consent declined", "refused"},
    {"nicht unterschrieben", "refused"},
    {"non signé", "refused"},
    {"non signée", "refused"},
    {"no firmado", "refused"},
    {"non firmato", "refused"},
    {"niet ondertekend", "refused"},
    {"afgewezen", "refused"},
    {"negado", "refused"},
    {"negada", "refused"},
    {"não", "refused"},
    {"nao", "refused"},
    {"recusado", "refused"},
    {"recusada", "refused"},
    {"não consentiu", "refused"},
    {"nao consentiu", "refused"},
    {"não concedido", "refused"},
    {"nao concedido", "refused"},
    {"não assinado", "refused"},
    {"não autorizado", "refused"},
    {"ej undertecknat", "refused"},
    {"inte givet", "refused"},
    {"ikke givet", "refused"},
    {"ikke gitt", "refused"},
    {"avslått", "refused"},
    {"nektet", "refused"},
    {"odmowa", "refused"},
    {"odmówiono", "refused"},
    {"ei", "refused"},
    {"nem", "refused"},
    {"refused consent", "refused"},
    {"declined consent", "refused"},
    {"withdraw", "withdrawn"},
    {"withdrawal", "withdrawn"},
    {"canceled", "withdrawn"},
    {"rescinded", "withdrawn"},
    {"lost consent", "withdrawn"},
    {"consent withdrawn", "withdrawn"},
    {"withdrawn consent", "withdrawn"},
    {"withdrew consent", "withdrawn"},
    {"consent revoked", "withdrawn"},
    {"consent lost", "withdrawn"},
    {"widerruf", "withdrawn"},
    {"einwilligung widerrufen", "withdrawn"},
    {"zurückgezogen", "withdrawn"},
    {"zurueckgezogen", "withdrawn"},
    {"retiré", "withdrawn"},
    {"retirée", "withdrawn"},
    {"retire", "withdrawn"},
    {"révoqué", "withdrawn"},
    {"révoquée", "withdrawn"},
    {"revoque", "withdrawn"},
    {"revocado", "withdrawn"},
    {"revocada", "withdrawn"},
    {"retirado", "withdrawn"},
    {"retirada", "withdrawn"},
    {"revocato", "withdrawn"},
    {"revocata", "withdrawn"},
    {"ritirato", "withdrawn"},
    {"ritirata", "withdrawn"},
    {"ingetrokken", "withdrawn"},
    {"teruggetrokken", "withdrawn"},
    {"återkallat", "withdrawn"},
    {"återkallad", "withdrawn"},
    {"aterkallat", "withdrawn"},
    {"aterkallad", "withdrawn"},
    {"återtaget", "withdrawn"},
    {"revogado", "withdrawn"},
    {"revogada", "withdrawn"},
    {"tilbakekalt", "withdrawn"},
    {"tilbagekaldt", "withdrawn"},
    {"trukket tilbake", "withdrawn"},
    {"trukket tilbage", "withdrawn"},
    {"wycofana", "withdrawn"},
    {"wycofano", "withdrawn"},
    {"cofnięta", "withdrawn"},
    {"unknown status", "unknown"},
};
constexpr std::string_view kSampleTypes[] = {"tumour", "reference", "abnormal"};
constexpr VocabularySynonym kSampleTypeSynonyms[] = {
    {"tumor", "tumour"},
    {"t", "tumour"},
    {"tumoral", "tumour"},
    {"tumoural", "tumour"},
    {"tumorous", "tumour"},
    {"cancer", "tumour"},
    {"malignant", "tumour"},
    {"neoplastic", "tumour"},
    {"neoplasm", "tumour"},
    {"primary tumor", "tumour"},
    {"primary tumour", "tumour"},
    {"primary solid tumor", "tumour"},
    {"primary solid tumour", "tumour"},
    {"solid tumor", "tumour"},
    {"solid tumour", "tumour"},
    {"primary", "tumour"},
    {"metastasis", "tumour"},
    {"metastatic", "tumour"},
    {"metastatic tumor", "tumour"},
    {"metastatic tumour", "tumour"},
    {"recurrence", "tumour"},
    {"recurrent tumor", "tumour"},
    {"recurrent tumour", "tumour"},
    {"recurrent solid tumor", "tumour"},
    {"new primary", "tumour"},
    {"additional new primary", "tumour"},
    {"primary blood derived cancer", "tumour"},
    {"primary blood derived cancer peripheral blood", "tumour"},
    {"primary blood derived cancer bone marrow", "tumour"},
    {"normal", "reference"},
    {"n", "reference"},
    {"germline", "reference"},
    {"control", "reference"},
    {"matched normal", "reference"},
    {"normal tissue", "reference"},
    {"adjacent normal", "reference"},
    {"solid tissue normal", "reference"},
    {"blood derived normal", "reference"},
    {"bone marrow normal", "reference"},
    {"buccal cell normal", "reference"},
    {"healthy", "reference"},
    {"control sample", "reference"},
    {"reference sample", "reference"},
    {"abnormal sample", "abnormal"},
};
constexpr std::string_view kLayouts[] = {"paired", "single"};
constexpr VocabularySynonym kLayoutSynonyms[] = {
    {"pe", "paired"}, {"paired end", "paired"}, {"pairedend", "paired"}, {"paired ended", "paired"},
    {"se", "single"}, {"single end", "single"}, {"singleend", "single"}, {"single ended", "single"},
};

constexpr Vocabulary kVocabularies[] = {
    {field::kSex, kSexes, kSexSynonyms},
    {field::kKaryotypicSex, kKaryotypes, kKaryotypeSynonyms},
    {field::kVitalStatus, kVitalStates, kVitalSynonyms},
    {field::kInterpretationStatus, kProgressStates, kProgressSynonyms},
    {field::kVariantStatus, kVariantStates, kVariantStateSynonyms},
    {field::kVariantPathogenicity, kPathogenicities, kPathogenicitySynonyms},
    {field::kVariantActionability, kActionabilities, kActionabilitySynonyms},
    {field::kVariantMolecule, kMolecules, kMoleculeSynonyms},
    {field::kTreatmentKind, kTreatmentKinds, kTreatmentKindSynonyms},
    {field::kTreatmentStatus, kTreatmentStates, kTreatmentStateSynonyms},
    {field::kDiseaseFamilyHistory, kYesNo, kYesNoSynonyms},
    {field::kPedigreeAffected, kAffectedStates, kAffectedSynonyms},
    {field::kConsentStatus, kConsentStates, kConsentSynonyms},
    {field::kSampleType, kSampleTypes, kSampleTypeSynonyms},
    {field::kRunLayout, kLayouts, kLayoutSynonyms},
};

}  // namespace

std::span<const Vocabulary> Vocabularies() { return kVocabularies; }

const Vocabulary* VocabularyOf(FieldId field) {
  const auto* found = std::find_if(std::begin(kVocabularies), std::end(kVocabularies),
                                   [&](const Vocabulary& vocabulary) { return vocabulary.field == field; });
  return found == std::end(kVocabularies) ? nullptr : found;
}

std::string NormalizeVocabulary(std::string_view word) {
  std::string in_one_form;
  std::string text = InSmallLetters(TrimAll(IsComposedOtherwise(word, in_one_form) ? in_one_form : word));
  std::replace(text.begin(), text.end(), '_', ' ');
  std::replace(text.begin(), text.end(), '-', ' ');
  return text;
}

std::optional<std::string_view> WordOf(const Vocabulary& vocabulary, std::string_view word) {
  const std::string text = NormalizeVocabulary(word);
  for (const std::string_view known : vocabulary.words) {
    if (text == known) return known;
  }
  for (const VocabularySynonym& synonym : vocabulary.synonyms) {
    if (text == synonym.written) return synonym.word;
  }
  return std::nullopt;
}

std::string WordsOf(const Vocabulary& vocabulary) {
  std::string words;
  for (const std::string_view word : vocabulary.words) words.append(words.empty() ? "" : ", ").append(word);
  return words;
}

}  // namespace muster::model
