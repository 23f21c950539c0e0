import { Fragment } from "react";

/** Texts of people's data in one line: what turns the direction of one of them ends with it. Empty ones are left out. */
export function IsolatedTexts({ texts }: { texts: readonly string[] }) {
  return texts.filter(Boolean).map((text, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: two texts may be the same, and none of them has a state.
    <Fragment key={at}>
      {at > 0 && " · "}
      <bdi>{text}</bdi>
    </Fragment>
  ));
}
