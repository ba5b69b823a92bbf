// Catalogue::Impl: imports, and what is to be said of them.
#include <algorithm>
#include <chrono>
#include <utility>

#include "absl/strings/str_cat.h"
#include "allowance/allowance.h"
#include "engine/api/bounded.h"
#include "engine/api/catalogue_impl.h"
#include "engine/api/imports/repeated_people.h"
#include "engine/api/judge_labels.h"
#include "engine/api/person_ids.h"
#include "engine/api/statements/unknown_codes.h"
#include "engine/api/used_ontologies.h"
#include "engine/model/codes/code_editions.h"
#include "engine/model/document/stored_import.h"
#include "engine/model/schema/keyword.h"

namespace muster {
namespace {

// Hands what an import reads to the writer.
class WriterSink : public import::Sink {
 public:
  // The ids of the first kRemembered new individuals are remembered.
  static constexpr size_t kRemembered = 1000;

  explicit WriterSink(index::CatalogueWriter& writer) : writer_(writer) {}
  // Of the first individuals that were added and not there before.
  const std::vector<std::string>& new_ids() const { return new_ids_; }
  const api::RepeatedPeople& people() const { return people_; }
  model::Symbol Intern(std::string_view text, std::string_view label) override { return writer_.Intern(text, label); }
  absl::Status AddRecord(model::Record&& record, model::Taken* taken) override {
    if (absl::Status looked = CheckStopSampled(); !looked.ok()) return looked;
    std::string other_person = persons_.TakeContradicting(record, *writer_.dictionary());
    absl::Status added = writer_.AddRecord(record, taken);
    people_.Add(record, *writer_.dictionary());
    taken->other_person = std::move(other_person);
    if (taken->how == model::Taken::How::kAdded && new_ids_.size() < kRemembered) new_ids_.push_back(record.id);
    return added;
  }
  const model::Dictionary& symbols() const override { return *writer_.dictionary(); }
  absl::Status AddOntology(ontology::OntologyPtr ontology) override {
    writer_.AddOntology(std::move(ontology));
    return absl::OkStatus();
  }
  void AddLabels(std::vector<import::LabelOfCode> labels) override { labels_ = std::move(labels); }
  const std::vector<import::LabelOfCode>& labels() const { return labels_; }
  absl::Status AddCollection(model::Collection collection) override {
    writer_.PutDocument(model::CollectionDocument(collection.kind, collection.id), model::EncodeCollection(collection));
    return absl::OkStatus();
  }

 private:
  index::CatalogueWriter& writer_;
  std::vector<std::string> new_ids_;
  api::RepeatedPeople people_;
  std::vector<import::LabelOfCode> labels_;
  api::PersonIds persons_;
};

// What is to be said when nobody named a dataset, and the people are in another one.
void AddOtherDatasetRemark(const std::string& dataset, const std::string& other, size_t found, size_t of,
                           ImportReport* report) {
  ImportRemark& remark = report->remarks.emplace_back();
  remark.what = "individuals whose ids another dataset has";
  remark.advice = absl::StrCat("if they are the same people, import into that dataset (--dataset ", other,
                               "), which replaces them; now they are counted twice");
  remark.count = found;
  ImportProblem& problem = remark.examples.emplace_back();
  problem.reason = absl::StrCat("of the first ", of, " individuals that are new in dataset ", dataset, ", ", found,
                                " have ids that dataset ", other, " has");
  ++report->problem_count;
  report->problems.push_back(problem);
  report->notes[remark.what] += found;
}

}  // namespace

absl::StatusOr<ImportReport> Catalogue::Impl::Import(const ImportOptions& options, Reader read) {
  return api::Bounded("the import", {options.timeout, options.stop}, [&] { return ImportBounded(options, read); });
}

absl::StatusOr<ImportReport> Catalogue::Impl::ImportBounded(const ImportOptions& options, Reader read) {
  const auto start = std::chrono::steady_clock::now();
  if (absl::Status known = ExpectSpelling(options.dataset); !known.ok()) return known;
  ImportReport report;
  model::Symbol symbols_before = 0;
  const auto change = [&](index::CatalogueWriter& writer) -> absl::Status {
    symbols_before = static_cast<model::Symbol>(view()->dictionary().size());
    WriterSink sink(writer);
    absl::StatusOr<ImportReport> done = read(sink);
    if (!done.ok()) return done.status();
    report = *std::move(done);
    if (absl::Status looked = LookIntoOtherDatasets(options, sink.new_ids(), &report); !looked.ok()) return looked;
    if (absl::Status judged = Judge(sink.labels(), writer, &report); !judged.ok()) return judged;
    report.dataset = options.dataset;
    const bind::CatalogueViewPtr before = view();
    sink.people().AddRemarks(&report);
    api::AddOntologyRemarks(before->snapshot().manifest, writer.ontologies(), &report);
    report.catalogue_version = before->snapshot().manifest.version + 1;
    if (report.replaced > 0) {
      if (absl::Status forgot = ForgetValues(options.dataset, writer); !forgot.ok()) return forgot;
    }
    for (std::string& name : model::ImportsToForget(*before->snapshot().documents)) {
      writer.PutDocument(std::move(name), "");
    }
    writer.PutDocument(model::ImportDocument(report.catalogue_version), model::EncodeImport(report));
    if (options.progress) {
      ImportProgress progress;
      progress.records = report.records;
      progress.phase = "committing";
      const AllowanceScope unbounded(nullptr);
      if (!options.progress(progress)) return absl::CancelledError("the import was cancelled; nothing has changed");
    }
    return absl::OkStatus();
  };
  if (absl::Status status = Write(change, CurrentAllowance()); !status.ok()) return status;
  report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  // The import is durable: what cannot be said about it now is no failure of it.
  AfterTheCommit([&] {
    AddUnknownCodes(symbols_before, &report).IgnoreError();
    AddMixedEditions(symbols_before, &report).IgnoreError();
  });
  return report;
}

// Queries know no difference between "REG" and "reg", and people would be there twice.
absl::Status Catalogue::Impl::ExpectSpelling(const std::string& dataset) const {
  const bind::CatalogueViewPtr before = view();
  const auto datasets = before->RecordedValues(model::field::kDataset);
  if (!datasets.ok()) return datasets.status();
  for (const model::Symbol symbol : **datasets) {
    const std::string_view word = before->dictionary().Text(symbol);
    const std::string_view label = before->dictionary().Label(symbol);
    const std::string_view spelt = label.empty() ? word : label;
    if (spelt == dataset || model::NormalizeKeyword(dataset) != word) continue;
    return absl::InvalidArgumentError(absl::StrCat(
        "the catalogue has a dataset \"", std::string(spelt), "\", and \"", dataset,
        "\" would be another one, which queries cannot tell from it: write it as it is there, or choose another name"));
  }
  return absl::OkStatus();
}

// Whoever forgets to name the dataset adds its people once more. Remarks on it when most ids are in another one.
absl::Status Catalogue::Impl::LookIntoOtherDatasets(const ImportOptions& options, const std::vector<std::string>& ids,
                                                    ImportReport* report) {
  if (options.dataset != ImportOptions().dataset || ids.empty()) return absl::OkStatus();
  const bind::CatalogueViewPtr before = view();
  const auto datasets = before->FieldValues(model::field::kDataset);
  if (!datasets.ok()) return datasets.status();
  for (const model::Symbol symbol : **datasets) {
    const std::string_view label = before->dictionary().Label(symbol);
    const std::string other(label.empty() ? before->dictionary().Text(symbol) : label);
    if (other == options.dataset) continue;
    size_t found = 0;
    for (const std::string& id : ids) {
      const auto place = store_->Find(before->snapshot(), other, id);
      if (!place.ok()) return place.status();
      found += place->has_value() ? 1 : 0;
    }
    if (found * 2 > ids.size()) AddOtherDatasetRemark(options.dataset, other, found, ids.size(), report);
  }
  return absl::OkStatus();
}

// What labels say of the codes beside which they stand.
absl::Status Catalogue::Impl::Judge(const std::vector<import::LabelOfCode>& labels, index::CatalogueWriter& writer,
                                    ImportReport* report) {
  if (labels.empty()) return absl::OkStatus();
  const bind::CatalogueViewPtr before = view();
  std::vector<ontology::OntologyPtr> ontologies = before->terminology().ontologies();
  for (const ontology::OntologyPtr& added : writer.ontologies()) {
    std::erase_if(ontologies, [&](const ontology::OntologyPtr& known) { return known->id() == added->id(); });
    ontologies.push_back(added);
  }
  const ontology::Terminology terminology(std::move(ontologies), writer.dictionary());
  absl::StatusOr<api::JudgedLabels> judged = api::JudgeLabels(labels, terminology, *before->snapshot().documents);
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

// What the catalogue now has for codes and is none, or none of the loaded ontologies.
// A small import asks for the codes that came with it only: what was there before costs the more the larger it is.
absl::Status Catalogue::Impl::AddUnknownCodes(model::Symbol before, ImportReport* report) {
  constexpr uint64_t kSmall = 1000;
  const bind::CatalogueViewPtr now = view();
  api::UnknownCodeOptions options;
  options.limit = 100;
  options.not_loaded = false;
  if (report->individuals < kSmall && report->ontologies == 0) {
    options.first = before;
    if (!api::MayHaveUnknownCodes(*now, before)) return absl::OkStatus();
  }
  const absl::StatusOr<std::vector<api::UnknownCode>> unknown = api::FindUnknownCodes(*now, options);
  if (!unknown.ok()) return unknown.status();
  ImportRemark remark;
  remark.what = "codes in the catalogue that no loaded ontology knows";
  remark.advice =
      "correct them in the source, or load an ontology that has them; the statement \"show unknown codes\" lists "
      "them with the nearest terms";
  ImportRemark obsolete;
  obsolete.what = "codes in the catalogue that are obsolete, and that no term replaces";
  obsolete.advice =
      "write a current term in the source; until then no query for one reaches them: with term starts with \"CODE\" "
      "does, and "
      "\"show unknown codes\" has the terms to consider";
  for (const api::UnknownCode& code : *unknown) {
    const model::Field& field = model::Info(code.field);
    ImportRemark& of_kind = code.why == api::UnknownCode::Why::kObsolete ? obsolete : remark;
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

// Each edition of a classification is a system of its own, and what is asked of one misses the others.
absl::Status Catalogue::Impl::AddMixedEditions(model::Symbol before, ImportReport* report) {
  const bind::CatalogueViewPtr now = view();
  bool any = false;
  for (model::Symbol symbol = before; symbol < now->dictionary().size() && !any; ++symbol) {
    any = !model::EditionsOf(now->dictionary().Text(symbol)).empty();
  }
  if (!any) return absl::OkStatus();
  const absl::StatusOr<std::vector<api::MixedEditions>> found = api::FindMixedEditions(*now, before);
  if (!found.ok()) return found.status();
  ImportRemark remark;
  remark.what = "field with codes of several editions of one classification";
  remark.advice =
      "nothing, if queries name a code of each: in (ICD10:E11, ICD10GM:E11); a code of one edition does not mean those "
      "of another";
  for (const api::MixedEditions& mixed : *found) {
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

}  // namespace muster
