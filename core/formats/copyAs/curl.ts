import { authorizationScheme, type CopySource, copiedHeaders } from "./copySource.ts";
import { shellQuote } from "./shellQuote.ts";

/** A method as people write it; whatever else a client sent, quoted. */
function wordOf(method: string): string {
  return /^[A-Za-z]+$/.test(method) ? method : shellQuote(method);
}

/** What keeps curl from reading brackets in an address as a pattern, and from resolving its dots. */
function addressOptions(url: string): string[] {
  return [...(/[[\]{}]/.test(url) ? ["-g"] : []), ...(/\/\.\.?(?:[/?]|$)/.test(url) ? ["--path-as-is"] : [])];
}

/** A curl command for a POSIX shell. `keyVariable` names the variable of the environment that holds the key. */
export function curl(source: CopySource, keyVariable: string): string {
  const scheme = authorizationScheme(source.headers);
  const options = [...addressOptions(source.url), "-X"].join(" ");
  const lines = [`curl ${options} ${wordOf(source.method)} ${shellQuote(source.url)}`];
  if (scheme !== undefined) lines.push(`-H "Authorization: ${scheme} $${keyVariable}"`);
  lines.push(...copiedHeaders(source.headers).map(([name, value]) => `-H ${shellQuote(`${name}: ${value}`)}`));
  if (source.body !== "") lines.push(`--data-raw ${shellQuote(source.body)}`);
  return lines.join(" \\\n  ");
}
