import type { Replay, ReplaySettings } from "../../../../core/contract/replay.ts";
import type { Upstream } from "../../../../core/contract/settings.ts";
import { compileRules } from "../../../../core/exchange/compare/compileRules.ts";
import { type RuleSet, rulesInForce } from "../../../../core/exchange/compare/ruleSet.ts";
import { beginReplay } from "../../../host/replay/replayRun.ts";
import { openRecorder, type Recorder } from "../../../host/store/openRecorder.ts";
import { CommandEnd, exitCodes, wrongUsage } from "../../exitCodes.ts";
import { refuseNothing } from "../../nothingSelected.ts";
import { print, printLine } from "../../outputStreams.ts";
import { readRuleSet } from "../../readRules.ts";
import { openReport, type ReportFile } from "../../reportFile.ts";
import { type Arrivals, openSessionSource, type SessionSource } from "../../sessionSource.ts";
import { JunitReport } from "./junitReport.ts";
import { learnRules } from "./learnRules.ts";
import { printPlan } from "./printPlan.ts";
import { type ReplayCommandOptions, refuseStrangers, settingsOf } from "./replayOptions.ts";
import { momentsLeft, replayAmong, sessionsNamed } from "./replayToResume.ts";
import { jsonOf, lineOf, totalsText } from "./resultText.ts";
import { sendSession } from "./sendSession.ts";

/** A replay with its answers' session: a new one, or one that an earlier run left unfinished. */
interface Begun extends Pick<Replay, "session" | "total"> {
  readonly source: SessionSource;
  readonly arrivals: Arrivals;
  readonly recorder: Recorder;
  readonly settings: ReplaySettings;
  readonly upstream: Upstream;
  readonly file: ReportFile | undefined;
  /** Where what is learnt from a second run goes. */
  readonly lessons?: ReportFile | undefined;
}

export async function replay(asked: string, options: ReplayCommandOptions): Promise<void> {
  const set = await readRuleSet(options);
  if (options.resume) return resume(asked, set, options);
  await using source = await openSessionSource(asked, options.dataDir, { filter: options.filter });
  await using recorder = await openRecorder(source.dataDir);
  const settings = settingsOf(options, recorder);
  const { upstream } = recorder.settings.get();
  if (options.dryRun === undefined) refuseStrangers(settings.target, options, upstream);
  const arrivals = source.arrivals();
  const { count: total } = arrivals;
  refuseNothing(total, source.session, settings.filter);
  if (options.dryRun !== undefined) return printPlan(source.moments(), settings, options.dryRun);
  const file = await openReport(options.junit);
  const lessons = await openReport(options.learn);
  const session = await beginReplay(recorder, source.session, { total, settings });
  await send({ source, arrivals, recorder, settings, upstream, session, total, file, lessons }, set, options);
}

/** `asked` names the session of the answers. What an earlier run has answered is not sent again. */
async function resume(asked: string, set: RuleSet, options: ReplayCommandOptions): Promise<void> {
  const { dataDir } = options;
  const candidates = sessionsNamed(asked, dataDir);
  await using recorder = await openRecorder(dataDir);
  const begun = replayAmong(candidates, recorder);
  if (!begun) throw wrongUsage(`The session "${asked}" holds no replay. Name the session of its answers.`);
  const { settings, session, total } = begun;
  const { upstream } = recorder.settings.get();
  await using source = await openSessionSource(begun.source, dataDir, { filter: settings.filter });
  if (options.dryRun === undefined) refuseStrangers(settings.target, options, upstream);
  refuseNothing(total, source.session, settings.filter);
  // A replay at this workbench's own address may have recorded into the session that it reads.
  const arrivals = source.arrivals(total);
  if (options.dryRun !== undefined)
    return printPlan(momentsLeft(session, arrivals, recorder), settings, options.dryRun);
  const file = await openReport(options.junit);
  await send({ source, arrivals, recorder, settings, upstream, session, total, file }, set, options);
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
      if (options.json) await print(`${jsonOf(result)}\n`);
      else if (result.comparison.verdict !== "same") await printLine(lineOf(result));
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
