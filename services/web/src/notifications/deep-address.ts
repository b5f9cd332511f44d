/** How long the server may take with the page before the one on the device is shown, in milliseconds. */
const PATIENCE = 4_000;

/** What the server answers itself, and nobody else: what is asked there is no address of the app's. */
const SERVERS_OWN = /^\/(auth|api|ws|realms|resources|q)(\/|$)/;

/** Whether an address within the app is opened, for which there is no file of its own. */
export function isDeepAddress({ mode, url }: Pick<Request, "mode" | "url">): boolean {
  const { pathname } = new URL(url);
  return mode === "navigate" && pathname !== "/" && !SERVERS_OWN.test(pathname);
}

/** The server's answer; where none comes, the app's own empty page as the device has it. */
export async function pageFor(
  fromServer: () => Promise<Response>,
  fromDevice: () => Promise<Response | undefined>,
): Promise<Response> {
  const answer = fromServer();
  const late = new Promise<undefined>((done) => setTimeout(done, PATIENCE));
  const inTime = await Promise.race([answer, late]).catch(() => undefined);
  return inTime ?? (await fromDevice()) ?? answer;
}
