import type { Replay, ReplaySettings } from "../../../../core/contract/replay.ts";
import { compileRules } from "../../../../core/exchange/compare/compileRules.ts";
import { type RuleSet, rulesInForce } from "../../../../core/exchange/compare/ruleSet.ts";
import { beginReplay } from "../../../host/replay/replayRun.ts";
import { openRecorder, type Recorder } from "../../../host/store/openRecorder.ts";
import { CommandEnd, exitCodes, wrongUsage } from "../../exitCodes.ts";
import { refuseNothing } from "../../nothingSelected.ts";
import { print } from "../../outputStreams.ts";
import { readRuleSet } from "../../readRules.ts";
import { openReport, type ReportFile } from "../../reportFile.ts";
import { type Arrivals, openSessionSource, type SessionSource } from "../../sessionSource.ts";
import { JunitReport } from "./junitReport.ts";
import { learnRules } from "./learnRules.ts";
import { printPlan } from "./printPlan.ts";
import { type ReplayCommandOptions, refuseStrangers, settingsOf } from "./replayOptions.ts";
import { replayAmong, sessionsNamed } from "./replayToResume.ts";
import { lineOf, totalsText } from "./resultText.ts";
import { sendSession } from "./sendSession.ts";

/** A replay with its answers' session: a new one, or one that an earlier run left unfinished. */
interface Begun extends Pick<Replay, "session" | "total"> {
  readonly source: SessionSource;
  readonly arrivals: Arrivals;
  readonly recorder: Recorder;
  readonly settings: ReplaySettings;
  readonly file: ReportFile | undefined;
  /** Where what is learnt from a second run goes. */
  readonly lessons?: ReportFile | undefined;
}

export async function replay(asked: string, options: ReplayCommandOptions): Promise<void> {
  if (options.learn !== undefined && (options.resume || options.dryRun !== undefined)) {
    throw wrongUsage("Rules are learnt from two whole runs: leave out --resume and --dry-run.");
  }
  const set = await readRuleSet(options);
  if (options.resume) return resume(asked, set, options);
  await using source = await openSessionSource(asked, options.dataDir, { filter: options.filter });
  await using recorder = await openRecorder(source.dataDir);
  const settings = settingsOf(options, recorder);
  if (options.dryRun === undefined) refuseStrangers(settings.target, options, recorder);
  const arrivals = source.arrivals();
  const { count: total } = arrivals;
  refuseNothing(total, source.session, settings.filter);
  if (options.dryRun !== undefined) return printPlan(source, settings, options.dryRun);
  const file = await openReport(options.junit);
  const lessons = await openReport(options.learn);
  const session = await beginReplay(recorder, source.session, { total, settings });
  await send({ source, arrivals, recorder, settings, session, total, file, lessons }, set, options);
}

/** `asked` names the session of the answers. What an earlier run has answered is not sent again. */
async function resume(asked: string, set: RuleSet, options: ReplayCommandOptions): Promise<void> {
  if (options.target !== undefined) throw wrongUsage("A replay is resumed as it was begun: leave out --target.");
  const { dataDir } = options;
  const candidates = sessionsNamed(asked, dataDir);
  await using recorder = await openRecorder(dataDir);
  const begun = replayAmong(candidates, recorder);
  if (!begun) throw wrongUsage(`The session "${asked}" holds no replay. Name the session of its answers.`);
  const { settings, session, total } = begun;
  await using source = await openSessionSource(begun.source, dataDir, { filter: settings.filter });
  refuseStrangers(settings.target, options, recorder);
  refuseNothing(total, source.session, settings.filter);
  const file = await openReport(options.junit);
  // A replay at this workbench's own address may have recorded into the session that it reads.
  const arrivals = source.arrivals(total);
  await send({ source, arrivals, recorder, settings, session, total, file }, set, options);
}

async function send(begun: Begun, set: RuleSet, options: ReplayCommandOptions): Promise<void> {
  const { source, recorder, session, total, file, lessons } = begun;
  const report = file && new JunitReport(source.session.name);
  const { nativeAnswers, key } = options;
  const isWhole = await sendSession({
    ...begun,
    rules: compileRules(rulesInForce(set)),
    nativeAnswers,
    key,
    onResult: async (result) => {
      report?.add(result);
      if (options.json || result.comparison.verdict !== "same") await print(`${lineOf(result, options.json)}\n`);
    },
  });
  const totals = recorder.replays.totals(session);
  const { same, changed, failed, again } = totals;
  const answered = same + changed + failed;
  // The folder of a session file ends with the command.
  const kept = source.isFile ? null : session;
  const line = { total: answered, same, changed, failed, again, session: kept };
  await print(options.json ? `${JSON.stringify(line)}\n` : totalsText(answered, totals));
  if (report) await file?.write(report.text());
  const isLearnt =
    isWhole && lessons ? await learnRules({ ...begun, nativeAnswers, key, set, file: lessons }) : isWhole;
  if (!isLearnt || same < total) throw new CommandEnd(exitCodes.failed);
}
