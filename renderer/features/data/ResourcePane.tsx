import { CopyButton } from "../../ui/CopyButton.tsx";
import { Payload } from "../../ui/payload/Payload.tsx";
import classes from "./ResourcePanes.module.css";

interface ResourcePaneProps {
  readonly title: string;
  /** The call that would return it. */
  readonly path: string;
  /** undefined while it is not read, or no longer there. */
  readonly json: string | undefined;
}

export function ResourcePane({ title, path, json }: ResourcePaneProps) {
  const body = { text: json ?? "", truncated: false, bytes: json?.length ?? 0, binary: false };
  return (
    <section className={classes.pane} aria-label={title}>
      <header className={classes.header}>
        <h2 className={classes.title}>{title}</h2>
        <code className={classes.path}>{path}</code>
        {json !== undefined && <CopyButton value={json} label={`the ${title.toLowerCase()}`} />}
      </header>
      <div className={classes.body}>
        <Payload label={title} body={body} emptyText="It is not in the part of the list that was read." />
      </div>
    </section>
  );
}
