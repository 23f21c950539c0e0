import type { Json, JsonObject } from "../json/json.ts";
import type { EndpointId } from "../klaviyo/endpoints.ts";
import type { AnswerRule } from "./rules/answerRule.ts";
import { eventAnswerRules } from "./rules/eventAnswerRules.ts";
import { bulkEventsAnswerRules, importAnswerRules } from "./rules/jobAnswerRules.ts";
import { profileAnswerRules } from "./rules/profileAnswerRules.ts";

/** The answer to an endpoint: the document before rules fill it, and the rules. */
export interface AnswerForm {
  /** `{base}`, `{id}` and `{self}` in a text are the resource's address, its id and the address of the request as sent. */
  readonly document: JsonObject;
  readonly rules: readonly AnswerRule[];
  /** Where the request has what `total` counts; "*" is each item of a list. */
  readonly counts: string;
}

function links(name: string): Json {
  return { links: { self: `{base}/{id}/relationships/${name}/`, related: `{base}/{id}/${name}/` } };
}

const queued: Json = {
  status: "queued",
  created_at: null,
  total_count: 0,
  completed_count: 0,
  failed_count: 0,
  completed_at: null,
  expires_at: null,
  started_at: null,
};

const selfLinks: Json = { self: "{self}" };
const resourceLinks: Json = { self: "{base}/{id}/" };

/** Klaviyo's success bodies, recorded (profiles, bulk import) or after their pattern (events, bulk events: Klaviyo sends none; assumed). */
export const answerForms: Readonly<Record<EndpointId, AnswerForm>> = {
  events: {
    rules: eventAnswerRules,
    counts: "data",
    document: {
      data: {
        type: "event",
        id: null,
        attributes: {
          metric: { data: { type: "metric", attributes: { name: null } } },
          profile: {
            data: { type: "profile", id: null, attributes: { email: null, phone_number: null, external_id: null } },
          },
          properties: {},
          time: null,
          value: null,
          value_currency: null,
          unique_id: null,
        },
      },
    },
  },
  "event-bulk-create-jobs": {
    rules: bulkEventsAnswerRules,
    counts: "data.attributes.events-bulk-create.data.*.attributes.events.data.*",
    document: {
      data: { type: "event-bulk-create-job", id: null, attributes: queued, links: resourceLinks },
      links: selfLinks,
    },
  },
  profiles: {
    rules: profileAnswerRules,
    counts: "data",
    document: {
      data: {
        type: "profile",
        id: null,
        attributes: {
          email: null,
          phone_number: null,
          external_id: null,
          anonymous_id: null,
          whatsapp_bsuid: null,
          first_name: null,
          last_name: null,
          organization: null,
          locale: null,
          title: null,
          image: null,
          created: null,
          updated: null,
          last_event_date: null,
          location: {
            address1: null,
            address2: null,
            city: null,
            country: null,
            latitude: null,
            longitude: null,
            region: null,
            zip: null,
            timezone: null,
            ip: null,
          },
          properties: {},
        },
        relationships: {
          lists: links("lists"),
          segments: links("segments"),
          "push-tokens": links("push-tokens"),
          conversation: links("conversation"),
        },
        links: resourceLinks,
      },
      links: selfLinks,
    },
  },
  "profile-bulk-import-jobs": {
    rules: importAnswerRules,
    counts: "data.attributes.profiles.data.*",
    document: {
      data: {
        type: "profile-bulk-import-job",
        id: null,
        attributes: queued,
        relationships: {
          lists: {
            data: [],
            links: { self: "{base}/{id}/relationships/lists/", related: "{base}/{id}/lists/" },
          },
          profiles: links("profiles"),
          "import-errors": { links: { related: "{base}/{id}/import-errors/" } },
        },
        links: resourceLinks,
      },
      links: selfLinks,
    },
  },
};
