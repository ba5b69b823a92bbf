// Where a word that denies stands in a label, which says whether it is of the label's one name, or of another name in
// it.
#ifndef MUSTER_ENGINE_MODEL_TEXT_PLACE_IN_LABEL_H_
#define MUSTER_ENGINE_MODEL_TEXT_PLACE_IN_LABEL_H_

#include <cstddef>
#include <string_view>

namespace muster::model {

struct PlaceInLabel {
  enum class Place {
    kElsewhere,       ///< inside, or beside a name that a comma parts from others: "Angina, infarction excluded"
    kAlone,           ///< in brackets, or behind a comma, colon or dash: "Angina (excluded)"
    kLast,            ///< behind a name and nothing else: "Angina excluded"
    kFirst,           ///< in front of a name and nothing else: "Excluded angina"
    kFirstOfSeveral,  ///< in front of names that commas part: "Excluded infarction, angina"
  };
  Place place = Place::kElsewhere;
  bool behind_no = false;  ///< "not excluded", "nicht sicher ausgeschlossen"
};

/// Of the word of `lower`, a label in small letters of ASCII, that begins at `begin` and ends before `end`.
PlaceInLabel FindPlaceInLabel(std::string_view lower, size_t begin, size_t end);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_TEXT_PLACE_IN_LABEL_H_
