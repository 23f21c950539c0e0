/** The host in a process of its own, under the desktop shell: `hostMessages.ts` is all that the two say to each other. */
import { faultMessage } from "../core/faultMessage.ts";
import { keysOfEnvironment } from "./environmentKeys.ts";
import { type Host, startHost } from "./host/host.ts";
import { PortInUse } from "./host/portInUse.ts";
import { type FromHost, type StartMessage, toHostSchema } from "./hostMessages.ts";
import { terminalText } from "./terminalText.ts";

/** Of the keychain: it goes before the one of the environment. */
let keptKey: string | undefined;
let starting: Promise<Host> | undefined;
let isStopping = false;

// A log whose reader is gone is no reason to end.
process.stderr.on("error", () => undefined);

const say = (message: FromHost): void => process.parentPort.postMessage(message);

process.parentPort.on("message", ({ data }) => {
  const message = toHostSchema.parse(data);
  switch (message.type) {
    case "start":
      void start(message);
      break;
    case "live-key":
      keptKey = message.key ?? undefined;
      void starting?.then((host) => host.announceLiveKey()).catch(() => undefined);
      break;
    case "stop":
      void stop();
      break;
  }
});

async function start({ type, liveKey: key, upstream, rateLimit, recording, ...options }: StartMessage): Promise<void> {
  keptKey = key ?? undefined;
  starting = startHost({
    ...options,
    ...(upstream && { upstream }),
    ...(rateLimit && { rateLimit }),
    ...(recording && { recording }),
    ...keysOfEnvironment,
    liveKey: () => keptKey ?? keysOfEnvironment.liveKey(),
    log: (line) => process.stderr.write(`${terminalText(line)}\n`),
  });
  try {
    const { compatUrl, nativeUrl, controlUrl } = await starting;
    say({ type: "ready", compatUrl, nativeUrl, controlUrl });
  } catch (fault) {
    say({ type: "refused", ...refusalOf(fault) });
    // An exit at once could overtake the message.
    setTimeout(() => process.exit(1), 100);
  }
}

/** Of a port, in the words of a window: there is no command line to choose another with. */
function refusalOf(fault: unknown): Omit<FromHost & { type: "refused" }, "type"> {
  if (fault instanceof PortInUse) {
    const message = `Port ${fault.port} is in use by another program. End that program and try again, or use free ports.`;
    return { reason: "port-in-use", message };
  }
  return { reason: "other", message: faultMessage(fault) };
}

async function stop(): Promise<void> {
  // Whoever asks twice does not cut off what is still being answered.
  if (isStopping) return;
  isStopping = true;
  await starting?.then((host) => host.close()).catch(() => undefined);
  process.exit(0);
}
