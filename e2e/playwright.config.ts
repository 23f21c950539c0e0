import { defineConfig } from "@playwright/test";
import { desktopKind } from "./fixtures/desktopKind.ts";
import type { WorkbenchOptions } from "./fixtures/test.ts";

const { CI, CHROME_PATH, PLAYWRIGHT_JSON_OUTPUT_NAME } = process.env;

/**
 * The same program in its two forms. Each line of the report names the project, and with it whether the shell ran on Electron or on the
 * stand-in. `npm test` names the browser in CHROME_PATH; without it Playwright's own is used.
 */
export default defineConfig<WorkbenchOptions>({
  testDir: ".",
  outputDir: "../test-results",
  fullyParallel: true,
  forbidOnly: Boolean(CI),
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: PLAYWRIGHT_JSON_OUTPUT_NAME ? [["list"], ["json"]] : [["list"]],
  use: {
    viewport: { width: 1280, height: 800 },
    launchOptions: CHROME_PATH ? { executablePath: CHROME_PATH } : {},
    // Pictures of every frame would take the processor from the browser; those of the page's structure show each step.
    trace: { mode: "retain-on-failure", screenshots: false },
    screenshot: "only-on-failure",
  },
  projects: [
    { name: "browser", testMatch: ["specs/**/*.spec.ts"], use: { form: "browser" } },
    {
      name: desktopKind().name,
      testMatch: ["shell/**/*.spec.ts", "specs/**/*.spec.ts"],
      // Both start the program without a window: the audit because its tool opens pages of its own, which the shell refuses.
      testIgnore: ["specs/screens.spec.ts", "specs/readme.spec.ts"],
      use: { form: "desktop" },
    },
  ],
});
