import { useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { ExchangeHead, ExchangeItem } from "../../../../core/contract/exchangeView.ts";
import { pointerTokens } from "../../../../core/json/pointer.ts";
import { type Pane, type Place, panes } from "../../../../core/translation/link.ts";
import type { PayloadHandle } from "../../../ui/payload/PayloadEditor.tsx";
import { type Trace, traceOf } from "../provenance/trace.ts";
import { type Provenance, useProvenance } from "../provenance/useProvenance.ts";
import { localPointer } from "./paneMarks.ts";
import { type PaneModel, paneModels } from "./paneModels.ts";

export interface Panes {
  readonly models: readonly PaneModel[];
  readonly provenance: Provenance;
  readonly callIndex: number;
  setCallIndex(index: number): void;
  register(pane: Pane, handle: PayloadHandle | null): void;
  /** Shows the way of the field under the pointer; once the pointer rests there, brings its counterparts into view. */
  hover(place: Place | undefined): void;
  /** Shows a field's way; brings its counterparts into view. */
  choose(place: Place | undefined): void;
  /** Shows a field's way and brings the field itself into view, too; `isFocused` puts the caret on it. */
  locate(place: Place, isFocused: boolean): void;
  /** From a pane to the counterpart in the next one (1) or the one before (-1). */
  jump(from: Pane, step: 1 | -1): void;
}

/** A pointer that only passes over a field moves nothing. Milliseconds. */
const restMs = 250;

/** Where among the item's native calls the shown way goes, if it goes to another one than the one in view. */
function otherCall(item: ExchangeItem, trace: Trace, callIndex: number): number | undefined {
  const native = trace.places.filter(({ pane }) => pane.startsWith("native"));
  const calls = native.map(({ pointer }) =>
    item.native.findIndex(({ index }) => String(index) === pointerTokens(pointer)[0]),
  );
  const [first] = calls.filter((index) => index >= 0);
  return calls.includes(callIndex) ? undefined : first;
}

/** What four panes show: an item of an exchange, or of a request that is still being written. The same object as long as it shows the same. */
export interface PanesSource {
  readonly id: string;
  readonly item: ExchangeItem;
  readonly modelsAt: (callIndex: number) => readonly PaneModel[];
}

/** The four panes of an item of an exchange, and the ways between them. */
export function usePanes(head: ExchangeHead, item: ExchangeItem): Panes {
  const source = useMemo(
    () => ({ id: head.summary.id, item, modelsAt: (callIndex: number) => paneModels(head, item, callIndex) }),
    [head, item],
  );
  return usePanesOf(source);
}

export function usePanesOf({ id, item, modelsAt }: PanesSource): Panes {
  const [call, setCall] = useState({ of: item.requestPointer, id, index: 0 });
  const isOfItem = call.of === item.requestPointer && call.id === id;
  const callIndex = isOfItem && call.index < item.native.length ? call.index : 0;
  const models = useMemo(() => modelsAt(callIndex), [modelsAt, callIndex]);
  const provenance = useProvenance(item.links);
  const handles = useRef(new Map<Pane, PayloadHandle>());
  const resting = useRef<number>(undefined);
  const setCallIndex = (index: number) => setCall({ of: item.requestPointer, id, index });

  function local(place: Place, shown: readonly PaneModel[]): string | undefined {
    const model = shown.find(({ pane }) => pane === place.pane);
    return model && localPointer(model, place.pointer);
  }

  /** Brings the places of a way into view, in the native call that it goes to. */
  function show(place: Place, except: Pane | undefined): { trace: Trace; shown: readonly PaneModel[] } {
    const trace = traceOf(item.links, place);
    const call = otherCall(item, trace, callIndex);
    // The panes have to show the other call before anything in it can be scrolled to.
    if (call !== undefined) flushSync(() => setCallIndex(call));
    const shown = call === undefined ? models : modelsAt(call);
    reveal(trace, shown, except);
    return { trace, shown };
  }

  function reveal(trace: Trace, shown: readonly PaneModel[], except: Pane | undefined): void {
    for (const pane of panes) {
      const first = pane === except ? undefined : trace.places.find((each) => each.pane === pane);
      const pointer = first && local(first, shown);
      if (pointer) handles.current.get(pane)?.reveal(pointer);
    }
  }

  /** Leaves the native call in view alone: the pointer is on its way to somewhere. */
  function revealCounterparts(place: Place): void {
    reveal(traceOf(item.links, place), models, place.pane);
  }

  return {
    models,
    provenance,
    callIndex,
    setCallIndex,
    register(pane, handle) {
      if (handle) handles.current.set(pane, handle);
      else handles.current.delete(pane);
    },
    hover(place) {
      provenance.hover(place);
      window.clearTimeout(resting.current);
      if (place) resting.current = window.setTimeout(() => revealCounterparts(place), restMs);
    },
    choose(place) {
      provenance.choose(place);
      if (place) show(place, place.pane);
    },
    locate(place, isFocused) {
      provenance.choose(place);
      const { shown } = show(place, undefined);
      if (isFocused) handles.current.get(place.pane)?.focus(local(place, shown));
    },
    jump(from, step) {
      const next = panes[(panes.indexOf(from) + step + panes.length) % panes.length];
      if (!next) return;
      const counterpart = provenance.trace?.places.find(({ pane }) => pane === next);
      handles.current.get(next)?.focus(counterpart && local(counterpart, models));
    },
  };
}
