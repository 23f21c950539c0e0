import { utf8Length } from "../../json/utf8.ts";
import type { Body, Exchange, ExchangeRequest, Headers } from "../exchange.ts";
import type { PointerPattern } from "../pattern/pointerPattern.ts";
import { type FieldFrame, type FieldFrames, fieldFrames } from "./fields/FieldFrame.ts";
import { type MaskedKind, maskedKinds } from "./maskedKinds.ts";
import { maskBody } from "./message/maskBody.ts";
import { maskHeaders, withContentLength } from "./message/maskHeaders.ts";
import { maskPath } from "./message/maskPath.ts";
import { EditMemo } from "./text/EditMemo.ts";
import { applyEdits, type OnEdits } from "./text/edit.ts";
import { type TextSearch, textEdits } from "./text/textEdits.ts";
import { learningPass, type MaskingPass, maskingPass } from "./values/MaskingPass.ts";
import { type Original, ValueBook } from "./values/ValueBook.ts";

/** `keep` and `add` are patterns for pointers into the JSON bodies of exchanges (request, native calls and answers alike). */
export interface MaskingOptions {
  /** Random text, new for each export and kept nowhere: whoever has it can test guesses of originals. */
  readonly secret: string;
  /** Places that stay as they are. Their values then stay in every other place too. */
  readonly keep: readonly PointerPattern[];
  /** Places that are masked besides those of `maskedFields`; they go before those kept. */
  readonly add: readonly PointerPattern[];
}

/** One line of the preview: how many values of a kind are masked (words, of names and addresses), and in how many places. */
export interface MaskedCount {
  readonly kind: MaskedKind;
  /** What becomes of them, as a sentence. */
  readonly what: string;
  readonly values: number;
  readonly places: number;
}

export interface Masker {
  /**
   * Notes the personal values of an exchange and changes nothing. Show every exchange of a session before the first is masked: a name that exchange 90 has in a
   * field is then masked in the text of exchange 5, and pseudonyms keep clear of all originals. What was not shown and slips through is found by the leak scanner.
   */
  learn(exchange: Exchange): void;
  /** The exchange with every personal value replaced by its pseudonym. Replays and compares as the original does. */
  mask(exchange: Exchange): Exchange;
  /** A text that stands beside the exchanges, as the name of their session, with every personal value in it replaced. */
  maskText(text: string): string;
  /** Each value that was masked and says enough to be looked for, for the leak scanner. */
  originals(): Iterable<Original>;
  describe(): MaskedCount[];
}

interface Message {
  readonly headers: Headers;
  readonly body: Body;
}

function byteLength(body: Body): number | undefined {
  return typeof body === "string" ? utf8Length(body) : undefined;
}

function maskMessage<T extends Message>(message: T, root: FieldFrame, search: TextSearch, onEdits: OnEdits): T {
  const body = maskBody(message.body, message.headers, root, search, onEdits);
  const headers = maskHeaders(message.headers, search, onEdits);
  const before = byteLength(message.body);
  const after = byteLength(body);
  const isKnown = before !== undefined && after !== undefined;
  return { ...message, body, headers: isKnown ? withContentLength(headers, before, after) : headers };
}

function maskRequest(
  request: ExchangeRequest,
  root: FieldFrame,
  search: TextSearch,
  onEdits: OnEdits,
): ExchangeRequest {
  const message = maskMessage(request, root, search, onEdits);
  return { ...message, path: maskPath(request.path, search, onEdits) };
}

function maskText(text: string, search: TextSearch, onEdits: OnEdits): string {
  const edits = textEdits(text, search);
  onEdits(edits);
  return applyEdits(text, edits);
}

function maskExchange(
  exchange: Exchange,
  { klaviyo, native }: FieldFrames,
  search: TextSearch,
  onEdits: OnEdits,
): Exchange {
  return {
    ...exchange,
    endpoint: maskPath(exchange.endpoint, search, onEdits),
    request: maskRequest(exchange.request, klaviyo, search, onEdits),
    native: exchange.native.map(({ request, response, durationMs }) => ({
      request: maskRequest(request, native, search, onEdits),
      response: response && maskMessage(response, native, search, onEdits),
      durationMs,
    })),
    response: exchange.response && maskMessage(exchange.response, klaviyo, search, onEdits),
    findings: exchange.findings.map((finding) => ({
      ...finding,
      pointer: maskText(finding.pointer, search, onEdits),
      message: maskText(finding.message, search, onEdits),
    })),
  };
}

/**
 * Makes a masker for one export. Within it the same original has the same pseudonym wherever and however it is written; with another secret it has another
 * one. Throws for a pattern that `readPointerPattern` refuses: ask that first. Memory grows by some 500 bytes with each distinct value, not with exchanges or bodies.
 */
export function createMasker({ secret, keep, add }: MaskingOptions): Masker {
  const book = new ValueBook(secret);
  const frames = fieldFrames(keep, add);
  const places = new Map<MaskedKind, number>();
  const searchIn = (pass: MaskingPass): TextSearch => ({ pass, nested: frames.nested, memo: new EditMemo() });
  const [learning, masking] = [searchIn(learningPass(book)), searchIn(maskingPass(book))];
  const learn = (exchange: Exchange): void => {
    book.startExchange();
    maskExchange(exchange, frames, learning, () => undefined);
  };
  const countIn =
    (counts: Map<MaskedKind, number>): OnEdits =>
    (edits) => {
      for (const { kind } of edits) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    };
  const masked = (exchange: Exchange) => {
    book.startExchange();
    const counts = new Map<MaskedKind, number>();
    return { exchange: maskExchange(exchange, frames, masking, countIn(counts)), counts };
  };
  return {
    learn,
    mask: (exchange) => {
      const known = book.size;
      let result = masked(exchange);
      // It was not shown before, or has changed since: what is new may also stand in a text that was passed already.
      if (book.size > known) {
        learn(exchange);
        result = masked(exchange);
      }
      for (const [kind, count] of result.counts) places.set(kind, (places.get(kind) ?? 0) + count);
      return result.exchange;
    },
    maskText: (text) => maskText(text, masking, countIn(places)),
    originals: () => book.originals(),
    describe: () =>
      [...places].map(([kind, count]) => ({
        kind,
        what: maskedKinds[kind],
        values: book.counts.get(kind) ?? 0,
        places: count,
      })),
  };
}
