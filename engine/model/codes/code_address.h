// Addresses of code systems: those of FHIR, OBO and the systems' own.
#ifndef MUSTER_ENGINE_MODEL_CODES_CODE_ADDRESS_H_
#define MUSTER_ENGINE_MODEL_CODES_CODE_ADDRESS_H_

#include <span>
#include <string_view>

namespace muster::model {

/// Addresses after which a code of a known prefix follows; "" where address and prefix are one. Of two that begin alike
/// the longer comes first.
struct CodeAddress {
  std::string_view start;
  std::string_view prefix;
};

/// Without "http://" and "www.".
std::span<const CodeAddress> CodeAddresses();

/// The prefix of a system by its object identifier of HL7 ("2.16.840.1.113883.6.96"); "" where it is not known.
std::string_view PrefixOfOid(std::string_view oid);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_CODES_CODE_ADDRESS_H_
