/** Everything that is there on each screen of one who is signed in, and on no other. */
import "../shell/fonts-signed-in.css";
import "../shell/aksel-signed-in";
import "../shell/signed-in.css";
import "../shell/people.css";

export { Staying } from "../session/Staying";
export { Menu } from "./Menu";
export { SignedIn } from "./SignedIn";
export { Waits } from "./Waits";
