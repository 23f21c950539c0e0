import { useSyncExternalStore } from "react";
import { sampleRequest } from "../../../../core/klaviyo/templates.ts";
import { sampleKey } from "../../traffic/start/snippets.ts";
import { draftOf } from "./draft.ts";
import { type ComposeState, createDraftStore } from "./draftStore.ts";

/** The draft of this window; it outlives the screen that shows it. */
export const composeStore = createDraftStore(sessionStorage, { draft: draftOf(sampleRequest), key: sampleKey });

export function useComposeState(): ComposeState {
  return useSyncExternalStore(composeStore.subscribe, composeStore.get);
}
