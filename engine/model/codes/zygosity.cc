#include "engine/model/codes/zygosity.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>

#include "engine/model/text/text.h"

namespace muster::model {
namespace {

constexpr Zygosity kHeterozygous = {"GENO:0000135", "heterozygous"};
constexpr Zygosity kHomozygous = {"GENO:0000136", "homozygous"};
constexpr Zygosity kHemizygous = {"GENO:0000134", "hemizygous"};
constexpr Zygosity kCompound = {"GENO:0000402", "compound heterozygous"};
constexpr Zygosity kHomoplasmic = {"GENO:0000602", "homoplasmic"};
constexpr Zygosity kHeteroplasmic = {"GENO:0000603", "heteroplasmic"};

struct Written {
  std::string_view text;  // in lower case
  const Zygosity* state;
};

constexpr Written kWritten[] = {
    {"loinc:la6703-8", &kHeteroplasmic},
    {"loinc:la6704-6", &kHomoplasmic},
    {"loinc:la6705-3", &kHomozygous},
    {"loinc:la6706-1", &kHeterozygous},
    {"loinc:la6707-9", &kHemizygous},
    {"la6703-8", &kHeteroplasmic},
    {"la6704-6", &kHomoplasmic},
    {"la6705-3", &kHomozygous},
    {"la6706-1", &kHeterozygous},
    {"la6707-9", &kHemizygous},
    {"0/1", &kHeterozygous},
    {"1/0", &kHeterozygous},
    {"0|1", &kHeterozygous},
    {"1|0", &kHeterozygous},
    {"1/1", &kHomozygous},
    {"1|1", &kHomozygous},
    {"heterozygous", &kHeterozygous},
    {"heterozygot", &kHeterozygous},
    {"heterozygote", &kHeterozygous},
    {"het", &kHeterozygous},
    {"homozygous", &kHomozygous},
    {"homozygote", &kHomozygous},
    {"homozygot", &kHomozygous},
    {"homozygous alternate", &kHomozygous},
    {"hom alt", &kHomozygous},
    {"hom", &kHomozygous},
    {"hemizygous", &kHemizygous},
    {"hemizygote", &kHemizygous},
    {"hemizygot", &kHemizygous},
    {"hemi", &kHemizygous},
    {"compound heterozygous", &kCompound},
    {"compound heterozygote", &kCompound},
    {"compound het", &kCompound},
    {"comp het", &kCompound},
    {"homoplasmic", &kHomoplasmic},
    {"heteroplasmic", &kHeteroplasmic},
};

// With blanks in place of '_' and '-'.
constexpr std::string_view kNone[] = {
    "0",
    "0/0",
    "0|0",
    "./.",
    ".|.",
    ".",
    "ref",
    "ref/ref",
    "hom ref",
    "homref",
    "homozygous ref",
    "homozygous reference",
    "homozygous wild type",
    "homozygous wildtype",
    "reference",
    "wt",
    "wt/wt",
    "wild type",
    "wildtype",
    "wildtyp",
    "no call",
    "nocall",
    "no variant",
    "no variants",
    "no variant found",
    "no variants found",
    "no pathogenic variant",
    "no pathogenic variants",
    "no pathogenic variant found",
    "no mutation",
    "no mutations",
    "no mutation found",
    "no mutation detected",
    "not detected",
    "not found",
    "not present",
    "not mutated",
    "unmutated",
    "absent",
    "negative",
    "neg",
    "normal",
    "noncarrier",
    "non carrier",
    "keine mutation",
    "keine variante",
    "nicht nachgewiesen",
    "nicht nachweisbar",
    "negativ",
    "not amplified",
    "no amplification",
    "not rearranged",
    "no rearrangement",
    "no fusion",
    "no fusion detected",
    "no cnv",
    "no cna",
    "no loh",
    "loh absent",
    "copy number neutral",
    "copy neutral",
    "neutral",
    "diploid",
    "cn=2",
    "cn2",
    "unmethylated",
    "not methylated",
    "mss",
    "microsatellite stable",
    "normal karyotype",
    "46,xx",
    "46,xy",
    "arr(1 22)x2",
    "arr(x,1 22)x2",
    "arr(1 22)x2,(x)x2",
    "*1/*1",
    "*1|*1",
    "e3/e3",
    "unremarkable",
    "unauff\xc3\xa4llig",
    "unauffaellig",
    "o.b.",
    "ohne befund",
    "geno:0000036",  // reference
    "geno:0000501",  // wild type
};

// The same, of which nobody knows.
constexpr std::string_view kNotCalled[] = {"not callable", "not called", "no result",
                                           "failed",       "pending",    "low coverage"};

// In small letters, with blanks for '_'.
std::string Plain(std::string_view text) {
  std::string lower = ToLower(Trim(text));
  std::replace(lower.begin(), lower.end(), '_', ' ');
  return lower;
}

// "no pathogenic variant identified in SCN1A", "Keine Mutation gefunden".
bool DeniesVariants(std::string_view plain) {
  constexpr std::string_view kNoesOfVariants[] = {"no ",  "keine ",   "kein ",    "aucun ",   "aucune ", "pas de ",
                                                  "sin ", "ninguna ", "nessuna ", "nenhuma ", "geen ",   "ingen "};
  constexpr std::string_view kStemsOfVariants[] = {"variant",  "mutation", "mutaci",
                                                   "mutazion", "mutatie",  "muta\xc3\xa7"};
  const auto begins = [&](std::string_view word) { return plain.starts_with(word); };
  const auto has = [&](std::string_view stem) { return plain.find(stem) != plain.npos; };
  return std::any_of(std::begin(kNoesOfVariants), std::end(kNoesOfVariants), begins) &&
         std::any_of(std::begin(kStemsOfVariants), std::end(kStemsOfVariants), has);
}

// "No second mutation found; c.35delG heterozygous", "no pathogenic variant, VUS in SCN1A": one was found, or may be.
bool SpeaksOfAnother(std::string_view plain) {
  constexpr std::string_view kOthers[] = {"vus",   "second",    "other",         "further",   "zweit",  "weiter",
                                          "ander", "autre",     "deuxi",         "otra",      "segund", "altra",
                                          "outra", "uncertain", "pathogenicity", "mosaicism", "origin"};
  return std::any_of(std::begin(kOthers), std::end(kOthers),
                     [&](std::string_view word) { return plain.find(word) != plain.npos; });
}

// The first word of a text that is not empty, without signs at its ends, which is taken off its front.
std::string_view TakeWord(std::string_view& plain) {
  constexpr std::string_view kSigns = ":()[]\"'";
  const size_t end = std::min(plain.find(' '), plain.size());
  std::string_view word = plain.substr(0, end);
  plain.remove_prefix(std::min(end + 1, plain.size()));
  while (!word.empty() && kSigns.find(word.front()) != kSigns.npos) word.remove_prefix(1);
  while (!word.empty() && kSigns.find(word.back()) != kSigns.npos) word.remove_suffix(1);
  return word;
}

// "c.35delg", "v617f", "val600glu": a change of a sequence.
bool IsChange(std::string_view word) {
  if (NamesChange(word)) return true;
  size_t i = 0;
  while (i < word.size() && IsAsciiAlpha(word[i])) ++i;
  const size_t before = i;
  while (i < word.size() && IsAsciiDigit(word[i])) ++i;
  const bool placed = (before == 1 || before == 3) && i > before && i < word.size();
  return placed &&
         (word[i] == '*' || std::all_of(word.begin() + static_cast<std::ptrdiff_t>(i), word.end(), IsAsciiAlpha));
}

// A word by which something is there.
bool SaysYes(std::string_view word) {
  constexpr std::string_view kYesBegins[] = {"pos", "het", "hom", "hemi", "mutant", "mutated", "mutiert", "amplif"};
  constexpr std::string_view kYes[] = {"mut",       "detected", "found",        "present",    "identified",
                                       "confirmed", "carrier",  "nachgewiesen", "rearranged", "yes"};
  return std::any_of(std::begin(kYesBegins), std::end(kYesBegins),
                     [&](std::string_view begin) { return word.starts_with(begin); }) ||
         std::find(std::begin(kYes), std::end(kYes), word) != std::end(kYes) || word.find('%') != word.npos;
}

// Whether a text names several changes, or says of one that it is there: "l858r positive t790m". What stands behind it
// denies one of them.
bool NamesAnotherChange(std::string_view plain) {
  constexpr std::string_view kBetween[] = {" and ", " und ",  " but ",  " or ", " et ", " y ",   " with ",
                                           " mit ", " avec ", " oder ", " og ", " - ",  ". ",    " plus ",
                                           " con ", " ou ",   " och ",  " vs ", " en ", " aber "};
  // Of whom, or of what of a variant that is there.
  constexpr std::string_view kOfVariants[] = {"mosaic", "pathogen", "origin", "germline", "somatic",   "segregat",
                                              "parent", "mother",   "father", "matern",   "patern",    "inherit",
                                              "mutter", "vater",    "eltern", "dominant", "second hit"};
  const auto has = [&](std::string_view part) { return plain.find(part) != plain.npos; };
  if (plain.find_first_of(",;+&/|\n\r\t") != plain.npos || has("\xe2\x80\x93") || has("\xe2\x80\x94")) return true;
  if (std::any_of(std::begin(kBetween), std::end(kBetween), has)) return true;
  if (std::any_of(std::begin(kOfVariants), std::end(kOfVariants), has)) return true;
  size_t changes = 0;
  while (!plain.empty()) {
    const std::string_view word = TakeWord(plain);
    if (SaysYes(word)) return true;
    if (IsChange(word)) ++changes;
  }
  return changes > 1;
}

// "kras g12d nras", and behind it "wt": the gene is without a change, and not the change that stands before it.
bool EndsInAnotherGene(std::string_view named) {
  bool change_before = false;
  bool change_last = false;
  while (!named.empty()) {
    const std::string_view word = TakeWord(named);
    if (word.empty()) continue;
    change_before = change_before || change_last;
    change_last = IsChange(word);
  }
  return change_before && !change_last;
}

// Behind "no evidence of": a change, or one word for some. "no evidence of pathogenicity" is said of one that is there.
bool IsChangeOrWordForOne(std::string_view text) {
  constexpr std::string_view kWordsForChanges[] = {"deletion",      "duplication", "insertion", "amplification",
                                                   "rearrangement", "fusion",      "expansion", "translocation"};
  const std::string_view word = TakeWord(text);
  if (!text.empty()) return false;
  return IsChange(word) ||
         std::find(std::begin(kWordsForChanges), std::end(kWordsForChanges), word) != std::end(kWordsForChanges);
}

// "V617F neg", "c.1A>G not found", "negative for ITD": what was looked for, and the result. Not of several changes, of
// which one may be there, nor of one that acts so ("dominant negative").
bool DeniesWhatItNames(std::string_view plain) {
  constexpr std::string_view kEnds[] = {" neg",
                                        " neg.",
                                        " negative",
                                        " negativ",
                                        " negatif",
                                        " negativo",
                                        " not found",
                                        " not detected",
                                        " undetected",
                                        " not identified",
                                        " wt",
                                        " wild type",
                                        " wildtype",
                                        " wild-type",
                                        " nicht nachweisbar",
                                        " 0%",
                                        " 0 %",
                                        " nicht nachgewiesen",
                                        " unmutated",
                                        " not mutated",
                                        " not amplified",
                                        " not rearranged"};
  // Of an exon these are a deletion.
  constexpr std::string_view kEndsOfChanges[] = {" absent", " not present"};
  constexpr std::string_view kBeginnings[] = {"negative for ", "neg for ", "negativ f\xc3\xbcr "};
  if (ConsumePrefix(plain, "no evidence of ")) return IsChangeOrWordForOne(plain);
  for (const std::string_view begin : kBeginnings) {
    if (ConsumePrefix(plain, begin)) return !NamesAnotherChange(plain);
  }
  const auto ends = [&](std::string_view end) { return plain.ends_with(end); };
  const auto* end = std::find_if(std::begin(kEnds), std::end(kEnds), ends);
  if (end == std::end(kEnds)) {
    end = std::find_if(std::begin(kEndsOfChanges), std::end(kEndsOfChanges), ends);
    if (end == std::end(kEndsOfChanges) || !NamesChange(plain)) return false;
  }
  const bool of_gene = end->starts_with(" w");  // "wt", "wild type"
  plain.remove_suffix(end->size());
  return !NamesAnotherChange(plain) && !(of_gene && EndsInAnotherGene(plain));
}

// What an HGVS expression says of its sequence: without the accession, and without brackets and blanks.
std::string OfSequence(std::string_view hgvs) {
  if (const size_t colon = hgvs.rfind(':'); colon != hgvs.npos) hgvs.remove_prefix(colon + 1);
  std::string change;
  for (const char c : hgvs) {
    if (c != '(' && c != ')' && c != '[' && c != ']' && c != ' ') change.push_back(c);
  }
  return change;
}

}  // namespace

bool HgvsSaysNoVariant(std::string_view text) {
  constexpr size_t kLongest = 128;
  if (text.size() > kLongest) return false;
  if (SaysNoVariant(text)) return true;
  if (const std::string plain = Plain(text); DeniesVariants(plain)) {
    return !SpeaksOfAnother(plain) && !NamesChange(plain);
  } else if (DeniesWhatItNames(plain)) {
    return !SpeaksOfAnother(plain);
  }
  if (!text.ends_with('=') && !text.ends_with(')') && !text.ends_with(']')) return false;
  const std::string change = OfSequence(text);
  if (change.size() < 3 || change[1] != '.' || change.back() != '=') return false;
  if (change == "p.=") return true;
  // Of a genome, a gene, mitochondria, RNA; with positions alone: "c.76_78=", and not "c.[76A>C;83=]".
  return std::string_view("cgnmor").find(change[0]) != std::string_view::npos &&
         change.find_first_not_of("0123456789_+-*?ACGTUacgtu", 2) == change.size() - 1;
}

bool IsEqualProtein(std::string_view text) { return OfSequence(Trim(text)) == "p.="; }

bool NamesChange(std::string_view text) {
  const std::string plain = ToLower(text);
  const auto at = [&](size_t i) { return i < plain.size() ? plain[i] : ' '; };
  const auto digit = [&](size_t i) { return at(i) >= '0' && at(i) <= '9'; };
  const auto letter = [&](size_t i) { return at(i) >= 'a' && at(i) <= 'z'; };
  for (size_t i = 0; i < plain.size(); ++i) {
    if (at(i) == '>' && i > 0 && letter(i - 1) && letter(i + 1)) return true;
    if (i > 0 && IsAsciiAlnum(plain[i - 1])) continue;
    if (at(i) == 'r' && at(i + 1) == 's' && digit(i + 2)) return true;
    if (at(i) == 'i' && at(i + 1) == 'v' && at(i + 2) == 's' && digit(i + 3)) return true;
    if (at(i + 1) != '.') continue;
    size_t next = i + 2;
    while (at(next) == '(' || at(next) == '[') ++next;
    if (at(i) == 'p' && letter(next)) return true;
    const bool place = digit(next) || ((at(next) == '*' || at(next) == '-') && digit(next + 1));
    if (std::string_view("cgnmor").find(at(i)) != std::string_view::npos && place) return true;
  }
  return false;
}

bool SaysNoVariant(std::string_view text) {
  constexpr size_t kLongest = 32;
  if (text.size() > kLongest) return false;
  std::string plain = Plain(text);
  std::replace(plain.begin(), plain.end(), '-', ' ');
  // "46,XY[20]": in so many cells.
  if (const size_t cells = plain.rfind('['); plain.ends_with(']') && plain.starts_with("46,")) plain.resize(cells);
  return std::find(std::begin(kNone), std::end(kNone), plain) != std::end(kNone) || SaysNotCalled(plain);
}

bool SaysNotCalled(std::string_view text) {
  constexpr size_t kLongest = 32;
  if (text.size() > kLongest) return false;
  std::string plain = Plain(text);
  std::replace(plain.begin(), plain.end(), '-', ' ');
  return std::find(std::begin(kNotCalled), std::end(kNotCalled), plain) != std::end(kNotCalled);
}

bool IsZygosity(std::string_view code) {
  constexpr std::string_view kZygosities[] = {"GENO:0000134", "GENO:0000135", "GENO:0000136", "GENO:0000393",
                                              "GENO:0000394", "GENO:0000402", "GENO:0000458", "GENO:0000602",
                                              "GENO:0000603", "GENO:0000604", "GENO:0000605", "GENO:0000606"};
  return std::find(std::begin(kZygosities), std::end(kZygosities), code) != std::end(kZygosities);
}

const Zygosity* ZygosityOf(std::string_view text) {
  const std::string lower = Plain(text);
  const auto* found =
      std::find_if(std::begin(kWritten), std::end(kWritten), [&](const Written& w) { return w.text == lower; });
  return found == std::end(kWritten) ? nullptr : found->state;
}

}  // namespace muster::model
