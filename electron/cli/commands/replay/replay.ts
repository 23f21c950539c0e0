import type { Replay, ReplaySettings } from "../../../../core/contract/replay.ts";
import type { CompiledRules } from "../../../../core/exchange/compare/compileRules.ts";
import { beginReplay } from "../../../host/replay/replayRun.ts";
import { openRecorder, type Recorder } from "../../../host/store/openRecorder.ts";
import { CommandEnd, exitCodes, wrongUsage } from "../../exitCodes.ts";
import { openFolder } from "../../openFolder.ts";
import { print } from "../../outputStreams.ts";
import { readRules } from "../../readRules.ts";
import { type Arrivals, openSessionSource, type SessionSource } from "../../sessionSource.ts";
import { JunitReport } from "./junitReport.ts";
import { printPlan } from "./printPlan.ts";
import { type ReplayCommandOptions, refuseStrangers, settingsOf } from "./replayOptions.ts";
import { lineOf, totalsText } from "./resultText.ts";
import { sendSession } from "./sendSession.ts";

/** A replay with its answers' session: a new one, or one that an earlier run left unfinished. */
interface Begun extends Pick<Replay, "session" | "total"> {
  readonly source: SessionSource;
  readonly arrivals: Arrivals;
  readonly recorder: Recorder;
  readonly settings: ReplaySettings;
}

export async function replay(asked: string, options: ReplayCommandOptions): Promise<void> {
  const rules = await readRules(options.rules, options.dataDir);
  if (options.resume) return resume(asked, rules, options);
  await using source = await openSessionSource(asked, options.dataDir, { filter: options.filter });
  await using recorder = await openRecorder(source.dataDir);
  const settings = settingsOf(options, recorder);
  if (options.dryRun !== undefined) return printPlan(source, settings, options.dryRun);
  refuseStrangers(settings.target, options, recorder);
  const arrivals = source.arrivals();
  const { count: total } = arrivals;
  const session = await beginReplay(recorder, source.session, { total, settings });
  await send({ source, arrivals, recorder, settings, session, total }, rules, options);
}

/** `asked` names the session of the answers. What an earlier run has answered is not sent again. */
async function resume(asked: string, rules: CompiledRules, options: ReplayCommandOptions): Promise<void> {
  if (options.target !== undefined) throw wrongUsage("A replay is resumed as it was begun: leave out --target.");
  const { dataDir } = options;
  await using recorder = await openRecorder(dataDir);
  const begun = recorder.replays.get(sessionNamed(asked, dataDir));
  if (!begun) throw wrongUsage(`The session "${asked}" holds no replay. Name the session of its answers.`);
  const { settings, session, total } = begun;
  await using source = await openSessionSource(begun.source, dataDir, { filter: settings.filter });
  refuseStrangers(settings.target, options, recorder);
  // A replay at this workbench's own address may have recorded into the session that it reads.
  const arrivals = source.arrivals(total);
  await send({ source, arrivals, recorder, settings, session, total }, rules, options);
}

function sessionNamed(asked: string, dataDir: string): string {
  using records = openFolder(dataDir);
  const session = records.findSession(asked);
  if (!session) throw wrongUsage(`There is no session "${asked}" in ${dataDir}.`);
  return session.id;
}

async function send(begun: Begun, rules: CompiledRules, options: ReplayCommandOptions): Promise<void> {
  const { source, recorder, session, total } = begun;
  const report = options.junit === undefined ? undefined : new JunitReport(source.session.name);
  const isWhole = await sendSession({
    ...begun,
    rules,
    key: options.key,
    onResult: async (result) => {
      report?.add(result);
      if (options.json || result.comparison.verdict !== "same") await print(`${lineOf(result, options.json)}\n`);
    },
  });
  if (options.junit !== undefined) await report?.write(options.junit);
  const totals = recorder.replays.totals(session);
  const { same, changed, failed, again } = totals;
  const answered = same + changed + failed;
  // The folder of a session file ends with the command.
  const kept = source.isFile ? null : session;
  const line = { total: answered, same, changed, failed, again, session: kept };
  await print(options.json ? `${JSON.stringify(line)}\n` : totalsText(answered, totals));
  if (!isWhole || same < total) throw new CommandEnd(exitCodes.failed);
}
