import { BareLine } from "./BareLine";
import { EmergencyBelow } from "./EmergencyBelow";
import { Waiting } from "./Waiting";

/** Where a room will stand of which nothing is known yet: it takes its places, so that nothing moves. */
export function RoomComes() {
  return (
    <div className="room">
      <div className="room__list" />
      <section className="room__talk">
        <BareLine />
        <div className="talk">
          <Waiting rows={4} />
        </div>
        <EmergencyBelow />
      </section>
      <div className="room__aside" />
    </div>
  );
}
