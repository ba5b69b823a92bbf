// A question as the fragment of an address, which browsers do not send to the server.
import { readQuestion } from "./question.js";

const version = "q1=";

export function toFragment(question) {
  const bytes = new TextEncoder().encode(JSON.stringify(question, (key, value) => (key === "id" ? undefined : value)));
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return `#${version}${btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
}

/** undefined: there is no question in the fragment. null: there is one, and it cannot be understood. */
export function fromFragment(fragment) {
  const written = fragment.replace(/^#/, "");
  if (!written.startsWith(version)) return undefined;
  try {
    const binary = atob(written.slice(version.length).replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    return readQuestion(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
  } catch {
    return null;
  }
}
