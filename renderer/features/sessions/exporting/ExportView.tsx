import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, skipToken, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { exportRequestSchema } from "../../../../core/contract/exports.ts";
import type { Session } from "../../../../core/exchange/exchange.ts";
import { orpc } from "../../../client/client.ts";
import { ExportForm } from "./ExportForm.tsx";
import { ExportPreviewPane } from "./ExportPreviewPane.tsx";
import classes from "./ExportView.module.css";
import { type ExportDraft, firstDraft, newSecret, requestOf } from "./exportDraft.ts";
import { useExport } from "./useExport.ts";

interface ExportViewProps {
  readonly session: Session;
  /** One exchange instead of all. */
  readonly exchange: string | undefined;
}

const typingPauseMs = 300;

/** What is to be written at the left, exactly that at the right. */
export function ExportView({ session, exchange }: ExportViewProps) {
  const { filter = "" } = useSearch({ from: "/sessions/$sessionId/$tab" });
  const navigate = useNavigate();
  const [draft, setDraft] = useState<ExportDraft>(firstDraft);
  const { start, isUnderWay, secret } = useExport(useMemo(newSecret, []));
  const request = requestOf({ ...draft, filter }, { session: session.id, exchange }, secret);
  const wish = request ? JSON.stringify(request) : "";
  const [asked] = useDebouncedValue(wish, typingPauseMs);
  const input = useMemo(() => (asked === "" ? skipToken : exportRequestSchema.parse(JSON.parse(asked))), [asked]);
  const preview = useQuery({
    ...orpc.exports.preview.queryOptions({ input }),
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
  });
  const isStale = preview.isFetching || asked !== wish;
  const setFilter = (text: string) =>
    void navigate({
      to: ".",
      search: (before) => ({ ...before, filter: text === "" ? undefined : text }),
      replace: true,
    });
  return (
    <div className={classes.view}>
      <ExportForm
        draft={draft}
        filter={filter}
        isOne={exchange !== undefined}
        total={preview.data?.total}
        isReady={request !== undefined && !isStale && (preview.data?.total ?? 0) > 0}
        isUnderWay={isUnderWay}
        onChange={(change) => setDraft({ ...draft, ...change })}
        onFilter={setFilter}
        onWhole={() => void navigate({ to: ".", search: (before) => ({ ...before, exchange: undefined }) })}
        onExport={() => request && start(request)}
      />
      <ExportPreviewPane
        format={draft.format}
        preview={preview.data}
        error={preview.error}
        isStale={isStale}
        onRetry={() => void preview.refetch()}
      />
    </div>
  );
}
