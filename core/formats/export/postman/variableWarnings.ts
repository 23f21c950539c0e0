/** What Postman takes for a variable, wherever it stands in a request. Source: postman-collection 5.3 (superstring). */
const variable = /\{\{[^{}]*\}\}/g;
/** Dynamic variables, and those of the collection that is written. */
const alwaysFilled = /^\{\{(?:\$.*|baseUrl|apiKey\d*)\}\}$/s;

const mostNamed = 5;
const longestNamed = 80;

function named(variables: readonly string[]): string {
  const names = variables.slice(0, mostNamed);
  const shown = names.map((name) => (name.length > longestNamed ? `${name.slice(0, longestNamed)}…` : name));
  const more = variables.length - names.length;
  return [...shown, ...(more > 0 ? [`${more} more`] : [])].join(", ");
}

/**
 * What to know before Postman sends these recorded texts, as user text: it fills in variables wherever they stand. Its documentation has no way to send one as it
 * stands; one that has no value is sent so.
 */
export function variableWarnings(texts: readonly string[]): string[] {
  const all = new Set(texts.flatMap((text) => text.match(variable) ?? []));
  const filled = [...all].filter((text) => alwaysFilled.test(text));
  const free = [...all].filter((text) => !alwaysFilled.test(text));
  return [
    ...(filled.length === 0
      ? []
      : [
          `Recorded as text, but filled in by Postman, which has no escape: ${named(filled)}. Curl sends it as it was.`,
        ]),
    ...(free.length === 0
      ? []
      : [`Recorded as text, and sent as it is unless Postman has a variable of this name: ${named(free)}.`]),
  ];
}
