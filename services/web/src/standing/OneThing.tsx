import type { ReactNode } from "react";
import type { RoomDetails, RoomSummary } from "../contracts/rooms";
import { OneAgreement } from "./OneAgreement";
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

/** What waits for somebody: who and whom, never what is asked, which times and what is agreed on. All of it leads there. */
export function OneThing({ thing, ...props }: OneThingProps & { thing: Thing }) {
  switch (thing.kind) {
    case "question":
      return <OneQuestion of={thing.of} {...props} />;
    case "appointment":
      return <OneProposal of={thing.of} {...props} />;
    case "agreement":
      return <OneAgreement of={thing.of} {...props} />;
  }
}
