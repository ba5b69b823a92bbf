// What to say of a JSON document that is no record, but may hold some.
#ifndef MUSTER_ENGINE_IMPORT_FOREIGN_DOCUMENT_H_
#define MUSTER_ENGINE_IMPORT_FOREIGN_DOCUMENT_H_

#include <string>

#include "engine/import/input/json_value.h"

namespace muster::import {

/// "its members are: meta, response; take the records at /response/resultSets/0/results out of it". "" where the
/// document is no object.
std::string WhatItHolds(Element document);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_FOREIGN_DOCUMENT_H_
