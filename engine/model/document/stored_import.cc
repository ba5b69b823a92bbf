#include "engine/model/document/stored_import.h"

#include <algorithm>
#include <cstdio>
#include <iterator>

#include "engine/model/document/remarks_of_ontologies.h"
#include "engine/model/document/remarks_of_others.h"
#include "engine/model/text/codec.h"

namespace muster::model {
namespace {

constexpr uint8_t kImportForm = 1;
constexpr std::string_view kImportPrefix = "import/";
constexpr size_t kMaxKinds = 20;
constexpr size_t kMaxValues = 5;
constexpr size_t kMaxStoredBytes = 200;  // bytes of a text

void PutShort(std::string_view text, std::string& out) { PutString(text.substr(0, kMaxStoredBytes), out); }

void PutProblem(const ImportProblem& problem, std::string& out) {
  PutShort(problem.file, out);
  PutVarint(problem.line, out);
  PutVarint(problem.record, out);
  PutShort(problem.id, out);
  PutShort(problem.where, out);
  PutShort(problem.value, out);
  PutShort(problem.reason, out);
}

bool ReadProblem(ByteReader& reader, ImportProblem* problem) {
  return reader.String(problem->file) && reader.Varint(problem->line) && reader.Varint(problem->record) &&
         reader.String(problem->id) && reader.String(problem->where) && reader.String(problem->value) &&
         reader.String(problem->reason);
}

bool MayQuoteOthers(const ImportRemark& remark) {
  return std::ranges::find(kRemarksOfOthers, remark.what) != std::end(kRemarksOfOthers);
}

void PutRemark(const ImportRemark& remark, std::string& out) {
  PutByte(static_cast<uint8_t>(remark.kind), out);
  PutShort(remark.what, out);
  PutString(remark.advice.substr(0, 2 * kMaxStoredBytes), out);
  PutVarint(remark.count, out);
  const size_t values = MayQuoteOthers(remark) ? 0 : std::min(remark.values.size(), kMaxValues);
  PutVarint(values, out);
  uint64_t others = remark.other_values;
  for (size_t i = 0; i < remark.values.size(); ++i) {
    if (i >= values) {
      others += remark.values[i].count;
      continue;
    }
    PutShort(remark.values[i].path, out);
    PutShort(remark.values[i].value, out);
    PutVarint(remark.values[i].count, out);
  }
  PutVarint(others, out);
  if (MayQuoteOthers(remark)) return PutVarint(0, out);
  PutVarint(remark.examples.size(), out);
  for (const ImportProblem& example : remark.examples) PutProblem(example, out);
}

bool ReadRemark(ByteReader& reader, ImportRemark* remark) {
  uint8_t kind = 0;
  size_t values = 0;
  size_t examples = 0;
  if (!reader.Byte(kind) || kind > static_cast<uint8_t>(ImportProblem::Kind::kNote) || !reader.String(remark->what) ||
      !reader.String(remark->advice) || !reader.Varint(remark->count) || !reader.Count(3, values)) {
    return false;
  }
  remark->kind = static_cast<ImportProblem::Kind>(kind);
  remark->values.resize(values);
  for (ImportRemark::Value& value : remark->values) {
    if (!reader.String(value.path) || !reader.String(value.value) || !reader.Varint(value.count)) return false;
  }
  if (!reader.Varint(remark->other_values) || !reader.Count(7, examples)) return false;
  remark->examples.resize(examples);
  for (ImportProblem& example : remark->examples) {
    example.kind = remark->kind;
    if (!ReadProblem(reader, &example)) return false;
  }
  return true;
}

}  // namespace

std::string ImportDocument(uint64_t version) {
  char number[24];
  std::snprintf(number, sizeof number, "%016llx", static_cast<unsigned long long>(version));
  return std::string(kImportPrefix).append(number);
}

std::string EncodeImport(const ImportReport& report) {
  std::string out;
  PutByte(kImportForm, out);
  PutVarint(report.catalogue_version, out);
  PutShort(report.dataset, out);
  for (const uint64_t total : {report.files, report.records, report.individuals, report.replaced, report.rejected,
                               report.ontologies, report.ontology_terms, report.problem_count}) {
    PutVarint(total, out);
  }
  const size_t remarks = std::min(report.remarks.size(), kMaxKinds);
  PutVarint(remarks, out);
  for (size_t i = 0; i < remarks; ++i) PutRemark(report.remarks[i], out);
  return out;
}

absl::StatusOr<ImportReport> DecodeImport(std::string_view bytes) {
  ByteReader reader(bytes);
  ImportReport report;
  uint8_t form = 0;
  bool good = reader.Byte(form) && form == kImportForm && reader.Varint(report.catalogue_version) &&
              reader.String(report.dataset);
  for (uint64_t* total : {&report.files, &report.records, &report.individuals, &report.replaced, &report.rejected,
                          &report.ontologies, &report.ontology_terms, &report.problem_count}) {
    good = good && reader.Varint(*total);
  }
  size_t remarks = 0;
  good = good && reader.Count(6, remarks);
  if (good) report.remarks.resize(remarks);
  for (ImportRemark& remark : report.remarks) good = good && ReadRemark(reader, &remark);
  if (!good || reader.remaining() > 0) return absl::DataLossError("the report of an import is damaged");
  return report;
}

bool ForgetValues(ImportReport* report) {
  bool any = false;
  for (ImportRemark& remark : report->remarks) {
    if (remark.what == kContentsReplaced) continue;
    any = any || !remark.values.empty() || !remark.examples.empty();
    for (const ImportRemark::Value& value : remark.values) remark.other_values += value.count;
    remark.values.clear();
    remark.examples.clear();
  }
  return any;
}

absl::StatusOr<std::vector<ImportReport>> ImportsIn(const std::map<std::string, std::string>& documents) {
  std::vector<ImportReport> reports;
  for (auto it = documents.lower_bound(std::string(kImportPrefix)); it != documents.end(); ++it) {
    if (!it->first.starts_with(kImportPrefix)) break;
    absl::StatusOr<ImportReport> report = DecodeImport(it->second);
    if (!report.ok()) return report.status();
    reports.push_back(*std::move(report));
  }
  return reports;
}

std::vector<std::string> ImportsToForget(const std::map<std::string, std::string>& documents) {
  std::vector<std::string> names;
  for (auto it = documents.lower_bound(std::string(kImportPrefix)); it != documents.end(); ++it) {
    if (!it->first.starts_with(kImportPrefix)) break;
    names.push_back(it->first);
  }
  if (names.size() < kMaxImports) return {};
  names.resize(names.size() - kMaxImports + 1);
  return names;
}

}  // namespace muster::model
