// Ontology terms for times: the onset classes of HPO, with their ages.
#ifndef MUSTER_ENGINE_MODEL_TIME_ONSET_H_
#define MUSTER_ENGINE_MODEL_TIME_ONSET_H_

#include <optional>
#include <string_view>

#include "engine/model/time/time.h"

namespace muster::model {

/// The ages that an HPO onset term allows, both ends included, after the definitions in HPO (descendants of HP:0003674
/// Onset): Antenatal ends before birth, Congenital is birth, Neonatal the first 28 days, Infantile 28 days to one year,
/// Childhood one to five years, Juvenile from five to the end of fifteen, Pediatric up to sixteen, Adult from sixteen,
/// and so on. "From a up to b" ends one half hour before b. Ids that HPO has merged into these terms count as well.
/// Nullopt for a term that is not an onset or has no bounds.
std::optional<Interval> OnsetBounds(std::string_view code);

/// The onset term of HPO that a text names, if the ages that it means are the same everywhere: "At birth", "prenatal",
/// "Neonatal onset", "third trimester onset"; else "". "Third trimester" alone may be that of a mother's pregnancy.
std::string_view OnsetCalled(std::string_view text);

/// Whether a text names an age that is another one in each source: "Childhood" (one to five years in HPO), "adult",
/// "Late onset".
bool IsVagueOnset(std::string_view text);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_TIME_ONSET_H_
