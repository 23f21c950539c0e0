import type { InferContractRouterInputs } from "@orpc/contract";
import type { contract } from "../../../core/contract/contract.ts";
import type { Exchange } from "../../../core/exchange/exchange.ts";
import type { SessionWork } from "../compare/tasks/sessionWork.ts";
import type { RecordingLog } from "../compat/recordingLog.ts";
import type { Jobs } from "../jobs/jobs.ts";
import type { Replays } from "../replay/replays.ts";
import type { RetentionKeeper } from "../sessions/retentionKeeper.ts";
import type { Store } from "../store/store.ts";
import type { CommitWrite } from "./commitWrites.ts";
import type { StatusSignal } from "./statusSignal.ts";

/** A request that the page composed, as the contract hands it over. */
export type ComposedRequest = InferContractRouterInputs<typeof contract>["exchanges"]["send"];

/** What the handlers reach of the host. */
export interface ControlContext {
  readonly store: Store;
  readonly commit: CommitWrite;
  readonly recordingLog: RecordingLog;
  readonly jobs: Jobs;
  readonly replays: Replays;
  readonly retention: RetentionKeeper;
  readonly sessionWork: SessionWork;
  readonly compatUrl: string;
  readonly nativeUrl: string;
  /** Whether a key for the live upstream is at hand now. */
  readonly hasLiveKey: () => boolean;
  /** Puts a composed request through the compat surface's own handler; answers with the id of its exchange once that is recorded. */
  readonly send: (request: ComposedRequest) => Promise<{ id: string }>;
  /** Sends a recorded request again, at this workbench; answers with the id of the child once that is recorded. */
  readonly replayHere: (exchange: Exchange) => Promise<{ id: string }>;
  /** Tells the live streams that what `workbench.status` says has changed. */
  readonly statusSignal: StatusSignal;
  /** Aborts when the listener closes, so that no stream outlives it. */
  readonly closing: AbortSignal;
}
