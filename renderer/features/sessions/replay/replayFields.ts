import type { ReplaySettings, ReplayTargetChoice } from "../../../../core/contract/replay.ts";
import { maxConcurrency, replaySettingsSchema } from "../../../../core/contract/replay.ts";
import { defaultLiveBaseUrl, type Upstream } from "../../../../core/contract/settings.ts";
import { parseFilter } from "../../../../core/exchange/filter/parseFilter.ts";
import type { Pace } from "../../../../core/exchange/replay/pace.ts";

export type PaceKind = "fast" | "recorded" | "scaled" | "rate";

/** What the form holds; a number field holds text while it is no number. */
export interface ReplayFields {
  readonly target: ReplayTargetChoice["kind"];
  readonly compatUrl: string;
  readonly nativeUrl: string;
  readonly pace: PaceKind;
  readonly factor: number | string;
  readonly perSecond: number | string;
  /** Seconds; "" for no cap. */
  readonly maxIdle: number | string;
  readonly concurrency: number | string;
  readonly filter: string;
}

export type FieldProblems = { readonly [Field in keyof ReplayFields]?: string };

export type ReadFields =
  | { readonly ok: true; readonly settings: ReplaySettings }
  | { readonly ok: false; readonly problems: FieldProblems };

export function firstFields(upstream: Upstream, filter: string): ReplayFields {
  return {
    target: "workbench",
    compatUrl: "",
    nativeUrl: upstream.kind === "live" ? upstream.baseUrl : defaultLiveBaseUrl,
    pace: "fast",
    factor: 2,
    perSecond: 20,
    maxIdle: "",
    concurrency: 4,
    filter,
  };
}

function targetOf({ target, compatUrl, nativeUrl }: ReplayFields): ReplayTargetChoice {
  if (target === "url") return { kind: target, baseUrl: compatUrl.trim() };
  return target === "postscript" ? { kind: target, baseUrl: nativeUrl.trim() } : { kind: target };
}

function paceOf({ pace, factor, perSecond }: ReplayFields): Pace {
  if (pace === "fast") return { kind: "fast" };
  if (pace === "rate") return { kind: "rate", perSecond: Number(perSecond) };
  return { kind: "scaled", factor: pace === "recorded" ? 1 : Number(factor) };
}

/** Whether the recorded times count, so that a long wait can come up. */
export function keepsRecordedTimes({ pace }: Pick<ReplayFields, "pace">): boolean {
  return pace === "recorded" || pace === "scaled";
}

/** The field that a refused part of the settings stands in, and what would fit. */
const messages: Readonly<Record<string, { readonly field: keyof ReplayFields; readonly message: string }>> = {
  factor: { field: "factor", message: "From 0.01 to 1,000." },
  perSecond: { field: "perSecond", message: "From 0.01 to 10,000." },
  maxIdleMs: { field: "maxIdle", message: "Seconds, from 0." },
  concurrency: { field: "concurrency", message: `A whole number from 1 to ${maxConcurrency}.` },
};

function addressProblem({ target }: ReplayFields): FieldProblems {
  if (target === "url")
    return { compatUrl: "A base URL without a password, such as https://compat.example.com/klaviyo/v1." };
  return { nativeUrl: `A base URL without a password, such as ${defaultLiveBaseUrl}.` };
}

/** The settings that the form says, or what is wrong in which field. */
export function readFields(fields: ReplayFields): ReadFields {
  const { maxIdle, concurrency, filter } = fields;
  const hasCap = keepsRecordedTimes(fields) && maxIdle !== "";
  const parsedFilter = parseFilter(filter);
  const parsed = replaySettingsSchema.safeParse({
    target: targetOf(fields),
    pace: paceOf(fields),
    maxIdleMs: hasCap ? Number(maxIdle) * 1000 : null,
    concurrency: Number(concurrency),
    filter: filter.trim(),
  });
  if (parsed.success && parsedFilter.ok) return { ok: true, settings: parsed.data };
  let problems: FieldProblems = parsedFilter.ok ? {} : { filter: parsedFilter.message };
  for (const { path } of parsed.error?.issues ?? []) {
    const known = messages[String(path.at(-1))];
    problems = { ...problems, ...(known ? { [known.field]: known.message } : addressProblem(fields)) };
  }
  return { ok: false, problems };
}
