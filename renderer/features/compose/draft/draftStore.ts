import { z } from "zod";
import { type Draft, draftSchema } from "./draft.ts";

/** What Compose holds. `sent` is the last exchange that came of the draft; `isEdited`: a person has changed it since it was sent, or begun. */
export interface ComposeState {
  readonly draft: Draft;
  readonly key: string;
  readonly sent: string | undefined;
  readonly isEdited: boolean;
}

export interface DraftStore {
  get(): ComposeState;
  subscribe(listener: () => void): () => void;
  change(change: Partial<Draft>): void;
  setKey(key: string): void;
  /** Starts over from another request. Answers with the way back where what a person wrote made way. */
  replace(draft: Draft, key?: string): (() => void) | undefined;
  /** The draft as it is now was sent, and became this exchange. */
  sent(id: string): void;
}

/** What is kept over a reload: never the key, and no header that may hold one. */
const keptSchema = z.object({ draft: draftSchema, sent: z.string().optional(), isEdited: z.boolean() });
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

function write(storage: Storage, { draft, sent, isEdited }: ComposeState): void {
  const headers = draft.headers.filter(({ name }) => !secretHeader.test(name.trim()));
  try {
    storage.setItem(storageKey, JSON.stringify({ draft: { ...draft, headers }, sent, isEdited }));
  } catch {
    // A body beyond the storage's quota lives as long as the page.
    storage.removeItem(storageKey);
  }
}

/** Holds the draft of this window; it survives navigation and, in `storage`, a reload. */
export function createDraftStore(storage: Storage, initial: { draft: Draft; key: string }): DraftStore {
  const kept = read(storage);
  let state: ComposeState = { sent: undefined, isEdited: false, ...initial, ...kept };
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
    change: (change) => update({ ...state, draft: { ...state.draft, ...change }, isEdited: true }),
    setKey: (key) => update({ ...state, key }),
    replace(draft, key = state.key) {
      const before = state;
      update({ draft, key, sent: undefined, isEdited: false });
      return before.isEdited ? () => update(before) : undefined;
    },
    sent: (id) => update({ ...state, sent: id, isEdited: false }),
  };
}
