import type { ActionId } from "../../core/contract/actions.ts";

export type RunAction = () => void;

/** Which actions can run now, and how: screens register while they are on screen, the palette, shortcuts and menu run them. */
export interface ActionRegistry {
  /** Answers with the way to take it back. The latest registration of an id wins. */
  register(id: ActionId, run: RunAction): () => void;
  /** Whether the action could run. */
  run(id: ActionId): boolean;
  subscribe(listener: () => void): () => void;
  /** The ids that can run now; the same set until it changes. */
  available(): ReadonlySet<ActionId>;
}

export function createActionRegistry(): ActionRegistry {
  const handlers = new Map<ActionId, RunAction[]>();
  const listeners = new Set<() => void>();
  let available: ReadonlySet<ActionId> = new Set();

  function changed(): void {
    available = new Set(handlers.keys());
    for (const listener of listeners) listener();
  }

  return {
    register(id, run) {
      handlers.set(id, [...(handlers.get(id) ?? []), run]);
      changed();
      return () => {
        const rest = (handlers.get(id) ?? []).filter((other) => other !== run);
        if (rest.length > 0) handlers.set(id, rest);
        else handlers.delete(id);
        changed();
      };
    },
    run(id) {
      const handler = handlers.get(id)?.at(-1);
      handler?.();
      return handler !== undefined;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    available: () => available,
  };
}
