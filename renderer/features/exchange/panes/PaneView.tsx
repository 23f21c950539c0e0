import { ActionIcon, Tooltip, UnstyledButton } from "@mantine/core";
import { IconArrowsDiagonal, IconArrowsDiagonalMinimize2 } from "@tabler/icons-react";
import { type ReactNode, useMemo, useState } from "react";
import type { Finding } from "../../../../core/translation/finding.ts";
import { CopyButton } from "../../../ui/CopyButton.tsx";
import { Keys } from "../../../ui/Keys.tsx";
import { Payload } from "../../../ui/payload/Payload.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { statusTone } from "../../../ui/tone.ts";
import { HeaderLines } from "./HeaderLines.tsx";
import classes from "./PaneView.module.css";
import { paneMarks } from "./paneMarks.ts";
import type { PaneModel } from "./paneModels.ts";
import type { Panes } from "./usePanes.ts";

interface PaneViewProps {
  readonly model: PaneModel;
  readonly panes: Panes;
  readonly findings: readonly Finding[];
  readonly isMaximised: boolean;
  readonly onMaximise: () => void;
  readonly onFocus: () => void;
  /** Beside the title: which of several native calls. */
  readonly switcher?: ReactNode;
}

export function PaneView({ model, panes, findings, isMaximised, onMaximise, onFocus, switcher }: PaneViewProps) {
  const { pane, title, meta, status, mark, headers, body, base } = model;
  const [showsHeaders, setShowsHeaders] = useState(false);
  const { trace } = panes.provenance;
  const marks = useMemo(() => paneMarks(model, trace, findings), [model, trace, findings]);
  const placeOf = (pointer: string | undefined) =>
    pointer === undefined ? undefined : { pane, pointer: base + pointer };
  const zoomLabel = `${isMaximised ? "Restore" : "Maximise"} ${title}`;
  return (
    <section
      className={classes.pane}
      aria-label={title}
      data-maximised={isMaximised || undefined}
      onFocusCapture={onFocus}
    >
      <header className={classes.header}>
        <h2 className={classes.title}>{title}</h2>
        {status !== undefined && (
          <Tag tone={statusTone(status)} isMono>
            {status}
          </Tag>
        )}
        {mark !== undefined && <Tag tone="quiet">{mark}</Tag>}
        {switcher}
        <span className={classes.meta}>{meta}</span>
        {headers.length > 0 && (
          <UnstyledButton
            className={classes.toggle}
            aria-pressed={showsHeaders}
            aria-label={`Headers of the ${title}`}
            onClick={() => setShowsHeaders(!showsHeaders)}
          >
            Headers
          </UnstyledButton>
        )}
        {body.bytes > 0 && !body.binary && !body.truncated && (
          <span className={classes.copy}>
            <CopyButton value={body.text} label={`the ${title}'s body`} />
          </span>
        )}
        <Tooltip
          label={
            <>
              {isMaximised ? "Restore" : "Maximise"} <Keys action="maximise-pane" />
            </>
          }
        >
          <ActionIcon size="sm" aria-label={zoomLabel} aria-pressed={isMaximised} onClick={onMaximise}>
            {isMaximised ? <IconArrowsDiagonalMinimize2 size={14} /> : <IconArrowsDiagonal size={14} />}
          </ActionIcon>
        </Tooltip>
      </header>
      <div className={classes.body}>
        {showsHeaders && headers.length > 0 ? (
          <HeaderLines headers={headers} />
        ) : (
          <Payload
            label={`${title} body`}
            body={body}
            emptyText={model.emptyText}
            marks={marks}
            handle={(handle) => panes.register(pane, handle)}
            onHover={(pointer) => panes.hover(placeOf(pointer))}
            onCaret={(pointer) => panes.choose(placeOf(pointer))}
            onJump={(step) => panes.jump(pane, step)}
          />
        )}
      </div>
    </section>
  );
}
