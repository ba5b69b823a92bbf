// Private to api/: keys of query texts for caches.
#ifndef MUSTER_ENGINE_API_PIPELINE_TEXT_KEY_H_
#define MUSTER_ENGINE_API_PIPELINE_TEXT_KEY_H_

#include <string>
#include <string_view>

#include "muster/query.h"

namespace muster::api {

/// What a text means whatever its values. The limits are part of the question: under narrower ones the text may be a
/// mistake.
std::string KeyOfText(std::string_view text, const QueryOptions& options);

bool HasValues(const QueryOptions& options);
/// Adds the values of parameters to a key from KeyOfText; unchanged if there are none.
void AppendValues(const QueryOptions& options, std::string* key);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_PIPELINE_TEXT_KEY_H_
