import { UnstyledButton } from "@mantine/core";
import { type ReactNode, useMemo, useState } from "react";
import type { Finding } from "../../../../core/translation/finding.ts";
import { CopyButton } from "../../../ui/CopyButton.tsx";
import { Payload } from "../../../ui/payload/Payload.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { statusTone } from "../../../ui/tone.ts";
import { HeaderLines } from "./HeaderLines.tsx";
import { MaximiseButton } from "./MaximiseButton.tsx";
import classes from "./PaneView.module.css";
import type { PaneFrame } from "./paneFrame.ts";
import { paneMarks } from "./paneMarks.ts";
import type { PaneModel } from "./paneModels.ts";
import type { Panes } from "./usePanes.ts";

interface PaneViewProps extends PaneFrame {
  readonly model: PaneModel;
  readonly panes: Panes;
  readonly findings: readonly Finding[];
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
        <MaximiseButton title={title} isMaximised={isMaximised} onMaximise={onMaximise} />
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
