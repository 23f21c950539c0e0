import { z } from "zod";

/** What the host of `npm run dev` keeps over its restarts. */
export const developmentSettingsSchema = z.object({
  port: z.int(),
  controlPort: z.int(),
  token: z.string(),
  /** Address of vite's development server. */
  vite: z.url(),
  dataDir: z.string(),
});
export type DevelopmentSettings = z.infer<typeof developmentSettingsSchema>;
