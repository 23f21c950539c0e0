import type { StoreReader } from "../store.ts";

/** What the answering thread tells the reader thread. */
export type ReaderMessage =
  | { readonly kind: "call"; readonly id: number; readonly call: keyof StoreReader; readonly input: readonly unknown[] }
  /** Exchanges were recorded: index them, and fold the log into the database. */
  | { readonly kind: "recorded" }
  /** Exchanges are gone. */
  | { readonly kind: "removed" }
  | { readonly kind: "close" };

/** What it answers a call. */
export type ReaderAnswer =
  | { readonly kind: "answer"; readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly kind: "answer"; readonly id: number; readonly ok: false; readonly message: string };

/** What the reader thread tells. `left` exchanges are to be indexed before the searches that wait are answered; `notice` is what a person should know. */
export type ReaderReport =
  | ReaderAnswer
  | { readonly kind: "indexing"; readonly left: number }
  | { readonly kind: "damaged"; readonly notice: string };
