import { host, type AddressView } from "../../api";
import { attempt } from "../../state";

/** The address in parts, as it would be opened: the host as it is, whatever it looks like in the source. */
export async function readAddress(address: string): Promise<AddressView | undefined> {
  return attempt(() => host.readAddress({ address }));
}

/** Opens an address outside the window exactly as it was shown. Answers whether it was opened. */
export async function openAddress({ before, host: name, after }: AddressView): Promise<boolean> {
  return (await attempt(async () => (await host.openAddress({ address: before + name + after }), true))) ?? false;
}
