import type { BulkEventsResource } from "../../native/resources.ts";
import type { AnswerRule } from "./answerRule.ts";
import { pages } from "./pages.ts";
import type { FieldPath } from "./rule.ts";

/** A bulk job as Klaviyo answers it: queued, nothing done yet. */
const jobAnswerRules = [
  {
    id: "answer.job.created_at",
    from: "context.now",
    to: "data.attributes.created_at",
    how: "seconds",
    basis: "assumed",
    source: pages.klaviyoAnswers,
    note: "The time of receipt.",
  },
  {
    id: "answer.job.total_count",
    from: "context.total",
    to: "data.attributes.total_count",
    how: "asIs",
    basis: "assumed",
    source: pages.klaviyoAnswers,
    note: "How many events or profiles the request has.",
  },
  {
    id: "answer.job.expires_at",
    from: "context.now",
    to: "data.attributes.expires_at",
    how: "weekLater",
    basis: "assumed",
    source: pages.klaviyoAnswers,
    note: "Seven days after the time of receipt.",
  },
] as const satisfies readonly AnswerRule<never>[];

/** The native bulk answer → the answer to `POST /api/event-bulk-create-jobs`. */
export const bulkEventsAnswerRules = [
  {
    id: "answer.bulk.id",
    from: "answer.id",
    otherwise: "context.job",
    to: "data.id",
    how: "asIs",
    basis: "assumed",
    source: pages.overview,
    note: "The native job's id; one made from the request's id while the native call is still to come.",
  },
  ...jobAnswerRules,
] as const satisfies readonly AnswerRule<FieldPath<BulkEventsResource>>[];

/** The answer to `POST /api/profile-bulk-import-jobs`: natively there is no job, only one upsert for each profile. */
export const importAnswerRules = [
  {
    id: "answer.import.id",
    from: "context.job",
    to: "data.id",
    how: "asIs",
    basis: "assumed",
    source: pages.overview,
    note: "Made from the request's id.",
  },
  ...jobAnswerRules,
  {
    id: "answer.import.lists",
    from: "sent.data.relationships.lists.data",
    to: "data.relationships.lists.data",
    how: "asIs",
    basis: "assumed",
    source: pages.klaviyoAnswers,
    note: "The lists as sent. Nothing native took them: the finding says so.",
  },
] as const satisfies readonly AnswerRule<never>[];
