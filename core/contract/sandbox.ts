import { z } from "zod";

/** A property is what one API key reaches: its own profiles and events. Named by the key's fingerprint. */
export const propertySchema = z.object({ id: z.string(), name: z.string(), profiles: z.int(), events: z.int() });
export type Property = z.infer<typeof propertySchema>;

/** A native resource as its API returns it, as JSON text (numbers exact). */
export const nativeResourceSchema = z.object({ id: z.string(), json: z.string() });
export type NativeResource = z.infer<typeof nativeResourceSchema>;
