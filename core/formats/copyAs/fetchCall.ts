import { authorizationScheme, type CopySource, copiedHeaders } from "./copySource.ts";

/** A `fetch` call for Node. The body is a string literal, so that no number in it changes. `keyVariable` names the environment variable of the key. */
export function fetchCall(source: CopySource, keyVariable: string): string {
  const scheme = authorizationScheme(source.headers);
  const headers = copiedHeaders(source.headers).map(
    ([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`,
  );
  // The dollar sign of the template is part of the text that is written.
  if (scheme !== undefined) headers.unshift(`Authorization: \`${scheme} \${process.env.${keyVariable}}\``);
  return [
    `const response = await fetch(${JSON.stringify(source.url)}, {`,
    `  method: ${JSON.stringify(source.method)},`,
    "  headers: {",
    ...headers.map((header) => `    ${header},`),
    "  },",
    ...(source.body === "" ? [] : [`  body: ${JSON.stringify(source.body)},`]),
    "});",
    "console.log(response.status, await response.text());",
  ].join("\n");
}
