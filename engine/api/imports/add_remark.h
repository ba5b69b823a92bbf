// Private to api/: what is to be said of an import when all of it is known.
#ifndef MUSTER_ENGINE_API_IMPORTS_ADD_REMARK_H_
#define MUSTER_ENGINE_API_IMPORTS_ADD_REMARK_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "muster/import.h"

namespace muster::api {

/// Adds a note with one example to the report, unless `count` is 0.
void AddRemark(std::string_view what, std::string_view advice, uint64_t count, const std::string& example,
               ImportReport* report);

/// Puts the last remark before the others: it may make every count wrong. Behind what was rejected only.
void PutFirst(ImportReport* report);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_IMPORTS_ADD_REMARK_H_
