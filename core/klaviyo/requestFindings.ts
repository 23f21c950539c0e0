import type { Pointer } from "../json/pointer.ts";
import type { Finding } from "../translation/finding.ts";

/** What the reading of a request tells of one that it takes. Refusals have their wording in the catalogue of problems. */
const requestFindings = {
  "klaviyo-key": {
    severity: "warning",
    kind: "advice",
    message:
      "The key is one of Klaviyo’s. It was let through because the workbench itself made this request; a client is refused with it (401). Use a Postscript key: ps_test_ or ps_live_ and 32 letters or digits.",
  },
  "duplicate-key": {
    severity: "warning",
    kind: "lost",
    message:
      "This name is in its object more than once: only the last value counts, as in most JSON parsers (assumed), and the ones before are lost. Send each name once.",
  },
  "more-duplicate-keys": {
    severity: "warning",
    kind: "lost",
    message: "More names are repeated than are listed here. Send each name once.",
  },
} as const satisfies Record<string, Omit<Finding, "code" | "pointer">>;

/** Words a finding of the reading. */
export function requestFinding(code: keyof typeof requestFindings, pointer: Pointer): Finding {
  return { ...requestFindings[code], code, pointer };
}
