import { once } from "node:events";
import { type UtilityProcess, utilityProcess } from "electron";
import { createToken } from "../host/control/accessToken.ts";
import { type FromHost, fromHostSchema, type StartMessage, type ToHost } from "../hostMessages.ts";
import { restartPolicy } from "./restartPolicy.ts";

type Ready = Extract<FromHost, { type: "ready" }>;
type Refused = Extract<FromHost, { type: "refused" }>;

export interface SupervisorOptions {
  readonly modulePath: string;
  readonly start: Omit<StartMessage, "type" | "token">;
  /** The host answers at these addresses; also after each restart, where they are the same as before unless its port was taken meanwhile. */
  readonly onReady: (ready: Ready) => void;
  /** The host could not start, for a reason that a person can mend. */
  readonly onRefused: (refused: Refused) => void;
  /** The host died and is being started again. */
  readonly onRestart: (message: string) => void;
  /** The host died too often in too short a time and is down until `start` is called. */
  readonly onGiveUp: (message: string) => void;
}

export interface HostSupervisor {
  /** Starts the host, or starts it again after it was refused or given up; `onFreePorts` where those it had belong to others now. */
  start(ports?: "onFreePorts"): void;
  setLiveKey(key: string | null): void;
  /** Ends the host and waits for it; forces it after five seconds. */
  stop(): Promise<void>;
}

const stopTimeoutMs = 5000;

/**
 * Keeps one host alive. After a death it comes back on the same ports and, unless they were another's meanwhile, with the same token, so that integrations and the
 * open page reconnect by themselves; what was answered before is in its store.
 */
export function superviseHost(options: SupervisorOptions): HostSupervisor {
  let settings = { ...options.start, token: createToken() };
  let child: UtilityProcess | undefined;
  let stopping = false;
  const policy = restartPolicy();

  function launch(): void {
    const launched = utilityProcess.fork(options.modulePath, [], { serviceName: "Compat Workbench host" });
    child = launched;
    let refused = false;
    launched.on("message", (message: unknown) => {
      const said = fromHostSchema.parse(message);
      refused = said.type === "refused";
      if (said.type === "refused") {
        // Whoever has the port now may hear the page's retries, and with them the token.
        settings = { ...settings, token: createToken() };
        return options.onRefused(said);
      }
      settings = { ...settings, port: portOf(said.compatUrl), controlPort: portOf(said.controlUrl) };
      options.onReady(said);
    });
    launched.once("exit", (code) => {
      if (child === launched) child = undefined;
      if (!stopping && !refused) recover(code);
    });
    post(launched, { type: "start", ...settings });
  }

  function recover(code: number): void {
    if (policy.mayRestart(Date.now())) {
      options.onRestart(
        `The host stopped (exit code ${code}) and is being started again. Every answered request is kept.`,
      );
      launch();
    } else {
      options.onGiveUp(
        `The host stopped again and again (last exit code ${code}) and is down now. Every answered request is kept in ${settings.dataDir}.`,
      );
    }
  }

  return {
    start(ports) {
      if (ports === "onFreePorts") settings = { ...settings, port: 0, controlPort: 0 };
      policy.reset();
      launch();
    },
    setLiveKey(key) {
      settings = { ...settings, liveKey: key };
      if (child) post(child, { type: "live-key", key });
    },
    async stop() {
      stopping = true;
      if (!child) return;
      const ended = once(child, "exit");
      post(child, { type: "stop" });
      const running = child;
      const force = setTimeout(() => running.kill(), stopTimeoutMs);
      await ended;
      clearTimeout(force);
    },
  };
}

function post(child: UtilityProcess, message: ToHost): void {
  child.postMessage(message);
}

const portOf = (url: string): number => Number(new URL(url).port);
