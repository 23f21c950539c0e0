import { type Pointer, pointerTokens, toPointer } from "../json/pointer.ts";
import type { ExplainedTranslation, ProvenanceEntry } from "./translation.ts";

/** What a native call carries for one item of a bulk request: all of it (`pointer` is ""), or one member of a list that items share ("/events/17"). */
export interface NativePart {
  readonly call: number;
  readonly pointer: Pointer;
}

/** An item of a bulk request: its index in the list, and where it stands in the document. */
interface Item {
  readonly index: number;
  readonly pointer: Pointer;
}

/** All native calls of a translation, each as a whole. */
export function wholeCalls({ native }: Pick<ExplainedTranslation, "native">): NativePart[] {
  return native.map((_call, call) => ({ call, pointer: "" }));
}

/** The steps that begin within an item. */
export function itemProvenance({ provenance }: ExplainedTranslation, { pointer }: Item): ProvenanceEntry[] {
  return provenance.filter(({ from }) => from === pointer || from.startsWith(`${pointer}/`));
}

/** What the native calls carry for an item, in their order. */
export function nativeParts(explained: ExplainedTranslation, item: Item): NativePart[] {
  const shared = new Map<string, NativePart>();
  for (const { to } of itemProvenance(explained, item)) {
    const [call = "", , list, member] = pointerTokens(to);
    const isShared = explained.callItems[Number(call)] === undefined && list !== undefined && member !== undefined;
    if (isShared) shared.set(`${call}/${list}/${member}`, { call: Number(call), pointer: toPointer([list, member]) });
  }
  const own = explained.callItems.flatMap((owner, call) => (owner === item.index ? [{ call, pointer: "" }] : []));
  return [...shared.values(), ...own];
}
