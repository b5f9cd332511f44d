import type { DirectoryEntry } from "../contracts/people";
import { Vault, type Place } from "../conversation/vault";
import type { Draft } from "./proposal";

const KEPT_FOR_DAYS = 14;
const DAY = 24 * 60 * 60 * 1_000;

/** What somebody has begun to propose. Not the identity number: that is on no device (R9). */
export interface Begun {
  fields: Omit<Draft, "identityNumber">;
  invited: DirectoryEntry[];
  /** The id under which it has been proposed, for all that is known: the answer may be lost. */
  roomId?: string | undefined;
  /** When it was last changed. */
  at: string;
}

/** Where it lies until it is proposed: on this device, encrypted, one for each person. */
export class BegunShelf {
  private readonly opened: Promise<Vault | undefined>;
  private last: Promise<unknown>;

  constructor(private readonly personId: string) {
    // Where the browser keeps nothing it is in this window alone.
    this.opened = Vault.open("proposal").catch(() => undefined);
    this.last = this.opened;
  }

  /** Nothing where there is none, or only one that she has left for so long that it is of no use. */
  async read(): Promise<Begun | undefined> {
    const vault = await this.opened;
    const [found] = (await vault?.all(this.personId).catch(() => undefined)) ?? [];
    if (!found) return undefined;
    const begun = JSON.parse(found.text) as Begun;
    if (Date.now() - Date.parse(begun.at) <= KEPT_FOR_DAYS * DAY) return begun;
    void this.remove();
    return undefined;
  }

  put(begun: Begun): Promise<void> {
    const text = JSON.stringify(begun);
    return this.next((vault) => vault.put(this.place(), text));
  }

  remove(): Promise<void> {
    return this.next((vault) => vault.remove(this.place()));
  }

  close(): void {
    void this.next((vault) => Promise.resolve(vault.close()));
  }

  private place(): Place {
    return [this.personId, "", "proposal"];
  }

  /** One after the other, so that what is taken away is not put back. */
  private next(act: (vault: Vault) => Promise<unknown>): Promise<void> {
    const done = this.last.then(async () => {
      const vault = await this.opened;
      if (vault) await act(vault).catch(() => undefined);
    });
    this.last = done;
    return done;
  }
}

/** What is left of it for whoever signs out to see, as text; empty where there is none. */
export async function begunText(personId: string): Promise<string> {
  const shelf = new BegunShelf(personId);
  const begun = await shelf.read();
  shelf.close();
  return begun ? [begun.fields.name, begun.fields.purpose].filter(isFilled).join("\n") : "";
}

export function isFilled(text: string): boolean {
  return text.trim() !== "";
}
