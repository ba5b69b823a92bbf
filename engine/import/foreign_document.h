// A message for a JSON document that is not a record, but may contain some.
#ifndef MUSTER_ENGINE_IMPORT_FOREIGN_DOCUMENT_H_
#define MUSTER_ENGINE_IMPORT_FOREIGN_DOCUMENT_H_

#include <string>

#include "engine/import/input/json_value.h"

namespace muster::import {

/// Whether it is what a Beacon answers, with the records in its envelope. Where a mapping may read it as a record, only
/// what is none.
bool IsAnswerOfBeacon(Element document, bool has_mapping);

/// "its members are: meta, response; take the records at /response/resultSets/0/results out of it". "" if the document
/// is not an object.
std::string WhatItHolds(Element document);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_FOREIGN_DOCUMENT_H_
