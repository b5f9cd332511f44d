/** What is proposed or agreed in one of the person's rooms; never what for, when or where. */
export interface StandingAppointment {
  roomId: string;
  about: number;
  seq: number;
  status: "PROPOSED" | "BOOKED";
  proposedById: string;
  participantIds: string[];
  waitsForIds: string[];
  lapsed: boolean;
  clashes: { slot: number; personIds: string[] }[];
  since: string;
}
