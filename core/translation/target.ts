import type { Json } from "../json/json.ts";
import { type Pointer, toPointer } from "../json/pointer.ts";

/** Members of a native object; objects that rules fill are made here and never taken from the document. */
export interface Fields {
  [name: string]: Json;
}

/** Sets an own member, also one named "__proto__". */
export function setMember(fields: Fields, name: string, value: Json): void {
  if (name === "__proto__") {
    Object.defineProperty(fields, name, { value, enumerable: true, configurable: true, writable: true });
  } else {
    fields[name] = value;
  }
}

export function hasMember(fields: Fields, name: string): boolean {
  // Reading first is the cheap way to a no, which nearly every answer is.
  return fields[name] !== undefined && Object.hasOwn(fields, name);
}

/** One of the places of a target, linked to the one before: where in the object around it, by as many names as it takes. */
interface TargetPlace {
  readonly parent: Target | undefined;
  readonly member: string | number | undefined;
  readonly below: string | number | undefined;
  readonly before: TargetPlace | undefined;
}

/** A native object under construction. It may be put in several places: the person of a bulk entry is part of each of its events. */
export class Target {
  readonly fields: Fields = {};
  /** Index of the native call whose body it becomes, where that is certain from the start. */
  readonly call: number | undefined;
  #containers: Map<string, Fields> | undefined;
  #items: Json[] | undefined;
  #place: TargetPlace | undefined;

  constructor(call: number | undefined) {
    this.call = call;
  }

  /** The fields below a member of this object, or its own; made where there are none. */
  container(name: string | undefined): Fields {
    if (name === undefined) return this.fields;
    const known = this.#containers?.get(name);
    if (known) return known;
    const made: Fields = {};
    this.#containers ??= new Map();
    this.#containers.set(name, made);
    this.fields[name] = made;
    return made;
  }

  /** Items of its list, if it has one. */
  get items(): Json[] {
    this.#items ??= [];
    return this.#items;
  }

  place(parent: Target | undefined, member?: string | number, below?: string | number): void {
    this.#place = { parent, member, below, before: this.#place };
  }

  get isFilled(): boolean {
    for (const name in this.fields) if (Object.hasOwn(this.fields, name)) return true;
    return false;
  }

  get isPlaced(): boolean {
    return this.#place !== undefined;
  }

  /** Where the object ended up, as pointers into the list of native calls. */
  pointers(): Pointer[] {
    const pointers: Pointer[] = [];
    for (let place = this.#place; place; place = place.before) {
      const inside = toPointer([place.member, place.below].filter((token) => token !== undefined));
      pointers.unshift(...(place.parent?.pointers().map((above) => above + inside) ?? [inside]));
    }
    return pointers;
  }
}
