#include "shell/synth/files/beacon.h"
#include "shell/synth/files/record_text.h"
#include "shell/synth/people/codes.h"

namespace muster::synth {

void AppendBiosamples(const Person& person, std::string& out) {
  for (size_t i = 0; i < person.samples.size(); ++i) {
    const SampleEvent& sample = person.samples[i];
    out.append(R"({"id":")");
    AppendSampleId(out, 'S', person, i);
    out.append(R"(","individualId":")");
    AppendPersonId(out, 'P', person);
    out.push_back('"');
    AppendCode(out, "biosampleStatus", sample.tumour ? &kAbnormalSample : &kReferenceSample);
    AppendCode(out, "sampleOriginType", sample.tissue);
    AppendName(out, "collectionMoment");
    AppendDuration(out, sample.collected_months);
    AppendPathology(out, sample);
    if (sample.tumour) {
      out.append(R"(,"obtentionProcedure":{"procedureCode":)");
      AppendCode(out, kBiopsy);
      out.append(R"(,"dateOfProcedure":)");
      AppendTimestamp(out, person, sample.collected_months);
      out.push_back('}');
    }
    out.append(R"(,"info":{"sampleType":)");
    AppendCode(out, *sample.type);
    AppendRelation(out, person, sample);
    out.append("}},\n");
  }
}

void AppendRuns(const Person& person, std::string& out) {
  for (size_t i = 0; i < person.samples.size(); ++i) {
    for (size_t number = 0; number < person.samples[i].runs.size(); ++number) {
      const RunEvent& run = person.samples[i].runs[number];
      out.append(R"({"id":")");
      AppendRunId(out, 'R', person, i, number);
      out.append(R"(","biosampleId":")");
      AppendSampleId(out, 'S', person, i);
      out.append(R"(","individualId":")");
      AppendPersonId(out, 'P', person);
      out.append(R"(","libraryStrategy":")").append(run.strategy);
      out.append(R"(","libraryLayout":")").append(run.layout);
      out.append(R"(","librarySelection":")").append(run.selection);
      out.append(R"(","platform":")").append(run.platform).append("\"");
      AppendCode(out, "platformModel", run.model);
      out.append(R"(,"runDate":)");
      AppendDay(out, run.day);
      out.append(R"(,"info":{"genomeAssembly":")").append(run.assembly);
      out.append(R"(","coverage":)");
      AppendDecimal(out, run.coverage, 1);
      if (run.breadth > 0) {
        out.append(R"(,"breadth":)");
        AppendDecimal(out, run.breadth, 1);
      }
      out.append("}},\n");
    }
  }
}

void AppendAnalyses(const Person& person, std::string& out) {
  for (size_t i = 0; i < person.samples.size(); ++i) {
    for (size_t number = 0; number < person.samples[i].runs.size(); ++number) {
      const RunEvent& run = person.samples[i].runs[number];
      if (run.analysis == nullptr) continue;
      out.append(R"({"id":")");
      AppendRunId(out, 'A', person, i, number);
      out.append(R"(","runId":")");
      AppendRunId(out, 'R', person, i, number);
      out.append(R"(","biosampleId":")");
      AppendSampleId(out, 'S', person, i);
      out.append(R"(","individualId":")");
      AppendPersonId(out, 'P', person);
      out.append(R"(","pipelineName":")").append(run.analysis->name);
      out.append(R"(","aligner":")").append(run.analysis->aligner);
      out.append(R"(","variantCaller":")").append(run.analysis->caller);
      out.append(R"(","analysisDate":)");
      AppendDay(out, run.analysis_day);
      out.append("},\n");
    }
  }
}

}  // namespace muster::synth
