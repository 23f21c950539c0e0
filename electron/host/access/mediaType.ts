const jsonTypes = new Set(["application/json", "application/vnd.api+json"]);

/** Whether a Content-Type is one of the two that Klaviyo's clients send; parameters do not matter. */
export function isJsonMediaType(contentType: string | undefined): boolean {
  return jsonTypes.has((contentType ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "");
}
