// Words of other natural languages for entities, fields and units of time, for hints.
#ifndef MUSTER_ENGINE_BIND_BOUND_OTHER_TONGUES_H_
#define MUSTER_ENGINE_BIND_BOUND_OTHER_TONGUES_H_

#include <string_view>

namespace muster::bind {

/// "sex" for geschlecht, "disease" for maladie, "years" for jahre (all in lower case); empty for other words.
std::string_view FieldInEnglish(std::string_view word);
std::string_view EntityInEnglish(std::string_view word);
std::string_view TimeUnitInEnglish(std::string_view word);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_BOUND_OTHER_TONGUES_H_
