/**
 * What the desktop shell and the host, which runs in a process of its own, say to each other. Secrets (token, live key) go this way because a
 * command line or an environment can be read by other processes.
 */
import { z } from "zod";
import { recordingSchema, upstreamSchema } from "../core/contract/settings.ts";
import { nativeTierSchema } from "../core/native/nativeCall.ts";

export const startMessageSchema = z.object({
  type: z.literal("start"),
  dataDir: z.string(),
  /** Port of the compat surface; 0 takes a free one. */
  port: z.int().min(0).max(65535),
  /** Port of the control listener; 0 takes a free one. */
  controlPort: z.int().min(0).max(65535),
  token: z.string(),
  rendererDir: z.string(),
  upstream: upstreamSchema.optional(),
  rateLimit: nativeTierSchema.optional(),
  recording: recordingSchema.optional(),
  liveKey: z.string().nullable(),
});
export type StartMessage = z.infer<typeof startMessageSchema>;

/** Shell → host. One `start` comes first. */
export const toHostSchema = z.discriminatedUnion("type", [
  startMessageSchema,
  z.object({ type: z.literal("live-key"), key: z.string().nullable() }),
  z.object({ type: z.literal("stop") }),
]);
export type ToHost = z.infer<typeof toHostSchema>;

/** Host → shell. `refused` is an expected end (a port in use, a folder that cannot be written); `message` is user text. */
export const fromHostSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("ready"), compatUrl: z.string(), nativeUrl: z.string(), controlUrl: z.string() }),
  z.object({ type: z.literal("refused"), reason: z.enum(["port-in-use", "other"]), message: z.string() }),
]);
export type FromHost = z.infer<typeof fromHostSchema>;
