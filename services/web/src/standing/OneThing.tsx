import type { ReactNode } from "react";
import type { RoomDetails, RoomSummary } from "../contracts/rooms";
import { OneProposal } from "./OneProposal";
import { OneQuestion } from "./OneQuestion";
import type { Thing } from "./things";

export interface OneThingProps {
  room: RoomSummary | RoomDetails;
  /** Which room it is, where that is not plain. */
  where?: ReactNode;
  /** It leads to another place of the page that is here. */
  here?: boolean;
  onGo?: () => void;
  /** More of it. */
  children?: ReactNode;
}

/** What waits for somebody: who and whom, never what is asked and which times. All of it leads there. */
export function OneThing({ thing, ...props }: OneThingProps & { thing: Thing }) {
  return thing.kind === "question" ? (
    <OneQuestion of={thing.of} {...props} />
  ) : (
    <OneProposal of={thing.of} {...props} />
  );
}
