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

/** What this window knows of, for when the device does not say what lies on it. */
const known = new Map<string, Map<string, Begun>>();

/**
 * What a person has begun and not proposed yet, the last one first. It lies on this device,
 * encrypted. One that she has left for so long that it is of no use is taken away.
 */
export function allBegun(personId: string): Promise<Begun[]> {
  return next(
    async (vault) => {
      const all = await read(vault, personId);
      const isOld = ({ at }: Begun) => Date.now() - Date.parse(at) > KEPT_FOR_DAYS * DAY;
      for (const { roomId } of all.filter(isOld)) await vault.remove(placeOf(personId, roomId));
      const still = all.filter((begun) => !isOld(begun));
      known.set(personId, new Map(still.map((begun) => [begun.roomId, begun])));
      return newestFirst(still);
    },
    () => begunHere(personId),
  );
}

/** Of these, what this window has begun itself or has seen on the device. */
export function begunHere(personId: string): Begun[] {
  return newestFirst([...(known.get(personId)?.values() ?? [])]);
}

export function keepBegun(personId: string, begun: Begun): Promise<void> {
  const text = JSON.stringify(begun);
  const here = known.get(personId) ?? new Map<string, Begun>();
  known.set(personId, here.set(begun.roomId, begun));
  return next(
    (vault) => vault.put(placeOf(personId, begun.roomId), text),
    () => undefined,
  );
}

export function forgetBegun(personId: string, roomId: string): Promise<void> {
  known.get(personId)?.delete(roomId);
  return next(
    (vault) => vault.remove(placeOf(personId, roomId)),
    () => undefined,
  );
}

/** From now on it has another id; a page that goes away in between leaves it under one of them. */
export function renameBegun(personId: string, from: string, to: string): Promise<void> {
  const here = known.get(personId);
  const begunHere = here?.get(from);
  if (begunHere) here?.set(to, { ...begunHere, roomId: to });
  here?.delete(from);
  return next(
    async (vault) => {
      const begun = (await read(vault, personId)).find(({ roomId }) => roomId === from);
      if (begun) {
        await vault.put(placeOf(personId, to), JSON.stringify({ ...begun, roomId: to }));
      }
      await vault.remove(placeOf(personId, from));
    },
    () => undefined,
  );
}

async function read(vault: Vault, personId: string): Promise<Begun[]> {
  return (await vault.all(personId)).map(({ text }) => JSON.parse(text) as Begun);
}

function newestFirst(all: Begun[]): Begun[] {
  return all.sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
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
function next<Found>(
  act: (vault: Vault) => Promise<Found>,
  otherwise: () => Found,
): Promise<Found> {
  const done = last.then(async () => {
    try {
      const vault = await Vault.open("proposal");
      return await act(vault).finally(() => vault.close());
    } catch {
      return otherwise();
    }
  });
  last = done;
  return done;
}

function placeOf(personId: string, roomId: string): Place {
  return [personId, roomId, "proposal"];
}
