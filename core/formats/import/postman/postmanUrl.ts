import type { PostmanPair, PostmanUrl } from "./postmanSchemas.ts";
import { valueText } from "./variables.ts";

type UrlParts = Exclude<PostmanUrl, string | null | undefined>;

function joined(parts: string | readonly (string | { value: string })[] | null | undefined, separator: string): string {
  if (typeof parts === "string") return parts;
  return (parts ?? []).map((part) => (typeof part === "string" ? part : part.value)).join(separator);
}

function queryText(query: readonly PostmanPair[] | null | undefined): string {
  const sent = (query ?? []).filter(({ disabled }) => !disabled);
  const parameters = sent.map(({ key, value }) => (value == null ? (key ?? "") : `${key ?? ""}=${valueText(value)}`));
  return parameters.length === 0 ? "" : `?${parameters.join("&")}`;
}

/** The address that the parts make, for a collection that does not hold it as text. */
function written({ host, port, path, query }: UrlParts): string {
  const authority = joined(host, ".") + (port ? `:${port}` : "");
  return `${authority}/${joined(path, "/").replace(/^\//, "")}${queryText(query)}`;
}

/** Replaces the segments ":name" of a path by the values given for them. */
function withSegments(address: string, variables: readonly PostmanPair[] | null | undefined): string {
  const values = new Map((variables ?? []).map(({ key, id, value }) => [key ?? id ?? "", valueText(value)]));
  return address.replace(/(?<=\/):([\w-]{1,200})(?=[/?#]|$)/g, (whole, name: string) => values.get(name) || whole);
}

/** The address of a request as text, its variables not yet replaced. */
export function postmanUrl(url: PostmanUrl): string {
  if (url == null || typeof url === "string") return url ?? "";
  return withSegments(url.raw || written(url), url.variable);
}
