import { toPointer } from "../json/pointer.ts";
import type { NativeEndpointId } from "../native/nativeEndpoints.ts";
import { type Opening, type Scope, type TargetName, targetNames } from "./layouts.ts";

/** A scope as the assembly runs it: its targets are numbers, the slots in which the present ones are. */
export interface PlacedScope {
  readonly anchor: number;
  readonly opens: readonly PlacedOpening[];
}

/** An `Opening` with slots for targets. */
export interface PlacedOpening {
  readonly target: number;
  readonly members: readonly PlacedMember[] | undefined;
  readonly call: NativeEndpointId | undefined;
  readonly list: { readonly target: number; readonly member: string } | undefined;
  readonly onlyFor: { readonly filled: number; readonly unplaced: number } | undefined;
  /** As of `Opening`, with a pointer for the place. */
  readonly needsOneOf: Opening["needsOneOf"];
}

export interface PlacedMember {
  readonly name: string;
  readonly target: number | undefined;
  readonly isList: boolean;
}

export function slotOf(target: TargetName): number {
  return targetNames.indexOf(target);
}

function placeOpening({ target, members, call, list, onlyFor, needsOneOf }: Opening): PlacedOpening {
  return {
    target: slotOf(target),
    members: members?.map(({ name, target: part, isList }) => ({
      name,
      target: part === undefined ? undefined : slotOf(part),
      isList: isList === true,
    })),
    call,
    list: list && { target: slotOf(list.target), member: list.member },
    onlyFor: onlyFor && { filled: slotOf(onlyFor.filled), unplaced: slotOf(onlyFor.unplaced) },
    needsOneOf: needsOneOf && { ...needsOneOf, at: toPointer(needsOneOf.at.split(".")) },
  };
}

export function placeScope({ anchor, opens }: Scope): PlacedScope {
  return { anchor: slotOf(anchor), opens: opens.map(placeOpening) };
}
