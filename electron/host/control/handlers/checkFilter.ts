import { parseFilter } from "../../../../core/exchange/filter/parseFilter.ts";

/** Refuses a filter that says nothing, in the words of the filter language. */
export function checkFilter(
  filter: string,
  { BAD_REQUEST }: { BAD_REQUEST(refusal: { message: string }): Error },
): void {
  const parsed = parseFilter(filter);
  if (!parsed.ok) throw BAD_REQUEST({ message: parsed.message });
}
