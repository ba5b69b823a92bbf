#include "engine/model/text/denying_phrase.h"

#include <algorithm>
#include <iterator>
#include <span>

#include "engine/model/text/place_in_label.h"
#include "engine/model/text/text.h"

namespace muster::model {
namespace {

using Says = LabelAssertion;
using NoNameOf = DenyingPhrase::NoNameOf;
using Place = PlaceInLabel::Place;

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
    {" \xC3\xA9limin\xC3\xA9", {Says::kDenied, NoNameOf::kAny}},
    {" \xC3\xA9limin\xC3\xA9"
     "e",
     {Says::kDenied, NoNameOf::kAny}},
    {" elimine", {Says::kDenied, NoNameOf::kAny}},
    {" eliminee", {Says::kDenied, NoNameOf::kAny}},
    {" probable", {Says::kDoubted, NoNameOf::kDiseases}},
    {" posible", {Says::kDoubted, NoNameOf::kDiseases}},
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
// Of a hernia it is Hungarian for incarcerated.
constexpr std::string_view kKizart = "kiz\xC3\xA1rt";
constexpr std::string_view kHernias[] = {"s\xC3\xA9rv", "serv", "herni"};
// With these the first or last word of the label begins, or one that stands alone. (Words for "exclusively" begin with
// fewer letters of them: uteslutande, udelukkende, kizárólag.)
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
    {"nevylou\xC4\x8D"
     "en",
     {Says::kDoubted, NoNameOf::kAny}},
    {"nevyloucen", {Says::kDoubted, NoNameOf::kAny}},
    {"vyl\xC3\xBA\xC4\x8D"
     "en",
     {Says::kDenied, NoNameOf::kAny}},
    {"kiz\xC3\xA1rva", {Says::kDenied, NoNameOf::kAny}},
    {kKizart, {Says::kDenied, NoNameOf::kAny}},
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

// French and Italian words that are said of organs as well, which work no more ("rein exclu"): what denies stands
// alone, or is a diagnosis.
constexpr std::string_view kOfOrgansToo[] = {"exclu", "exclue", "escluso", "esclusa"};

bool IsOfWord(char c) { return IsAsciiAlnum(c) || static_cast<unsigned char>(c) >= 0x80; }

// Whether a no turns "excluded" into "not excluded".
Says SaysAt(const PlaceInLabel& place, Says says) {
  return place.behind_no && says == Says::kDenied ? Says::kDoubted : says;
}

// Calls `found` with the beginning and the end of each word of `text` that begins with `stem`, until it is true.
template <typename Found>
bool AnyWordWith(std::string_view text, std::string_view stem, const Found& found) {
  for (size_t at = text.find(stem); at != text.npos; at = text.find(stem, at + 1)) {
    if (at > 0 && IsOfWord(text[at - 1])) continue;
    if (found(at, std::min(text.find_first_of(" \t,;:()[]", at + stem.size()), text.size()))) return true;
  }
  return false;
}

bool HasOneOf(std::string_view text, std::span<const std::string_view> parts) {
  return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) { return text.find(part) != text.npos; });
}

// What is said by a word that begins with `stem`, where it stands so that it is said of the whole label.
Says SaidByStem(std::string_view text, const Words& stem) {
  Says says = Says::kNothing;
  if (stem.words == kKizart && HasOneOf(text, kHernias)) return says;
  AnyWordWith(text, stem.words, [&](size_t begin, size_t end) {
    const PlaceInLabel place = FindPlaceInLabel(text, begin, end);
    // Of several names it is not known which one is excluded: the code may be of another.
    const bool of_whole =
        place.place != Place::kElsewhere &&
        (place.place != Place::kFirstOfSeveral || stem.phrase.assertion == Says::kDoubted || place.behind_no);
    if (of_whole) says = SaysAt(place, stem.phrase.assertion);
    return of_whole;
  });
  return says;
}

Says SaidByWordOfOrgansToo(std::string_view text) {
  Says says = Says::kNothing;
  for (const std::string_view word : kOfOrgansToo) {
    const bool found = AnyWordWith(text, word, [&](size_t begin, size_t end) {
      if (text.substr(begin, end - begin) != word) return false;
      const PlaceInLabel place = FindPlaceInLabel(text, begin, end);
      const bool of_diagnosis = place.behind_no || text.find("diagnos") != text.npos;
      if (place.place != Place::kAlone && (place.place != Place::kLast || !of_diagnosis)) return false;
      says = SaysAt(place, Says::kDenied);
      return true;
    });
    if (found) break;
  }
  return says;
}

// Whether `words` end the label, and no comma parts its name from another one.
bool EndsWith(std::string_view text, std::string_view words, Says* says) {
  if (text.size() <= words.size() || text.back() != words.back() || !text.ends_with(words)) return false;
  const PlaceInLabel place = FindPlaceInLabel(text, text.size() - words.size(), text.size());
  *says = SaysAt(place, *says);
  return words.front() == '(' || place.place != Place::kElsewhere;
}

// "Ei diabetesta": Finnish puts what there is none of into the partitive, and names that begin so have an adjective
// behind it ("ei toksinen struuma", "ei märkivä tulehdus"). (An "Ei" is an egg in German.)
bool IsFinnishNo(std::string_view text) {
  constexpr std::string_view kNo = "ei ";
  constexpr std::string_view kPartitives[] = {"ta", "t\xC3\xA4", "aa", "\xC3\xA4\xC3\xA4", "ia", "i\xC3\xA4",
                                              "ja", "j\xC3\xA4", "ua", "y\xC3\xA4",        "oa", "\xC3\xB6\xC3\xA4"};
  constexpr std::string_view kAdjectives[] = {"nen", "set", "va", "v\xC3\xA4"};
  constexpr std::string_view kEnds[] = {"a", "\xC3\xA4"};
  const auto ends = [](std::string_view word, std::span<const std::string_view> with) {
    return std::any_of(with.begin(), with.end(), [&](std::string_view end) { return word.ends_with(end); });
  };
  if (!ConsumePrefix(text, kNo) || !ends(text, kEnds) || text.find_first_of(",;") != text.npos) return false;
  if (!ends(text.substr(0, text.find(' ')), kPartitives)) return false;
  for (std::string_view rest = text; !rest.empty();) {
    const size_t end = std::min(rest.find(' '), rest.size());
    if (ends(rest.substr(0, end), kAdjectives)) return false;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return true;
}

}  // namespace

DenyingPhrase FindDenyingPhrase(std::string_view lower) {
  for (const Words& words : kBefore) {
    if (lower.size() > words.words.size() && lower.front() == words.words.front() && lower.starts_with(words.words)) {
      return words.phrase;
    }
  }
  for (const Words& words : kBehind) {
    Says says = words.phrase.assertion;
    if (EndsWith(lower, words.words, &says)) return {says, words.phrase.no_name_of};
  }
  for (const Words& words : kStems) {
    const Says says = SaidByStem(lower, words);
    if (says != Says::kNothing) return {says, words.phrase.no_name_of};
  }
  const Says says = SaidByWordOfOrgansToo(lower);
  if (says != Says::kNothing) return {says, NoNameOf::kAny};
  return IsFinnishNo(lower) ? DenyingPhrase{Says::kDenied, NoNameOf::kDiseases} : DenyingPhrase{};
}

}  // namespace muster::model
