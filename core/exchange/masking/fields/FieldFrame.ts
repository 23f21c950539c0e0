import { type PatternState, startPatterns, type TaggedPattern } from "../../pattern/PatternState.ts";
import { type PointerPattern, patternSteps } from "../../pattern/pointerPattern.ts";
import type { MaskedKind } from "../maskedKinds.ts";
import { type MaskedDocument, maskedFields, maskedPlaces, personPlaces } from "./maskedFields.ts";
import { kindOfName, noSurroundings, type Surroundings, surroundingsBelow } from "./personalNames.ts";

/**
 * What becomes of a value. `mask`: it is personal, whatever it says; `isSuggested` when only a member's name says so. `keep`: a pattern keeps it.
 * `search`: what is personal in it is found by its form, or because it is known from elsewhere.
 */
export type Treatment =
  | { readonly what: "mask"; readonly kind: MaskedKind; readonly isSuggested: boolean }
  | { readonly what: "keep" }
  | { readonly what: "search" };

type FieldTag = Treatment & { readonly rank: number };

/** A place in a JSON body, with the treatment of what stands there. */
export interface FieldFrame {
  readonly state: PatternState<FieldTag>;
  readonly treatment: Treatment;
  readonly around: Surroundings;
}

/** The places at which walks start: of the two kinds of body, and of JSON inside a string, where patterns do not reach. */
export interface FieldFrames {
  readonly klaviyo: FieldFrame;
  readonly native: FieldFrame;
  readonly nested: FieldFrame;
}

const search: Treatment = { what: "search" };
/** Of several patterns for one place the one of the highest rank counts: what a person asks to mask goes before what they keep. */
const ranks = { table: 0, keep: 1, add: 2 } as const;

function tagged(pattern: PointerPattern, tag: FieldTag): TaggedPattern<FieldTag> {
  return { steps: patternSteps(pattern), tag };
}

function tableTag(kind: MaskedKind | null): FieldTag {
  const treatment: Treatment = kind === null ? search : { what: "mask", kind, isSuggested: false };
  return { ...treatment, rank: ranks.table };
}

function tablePatterns(document: MaskedDocument): TaggedPattern<FieldTag>[] {
  const fields = personPlaces
    .filter((place) => place.document === document)
    .flatMap(({ pattern }) =>
      maskedFields
        .filter((field) => field.document === document)
        .map(({ below, kind }) => tagged(pattern + below, tableTag(kind))),
    );
  const places = maskedPlaces.filter((place) => place.document === document);
  return [...fields, ...places.map(({ pattern, kind }) => tagged(pattern, tableTag(kind)))];
}

/** The places at which walks start. `keep` and `add` are patterns that `readPointerPattern` takes; throws for another one. */
export function fieldFrames(keep: readonly PointerPattern[], add: readonly PointerPattern[]): FieldFrames {
  const own = [
    ...keep.map((pattern) => tagged(pattern, { what: "keep", rank: ranks.keep })),
    ...add.map((pattern) => tagged(pattern, { what: "mask", kind: "custom", isSuggested: false, rank: ranks.add })),
  ];
  const frame = (patterns: readonly TaggedPattern<FieldTag>[]): FieldFrame => {
    const state = startPatterns(patterns);
    return { state, treatment: ownTreatment(state) ?? search, around: noSurroundings };
  };
  return {
    klaviyo: frame([...tablePatterns("klaviyo"), ...own]),
    native: frame([...tablePatterns("native"), ...own]),
    nested: frame([]),
  };
}

function ownTreatment({ tags }: PatternState<FieldTag>): FieldTag | undefined {
  let highest: FieldTag | undefined;
  for (const tag of tags) if (!highest || tag.rank > highest.rank) highest = tag;
  return highest;
}

/** A keep pattern holds for all below it, but for what an add pattern names. */
function inherited(own: FieldTag | undefined, owner: Treatment): Treatment | undefined {
  if (own && (own.rank > ranks.table || owner.what !== "keep")) return own;
  return owner.what === "keep" ? owner : undefined;
}

export function memberFrame(owner: FieldFrame, name: string): FieldFrame {
  const state = owner.state.step(name);
  const around = surroundingsBelow(name, owner.around);
  const treatment = inherited(ownTreatment(state), owner.treatment) ?? suggested(owner, name);
  return { state, treatment, around };
}

function suggested({ treatment, around }: FieldFrame, name: string): Treatment {
  const kind = kindOfName(name, around);
  if (kind === null) return search;
  return kind === undefined ? treatment : { what: "mask", kind, isSuggested: true };
}

export function itemFrame(owner: FieldFrame, index: number): FieldFrame {
  const state = owner.state.step(String(index));
  const own = ownTreatment(state);
  return { state, treatment: inherited(own, owner.treatment) ?? owner.treatment, around: owner.around };
}
