import { useStatus } from "../../live/LiveContext.ts";
import classes from "./NothingChosen.module.css";
import { StartGuide } from "./start/StartGuide.tsx";

export function NothingChosen() {
  const { session } = useStatus();
  return (
    <div className={classes.place}>
      <StartGuide isFirst={session.exchanges === 0} />
    </div>
  );
}
