// Recognises phenopackets, and finds their individual.
#ifndef MUSTER_ENGINE_IMPORT_PHENOPACKET_PACKET_SHAPE_H_
#define MUSTER_ENGINE_IMPORT_PHENOPACKET_PACKET_SHAPE_H_

#include <string_view>

#include "engine/import/input/json_value.h"

namespace muster::import {

/// Its members but the id.
inline constexpr std::string_view kPacketParts[] = {
    "subject",  "phenotypicFeatures", "measurements", "biosamples", "interpretations",
    "diseases", "medicalActions",     "files",        "metaData"};

/// Whether `document` has one of them.
bool HasPacketPart(Element document);

/// Whether it is a phenopacket: an object with one of the parts, or with nothing but an id.
bool LooksLikePacket(Element document);

/// Whether it is a resource of FHIR for one thing that was found in or done with a patient (a condition, an encounter),
/// whose id is its own. A bundle or a subject of research may be a person.
bool IsOneThingOfAPatient(Element document);

/// By which id the pedigree of a family knows the packet's person: the subject's.
std::string_view PersonOf(Element packet);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_PHENOPACKET_PACKET_SHAPE_H_
