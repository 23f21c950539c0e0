type Handler = (event: { senderFrame: SenderFrame }, ...args: unknown[]) => unknown;

export interface SenderFrame {
  readonly origin: string;
  readonly parent: SenderFrame | null;
}

export class StandInIpc {
  readonly #handlers = new Map<string, Handler>();

  handle(channel: string, handler: Handler): void {
    if (this.#handlers.has(channel)) throw new Error(`${channel} has a handler already.`);
    this.#handlers.set(channel, handler);
  }

  async invoke(senderFrame: SenderFrame, channel: string, args: readonly unknown[]): Promise<unknown> {
    const handler = this.#handlers.get(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    return await handler({ senderFrame }, ...args);
  }
}
