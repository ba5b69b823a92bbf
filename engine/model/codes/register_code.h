// Codes that countries and programs write otherwise than their registers: numbers of packages of drugs, of which zeros
// are lost and hyphens come in, and procedures with a mark of their own.
#ifndef MUSTER_ENGINE_MODEL_CODES_REGISTER_CODE_H_
#define MUSTER_ENGINE_MODEL_CODES_REGISTER_CODE_H_

#include <string>
#include <string_view>

namespace muster::model {

/// Of an NDC the eleven digits by which bills have it: of `0002-8215-01` (4-4-2, 5-3-2, 5-4-1 and 5-4-2), and of ten
/// digits that begin with 0. Others of ten digits without hyphens may be parted in three ways, and fewer may be those
/// of a product, without its package: they stay, and so does what is none.
std::string NormalizeNdc(std::string_view local);

/// Eight digits, of a PZN of Germany or a DIN of Canada.
std::string NormalizeEightDigits(std::string_view local);

/// An act of CCAM without the activity and the phase behind it: `HHFA001` of `HHFA001-04` and `HHFA001 4`.
std::string NormalizeCcam(std::string_view local);

/// A procedure of NCSP in capitals, without blanks; and without the K before it, by which Denmark's registers mark
/// procedures (`KJKA20`).
std::string NormalizeNcsp(std::string_view local);

/// `T90.02` of `t9002`, as the Netherlands go on behind a code of ICPC; `T90.1` of `t90.1`.
std::string NormalizeIcpc(std::string_view local);

/// The five characters of a Read code: `C10F.` of `C10F`, and of `C10F.00`, where the number of a term is behind it.
/// Not of codes that a program has beside them (`EGTON12`). Capitals and small letters are two.
std::string NormalizeRead(std::string_view local);

/// `ENSG00000144285` of `ENSG00000144285.15`, a gene of Ensembl without its version; "" of what is none.
std::string_view GeneOfEnsembl(std::string_view text);

/// Whether a text in place of a cause of death says that there is none, as registries of tumours (NAACCR) write it:
/// alive (0000), no certificate (7777), not coded (7797); alone, or as a code of ICD-10. In ICD-9 and elsewhere these
/// are causes.
bool IsNoCauseOfDeath(std::string_view text);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_CODES_REGISTER_CODE_H_
