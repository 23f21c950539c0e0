import type { Pointer } from "../../json/pointer.ts";
import type { Problem } from "../problem.ts";
import type { TextValue } from "../schemas/fields.ts";

type Identifier = TextValue | undefined;

interface IdentifiedProfile {
  readonly id?: Identifier;
  readonly attributes: {
    readonly email?: Identifier;
    readonly phone_number?: Identifier;
    readonly external_id?: Identifier;
    readonly anonymous_id?: Identifier;
    readonly _kx?: Identifier;
  };
}

function isGiven(value: Identifier): boolean {
  return value !== undefined && value !== null && value !== "";
}

/** Whether a profile has an identifier that the native API knows. */
export function isIdentified({ attributes: { email, phone_number, external_id } }: IdentifiedProfile): boolean {
  return isGiven(email) || isGiven(phone_number) || isGiven(external_id);
}

/** A profile needs an identifier that the native API knows (Postscript, Errors); Klaviyo itself would take its own ids alone. */
export function identifierProblem(profile: IdentifiedProfile, pointer: Pointer): Problem | undefined {
  if (isIdentified(profile)) return undefined;
  const { anonymous_id, _kx } = profile.attributes;
  const hasKlaviyoId = isGiven(profile.id) || isGiven(anonymous_id) || isGiven(_kx);
  return { code: hasKlaviyoId ? "no-native-identifier" : "no-identifier", pointer: `${pointer}/attributes` };
}
