import { describe, expect, it } from "vitest";
import { readShellOptions } from "./shellOptions.ts";

describe("readShellOptions", () => {
  it("takes the words of serve, between the switches of Electron", () => {
    const argv = [
      ".",
      "--no-sandbox",
      "--port",
      "0",
      "--upstream",
      "https://api.example.com/v1",
      "--data-dir=/tmp/workbench",
    ];
    expect(readShellOptions(argv)).toEqual({
      dataDir: "/tmp/workbench",
      port: 0,
      controlPort: 0,
      upstream: { kind: "live", baseUrl: "https://api.example.com/v1" },
    });
  });

  it("listens on 8020 and keeps its data in the platform's folder unless told otherwise", () => {
    const options = readShellOptions([]);
    expect(options.port).toBe(8020);
    expect(options.dataDir).toContain("compat-workbench");
  });

  it.each([
    ["--port", "70000"],
    ["--port", "x"],
    ["--rate-limit", "fast"],
    ["--upstream", "file:///etc"],
  ])("refuses %s %s", (...argv) => {
    expect(() => readShellOptions(argv)).toThrow();
  });
});
