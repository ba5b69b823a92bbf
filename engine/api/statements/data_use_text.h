// Private to api/: what a dataset may be used for, on one line.
#ifndef MUSTER_ENGINE_API_STATEMENTS_DATA_USE_TEXT_H_
#define MUSTER_ENGINE_API_STATEMENTS_DATA_USE_TEXT_H_

#include <string>
#include <vector>

#include "engine/model/document/collection.h"
#include "engine/ontology/terminology.h"

namespace muster::api {

/// DUO:0000007 disease specific research (MONDO:0004992 cancer); DUO:0000021 ethics approval required. Labels are those
/// of loaded ontologies, if these have the codes, else those of the source.
std::string DataUsesText(const ontology::Terminology& terminology, const std::vector<model::DataUse>& uses);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_STATEMENTS_DATA_USE_TEXT_H_
