import { isGoing } from "./going";
import { wasHere } from "./lastHere";
import { isLeaving } from "./leaving";

/** Where people come in: by themselves, and by a letter or a notice. */
const FRONT_DOORS: readonly string[] = ["/", "/news"];

/**
 * Whether a page begins with the welcome before the server has said who is there: at a front door,
 * where this browser remembers nobody's session, and nobody on the way into one or out of one.
 */
export function beginsWithWelcome(): boolean {
  const { pathname, search } = window.location;
  return (
    FRONT_DOORS.includes(pathname) && search === "" && !wasHere() && !isGoing() && !isLeaving()
  );
}

const ROOM = /^\/rooms\/(?!new$)[^/]+$/;

/** Whether a room stands at an address, and not one of its other screens. */
export function isRoomAt(pathname: string): boolean {
  return ROOM.test(pathname);
}

/**
 * Whether a page begins as a room, with the room's own line in the place of the app's: at its address,
 * for who is probably signed in. Nobody else gets further than the welcome, which has the app's.
 */
export function beginsWithRoom(): boolean {
  return isRoomAt(window.location.pathname) && (wasHere() || isGoing()) && !isLeaving();
}
