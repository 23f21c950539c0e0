import { faultMessage } from "../../core/faultMessage.ts";
import { Unavailable } from "./unavailable.ts";

/** An expected end of a start: the message says which port and which option of the command line chooses another. */
export class PortInUse extends Unavailable {
  override readonly name = "PortInUse";
  readonly port: number;

  constructor(port: number, option: "--port" | "--control-port", cause: unknown) {
    super(`Port ${port} is in use. End the program that uses it, or choose another port with ${option}.`, { cause });
    this.port = port;
  }
}

/** The fault of a listen call as what it means for the person who started the workbench. */
export function listenFault(fault: unknown, port: number, option: "--port" | "--control-port"): Unavailable {
  if (isSystemError(fault, "EADDRINUSE")) return new PortInUse(port, option, fault);
  const message = `Port ${port} cannot be opened (${faultMessage(fault)}). Choose another with ${option}; 0 picks a free one.`;
  return new Unavailable(message, { cause: fault });
}

export function isSystemError(fault: unknown, ...codes: readonly string[]): boolean {
  return fault instanceof Error && "code" in fault && typeof fault.code === "string" && codes.includes(fault.code);
}
