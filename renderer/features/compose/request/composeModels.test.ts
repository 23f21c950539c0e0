import { expect, test } from "vitest";
import { stringifyJson } from "../../../../core/json/json.ts";
import { sampleRequest } from "../../../../core/klaviyo/templates.ts";
import { createAnalyser } from "../analysis/analyseDraft.ts";
import { composedItem, composeModels } from "./composeModels.ts";

const texts = { emptyText: "Not one of the four endpoints.", sendHint: "Press Ctrl ↵ to send." };

function analysed(text: string) {
  return createAnalyser()({ endpoint: "events", text, metrics: {}, now: "2026-06-01T00:00:00.000Z", item: 0 });
}

test("the panes stand in the order of the flow, the lower ones wait for the answer", () => {
  const analysis = analysed(stringifyJson(sampleRequest.body));
  const models = composeModels({ ...texts, analysis, sent: undefined }, 1);
  expect(models.map(({ pane, meta, base, emptyText }) => [pane, meta, base, emptyText])).toEqual([
    ["klaviyo-request", "", "", ""],
    ["native-request", "POST /v1/profiles/upsert", "/1", "No body"],
    ["native-response", "", "", "Press Ctrl ↵ to send."],
    ["klaviyo-response", "", "", "Press Ctrl ↵ to send."],
  ]);
});

test("a call that would not be made says so", () => {
  const text = stringifyJson(sampleRequest.body).replace("jane.doe@example.com", "jane");
  const [, native] = composeModels({ ...texts, analysis: analysed(text), sent: undefined }, 0);
  expect(native?.meta).toBe("POST /v1/events · not made: refused with 400");
});

test("without a translation the pane says why", () => {
  const [, broken] = composeModels({ ...texts, analysis: analysed("{"), sent: undefined }, 0);
  expect(broken?.emptyText).toContain("line 1, column 2");
  const [, none] = composeModels({ ...texts, analysis: undefined, sent: undefined }, 0);
  expect(none?.emptyText).toBe("Not one of the four endpoints.");
  expect(composedItem({ ...texts, analysis: undefined, sent: undefined }).native).toEqual([]);
});
