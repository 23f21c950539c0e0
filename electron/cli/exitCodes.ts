/** Part of the stable command line. */
export const exitCodes = { done: 0, failed: 1, wrongUsage: 2 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** An expected end of a command other than done. The message is one line of user text; empty where the output has said it already. */
export class CommandEnd extends Error {
  readonly code: ExitCode;

  constructor(code: ExitCode, message = "") {
    super(message);
    this.name = "CommandEnd";
    this.code = code;
  }
}

/** An option, a file, a folder or a port that the person has to change. */
export const wrongUsage = (message: string): CommandEnd => new CommandEnd(exitCodes.wrongUsage, message);
