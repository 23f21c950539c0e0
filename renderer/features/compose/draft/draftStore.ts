import { z } from "zod";
import { type Draft, draftSchema } from "./draft.ts";

const sentSchema = z.object({ id: z.string(), isEdited: z.boolean() });

/** What Compose holds. `sent` is the last exchange that came of the draft, and whether the draft has changed since. */
export interface ComposeState {
  readonly draft: Draft;
  readonly key: string;
  readonly sent: z.infer<typeof sentSchema> | undefined;
}

export interface DraftStore {
  get(): ComposeState;
  subscribe(listener: () => void): () => void;
  change(change: Partial<Draft>): void;
  setKey(key: string): void;
  /** Starts over from another request. */
  replace(draft: Draft, key?: string): void;
  /** The draft as it is now was sent, and became this exchange. */
  sent(id: string): void;
}

/** What is kept over a reload: never the key, and no header that may hold one. */
const keptSchema = z.object({ draft: draftSchema, sent: sentSchema.optional() });
const storageKey = "compose";
const saveDelayMs = 400;
const secretHeader = /^(?:authorization|cookie)$/i;

function read(storage: Storage): z.infer<typeof keptSchema> | undefined {
  try {
    return keptSchema.parse(JSON.parse(storage.getItem(storageKey) ?? "null"));
  } catch {
    // Nothing kept, or kept by another version of this page: one starts with the template.
    return undefined;
  }
}

function write(storage: Storage, { draft, sent }: ComposeState): void {
  const headers = draft.headers.filter(({ name }) => !secretHeader.test(name.trim()));
  try {
    storage.setItem(storageKey, JSON.stringify({ draft: { ...draft, headers }, sent }));
  } catch {
    // A body beyond the storage's quota lives as long as the page.
    storage.removeItem(storageKey);
  }
}

/** Holds the draft of this window; it survives navigation and, in `storage`, a reload. */
export function createDraftStore(storage: Storage, initial: { draft: Draft; key: string }): DraftStore {
  const kept = read(storage);
  let state: ComposeState = { sent: undefined, ...initial, ...kept };
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function update(next: ComposeState): void {
    state = next;
    clearTimeout(timer);
    timer = setTimeout(() => write(storage, state), saveDelayMs);
    for (const listener of listeners) listener();
  }

  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change(change) {
      const { sent } = state;
      update({ ...state, draft: { ...state.draft, ...change }, sent: sent && { ...sent, isEdited: true } });
    },
    setKey: (key) => update({ ...state, key }),
    replace: (draft, key = state.key) => update({ draft, key, sent: undefined }),
    sent: (id) => update({ ...state, sent: { id, isEdited: false } }),
  };
}
