import { isGoing } from "./going";
import { wasHere } from "./lastHere";
import { isLeaving } from "./leaving";

/**
 * Whether a page begins with the welcome before the server has said who is there: at the start page,
 * where this browser remembers nobody's session, and nobody on the way into one or out of one.
 */
export function beginsWithWelcome(): boolean {
  const { pathname, search } = window.location;
  return pathname === "/" && search === "" && !wasHere() && !isGoing() && !isLeaving();
}
