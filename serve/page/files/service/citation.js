// What is needed to have the same number again, as a text for a protocol.
import { shortNumber, explainNumber } from "./number.js";
import { numberOf } from "./answers.js";

/** SHA-256 of a text, in hexadecimal; null where the browser has none (pages that are not from https or localhost). */
export async function hashOf(text) {
  if (!globalThis.crypto?.subtle) return null;
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function versionOf({ catalogue_version: version, epoch, ontologies }) {
  const parts = [];
  if (version) parts.push(`version ${version} of the data`);
  else if (epoch) parts.push(`epoch ${epoch} of the data`);
  for (const each of ontologies ?? []) parts.push(`${each.id} ${each.version}`);
  return parts.join(", ");
}

const minuteOf = (time) => time.toISOString().slice(0, 16).replace("T", " ");

/** `text`: the exported statement. */
export async function citationOf({ answer, time, etag }, sentence, text, origin) {
  const { provenance } = answer;
  const number = numberOf(answer);
  const hash = await hashOf(provenance.statement ?? text);
  const lines = [
    `${sentence}`,
    `${shortNumber(number)} people. ${explainNumber(number)}`,
    `Counted by ${provenance.engine ?? "Muster"} at ${origin} on ${minuteOf(time)} UTC`,
    versionOf(provenance) && `Data: ${versionOf(provenance)}`,
    provenance.release && `Released as: ${provenance.release}`,
    hash && `Question (SHA-256): ${hash}`,
    provenance.ledger ? `Entry in the ledger: ${provenance.ledger}` : etag && `Answer: ${etag.replaceAll('"', "")}`,
    answer.network && `Network: ${answer.network.answered} of ${answer.network.asked} sites answered`,
  ];
  return `${lines.filter(Boolean).join("\n")}\n`;
}
