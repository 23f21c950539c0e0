import { expect, test } from "vitest";
import type { JobFacts } from "../../../core/contract/jobs.ts";
import { announcementText, foldJobs, progressText } from "./jobText.ts";

const job: JobFacts = {
  id: "work_1",
  label: "Import of shop.har",
  session: null,
  state: "running",
  live: null,
  canPause: false,
  done: 1200,
  total: null,
  fraction: 0.25,
  startedAt: "2026-11-24T10:00:00.000Z",
  ranMs: 10_000,
  message: null,
};

test("work under way says its count, and once it has run for a while its rate and the time left", () => {
  expect(progressText({ ...job, ranMs: 100 })).toBe("1,200 exchanges");
  expect(progressText(job)).toBe("1,200 exchanges · 120/s · 30 s left");
  expect(progressText({ ...job, total: 4800 })).toBe("1,200 of 4,800 exchanges · 120/s · 30 s left");
  expect(progressText({ ...job, total: 4800, state: "paused" })).toBe("1,200 of 4,800 exchanges · paused");
});

test("a screen reader hears of beginnings and ends, with why something failed, and not of each step", () => {
  expect(announcementText(job)).toBe(announcementText({ ...job, done: 1300 }));
  expect(announcementText({ ...job, state: "done" })).toBe("Import of shop.har finished.");
  expect(announcementText({ ...job, state: "failed", message: "Nothing was kept." })).toBe(
    "Import of shop.har failed. Nothing was kept.",
  );
});

test("all work under way is shown with what ended last, and earlier ends are folded away", () => {
  const ended = (id: string) => ({ ...job, id, state: "done" }) as const;
  const { shown, folded } = foldJobs([ended("work_4"), job, ended("work_3"), ended("work_2")]);
  expect(shown.map(({ id }) => id)).toEqual(["work_1", "work_4"]);
  expect(folded.map(({ id }) => id)).toEqual(["work_3", "work_2"]);
});
