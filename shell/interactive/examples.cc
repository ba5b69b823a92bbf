#include "shell/interactive/examples.h"

namespace muster::shell {
namespace {

constexpr Example kExamples[] = {
    {"How many people are there, in which countries?", "count individuals by country;"},
    {"Women with seizures of any kind that began before the age of five",
     "count individuals\n"
     "where sex is female and has phenotype HP:0001250 \"Seizure\" with onset before 5 years;"},
    {"Seizures, with intellectual disability looked for and not found",
     "count individuals\n"
     "where has phenotype HP:0001250 and has excluded phenotype HP:0001249;"},
    {"The same, with intellectual disability merely not recorded",
     "count individuals\n"
     "where has phenotype HP:0001250 and not has phenotype HP:0001249;"},
    {"People and samples: a tumour sample with a whole genome of at least 60x",
     "count individuals, samples\n"
     "where has sample with (type is tumour and has run with (assay is WGS and depth >= 60));"},
    {"At least two of three diseases of the heart and the metabolism",
     "count individuals\n"
     "where at least 2 of (has disease MONDO:0005148, has disease MONDO:0005044, has disease MONDO:0005010);"},
    {"HbA1c of 6.5 % or more, whatever the unit it was recorded in",
     "count individuals\n"
     "where has measurement LOINC:4548-4 with value >= 6.5 %\n"
     "by sex, age at last contact in bands of 10 years;"},
    {"What a question costs, step by step", "explain analyse count individuals where has phenotype HP:0001250;"},
};

}  // namespace

std::span<const Example> Examples() { return kExamples; }

}  // namespace muster::shell
