import { afterEach, expect, test, vi } from "vitest";
import { type Draft, rowsOf } from "./draft.ts";
import { createDraftStore } from "./draftStore.ts";

/** A storage in memory, full beyond `quota` characters. */
function storageOf(quota = 10_000): Storage {
  const values = new Map<string, string>();
  return {
    get length() {
      return values.size;
    },
    clear: () => values.clear(),
    key: (index) => [...values.keys()][index] ?? null,
    getItem: (key) => values.get(key) ?? null,
    removeItem: (key) => values.delete(key),
    setItem: (key, value) => {
      if (value.length > quota) throw new Error("QuotaExceededError");
      values.set(key, value);
    },
  };
}

const draft: Draft = {
  method: "POST",
  path: "/api/events",
  headers: rowsOf([
    ["revision", "2026-07-15"],
    ["Authorization", "Bearer secret-of-the-header"],
  ]),
  body: "{}",
  parent: null,
};
const initial = { draft, key: "secret-of-the-field" };

afterEach(() => {
  vi.useRealTimers();
});

test("a reload finds the draft, and no secret was written", () => {
  vi.useFakeTimers();
  const storage = storageOf();
  createDraftStore(storage, initial).change({ body: '{"a":1}' });
  vi.runAllTimers();
  expect(storage.getItem("compose")).not.toContain("secret");
  const again = createDraftStore(storage, { ...initial, key: "default" }).get();
  expect(again.draft.body).toBe('{"a":1}');
  expect(again.draft.headers.map(({ name }) => name)).toEqual(["revision"]);
  expect(again.key).toBe("default");
});

test("a draft that was sent knows its exchange, and that it was changed since", () => {
  const store = createDraftStore(storageOf(), initial);
  store.sent("x1");
  expect(store.get()).toMatchObject({ sent: "x1", isEdited: false });
  store.change({ path: "/api/profiles" });
  expect(store.get()).toMatchObject({ sent: "x1", isEdited: true });
  store.replace(draft);
  expect(store.get()).toMatchObject({ sent: undefined, isEdited: false });
});

test("what a person wrote can be had back once it made way; what nobody touched needs no way back", () => {
  const store = createDraftStore(storageOf(), initial);
  expect(store.replace({ ...draft, body: "[]" })).toBeUndefined();
  store.change({ body: '{"mine":1}' });
  const undo = store.replace(draft);
  undo?.();
  expect(store.get()).toMatchObject({ draft: { body: '{"mine":1}' }, isEdited: true });
});

test("a body beyond the quota is kept in the page alone", () => {
  vi.useFakeTimers();
  const storage = storageOf(100);
  const store = createDraftStore(storage, initial);
  store.change({ body: "x".repeat(1000) });
  vi.runAllTimers();
  expect(storage.getItem("compose")).toBeNull();
  expect(store.get().draft.body).toHaveLength(1000);
});

test("what another version kept is left alone", () => {
  const storage = storageOf();
  storage.setItem("compose", '{"draft": {"method": 1}}');
  expect(createDraftStore(storage, initial).get().draft).toBe(draft);
});
