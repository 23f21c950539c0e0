import type { FindingKind } from "../../../../core/translation/finding.ts";
import type { Tone } from "../../../ui/tone.ts";

export const findingTones = {
  refused: "bad",
  lost: "warn",
  changed: "warn",
  assumed: "quiet",
  advice: "quiet",
} as const satisfies Record<FindingKind, Tone>;
