import type { Json, JsonObject } from "../json/json.ts";
import type { NativeCall } from "../native/nativeCall.ts";
import { type NativeEndpointId, nativeEndpoints } from "../native/nativeEndpoints.ts";
import { note } from "./fate.ts";
import { targetNames } from "./layouts.ts";
import type { Ledger } from "./ledger.ts";
import { type PlacedMember, type PlacedOpening, type PlacedScope, slotOf } from "./placedScope.ts";
import { type Fields, Target } from "./target.ts";

/** The native calls of a document, and for each the item of a bulk request that it is made for; undefined where it is made for all. */
export interface Assembled {
  readonly calls: readonly NativeCall[];
  readonly callItems: readonly (number | undefined)[];
}

export const callsSlot = slotOf("calls");

/** Stands where a body will be. */
const unfinished: JsonObject = {};

/** Puts the native calls together: begins the targets of a scope, and finishes and places them when the scope ends. */
export class Assembly implements Assembled {
  readonly calls: { -readonly [K in keyof NativeCall]: NativeCall[K] }[] = [];
  readonly callItems: (number | undefined)[] = [];
  readonly #ledger: Ledger;
  /** The present targets by their slots. */
  readonly #targets: (Target | undefined)[] = targetNames.map(() => undefined);
  readonly #list = new Target(undefined);

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
    this.#list.place(undefined);
    this.#targets[callsSlot] = this.#list;
  }

  target(slot: number): Target {
    const target = this.#targets[slot];
    if (!target) throw new Error(`The layout fills "${targetNames[slot]}" outside the scope that opens it.`);
    return target;
  }

  begin({ opens }: PlacedScope): void {
    for (const { target, call, onlyFor } of opens) {
      this.#targets[target] = new Target(call && !onlyFor ? this.#reserve(call) : undefined);
    }
  }

  end({ opens }: PlacedScope): void {
    for (const opening of opens) this.#finish(opening, this.target(opening.target));
  }

  #reserve(call: NativeEndpointId): number {
    const { method, path } = nativeEndpoints[call];
    this.callItems.push(this.#ledger.path.item);
    return this.calls.push({ method, path, body: unfinished }) - 1;
  }

  #finish(opening: PlacedOpening, target: Target): void {
    const { onlyFor, needsOneOf, call, list, members } = opening;
    if (needsOneOf && !needsOneOf.members.some((name) => target.fields[name])) {
      this.#ledger.remark(note(needsOneOf.code), needsOneOf.at);
    }
    if (onlyFor && this.target(onlyFor.unplaced).isPlaced && !this.target(onlyFor.filled).isFilled) return;
    const body = members ? this.#ordered(members, target) : target.fields;
    if (call) {
      const index = target.call ?? this.#reserve(call);
      const reserved = this.calls[index];
      if (reserved) reserved.body = body;
      target.place(this.#list, index, "body");
    }
    if (list) {
      const owner = this.target(list.target);
      target.place(owner, list.member, owner.items.push(body) - 1);
    }
  }

  #ordered(members: readonly PlacedMember[], target: Target): Fields {
    const body: Fields = {};
    for (const { name, target: part, isList } of members) {
      const value = part !== undefined ? this.#part(part, target, name) : isList ? target.items : target.fields[name];
      if (value !== undefined) body[name] = value;
    }
    return body;
  }

  #part(slot: number, owner: Target, member: string): Json {
    const part = this.target(slot);
    part.place(owner, member);
    return part.fields;
  }
}
