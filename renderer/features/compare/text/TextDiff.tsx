import { SegmentedControl } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { orpc } from "../../../client/client.ts";
import { MergeText } from "./MergeText.tsx";
import { type Message, messages, messageText, messageTexts } from "./messageText.ts";
import classes from "./TextDiff.module.css";

/** The messages of two exchanges as text, side by side. */
export function TextDiff({ left, right, first }: { left: string; right: string; first: Message }) {
  const [message, setMessage] = useState<Message>(first);
  const { data: one } = useSuspenseQuery(orpc.exchanges.record.queryOptions({ input: { id: left } }));
  const { data: other } = useSuspenseQuery(orpc.exchanges.record.queryOptions({ input: { id: right } }));
  const leftText = useMemo(() => messageText(one, message), [one, message]);
  const rightText = useMemo(() => messageText(other, message), [other, message]);
  return (
    <div className={classes.diff}>
      <div className={classes.bar}>
        <SegmentedControl
          size="xs"
          aria-label="Message"
          value={message}
          onChange={(value) => setMessage(messages.find((each) => each === value) ?? first)}
          data={messages.map((value) => ({ value, label: messageTexts[value] }))}
        />
        {leftText.text === rightText.text && <span className={classes.note}>The same on both sides.</span>}
        {(leftText.isCut || rightText.isCut) && <span className={classes.note}>Only the first part is shown.</span>}
      </div>
      <MergeText left={leftText.text} right={rightText.text} label={messageTexts[message]} />
    </div>
  );
}
