import type { ViewEnd } from "./conversation";

/** Which of the texts of `room` tells somebody how it ended for her. */
export type Ending = "erased" | "withdrawn" | "shownOut" | "closed";

/** No more than is known. */
export function howItEnded(code: ViewEnd): Ending {
  switch (code) {
    case "room-erased":
      return "erased";
    case "consent-withdrawn":
      return "withdrawn";
    case "seat-removed":
      return "shownOut";
    case "access-withdrawn":
    case "room-unknown":
    // What a newer server says is not known here.
    default:
      return "closed";
  }
}
