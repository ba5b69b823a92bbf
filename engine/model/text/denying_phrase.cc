#include "engine/model/text/denying_phrase.h"

#include <algorithm>
#include <iterator>

#include "engine/model/text/text.h"

namespace muster::model {
namespace {

using Says = DenyingPhrase::Says;
using NoNameOf = DenyingPhrase::NoNameOf;

struct Words {
  std::string_view words;
  DenyingPhrase phrase;
};
// With the blank that parts them from the name: Polish, Spanish, Portuguese, French, Italian, Dutch, the languages of
// the north, Finnish, Czech, Hungarian, Romanian, German, Greek, Russian.
constexpr Words kBefore[] = {
    {"podejrzenie ", {Says::kDoubted, NoNameOf::kAny}},
    {"nie stwierdzono ", {Says::kDenied, NoNameOf::kAny}},
    {"nie stwierdza ", {Says::kDenied, NoNameOf::kAny}},
    {"nie potwierdzono ", {Says::kDenied, NoNameOf::kAny}},
    {"stan po ", {Says::kPast, NoNameOf::kDiseases}},
    {"bez ", {Says::kDenied, NoNameOf::kDiseases}},
    {"wywiad w kierunku ", {Says::kPast, NoNameOf::kDiseases}},
    {"w wywiadzie ", {Says::kPast, NoNameOf::kDiseases}},
    {"se descarta ", {Says::kDenied, NoNameOf::kAny}},
    {"descarta ", {Says::kDenied, NoNameOf::kAny}},
    {"antecedente de ", {Says::kPast, NoNameOf::kDiseases}},
    {"antecedentes de ", {Says::kPast, NoNameOf::kDiseases}},
    {"antec. de ", {Says::kPast, NoNameOf::kDiseases}},
    {"antecedentes familiares", {Says::kOfOthers, NoNameOf::kDiseases}},
    {"ap: ", {Says::kPast, NoNameOf::kAbbreviations}},
    {"af: ", {Says::kOfOthers, NoNameOf::kAbbreviations}},
    {"posible ", {Says::kDoubted, NoNameOf::kAny}},
    {"madre con ", {Says::kOfOthers, NoNameOf::kAny}},
    {"padre con ", {Says::kOfOthers, NoNameOf::kAny}},
    {"madre: ", {Says::kOfOthers, NoNameOf::kAny}},
    {"padre: ", {Says::kOfOthers, NoNameOf::kAny}},
    {"hermano: ", {Says::kOfOthers, NoNameOf::kAny}},
    {"hermana: ", {Says::kOfOthers, NoNameOf::kAny}},
    {"ausencia de ", {Says::kDenied, NoNameOf::kAcquired}},
    {"aus\xC3\xAAncia de ", {Says::kDenied, NoNameOf::kAcquired}},
    {"prov\xC3\xA1vel ", {Says::kDoubted, NoNameOf::kAny}},
    {"poss\xC3\xADvel ", {Says::kDoubted, NoNameOf::kAny}},
    {"hip\xC3\xB3tese de ", {Says::kDoubted, NoNameOf::kAny}},
    {"m\xC3\xA3"
     "e: ",
     {Says::kOfOthers, NoNameOf::kAny}},
    {"pai: ", {Says::kOfOthers, NoNameOf::kAny}},
    {"absence de ", {Says::kDenied, NoNameOf::kAcquired}},
    {"absence d'", {Says::kDenied, NoNameOf::kAcquired}},
    {"absence d\xE2\x80\x99", {Says::kDenied, NoNameOf::kAcquired}},
    {"atcd ", {Says::kPast, NoNameOf::kDiseases}},
    {"atcd: ", {Says::kPast, NoNameOf::kDiseases}},
    {"atcd fam", {Says::kOfOthers, NoNameOf::kDiseases}},
    {"ant\xC3\xA9"
     "c\xC3\xA9"
     "dent de ",
     {Says::kPast, NoNameOf::kDiseases}},
    {"ant\xC3\xA9"
     "c\xC3\xA9"
     "dents de ",
     {Says::kPast, NoNameOf::kDiseases}},
    {"ant\xC3\xA9"
     "c\xC3\xA9"
     "dent d'",
     {Says::kPast, NoNameOf::kDiseases}},
    {"ant\xC3\xA9"
     "c\xC3\xA9"
     "dents d'",
     {Says::kPast, NoNameOf::kDiseases}},
    {"p\xC3\xA8re ", {Says::kOfOthers, NoNameOf::kDiseases}},
    {"m\xC3\xA8re ", {Says::kOfOthers, NoNameOf::kDiseases}},
    {"fr\xC3\xA8re ", {Says::kOfOthers, NoNameOf::kDiseases}},
    {"soeur ", {Says::kOfOthers, NoNameOf::kDiseases}},
    {"s\xC5\x93ur ", {Says::kOfOthers, NoNameOf::kDiseases}},
    {"p\xC3\xA8re: ", {Says::kOfOthers, NoNameOf::kAny}},
    {"m\xC3\xA8re: ", {Says::kOfOthers, NoNameOf::kAny}},
    {"assenza di ", {Says::kDenied, NoNameOf::kAcquired}},
    {"anamnesi di ", {Says::kPast, NoNameOf::kDiseases}},
    {"sospetto di ", {Says::kDoubted, NoNameOf::kAny}},
    {"possibile ", {Says::kDoubted, NoNameOf::kAny}},
    {"probabile ", {Says::kDoubted, NoNameOf::kAny}},
    {"status na ", {Says::kPast, NoNameOf::kDiseases}},
    {"verdacht op ", {Says::kDoubted, NoNameOf::kAny}},
    {"mogelijk ", {Says::kDoubted, NoNameOf::kAny}},
    {"mogelijke ", {Says::kDoubted, NoNameOf::kAny}},
    {"vader: ", {Says::kOfOthers, NoNameOf::kAny}},
    {"moeder: ", {Says::kOfOthers, NoNameOf::kAny}},
    {"misst\xC3\xA4nkt ", {Says::kDoubted, NoNameOf::kAny}},
    {"misstanke om ", {Says::kDoubted, NoNameOf::kAny}},
    {"mistanke om ", {Says::kDoubted, NoNameOf::kAny}},
    {"mistenkt ", {Says::kDoubted, NoNameOf::kAny}},
    {"mist\xC3\xA6nkt ", {Says::kDoubted, NoNameOf::kAny}},
    {"hereditet f\xC3\xB6r ", {Says::kOfOthers, NoNameOf::kDiseases}},
    {"suvussa ", {Says::kOfOthers, NoNameOf::kAny}},
    {"ei todettu ", {Says::kDenied, NoNameOf::kAny}},
    {"ei viitteit\xC3\xA4 ", {Says::kDenied, NoNameOf::kAny}},
    {"stav po ", {Says::kPast, NoNameOf::kDiseases}},
    {"st.p. ", {Says::kPast, NoNameOf::kDiseases}},
    {"st. p. ", {Says::kPast, NoNameOf::kDiseases}},
    {"susp. ", {Says::kDoubted, NoNameOf::kAny}},
    {"nem igazolt ", {Says::kDenied, NoNameOf::kAny}},
    {"suspect de ", {Says::kDoubted, NoNameOf::kAny}},
    {"suspiciune de ", {Says::kDoubted, NoNameOf::kAny}},
    {"f\xC4\x83r\xC4\x83 ", {Says::kDenied, NoNameOf::kDiseases}},
    {"fara ", {Says::kDenied, NoNameOf::kDiseases}},
    {"fa: ", {Says::kOfOthers, NoNameOf::kAbbreviations}},
    {"anamnestisch ", {Says::kPast, NoNameOf::kDiseases}},
    {"dd ", {Says::kDoubted, NoNameOf::kAbbreviations}},
    {"dd: ", {Says::kDoubted, NoNameOf::kAbbreviations}},
    {"dd. ", {Says::kDoubted, NoNameOf::kAbbreviations}},
    {"\xCF\x85\xCF\x80\xCE\xBF\xCF\x88\xCE\xAF\xCE\xB1 ", {Says::kDoubted, NoNameOf::kAny}},
    {"\xCE\xA5\xCF\x80\xCE\xBF\xCF\x88\xCE\xAF\xCE\xB1 ", {Says::kDoubted, NoNameOf::kAny}},
    {"\xD0\xBF\xD0\xBE\xD0\xB4\xD0\xBE\xD0\xB7\xD1\x80\xD0\xB5\xD0\xBD\xD0\xB8\xD0\xB5 ",
     {Says::kDoubted, NoNameOf::kAny}},
    {"\xD0\x9F\xD0\xBE\xD0\xB4\xD0\xBE\xD0\xB7\xD1\x80\xD0\xB5\xD0\xBD\xD0\xB8\xD0\xB5 ",
     {Says::kDoubted, NoNameOf::kAny}},
};
constexpr Words kBehind[] = {
    {" suspect\xC3\xA9", {Says::kDoubted, NoNameOf::kAny}},
    {" suspect\xC3\xA9"
     "e",
     {Says::kDoubted, NoNameOf::kAny}},
    {" exclu", {Says::kDenied, NoNameOf::kAny}},
    {" exclue", {Says::kDenied, NoNameOf::kAny}},
    {" \xC3\xA9limin\xC3\xA9", {Says::kDenied, NoNameOf::kAny}},
    {" \xC3\xA9limin\xC3\xA9"
     "e",
     {Says::kDenied, NoNameOf::kAny}},
    {" elimine", {Says::kDenied, NoNameOf::kAny}},
    {" eliminee", {Says::kDenied, NoNameOf::kAny}},
    {" probable", {Says::kDoubted, NoNameOf::kDiseases}},
    {" posible", {Says::kDoubted, NoNameOf::kDiseases}},
    {" escluso", {Says::kDenied, NoNameOf::kAny}},
    {" esclusa", {Says::kDenied, NoNameOf::kAny}},
    {"(anamnestisch)", {Says::kPast, NoNameOf::kDiseases}},
    {" anamnestisch", {Says::kPast, NoNameOf::kDiseases}},
    {" in familie", {Says::kOfOthers, NoNameOf::kAny}},
    {" in der familie", {Says::kOfOthers, NoNameOf::kAny}},
    {"(familie)", {Says::kOfOthers, NoNameOf::kAny}},
    {" unwahrscheinlich", {Says::kDoubted, NoNameOf::kAny}},
    {" suvussa", {Says::kOfOthers, NoNameOf::kAny}},
    {"\xC5\x9F\xC3\xBCphesi", {Says::kDoubted, NoNameOf::kAny}},
    {" kuvvetle muhtemel", {Says::kDoubted, NoNameOf::kAny}},
};
// With these some word of the label begins. (Words for "exclusively" begin with fewer letters of them: uteslutande,
// udelukkende, kizárólag.)
constexpr Words kStems[] = {
    {"podejrz", {Says::kDoubted, NoNameOf::kAny}},
    {"podez\xC5\x99", {Says::kDoubted, NoNameOf::kAny}},
    {"podezr", {Says::kDoubted, NoNameOf::kAny}},
    {"podozr", {Says::kDoubted, NoNameOf::kAny}},
    {"ep\xC3\xA4il", {Says::kDoubted, NoNameOf::kAny}},
    {"epail", {Says::kDoubted, NoNameOf::kAny}},
    {"gyan\xC3\xBAj", {Says::kDoubted, NoNameOf::kAny}},
    {"wyklucz", {Says::kDenied, NoNameOf::kAny}},
    {"poissulj", {Says::kDenied, NoNameOf::kAny}},
    {"vylou\xC4\x8D"
     "en",
     {Says::kDenied, NoNameOf::kAny}},
    {"vyloucen", {Says::kDenied, NoNameOf::kAny}},
    {"vyl\xC3\xBA\xC4\x8D"
     "en",
     {Says::kDenied, NoNameOf::kAny}},
    {"kiz\xC3\xA1rva", {Says::kDenied, NoNameOf::kAny}},
    {"kiz\xC3\xA1rt", {Says::kDenied, NoNameOf::kAny}},
    {"kizarva", {Says::kDenied, NoNameOf::kAny}},
    {"descartad", {Says::kDenied, NoNameOf::kAny}},
    {"uteslutet", {Says::kDenied, NoNameOf::kAny}},
    {"utesluten", {Says::kDenied, NoNameOf::kAny}},
    {"uteslutna", {Says::kDenied, NoNameOf::kAny}},
    {"udelukket", {Says::kDenied, NoNameOf::kAny}},
    {"utelukket", {Says::kDenied, NoNameOf::kAny}},
    {"uitgesloten", {Says::kDenied, NoNameOf::kAny}},
    {"ausgeschl.", {Says::kDenied, NoNameOf::kAny}},
    {"ausgeschlossen", {Says::kDenied, NoNameOf::kAny}},
    {"\xD0\xB8\xD1\x81\xD0\xBA\xD0\xBB\xD1\x8E\xD1\x87\xD0\xB5\xD0\xBD", {Says::kDenied, NoNameOf::kAny}},
};

bool IsOfWord(char c) { return IsAsciiAlnum(c) || static_cast<unsigned char>(c) >= 0x80; }

bool HasWordWith(std::string_view text, std::string_view stem) {
  for (size_t at = text.find(stem); at != text.npos; at = text.find(stem, at + 1)) {
    if (at == 0 || !IsOfWord(text[at - 1])) return true;
  }
  return false;
}

// "Ei diabetesta": Finnish puts what there is none of into the partitive. (An "Ei" is an egg in German.)
bool IsFinnishNo(std::string_view text) {
  constexpr std::string_view kEnds[] = {"a", "\xC3\xA4"};
  return text.starts_with("ei ") &&
         std::any_of(std::begin(kEnds), std::end(kEnds), [&](std::string_view end) { return text.ends_with(end); });
}

}  // namespace

DenyingPhrase FindDenyingPhrase(std::string_view lower) {
  for (const Words& words : kBefore) {
    if (lower.size() > words.words.size() && lower.front() == words.words.front() && lower.starts_with(words.words)) {
      return words.phrase;
    }
  }
  for (const Words& words : kBehind) {
    if (lower.size() > words.words.size() && lower.back() == words.words.back() && lower.ends_with(words.words)) {
      return words.phrase;
    }
  }
  for (const Words& words : kStems) {
    if (HasWordWith(lower, words.words)) return words.phrase;
  }
  return IsFinnishNo(lower) ? DenyingPhrase{Says::kDenied, NoNameOf::kDiseases} : DenyingPhrase{};
}

}  // namespace muster::model
