#include <algorithm>
#include <string>

#include "nlohmann/json.hpp"
#include "shell/output/report.h"
#include "shell/terminal/concat.h"
#include "shell/terminal/display_width.h"
#include "shell/terminal/human.h"
#include "shell/terminal/listing.h"

namespace muster::shell {

std::string RenderInfo(const CatalogueInfo& info, const std::string& catalogue) {
  Listing general;
  general.Add("version", info.version);
  general.Add("format", info.format_version);
  general.Add("segments", info.segments);
  general.Add("size", HumanBytes(info.disk_bytes));
  Listing entities;
  for (const CatalogueInfo::Entity& entity : info.entities) entities.Add(entity.name, entity.rows);
  Listing datasets;
  for (const CatalogueInfo::Dataset& dataset : info.datasets) datasets.Add(dataset.id, dataset.individuals);
  Listing ontologies;
  for (const CatalogueInfo::Ontology& ontology : info.ontologies) {
    std::string remark = ontology.version.empty() ? "no version" : ontology.version;
    if (ontology.obsolete > 0) {
      Append(remark, "; of them ", Grouped(ontology.obsolete), " obsolete");
    }
    if (ontology.contents_replaced > 0) {
      Append(remark, "; in catalogue version ", ontology.contents_replaced,
             " another file took the place of one of the same version");
    }
    ontologies.Add(ontology.id, ontology.terms, remark);
  }
  constexpr size_t kMaxImports = 5;
  Listing imports;
  for (size_t i = info.imports.size() - std::min(info.imports.size(), kMaxImports); i < info.imports.size(); ++i) {
    const ImportReport& report = info.imports[i];
    uint64_t remarks = 0;
    for (const ImportRemark& remark : report.remarks) remarks += remark.count;
    imports.Add(Concat("version ", report.catalogue_version, ", ", report.dataset), report.individuals,
                Concat(Counted(report.rejected, "record"), " rejected, ", Counted(remarks, "remark")));
  }
  int labels = general.label_width() - 2;
  int values = general.value_width();
  for (const Listing* part : {&entities, &datasets, &ontologies, &imports}) {
    labels = std::max(labels, part->label_width());
    values = std::max(values, part->value_width());
  }
  std::string out = Concat(Printable(catalogue), "\n\n", general.Render(0, labels + 2, values));
  const auto section = [&](std::string_view title, const Listing& listing) {
    if (!listing.empty()) Append(out, "\n", title, "\n", listing.Render(2, labels, values));
  };
  section("rows", entities);
  section("individuals of each dataset", datasets);
  section("terms of each ontology", ontologies);
  section("individuals of the last imports; --imports shows what they reported", imports);
  return out;
}

std::string InfoJson(const CatalogueInfo& info) {
  nlohmann::ordered_json json = {
      {"version", info.version},
      {"format_version", info.format_version},
      {"segments", info.segments},
      {"disk_bytes", info.disk_bytes},
      {"entities", nlohmann::ordered_json::array()},
      {"datasets", nlohmann::ordered_json::array()},
      {"ontologies", nlohmann::ordered_json::array()},
  };
  for (const auto& entity : info.entities) json["entities"].push_back({{"name", entity.name}, {"rows", entity.rows}});
  for (const auto& dataset : info.datasets) {
    json["datasets"].push_back({{"id", dataset.id}, {"individuals", dataset.individuals}});
  }
  for (const auto& ontology : info.ontologies) {
    json["ontologies"].push_back({{"id", ontology.id},
                                  {"version", ontology.version},
                                  {"terms", ontology.terms},
                                  {"obsolete", ontology.obsolete},
                                  {"contents_replaced", ontology.contents_replaced}});
  }
  json["imports"] = nlohmann::ordered_json::array();
  for (const ImportReport& report : info.imports) {
    nlohmann::ordered_json import = {{"catalogue_version", report.catalogue_version},
                                     {"dataset", report.dataset},
                                     {"individuals", report.individuals},
                                     {"rejected", report.rejected},
                                     {"remarks", nlohmann::ordered_json::array()}};
    for (const ImportRemark& remark : report.remarks) {
      import["remarks"].push_back({{"what", remark.what}, {"count", remark.count}, { "what_to_do", remark.advice }});
    }
    json["imports"].push_back(std::move(import));
  }
  return json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

std::string RenderCheck(const CheckReport& report, const std::string& catalogue) {
  std::string out = Concat(Printable(catalogue), ": compared ", Counted(report.individuals, "individual"), ", ",
                           Counted(report.postings, "posting"), " and ", Counted(report.columns, "column"), "\n");
  if (report.problems.empty()) return out + "indexes and records agree\n";
  Append(out, Counted(report.problems.size(), "problem"), ":\n");
  for (const std::string& problem : report.problems) Append(out, "  ", Printable(problem), "\n");
  return out;
}

}  // namespace muster::shell
