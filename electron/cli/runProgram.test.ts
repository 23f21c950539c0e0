import { expect, test } from "vitest";
import { runProgram } from "./program.fixture.ts";

test.each([
  [
    ["--help"],
    ["serve", "translate", "sessions", "exchanges", "import", "export", "replay", "compare", "retranslate", "desktop"],
  ],
  [
    ["serve", "--help"],
    ["--port", "--control-port", "--data-dir", "--upstream", "--rate-limit", "--open", "--json"],
  ],
  [
    ["translate", "--help"],
    ["--endpoint", "profile-bulk-import-jobs"],
  ],
  [
    ["exchanges", "--help"],
    ["--data-dir", "--session", "--filter", "--limit"],
  ],
  [
    ["export", "--help"],
    ["--session", "--format", "--out", "--no-mask", "--also-mask", "--keep"],
  ],
  [
    ["replay", "--help"],
    ["--target", "--pace", "--concurrency", "--remote", "--dry-run", "--junit"],
  ],
  [
    ["desktop", "--help"],
    ["--port", "--data-dir"],
  ],
])("%j prints its help on stdout", async (args, words) => {
  const { code, stdout, stderr } = await runProgram(args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  for (const word of words) expect(stdout).toContain(word);
});

test.each([
  [[], "Usage: compat-workbench"],
  [["sevre"], "unknown command 'sevre'"],
  [["serve", "--porl", "1"], "unknown option '--porl'"],
  [["serve", "extra"], "too many arguments"],
  [["serve", "--port", "80200"], "A port is a number from 0 to 65535"],
  [["serve", "--port", "8020", "--control-port", "8020"], "--control-port"],
  [["serve", "--port", "0", "--control-port", "8020"], "--control-port"],
  [["serve", "--upstream", "ftp://example.com"], "base URL"],
  [["serve", "--upstream", "https://ada:secret@example.com/v1"], "without credentials"],
  [["replay", "latest", "--target", "http://ada:secret@127.0.0.1:8020"], "without credentials"],
  [["serve", "--data-dir", ""], "path of a folder"],
  [["serve", "--rate-limit", "fast"], "Allowed choices are standard, high_volume, partner, off"],
  [["translate"], "missing required argument 'file'"],
  [["translate", "event.json", "--endpoint", "lists"], "Allowed choices are events"],
  [["exchanges", "--limit", "0"], "whole number from 1"],
  [["sessions", "merge"], "missing required argument 'sessions'"],
  [["sessions", "merge", "latest", "--nmae", "Both"], "unknown option '--nmae'"],
  [["sessions", "split", "--filter", "status:4xx"], "missing required argument 'session'"],
  [["sessions", "split", "latest"], "required option '--filter <filter>' not specified"],
])("%j is wrong usage: one message on stderr, nothing on stdout", async (args, message) => {
  const { code, stdout, stderr } = await runProgram(args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain(message);
});

test.each([[["translate"]], [["sessions", "merge"]], [["sessions", "split", "latest"]]])(
  "wrong usage of %j ends with where to look what it takes",
  async (args) => {
    expect((await runProgram(args)).stderr.trimEnd()).toMatch(/\nAdd --help for what it takes\.$/u);
  },
);
