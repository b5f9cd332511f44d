import { isAnswer, isDraft, Vault, type Place } from "./vault";

export interface Found {
  place: Place;
  text: string;
}

/**
 * One person's part of the device, where that keeps anything. What is written goes there one after
 * the other; what it did not take is known to be in this window alone.
 */
export class Device {
  private writes: Promise<unknown> = Promise.resolve();
  private readonly notTaken = new Set<string>();
  /** Messages that have lain there, for all that this window has done or seen. */
  private readonly known = new Set<string>();

  private constructor(
    private readonly personId: string,
    private vault: Vault | undefined,
    /** Hears that it is another place than before that the device has not taken. */
    private readonly onTaken: () => void,
  ) {}

  static async of(personId: string, onTaken: () => void): Promise<Device> {
    return new Device(personId, await Vault.open().catch(() => undefined), onTaken);
  }

  put(place: Place, text: string): void {
    this.act(place, (vault) => vault.put(place, text));
  }

  remove(place: Place): void {
    this.known.delete(nameOf(place));
    this.next(async (vault) => {
      await vault.remove(place);
      this.isTaken(nameOf(place));
    });
  }

  /** What is not taken there stays where it was. */
  move(from: Place, to: Place, text: string): void {
    this.act(to, async (vault) => {
      await vault.put(to, text);
      await vault.remove(from);
      this.isTaken(nameOf(from));
    });
  }

  /** What lies there is known from now on. */
  seen(place: Place): void {
    this.known.add(nameOf(place));
  }

  /** Whether a message has lain there: it is over if it does not any more. */
  knows(clientId: string): boolean {
    return this.known.has(clientId);
  }

  /** Whether the device takes all that it is given. */
  takesAll(): boolean {
    return this.vault !== undefined && this.notTaken.size === 0;
  }

  /** Whether what is written at this place would be gone with this window. */
  lacks(place: Place): boolean {
    return this.vault === undefined || this.notTaken.has(nameOf(place));
  }

  /** All that lies there, answers too; nothing where the device cannot be read. */
  async all(): Promise<Found[] | undefined> {
    return this.vault?.all(this.personId).catch(() => undefined);
  }

  /** The same, but what somebody has written. */
  async written(): Promise<Found[] | undefined> {
    return (await this.all())?.filter(({ place }) => !isAnswer(place));
  }

  /** Which messages lie there, also such as do not open; nothing where the device cannot be read. */
  async messages(): Promise<Set<string> | undefined> {
    const places = await this.vault?.places(this.personId).catch(() => undefined);
    return places && new Set(places.filter((it) => !isDraft(it) && !isAnswer(it)).map(nameOf));
  }

  /** Ends when all that was written so far is there. */
  async settled(): Promise<void> {
    await this.writes;
  }

  /** Nothing is written any more. */
  close(): void {
    const { vault } = this;
    this.vault = undefined;
    void this.writes.then(() => vault?.close());
  }

  private act(place: Place, write: (vault: Vault) => Promise<void>): void {
    const name = nameOf(place);
    this.next(
      async (vault) => {
        await write(vault);
        if (!isDraft(place)) this.known.add(name);
        this.isTaken(name);
      },
      // The device is full, say. It stays in this window's memory.
      () => {
        this.notTaken.add(name);
        this.onTaken();
      },
    );
  }

  /** It lies there, or is nowhere any more: it is not in this window alone. */
  private isTaken(name: string): void {
    if (this.notTaken.delete(name)) this.onTaken();
  }

  private next(write: (vault: Vault) => Promise<void>, failed?: () => void): void {
    const { vault } = this;
    if (vault) this.writes = this.writes.then(() => write(vault)).catch(() => failed?.());
  }
}

/** A message's id is its own in all rooms; a window has one draft in each. */
function nameOf(place: Place): string {
  const [, roomId, what] = place;
  return isDraft(place) ? `${roomId} ${what}` : what;
}
