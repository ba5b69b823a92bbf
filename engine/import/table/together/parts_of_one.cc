#include "engine/import/table/together/parts_of_one.h"

#include <algorithm>
#include <utility>

#include "engine/import/record/polarity_word.h"
#include "engine/model/schema/schema.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

using model::Concat;

constexpr RemarkKind kSeveralSamples{
    ImportProblem::Kind::kNote,
    "sample that has several ids of a table, by a column that no rule reads: each is counted as a sample",
    "if they are aliquots of it, or parts that are not to be counted by themselves, let the rule's \"id\" read the "
    "column of the sample; else nothing"};
constexpr RemarkKind kSeveralRuns{
    ImportProblem::Kind::kNote, "run that has several ids of a table: each is counted as a run",
    "if they are lanes, reads or files of one run, let the rule's \"id\" read the column of the run, or sum them up in "
    "the source: until then depths and yields are those of a part; else nothing"};

// More wholes than this are not remembered.
constexpr size_t kMost = 1'000'000;

bool IsNameOfSample(std::string_view name) {
  constexpr std::string_view kNames[] = {
      "sample",          "sampleid",      "samplename",    "specimen",     "specimenid", "biosample",    "biosampleid",
      "probe",           "probenid",      "probenummer",   "probennummer", "probennr",   "samplenumber", "sampleno",
      "sampleaccession", "samplebarcode", "biospecimenid", "muestraid",    "idmuestra",  "echantillonid"};
  return IsIn(kNames, Letters(name).text());
}

bool IsNameOfRun(std::string_view name) {
  constexpr std::string_view kNames[] = {"run",       "runid",        "runaccession",  "runname",
                                         "srr",       "err",          "sequencingrun", "sequencingrunid",
                                         "libraryid", "experimentid", "runno",         "experimentaccession",
                                         "experiment"};
  return IsIn(kNames, Letters(name).text());
}

// Takes `part` and its digits out of `text` where an end of a word follows; returns whether it did.
bool TakeOut(std::string& text, std::string_view part, size_t digits, std::string_view first_digits) {
  for (size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) {
    size_t end = at + part.size();
    if (end + digits > text.size() || first_digits.find(text[end]) == first_digits.npos) continue;
    const bool all = std::all_of(text.begin() + static_cast<ptrdiff_t>(end),
                                 text.begin() + static_cast<ptrdiff_t>(end + digits), model::IsAsciiDigit);
    end += digits;
    if (!all || (end < text.size() && text[end] != '_' && text[end] != '.')) continue;
    text.erase(at, end - at);
    return true;
  }
  return false;
}

}  // namespace

std::string WithoutLane(std::string_view id) {
  std::string text = model::ToLower(id);
  bool any = TakeOut(text, "_l", 3, "0");
  any = TakeOut(text, "_r", 1, "12") || any;
  const bool reads = text.find(".fastq") != text.npos || text.find(".fq") != text.npos;
  if (!any && reads) any = TakeOut(text, "_", 1, "12");
  return any ? text : "";
}

void PartsOfOne::Begin(const Mapping& mapping, size_t table, const TableHeader& header) {
  const Table& settings = mapping.tables()[table];
  const MappingNode* node = mapping.root() == nullptr ? nullptr : mapping.root()->Child(settings.name);
  if (node == nullptr || settings.one) return;
  node = node->Child(size_t{0});
  if (node == nullptr) return;
  const std::vector<HeaderColumn>& columns = header.columns();
  for (const RowRule* rule : node->rows()) {
    const bool runs = rule->entity == model::Entity::kRun;
    if (!runs && rule->entity != model::Entity::kSample) continue;
    for (const FieldRule& field : rule->fields) {
      if (field.constant || field.steps.size() != 1 ||
          field.field != (runs ? model::field::kRunId : model::field::kSampleId)) {
        continue;
      }
      const size_t id = header.Find(field.steps[0]);
      if (id == kNoColumn) continue;
      const auto is_whole = [&](const std::string& name) { return runs ? IsNameOfRun(name) : IsNameOfSample(name); };
      size_t whole = kNoColumn;
      for (size_t i = 0; i < columns.size() && whole == kNoColumn && !is_whole(columns[id].name); ++i) {
        if (i != id && !columns[i].used && !columns[i].left_out && is_whole(columns[i].name)) whole = i;
      }
      if (whole == kNoColumn && !runs) continue;
      const std::string& name = columns[whole == kNoColumn ? id : whole].name;
      ids_.push_back({runs, id, whole, Concat({"/", settings.name, "/", name}), name, {}});
    }
  }
}

void PartsOfOne::Compare(const CsvRow& row, std::string_view person, Ids& ids, Reporter& reporter) {
  const std::string& id = row.cells[ids.id];
  const std::string whole = ids.whole == kNoColumn ? WithoutLane(id) : row.cells[ids.whole];
  if (id.empty() || whole.empty()) return;
  std::string key = Concat({person, "\t", whole});
  const auto known = ids.parts.find(key);
  if (known == ids.parts.end()) {
    if (ids.parts.size() < kMost) ids.parts.emplace(std::move(key), Parts{id, false});
    return;
  }
  Parts& parts = known->second;
  if (parts.several || parts.first == id) return;
  parts.several = true;
  const std::string both = Concat({"\"", Shown(parts.first, 40), "\" and \"", Shown(id, 40), "\""});
  const std::string example = ids.whole == kNoColumn
                                  ? Concat({both, " differ in lane or read only"})
                                  : Concat({"\"", Shown(whole, 40), "\" in \"", Shown(ids.name, 40), "\" is ", both});
  reporter.Report(ids.runs ? kSeveralRuns : kSeveralSamples, ids.place, whole, example);
}

}  // namespace muster::import
