import { use, useEffect, useEffectEvent, useSyncExternalStore } from "react";
import type { ActionId } from "../../core/contract/actions.ts";
import { ActionContext } from "./ActionContext.ts";
import type { RunAction } from "./actionRegistry.ts";

/** Lets the action run as long as this component is on screen and `isEnabled`. */
export function useAction(id: ActionId, run: RunAction, isEnabled = true): void {
  const registry = use(ActionContext);
  const onRun = useEffectEvent(run);
  useEffect(() => (isEnabled ? registry.register(id, () => onRun()) : undefined), [registry, id, isEnabled]);
}

export function useRunAction(): (id: ActionId) => boolean {
  return use(ActionContext).run;
}

export function useAvailableActions(): ReadonlySet<ActionId> {
  const registry = use(ActionContext);
  return useSyncExternalStore(registry.subscribe, registry.available);
}
