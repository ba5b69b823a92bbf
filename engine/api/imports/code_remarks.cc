#include "engine/api/imports/code_remarks.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "engine/api/imports/judge_labels.h"
#include "engine/api/statements/unknown_codes.h"
#include "engine/model/codes/code_editions.h"
#include "engine/model/schema/schema.h"
#include "engine/ontology/terminology.h"

namespace muster::api {

absl::Status AddLabelRemarks(const std::vector<import::LabelOfCode>& labels, const bind::CatalogueView& before,
                             index::CatalogueWriter& writer, ImportReport* report) {
  if (labels.empty()) return absl::OkStatus();
  std::vector<ontology::OntologyPtr> ontologies = before.terminology().ontologies();
  for (const ontology::OntologyPtr& added : writer.ontologies()) {
    std::erase_if(ontologies, [&](const ontology::OntologyPtr& known) { return known->id() == added->id(); });
    ontologies.push_back(added);
  }
  const ontology::Terminology terminology(std::move(ontologies), writer.dictionary());
  absl::StatusOr<JudgedLabels> judged = JudgeLabels(labels, terminology, *before.snapshot().documents);
  if (!judged.ok()) return judged.status();
  for (auto& [name, bytes] : judged->documents) writer.PutDocument(std::move(name), std::move(bytes));
  for (ImportRemark& remark : judged->remarks) {
    report->problem_count += remark.examples.size();
    report->notes[remark.what] += remark.count;
    report->problems.insert(report->problems.end(), remark.examples.begin(), remark.examples.end());
    report->remarks.push_back(std::move(remark));
  }
  return absl::OkStatus();
}

absl::Status AddUnknownCodes(const bind::CatalogueView& now, model::Symbol before, ImportReport* report) {
  constexpr uint64_t kSmall = 1000;
  UnknownCodeOptions options;
  options.limit = 100;
  options.not_loaded = false;
  if (report->individuals < kSmall && report->ontologies == 0) {
    options.first = before;
    if (!MayHaveUnknownCodes(now, before)) return absl::OkStatus();
  }
  const absl::StatusOr<std::vector<UnknownCode>> unknown = FindUnknownCodes(now, options);
  if (!unknown.ok()) return unknown.status();
  ImportRemark remark;
  remark.what = "codes in the catalogue that no loaded ontology knows";
  remark.advice =
      "correct them in the source, or load an ontology that has them; the statement \"show unknown codes\" lists "
      "them with the nearest terms";
  ImportRemark obsolete;
  obsolete.what = "codes in the catalogue that are obsolete, and that no term replaces";
  obsolete.advice =
      "write a current term in the source; until then no query for one reaches them, unless several replace them, or "
      "one that no "
      "loaded ontology has: with term starts with \"CODE\" does, and \"show unknown codes\" has the terms to consider";
  for (const UnknownCode& code : *unknown) {
    const model::Field& field = model::Info(code.field);
    ImportRemark& of_kind = code.why == UnknownCode::Why::kObsolete ? obsolete : remark;
    of_kind.count += code.rows;
    of_kind.values.push_back({absl::StrCat(std::string(model::Info(field.entity).name), " ", std::string(field.name)),
                              code.code, code.rows});
  }
  for (ImportRemark* of_kind : {&remark, &obsolete}) {
    if (of_kind->values.empty()) continue;
    std::stable_sort(of_kind->values.begin(), of_kind->values.end(),
                     [](const auto& a, const auto& b) { return a.count > b.count; });
    report->remarks.push_back(std::move(*of_kind));
  }
  return absl::OkStatus();
}

absl::Status AddMixedEditions(const bind::CatalogueView& now, model::Symbol before, ImportReport* report) {
  bool any = false;
  for (model::Symbol symbol = before; symbol < now.dictionary().size() && !any; ++symbol) {
    any = !model::EditionsOf(now.dictionary().Text(symbol)).empty();
  }
  if (!any) return absl::OkStatus();
  const absl::StatusOr<std::vector<MixedEditions>> found = FindMixedEditions(now, before);
  if (!found.ok()) return found.status();
  ImportRemark remark;
  remark.what = "field with codes of several editions of one classification";
  remark.advice =
      "nothing, if queries name a code of each: in (ICD10:E11, ICD10GM:E11); a code of one edition does not mean those "
      "of another";
  for (const MixedEditions& mixed : *found) {
    const model::Field& field = model::Info(mixed.field);
    const std::string name = absl::StrCat(std::string(model::Info(field.entity).name), " ", std::string(field.name));
    for (const auto& [prefix, rows] : mixed.rows) {
      remark.count += rows;
      remark.values.push_back({name, prefix, rows});
    }
  }
  if (remark.count > 0) report->remarks.push_back(std::move(remark));
  return absl::OkStatus();
}

absl::Status AddNoPhenotypes(const bind::CatalogueView& now, model::Symbol before, ImportReport* report) {
  const absl::StatusOr<std::vector<UnknownCode>> found = FindNoPhenotypes(now, report->ontologies > 0 ? 0 : before);
  if (!found.ok()) return found.status();
  ImportRemark remark;
  remark.what = "phenotype by a term of HPO that is none: it is not below HP:0000118 Phenotypic abnormality";
  remark.advice =
      "write onset, severity, modifiers and inheritance into their own members; until then they count as phenotypes: "
      "has phenotype HP:0000118 asks for the others";
  for (const UnknownCode& code : *found) {
    remark.count += code.rows;
    remark.values.push_back(
        {"phenotype term", absl::StrCat(code.code, code.label.empty() ? "" : " ", code.label), code.rows});
  }
  if (remark.count > 0) report->remarks.push_back(std::move(remark));
  return absl::OkStatus();
}

}  // namespace muster::api
