import type { DirectoryEntry } from "../contracts/people";
import { Vault, type Place } from "../conversation/vault";
import type { Draft } from "./proposal";

const KEPT_FOR_DAYS = 14;
const DAY = 24 * 60 * 60 * 1_000;

/** What somebody has begun to propose. Not the identity number: that is on no device (R9). */
export interface Begun {
  /** The id that its room has, or will have: it is one proposal in whichever window, however often it is sent. */
  roomId: string;
  fields: Omit<Draft, "identityNumber">;
  invited: DirectoryEntry[];
  /** It has been sent; the answer may be lost. */
  sent: boolean;
  /** When it was last changed. */
  at: string;
}

/** One after the other, so that what is taken away is not put back. */
let last: Promise<unknown> = Promise.resolve();

/**
 * What a person has begun and not proposed yet, the last one first. It lies on this device,
 * encrypted. One that she has left for so long that it is of no use is taken away.
 */
export function allBegun(personId: string): Promise<Begun[]> {
  return next([], async (vault) => {
    const found = await vault.all(personId);
    const all = found.map(({ text }) => JSON.parse(text) as Begun);
    const isOld = ({ at }: Begun) => Date.now() - Date.parse(at) > KEPT_FOR_DAYS * DAY;
    for (const { roomId } of all.filter(isOld)) await vault.remove(placeOf(personId, roomId));
    return all
      .filter((begun) => !isOld(begun))
      .sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
  });
}

export function keepBegun(personId: string, begun: Begun): Promise<void> {
  const text = JSON.stringify(begun);
  return next(undefined, (vault) => vault.put(placeOf(personId, begun.roomId), text));
}

export function forgetBegun(personId: string, roomId: string): Promise<void> {
  return next(undefined, (vault) => vault.remove(placeOf(personId, roomId)));
}

/** All that was filled in, for whoever signs out to see. */
export function textOf({ fields, invited }: Begun): string {
  const { name, email, purpose } = fields;
  return [name, email, purpose, ...invited.map((entry) => entry.name)].filter(isFilled).join("\n");
}

export function isFilled(text: string): boolean {
  return text.trim() !== "";
}

/** Where the browser keeps nothing, what is filled in lives as long as its form. */
function next<Found>(otherwise: Found, act: (vault: Vault) => Promise<Found>): Promise<Found> {
  const done = last.then(async () => {
    try {
      const vault = await Vault.open("proposal");
      return await act(vault).finally(() => vault.close());
    } catch {
      return otherwise;
    }
  });
  last = done;
  return done;
}

function placeOf(personId: string, roomId: string): Place {
  return [personId, roomId, "proposal"];
}
