import type { Answer, Found, Lying } from "./answer";

/** Where an answer lies until it is known what has become of it. */
export interface Shelf {
  /** `heardUntil`, `goesUntil`: see `Lying`. */
  put: (answer: Answer, heardUntil?: number, goesUntil?: number) => Promise<unknown>;
  remove: (answer: Answer) => Promise<unknown>;
  /** Those of pages that are closed. */
  left: () => Promise<Lying[]>;
  close: () => Promise<unknown>;
}

/** What the answers of one person need of all that is around them. */
export interface Surroundings {
  openShelf: () => Shelf;
  send: (answer: Answer) => Promise<Found>;
  look: (answer: Answer) => Promise<Found>;
  /** What the room is called that it is for, as far as that is known and she has others. */
  nameOf: (answer: Answer) => string | undefined;
  /** Its person has come back from a fresh sign-in to give it. */
  isOnItsWay: (answer: Answer) => boolean;
  /** It is so, and this is what there is now. */
  onDone: (found: Found) => void;
}
