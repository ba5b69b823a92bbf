// What the words of a label assert of what the label names.
#ifndef MUSTER_ENGINE_MODEL_TEXT_LABEL_ASSERTION_H_
#define MUSTER_ENGINE_MODEL_TEXT_LABEL_ASSERTION_H_

namespace muster::model {

enum class LabelAssertion {
  kNothing,   ///< the label is a name and no more
  kDenied,    ///< it was not there
  kDoubted,   ///< it is suspected
  kPast,      ///< it was there once: a procedure that is done
  kOfOthers,  ///< a relative has it
};

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_TEXT_LABEL_ASSERTION_H_
