#!/usr/bin/env -S node --max-semi-space-size=4
// The heap's young generation stays small (here, and in package.json's scripts): a host that runs for days would else let it grow to 64 MiB on each of its
// threads, for nothing that can be measured.
import module from "node:module";

const neededMajor = 24;

if (Number.parseInt(process.versions.node, 10) < neededMajor) {
  process.stderr.write(`compat-workbench needs Node ${neededMajor} or newer; this is ${process.versions.node}.\n`);
  process.exitCode = 2;
} else {
  // Before anything else is loaded: it keeps the compiled code of the last start.
  module.enableCompileCache();
  const { runProgram } = await import("./cli/runProgram.ts");
  process.exitCode = await runProgram(process.argv.slice(2));
}
