#include "grammar/habits/criteria/criterion_for_words.h"

#include <algorithm>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"

namespace muster::grammar {
namespace {

struct WordList {
  std::vector<std::string_view> words;
  std::string_view hint;
};

const std::vector<WordList>& WordLists() {
  static const auto* lists = new std::vector<WordList>{
      {{"data", "data available", "available data", "genomic data", "genetic data", "omics", "omics data",
        "molecular data"},
       "data are those of sequencing, or files: write has run, or has file; describe run lists what is said of a run"},
      {{"wgs data", "whole genome data", "genome data", "whole genome", "whole genomes"},
       "write has run with assay is WGS"},
      {{"wes data", "whole exome data", "exome data", "whole exome", "whole exomes"},
       "write has run with assay is WES"},
      {{"rna-seq data", "transcriptome", "transcriptome data", "transcriptomics"},
       "write has run with assay is rna-seq"},
      {{"frozen", "fresh frozen", "snap frozen", "fresh", "ffpe", "paraffin", "cryopreserved", "stored", "storage",
        "biobanked"},
       "how a sample is kept is its storage, where that is recorded: write has sample with storage is \"...\"; "
       "describe "
       "sample shows whether it is"},
      {{"metastasis", "metastases", "metastatic", "metastatic disease", "metastasized", "metastasised",
        "distant metastasis", "distant metastases"},
       "metastases are said of samples: write has sample with tumour progression is \"metastatic\"; of a stage, has "
       "disease with stage is \"Stage IV\""},
      {{"death", "dead", "died", "deceased"}, "write vital status is deceased; when is age at death"},
      {{"alive", "living", "still alive"}, "write vital status is alive"},
      {{"informed consent", "consented"}, "write has consent with status is granted; permission says to what"},
      {{"withdrawn consent", "consent withdrawn", "withdrawn", "withdrawal", "withdrew consent"},
       "write has consent with status is withdrawn"},
      {{"genetic diagnosis", "molecular diagnosis", "genetically solved", "solved"},
       "write has interpretation with status is solved, where a variant explains what somebody has"},
      {{"response", "responder", "responders", "complete response", "partial response", "objective response"},
       "how a disease responded is said of its treatment: write has treatment with response is \"...\"; count "
       "treatments "
       "by response shows what is recorded"},
      {{"stay", "hospitalisation", "hospitalization", "hospitalised", "hospitalized", "inpatient", "outpatient",
        "admitted", "admission", "icu", "icu stay", "hospital stay", "emergency visit"},
       "no record is one of a stay in hospital; terms like \"hospital\" shows whether a procedure or a phenotype says "
       "it here"},
      {{"unable to consent", "unable to give consent", "unable to give informed consent", "inability to consent",
        "inability to give informed consent", "unwilling to consent", "incapable of consent", "lack of consent"},
       "whether somebody can consent is not recorded; who gave none write no consent with status is granted"},
      {{"remission", "complete remission", "partial remission", "progressive disease", "stable disease"},
       "how a disease responded is said of its treatment: write has treatment with response is \"...\"; count "
       "treatments by response shows what is recorded"},
      {{"lost to follow-up", "lost to followup", "lost to follow up", "ltfu"},
       "no record says who was lost to follow-up; when somebody was last seen is last contact, or age at last contact"},
      {{"trio", "trios", "complete trio", "complete trios", "parent-child trio"},
       "a trio is a person with both parents: write has mother and has father; of those with data, has mother with has "
       "run and has father with has run"},
      {{"duo", "duos"}, "a duo is a person with one of the parents: write exactly 1 of (has mother, has father)"},
      {{"proband", "probands", "index case", "index cases", "index patient", "index patients"},
       "write has pedigree with role is proband"},
      {{"current smoker", "current smokers", "former smoker", "former smokers", "ex-smoker", "ex-smokers", "exsmoker",
        "exsmokers"},
       "write has exposure \"smoking\", which holds for all who ever smoked, as an exposure has no end; terms like "
       "\"smoker\" shows whether current and former smokers have terms of their own"},
      {{"premenopausal", "perimenopausal", "postmenopausal", "menopausal", "menopause"},
       "no field is for that; terms like \"menopause\" shows whether it is recorded here, and as what"},
      {{"adequate organ function", "adequate bone marrow function", "adequate marrow function",
        "adequate hematologic function", "adequate haematologic function", "adequate renal function",
        "adequate kidney function", "adequate hepatic function", "adequate liver function", "adequate cardiac function",
        "normal organ function", "normal renal function", "normal kidney function", "normal liver function",
        "normal hepatic function"},
       "say by values what is adequate: write has measurement \"creatinine\" with value <= 1.5 times reference high; "
       "count individuals by measurement shows what is measured here"},
      {{"insurance", "income", "education", "occupation", "employment", "employed", "marital status", "married",
        "religion", "address", "postcode", "zip code", "phone", "email", "surname", "weight category"},
       "no field is for that; describe individual lists what is recorded of a person"},
  };
  return *lists;
}

// In lower case, with single blanks.
std::string Normal(std::string_view words) {
  const std::string lower = absl::AsciiStrToLower(std::string(words));
  const std::vector<std::string> split = absl::StrSplit(lower, ' ', absl::SkipEmpty());
  return absl::StrJoin(split, " ");
}

bool IsOneOfThese(const std::string& word, const std::vector<std::string_view>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

std::string_view TimeForWords(std::string_view words) {
  const std::string normal = Normal(words);
  if (IsOneOfThese(normal, {"last visit", "latest visit", "last seen", "last follow-up", "last followup", "visit",
                            "last encounter", "last appointment", "follow-up visit"})) {
    return "last contact";
  }
  if (IsOneOfThese(normal, {"first visit", "baseline", "baseline visit", "study entry", "recruitment", "recruited",
                            "registration", "screening visit", "randomisation", "randomization"})) {
    return "enrolment";
  }
  return "";
}

std::optional<std::string> CriterionForWords(std::string_view words) {
  const std::string normal = Normal(words);
  for (const WordList& list : WordLists()) {
    if (IsOneOfThese(normal, list.words)) return std::string(list.hint);
  }
  const std::string time(TimeForWords(normal));
  if (time.empty()) return std::nullopt;
  return absl::StrCat("that is a time of the person: write age at ", time, " >= 18 years, or ", time,
                      " >= 2020-01-01 where dates are recorded");
}

}  // namespace muster::grammar
