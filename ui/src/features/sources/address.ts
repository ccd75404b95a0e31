import { host } from "../../api";
import { attempt } from "../../state";

/** Opens an address outside the window; the core refuses all but web and mail addresses. Answers whether it was opened. */
export async function openAddress(address: string): Promise<boolean> {
  return (await attempt(async () => (await host.openAddress({ address }), true))) ?? false;
}
