import { Anchor } from "@mantine/core";
import {
  IconArrowsDiff,
  IconArrowsJoin2,
  IconArrowsSplit2,
  IconCopy,
  IconFileExport,
  IconFileImport,
  IconRefresh,
  IconRepeat,
  type TablerIcon,
} from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { JobKind, JobOf } from "../../../core/contract/jobs.ts";
import { ExportResult } from "../sessions/exporting/ExportResult.tsx";
import { ImportResult } from "../sessions/importing/ImportResult.tsx";
import { SessionResult } from "../sessions/rearranging/SessionResult.tsx";
import { ReplayResult } from "../sessions/replay/ReplayResult.tsx";

interface JobKindView<Kind extends JobKind> {
  readonly icon: TablerIcon;
  /** What came of it, with the way there; for work that has a result. */
  readonly result: (job: JobOf<Kind>) => ReactNode;
}

/** How the strip shows each kind of work. */
export const jobKinds: { readonly [Kind in JobKind]: JobKindView<Kind> } = {
  import: { icon: IconFileImport, result: (job) => job.result && <ImportResult result={job.result} /> },
  compare: {
    icon: IconArrowsDiff,
    result: (job) =>
      job.result && (
        <Anchor component={Link} to={`/sessions/${job.result.left}/compare?other=${job.result.right}`} size="sm">
          Open the comparison
        </Anchor>
      ),
  },
  retranslate: {
    icon: IconRefresh,
    result: (job) =>
      job.result && (
        <Anchor component={Link} to={`/sessions/${job.result.session}/retranslate`} size="sm">
          Open the result
        </Anchor>
      ),
  },
  export: { icon: IconFileExport, result: (job) => job.result && <ExportResult job={job.id} result={job.result} /> },
  replay: {
    icon: IconRepeat,
    result: (job) => job.result && <ReplayResult source={job.session ?? job.result.session} result={job.result} />,
  },
  copy: { icon: IconCopy, result: (job) => job.result && <SessionResult result={job.result} /> },
  split: { icon: IconArrowsSplit2, result: (job) => job.result && <SessionResult result={job.result} canUndo /> },
  join: { icon: IconArrowsJoin2, result: (job) => job.result && <SessionResult result={job.result} /> },
};

/** The result of work of any kind. */
export function jobResult<Kind extends JobKind>(job: { readonly kind: Kind } & JobOf<Kind>): ReactNode {
  return jobKinds[job.kind].result(job);
}
